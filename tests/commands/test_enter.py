"""``posterior-chain enter``: from a pipe and at a terminal; what is keyed in is never lost."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from questions.questionnaire import Questionnaire
from tests.contract import all_best
from tests.keying.paper import lines_typed
from tests.keying.test_round_trip import asked_of
from tests.running import Run
from tests.surroundings import environment_at
from tests.tui.pseudo_terminal import Terminal


def form(questionnaire: Questionnaire, **changes: Any) -> list[str]:
    """Return what is typed for a client at the best, with *changes*."""
    return list(lines_typed(asked_of(all_best() | changes), questionnaire))


def piped(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def draft_in(home: Path) -> Path:
    return home / ".local" / "share" / "posterior-chain" / "keying.jsonl"


def test_a_whole_form_from_a_pipe(
    run: Run, tmp_path: Path, home: Path, questionnaire: Questionnaire
) -> None:
    done = run("enter", "-o", "a.json", stdin=piped(form(questionnaire, name="Åse R05")))
    assert (done.returncode, done.stdout) == (0, b"a.json\n")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert document == {
        "questionnaire": "posterior-chain",
        "version": "2.0.0",
        "answers": asked_of(all_best() | {"name": "Åse R05"}),
    }
    assert (tmp_path / "a.json").stat().st_mode & 0o077 == 0
    assert names_in(tmp_path) == ["a.json"]
    assert not draft_in(home).exists()
    assert run("assess", "a.json").returncode == 0


@pytest.mark.heavy
def test_straight_to_a_report(run: Run, tmp_path: Path, questionnaire: Questionnaire) -> None:
    lines = piped(form(questionnaire, bridge=3))
    done = run("enter", "--report", "r.pdf", stdin=lines)
    assert (done.returncode, done.stdout) == (0, b"r.pdf\n")
    with pikepdf.open(tmp_path / "r.pdf") as pdf:
        assert len(pdf.pages) >= 2
    both = run("enter", "-o", "a.json", "--report", "r.html", "--size", "letter", stdin=lines)
    assert both.stdout == b"a.json\nr.html\n"
    assert "size: letter" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_end_of_input_loses_nothing(
    run: Run, tmp_path: Path, home: Path, questionnaire: Questionnaire
) -> None:
    lines = form(questionnaire)
    done = run("enter", "-o", "a.json", stdin=piped(lines[:40]))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Go on with: posterior-chain enter --resume" in done.stderr
    assert names_in(tmp_path) == []
    assert draft_in(home).stat().st_mode & 0o077 == 0
    rest = run("enter", "-o", "a.json", "--resume", stdin=piped(lines[40:]))
    assert rest.returncode == 0
    answers = json.loads((tmp_path / "a.json").read_bytes())["answers"]
    assert answers == asked_of(all_best())
    assert not draft_in(home).exists()


def test_an_unfinished_form_is_never_overwritten_by_chance(run: Run, home: Path) -> None:
    run("enter", "-o", "a.json", stdin=piped(["34", "1"]))
    before = draft_in(home).read_bytes()
    done = run("enter", "-o", "a.json", stdin=piped(["44"]))
    assert done.returncode == 2
    assert b"a questionnaire with 2 answers is not finished" in done.stderr
    assert draft_in(home).read_bytes() == before
    assert run("enter", "-o", "a.json", "--anew", stdin=b"44\n").returncode == 1
    assert b": 44" in draft_in(home).read_bytes()
    assert b": 34" not in draft_in(home).read_bytes()


def test_a_form_of_an_earlier_version_is_told_and_kept_until_it_is_erased(
    run: Run, home: Path
) -> None:
    run("enter", "-o", "a.json", stdin=piped(["34", "1"]))
    draft = draft_in(home)
    before = b'{"answers": {"saddle_numbness": "no"}, "page": "saddle_numbness"}\n'
    draft.write_bytes(before)
    for arguments in ((), ("--resume",)):
        done = run("enter", "-o", "a.json", *arguments, stdin=piped(["44"]))
        assert done.returncode == 2
        assert b"a questionnaire of an earlier version is not finished" in done.stderr
        assert draft.read_bytes() == before
    assert run("enter", "-o", "a.json", "--anew", stdin=b"44\n").returncode == 1
    assert b"saddle_numbness" not in draft.read_bytes()


def test_to_go_on_and_to_start_anew_are_not_asked_for_at_once(run: Run, home: Path) -> None:
    run("enter", "-o", "a.json", stdin=piped(["34", "1"]))
    before = draft_in(home).read_bytes()
    done = run("enter", "-o", "a.json", "--resume", "--anew")
    assert done.returncode == 2
    assert b"--resume goes on, --anew erases: choose one of them" in done.stderr
    assert draft_in(home).read_bytes() == before


def test_without_a_form_there_is_nothing_to_go_on_with(run: Run) -> None:
    done = run("enter", "-o", "a.json", "--resume")
    assert (done.returncode, done.stderr) == (
        2,
        b"enter: there is nothing to go on with; leave --resume out\n",
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), b"name a file for the answers with -o, or one for the report with --report"),
        (("-o", "none/a.json"), b"The file of answers was not written to none/a.json: the folder"),
        (("-o", "there.json"), b"there.json: is there already; name another file"),
        (("--report", "none/r.pdf"), b"The report was not written to none/r.pdf"),
        (("-o", "a.pdf", "--report", "./a.pdf"), b"the answers and the report need two files"),
        (("-o", "a.json", "--size", "A5"), b"--size: 'A5' is not known"),
    ],
)
def test_what_cannot_be_written_is_told_before_anything_is_typed(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], says: bytes
) -> None:
    (tmp_path / "there.json").write_text("somebody else")
    done = run("enter", *arguments, stdin=b"34\n")
    assert done.returncode == 2
    assert says in done.stderr
    assert b"Y2" not in done.stderr
    assert (tmp_path / "there.json").read_text() == "somebody else"


@pytest.mark.heavy
def test_a_report_on_an_open_form_is_refused_and_the_form_is_kept(
    run: Run, tmp_path: Path, home: Path, questionnaire: Questionnaire
) -> None:
    open_form = form(questionnaire, told_bones="yes", hernia=None)
    done = run("enter", "-o", "a.json", "--report", "r.pdf", stdin=piped(open_form))
    assert done.returncode == 2
    assert b"There is no result without these lines: C08." in done.stderr
    assert b"hernia: not answered" in done.stderr
    assert names_in(tmp_path) == []
    rest = run("enter", "--report", "r.pdf", "--resume", stdin=b"C08\nn\nK1\n\n\n")
    assert (rest.returncode, rest.stdout) == (0, b"r.pdf\n")
    assert not draft_in(home).exists()


def test_bytes_that_are_no_text_and_endless_lines_do_no_harm(run: Run, home: Path) -> None:
    done = run(
        "enter", "-o", "a.json", stdin=b"\xff\xfe\n" + b"9" * 50_000 + b"\n34\nY1\n\xff\xfe\x00Z\n"
    )
    assert done.returncode == 1
    assert b"Y2 must be a whole number from 16 to 100 (years)." in done.stderr
    kept = [json.loads(line)["answers"] for line in draft_in(home).read_bytes().splitlines()]
    assert kept == [{"age_years": 34}, {"name": "Z"}]


def at_terminal(folder: Path, home: Path, *arguments: str) -> Terminal:
    command = [sys.executable, "-m", "assessment", "enter", *arguments]
    return Terminal(command, environment_at(home, TERM="dumb", PWD=str(folder)))


@pytest.mark.heavy
def test_at_a_terminal_control_c_keeps_what_was_keyed_in(tmp_path: Path, home: Path) -> None:
    target = tmp_path / "a.json"
    terminal = at_terminal(tmp_path, home, "-o", str(target))
    terminal.wait_for("Y2    age [16 to 100] ")
    terminal.send(b"340\r")
    terminal.wait_for("found 340.")
    terminal.send(b"34\r")
    terminal.wait_for("Y3    sex [1/2/3] ")
    terminal.send(b"1\r")
    terminal.wait_for("R01   ")
    terminal.interrupt()
    terminal.wait_for("Stopped. Kept: 2 answers.")
    assert terminal.end() == 1
    assert b"\x1b" not in terminal.seen
    assert not target.exists()
    again = at_terminal(tmp_path, home, "-o", str(target), "--resume")
    again.wait_for("Going on after Y3, with 2 answers.")
    again.wait_for("R01   ")
    again.send(b"K1\r")
    again.wait_for("K1")
    again.send(b"\r")
    again.wait_for("Enter writes it.")
    again.send(b"\r")
    again.wait_for("a.json")
    assert again.end() == 0
    assert json.loads(target.read_bytes())["answers"] == {"age_years": 34, "sex": "female"}


@pytest.mark.heavy
def test_a_window_that_is_killed_loses_no_answer(tmp_path: Path, home: Path) -> None:
    terminal = at_terminal(tmp_path, home, "-o", str(tmp_path / "a.json"))
    terminal.wait_for("Y2    age [16 to 100] ")
    terminal.send(b"34\r1\r")
    terminal.wait_for("R01   ")
    os.kill(terminal.process, signal.SIGKILL)
    assert terminal.end() == -signal.SIGKILL
    lines = draft_in(home).read_text().splitlines()
    assert [json.loads(line)["answers"] for line in lines] == [{"age_years": 34}, {"sex": "female"}]
