"""The report as another process: what it is asked, where its file goes, what happens on failure."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from assessment.reporting import client as report_job
from assessment.reporting.client import Made, NotMade, ReportClient, free_target
from tests.journeys.driver import FAKE_REPORT

NOW = datetime(2026, 5, 12, 9, 30)  # noqa: DTZ001  # the gym's own time
DOCUMENT = {"answers": {"age_years": 45}}

NOTES = """
import json, pathlib, sys
for line in sys.stdin:
    request = json.loads(line)
    with open(sys.argv[1], "a") as heard:
        print(*request, file=heard)
    if "save" in request:
        print(json.dumps({"path": request["save"]}), flush=True)
"""
"""A worker that notes what it is asked for."""
DIES_ONCE = """
import json, os, pathlib, sys
died = pathlib.Path(sys.argv[1])
line = sys.stdin.readline()
if not died.exists():
    died.touch()
    os._exit(9)
print(json.dumps({"path": json.loads(line)["save"]}), flush=True)
"""

MakeJob = Callable[..., ReportClient]


@pytest.fixture
def job() -> Iterator[MakeJob]:
    """Return a function: the worker's program and its arguments -> a job, which ends by itself."""
    made: list[ReportClient] = []

    def make(code: str, *arguments: str) -> ReportClient:
        made.append(ReportClient((sys.executable, "-c", code, *arguments)))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_the_answers_go_in_and_the_path_comes_out(tmp_path: Path, job: MakeJob) -> None:
    made = job(FAKE_REPORT).save(DOCUMENT, tmp_path / "new", NOW)
    assert isinstance(made, Made)
    assert made.path == tmp_path / "new" / "posterior-chain-2026-05-12-0930.pdf"
    assert json.loads(made.path.read_bytes()) == DOCUMENT
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


async def test_the_screen_goes_on_while_a_report_is_saved(tmp_path: Path, job: MakeJob) -> None:
    code = "import time; time.sleep(0.3)\n" + FAKE_REPORT
    turns = 0

    async def other_work() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.01)

    task = asyncio.create_task(other_work())
    made = await job(code).saved(DOCUMENT, tmp_path, NOW)
    task.cancel()
    assert isinstance(made, Made)
    assert turns > 5


def test_one_process_hears_everything_in_order(tmp_path: Path, job: MakeJob) -> None:
    heard = tmp_path / "heard"
    one = job(NOTES, str(heard))
    one.begin()
    one.prepare(DOCUMENT)
    one.forget()
    one.save(DOCUMENT, tmp_path, NOW)
    assert heard.read_text().split("\n")[:3] == ["prepare", "forget", "save document"]


def test_nothing_is_started_only_to_forget(job: MakeJob, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    one = job(NOTES, str(heard))
    one.forget()
    one.close()
    assert not heard.exists()


def test_a_web_page_in_place_of_a_pdf_is_known_as_one(tmp_path: Path, job: MakeJob) -> None:
    code = "import json, sys; sys.stdin.readline(); print(json.dumps({'path': '/x/y.html'}))"
    made = job(code).save(DOCUMENT, tmp_path, NOW)
    assert made == Made(Path("/x/y.html"))
    assert not made.is_pdf


def test_a_process_that_died_is_started_once_more(tmp_path: Path, job: MakeJob) -> None:
    one = job(DIES_ONCE, str(tmp_path / "died"))
    assert isinstance(one.save(DOCUMENT, tmp_path, NOW), Made)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (
            "import json, sys; sys.stdin.readline();"
            "print(json.dumps({'reason': 'The disk is full.'}))",
            "The disk is full.",
        ),
        ("import sys; sys.exit(1)", "the program stopped"),
    ],
)
def test_a_failure_has_a_reason_in_one_line(
    tmp_path: Path, job: MakeJob, code: str, reason: str
) -> None:
    assert job(code).save(DOCUMENT, tmp_path, NOW) == NotMade(reason)


def test_a_program_that_is_not_there_is_a_reason_and_no_fault(tmp_path: Path) -> None:
    one = ReportClient(("/no/such/program",))
    one.begin()
    one.prepare(DOCUMENT)
    assert one.save(DOCUMENT, tmp_path, NOW) == NotMade("No such file or directory")


def test_a_folder_that_cannot_be_made_is_a_reason(tmp_path: Path, job: MakeJob) -> None:
    (tmp_path / "file").write_text("")
    made = job(FAKE_REPORT).save(DOCUMENT, tmp_path / "file" / "folder", NOW)
    assert made == NotMade("Not a directory")


def test_what_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, job: MakeJob
) -> None:
    monkeypatch.setattr(report_job, "MOST_SECONDS", 0.2)
    one = job("import sys; sys.stdin.readline(); sys.stdin.readline()")
    assert one.save(DOCUMENT, tmp_path, NOW) == NotMade("it took too long")


def test_a_name_is_never_taken_twice(tmp_path: Path) -> None:
    names = []
    for suffix in (".pdf", ".html", ".pdf"):
        target = free_target(tmp_path, NOW)
        names.append(target.name)
        target.with_suffix(suffix).touch()
    stem = "posterior-chain-2026-05-12-0930"
    assert names == [f"{stem}.pdf", f"{stem}-2.pdf", f"{stem}-3.pdf"]


def test_what_goes_with_each_report_is_told_when_preparing_and_when_saving(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    code = (
        "import json, pathlib, sys\n"
        f"seen = pathlib.Path({str(seen)!r})\n"
        "for line in sys.stdin:\n"
        "    request = json.loads(line)\n"
        "    with seen.open('a') as file: file.write(line)\n"
        "    if 'save' in request: print(json.dumps({'path': request['save']}), flush=True)\n"
    )
    one = ReportClient((sys.executable, "-c", code), {"earlier": [["2026-05-12", {}]]})
    one.prepare(DOCUMENT)
    one.save_at(tmp_path / "new" / "a.pdf", DOCUMENT, {"sheets": "client"})
    one.close()
    prepared, saved = map(json.loads, seen.read_text().splitlines())
    assert prepared["earlier"] == saved["earlier"] == [["2026-05-12", {}]]
    assert saved["sheets"] == "client"
    assert "sheets" not in prepared
