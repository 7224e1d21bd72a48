"""The process that makes reports ahead: the same paper as ``report``, and nothing left behind."""

from __future__ import annotations

import json
import os
import queue
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reports.output.write
from assessment.cli import report_worker
from assessment.cli.quiz import report_command
from assessment.example import example_answers
from tests.running import Run
from tests.surroundings import PATIENCE_S, environment_at

DAY = {"SOURCE_DATE_EPOCH": "1767225600"}
EXAMPLE: dict[str, Any] = json.loads(example_answers())


def changed(**answers: object) -> dict[str, Any]:
    return {**EXAMPLE, "answers": EXAMPLE["answers"] | answers}


@pytest.fixture
def worker(tmp_path: Path, home: Path) -> Callable[..., list[dict[str, str]]]:
    """Return a function: requests -> what the worker printed, after its end with status 0."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    def ask(*requests: dict[str, Any]) -> list[dict[str, str]]:
        done = subprocess.run(
            report_command(),
            input="".join(json.dumps(request) + "\n" for request in requests).encode(),
            capture_output=True,
            cwd=tmp_path,
            env=environment_at(home, TMPDIR=str(scratch), **DAY),
            timeout=PATIENCE_S,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert list(scratch.iterdir()) == []
        return [json.loads(line) for line in done.stdout.splitlines()]

    return ask


@pytest.mark.heavy
def test_it_writes_byte_for_byte_what_the_report_command_writes(
    tmp_path: Path, run: Run, worker: Callable[..., list[dict[str, str]]]
) -> None:
    target, other = tmp_path / "worker.pdf", tmp_path / "command.pdf"
    document = changed(chair_rise=3)
    replies = worker({"prepare": document}, {"save": str(target), "document": document})
    assert replies == [{"path": str(target)}]
    done = run("report", "-", "-o", str(other), stdin=json.dumps(document).encode(), **DAY)
    assert done.returncode == 0, done.stderr
    assert target.read_bytes() == other.read_bytes()
    assert target.stat().st_mode & 0o077 == 0


def test_what_was_not_saved_leaves_nothing_behind(
    tmp_path: Path, home: Path, worker: Callable[..., list[dict[str, str]]]
) -> None:
    assert worker({"prepare": changed(chair_rise=3)}, {"forget": True}) == []
    left = [path for path in (*home.rglob("*"), *tmp_path.rglob("*")) if path.is_file()]
    assert not [path for path in left if "cache" not in str(path)]


@pytest.mark.heavy
def test_what_cannot_be_saved_has_a_reason(
    tmp_path: Path, worker: Callable[..., list[dict[str, str]]]
) -> None:
    nowhere, open_question = tmp_path / "no" / "x.pdf", changed(saddle_numbness=None)
    replies = worker(
        {"save": str(nowhere), "document": EXAMPLE},
        {"save": str(tmp_path / "x.pdf"), "document": open_question},
        {"save": str(tmp_path / "x.pdf"), "document": changed(age_years="old")},
    )
    assert [sorted(reply) for reply in replies] == [["reason"]] * 3
    assert "the folder" in replies[0]["reason"]
    assert "age_years" in replies[2]["reason"]
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to wait for a stranger")
def test_it_ends_when_the_quiz_is_killed(tmp_path: Path, home: Path) -> None:
    code = (
        "import json, sys, time\n"
        "from assessment.cli.quiz import report_command\n"
        "from assessment.reporting.client import ReportClient\n"
        "job = ReportClient(report_command())\n"
        "job.prepare(json.load(open(sys.argv[1])))\n"
        "print(job._process.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(EXAMPLE))
    quiz = subprocess.Popen(
        [sys.executable, "-c", code, str(answers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment_at(home),
    )
    with quiz:
        assert quiz.stdout is not None
        worker = os.pidfd_open(int(quiz.stdout.readline()))
        quiz.send_signal(signal.SIGKILL)
    ended, _, _ = select.select([worker], [], [], PATIENCE_S)
    os.close(worker)
    assert ended, "the worker outlives the quiz"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, home: Path) -> list[str]:
    """Return the names of those whose report was made, in order; the reports are empty."""
    names: list[str] = []

    def content(assessment: Any, *_: object, **__: object) -> bytes:
        names.append(assessment.sheet.get("name"))
        return b""

    monkeypatch.setattr(reports.output.write, "report_content", content)
    monkeypatch.setenv("HOME", str(home))
    return names


def wanted(document: dict[str, Any]) -> report_worker.Wanted:
    return report_worker._wanted({"document": document})


def test_a_report_is_made_once_and_anew_after_a_changed_answer(
    tmp_path: Path, made: list[str]
) -> None:
    first, second = wanted(changed(name="first")), wanted(changed(name="second"))
    ready = report_worker._prepared(first, None)
    ready = report_worker._prepared(first, ready)
    assert made == ["first"]
    ready, _ = report_worker._saved(tmp_path / "a.pdf", first, ready)
    assert made == ["first"]
    ready = report_worker._prepared(second, ready)
    assert made == ["first", "second"]
    report_worker._saved(tmp_path / "b.pdf", first, ready)
    assert made == ["first", "second", "first"]


def test_another_paper_of_the_gym_makes_it_anew(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reports.output.print_options import PrintOptions

    ready = report_worker._prepared(wanted(EXAMPLE), None)
    monkeypatch.setattr(report_worker, "gym_paper", lambda *_: PrintOptions(size="letter"))
    report_worker._saved(tmp_path / "a.pdf", wanted(EXAMPLE), ready)
    assert len(made) == 2


def test_of_several_things_to_prepare_only_the_last_counts_and_no_save_is_passed_over() -> None:
    requests: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
    for request in (
        {"prepare": 1},
        {"prepare": 2},
        {"save": "x"},
        {"prepare": 3},
        {"forget": True},
    ):
        requests.put(request)
    seen = []
    while not requests.empty():
        seen.append(report_worker._next(requests))
    assert seen == [{"save": "x"}, {"forget": True}]


def test_sheets_day_notes_and_earlier_screenings_are_what_the_desk_said(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}

    def content(*_: object, **kinds: object) -> bytes:
        asked.update(kinds)
        return b""

    monkeypatch.setattr(reports.output.write, "report_content", content)
    monkeypatch.setenv("HOME", str(home))
    last = changed(name="before")
    wanted_of_the_desk = report_worker._wanted(
        {
            "document": EXAMPLE,
            "sheets": "client",
            "created": "2026-07-07",
            "notes": {"bird-dog": "slowly"},
            "earlier": [["2026-05-12", last], ["2026-06-01", {**last, "version": "0.9"}]],
        }
    )
    report_worker._saved(tmp_path / "a.pdf", wanted_of_the_desk, None)
    assert asked["sheets"] == "client"
    assert asked["created"].isoformat() == "2026-07-07"
    assert asked["notes"] == {"bird-dog": "slowly"}
    first, other = asked["earlier"]
    assert first.day.isoformat() == "2026-05-12"
    assert first.assessment.sheet.get("name") == "before"
    assert (other.version, other.assessment) == ("0.9", None)
