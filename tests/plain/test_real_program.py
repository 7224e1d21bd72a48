"""The line-by-line quiz as a real program: in a window, behind a pipe, ended from outside."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.kept import answers_kept
from tests.plain.client import PlainClient, Script, typed_by
from tests.running import Run

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from tests.tui.pseudo_terminal import Terminal, environment_at, quiz

PROMPT = "> "


def answer_until(terminal: Terminal, place: str, script: Script) -> None:
    """Answer what *terminal* asks until *place* is asked, which stays open."""
    client = PlainClient(script)
    while True:
        line = client.reply_to(terminal.wait_for_end(PROMPT))
        if client.asked[-1] == place:
            return
        terminal.send(line.encode() + b"\n")


@pytest.mark.heavy
def test_a_dumb_terminal_gets_the_quiz_line_by_line_with_a_real_paper(tmp_path: Path) -> None:
    terminal = quiz(tmp_path, TERM="dumb")
    answer_until(terminal, "result", {"name": ["Ana"], "chair_rise": ["3"], "hurts": ["1"]})
    terminal.send(b"s\n")
    assert "The file is called posterior-chain-" in terminal.wait_for_end(PROMPT)
    terminal.send(b"f\n")
    assert terminal.end() == 0
    assert terminal.faults == []
    assert b"\x1b" not in terminal.seen, "an escape sequence in a terminal that knows none"
    (saved,) = tmp_path.rglob("*.pdf")
    assert saved.stat().st_mode & 0o077 == 0
    with pikepdf.open(saved) as pdf:
        assert len(pdf.pages) > 3
    assert list(tmp_path.rglob("draft.jsonl")) == []


HEALTHY: Script = {"name": ["Ana"], "result": ["s", "f"]}
EMERGENCY: Script = {"check_now": ["1"], "result": ["s", "f"]}
PREGNANT: Script = {
    "sex": ["1"],
    "birth": ["1"],
    "care_birth": ["1"],
    "check_pregnancy": ["1"],
    "result": ["s", "f"],
}
CHANGING: Script = {
    "goal": ["4", "3"],
    "experience": ["<", "1"],
    "review": ["2", "2", ""],
    "sex": ["2", "2", "2"],
    "result": ["s", "<", "s", "f"],
}


@pytest.mark.parametrize(
    ("script", "said", "not_said", "papers"),
    [
        pytest.param(
            HEALTHY, "How it looks at the start", "Call an ambulance", 1, marks=pytest.mark.heavy
        ),
        pytest.param(EMERGENCY, "Call an ambulance", "out of 100", 1, marks=pytest.mark.heavy),
        pytest.param(
            PREGNANT, "maternity", "How it looks at the start", 1, marks=pytest.mark.heavy
        ),
        pytest.param(
            CHANGING,
            "Your answer so far: Get stronger",
            "Call an ambulance",
            2,
            marks=pytest.mark.heavy,
        ),
    ],
    ids=["healthy", "emergency", "pregnant", "back and change"],
)
def test_a_whole_quiz_through_a_pipe(
    tmp_path: Path, home: Path, run: Run, script: Script, said: str, not_said: str, papers: int
) -> None:
    lines = typed_by(tmp_path / "before", script)
    done = run("--plain", stdin="".join(f"{line}\n" for line in lines).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    output = done.stdout.decode()
    assert "\x1b" not in output
    assert said in output
    assert not_said not in output
    assert len(list(home.rglob("*.pdf"))) == papers
    assert list(home.rglob("draft.jsonl")) == []


@pytest.mark.heavy
def test_a_pipe_that_ends_early_keeps_the_answers_for_the_next(home: Path, run: Run) -> None:
    done = run("--plain", stdin=b"45\n2\n")
    assert done.returncode == 1
    assert b"The input has ended.\nYour answers are kept." in done.stdout
    assert answers_kept(home) == {"age_years": 45, "sex": "male"}
    again = run("--plain", stdin=b"2\n0\n")
    assert b"any of these?" in again.stdout
    assert answers_kept(home)["chest_pain"] == "no"


def test_an_empty_pipe_says_so_and_keeps_nothing(home: Path, run: Run) -> None:
    done = run("--plain")
    assert done.returncode == 1
    assert done.stdout.endswith(b"The input has ended.\n")
    assert list(home.rglob("draft.jsonl")) == []


@pytest.mark.heavy
def test_bad_bytes_and_a_line_of_100_kb_end_nothing(home: Path, run: Run) -> None:
    typed = b"\xff\xfe4\x00\n" + b"<\n" + b"x" * 100_000 + b"\n" + b"\x1b[A\n" + b"\xc3\n45\n"
    done = run("--plain", stdin=typed)
    assert done.returncode == 1
    assert b"Please type a number from 16 to 100" in done.stdout
    assert answers_kept(home)["age_years"] == 45
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.heavy
def test_an_output_that_knows_only_ascii_gets_ascii(home: Path, start: Run) -> None:
    done = start("--plain", stdin="Zoë\n45\n".encode(), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert answers_kept(home) == {"age_years": 45}


@pytest.mark.heavy
def test_a_killed_quiz_is_resumed_where_it_was(tmp_path: Path) -> None:
    terminal = quiz(tmp_path, "--plain")
    answer_until(terminal, "check_now", {})
    terminal.kill()
    assert answers_kept(tmp_path) == {"age_years": 45, "sex": "male"}
    (draft,) = tmp_path.rglob("draft.jsonl")
    assert draft.stat().st_mode & 0o077 == 0
    again = quiz(tmp_path, "--plain")
    assert "Type 2 to go on" in again.wait_for_end(PROMPT)
    again.send(b"2\n")
    assert "any of these?" in again.wait_for_end(PROMPT)
    again.send(b"\x04")
    assert again.end() == 1
    assert b"The input has ended." in again.seen


@pytest.mark.heavy
def test_ctrl_c_stops_with_a_word_and_keeps_the_answers(tmp_path: Path) -> None:
    terminal = quiz(tmp_path, "--plain")
    answer_until(terminal, "sex", {"age_years": ["77"]})
    terminal.interrupt()
    assert terminal.end() == 1
    assert terminal.faults == []
    after = terminal.seen[terminal.seen.rindex(b"\x1b[2J\x1b[3J") :]
    assert b"Stopped.\r\nYour answers are kept." in after
    assert b"77" not in after
    assert b"Traceback" not in terminal.seen
    assert answers_kept(tmp_path) == {"age_years": 77}


@pytest.mark.heavy
def test_a_window_that_is_closed_keeps_the_answers(tmp_path: Path) -> None:
    terminal = quiz(tmp_path, "--plain")
    answer_until(terminal, "sex", {"age_years": ["77"]})
    assert terminal.close() == -signal.SIGHUP
    assert answers_kept(tmp_path) == {"age_years": 77}


@pytest.mark.heavy
def test_lines_fit_the_window(tmp_path: Path) -> None:
    terminal = quiz(tmp_path, "--plain", COLUMNS="90")
    terminal.resize(40, 24)
    said = terminal.wait_for_end(PROMPT)
    terminal.kill()
    assert max(len(line) for line in said.splitlines()) <= 40


@pytest.mark.heavy
def test_a_second_window_is_told_that_the_quiz_is_open(home: Path) -> None:
    first = Terminal([sys.executable, "-m", "assessment", "--plain"], environment_at(home))
    first.wait_for_end(PROMPT)
    second = subprocess.run(
        [sys.executable, "-m", "assessment", "--plain"],
        env=environment_at(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=False,
    )
    first.kill()
    assert second.returncode == 1
    assert b"open in another window" in second.stdout


@pytest.mark.heavy
def test_a_fault_gives_a_friendly_line_and_a_log_without_answers(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from assessment.core import interview\n"
        "def broken(self, answers):\n"
        "    secret = dict(answers)\n"
        "    raise RuntimeError(f'broken on {secret}')\n"
        "interview.Interview.answer = broken\n"
        "from assessment.cli import main\n"
        "sys.argv = ['posterior-chain', '--plain']\n"
        "sys.exit(main())\n"
    )
    terminal = quiz(tmp_path, code=code)
    terminal.wait_for_end(PROMPT)
    terminal.send(b"77\n")
    assert terminal.end() == 1
    assert b"something went wrong" in terminal.seen
    assert b"Traceback" not in terminal.seen
    (log,) = tmp_path.rglob("faults.log")
    assert "RuntimeError" in log.read_text()
    assert "age_years" not in log.read_text()


def test_plain_belongs_to_the_quiz_alone(run: Run) -> None:
    done = run("--plain", "doctor")
    assert done.returncode == 2
    assert b"--plain is for the quiz" in done.stderr


def test_it_loads_no_screen_and_no_paper(home: Path) -> None:
    code = (
        "import sys\n"
        "from assessment.cli import main\n"
        "sys.argv = ['posterior-chain', '--plain']\n"
        "main()\n"
        "heavy = ('textual', 'rich', 'jinja2', 'weasyprint', 'sqlalchemy')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=b"45\n2\n",
        env=environment_at(home),
        capture_output=True,
        timeout=300,
        check=True,
    )
    assert done.stdout.endswith(b"[]\n")
