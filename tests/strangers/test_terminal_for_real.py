"""Quiz and desk on a pseudo terminal that answers, asks back, and sends what nobody pressed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from tests.strangers.test_terminal_bytes import ANSWERS
from tests.tui.pseudo_terminal import quiz

pytestmark = pytest.mark.heavy

UNASKED = "".join(ANSWERS.values()).encode(errors="surrogateescape") + b"\xe9\xff\x00\x9b"
ENTER_GOES_DOWN, ENTER_GOES_UP = b"\x1b[13;1:1u", b"\x1b[13;1:3u"
BROKEN = (
    "import sys, threading\n"
    "from assessment.ui.terminal import {module}\n"
    "def broken(self, *_):\n"
    "    raise RuntimeError('Ana Moreau')\n"
    "{module}.{name} = broken\n"
    "from assessment.cli import main\n"
    "sys.argv = ['posterior-chain']\n"
    "sys.exit(main())\n"
)


def test_what_a_terminal_answers_is_typed_nowhere(tmp_path: Path) -> None:
    terminal = quiz(tmp_path)
    terminal.wait_for("Start")
    terminal.send(UNASKED)
    terminal.send(ENTER_GOES_DOWN + ENTER_GOES_UP)
    terminal.wait_for("How old")
    terminal.send(b"6" + UNASKED + b"1" + ENTER_GOES_DOWN + ENTER_GOES_UP)
    terminal.wait_for("your sex")
    (draft,) = tmp_path.rglob("draft.jsonl")
    assert json.loads(draft.read_text().splitlines()[-1])["answers"] == {"age_years": 61}
    terminal.kill()


def test_a_desk_reads_them_no_worse(tmp_path: Path) -> None:
    terminal = quiz(tmp_path, "desk")
    terminal.wait_for("PIN")
    terminal.send(UNASKED + b"12" + UNASKED + b"34" + ENTER_GOES_DOWN + ENTER_GOES_UP)
    terminal.wait_for("once more")
    terminal.send(b"1234" + ENTER_GOES_DOWN)
    terminal.wait_for("no client")
    terminal.kill()


@pytest.mark.parametrize(
    ("module", "name"),
    [("driver", "TerminalDriver._read"), ("input_parser", "TerminalParser._meaning_of")],
)
def test_a_fault_in_the_thread_that_reads_leaves_the_terminal_clean(
    tmp_path: Path, module: str, name: str
) -> None:
    terminal = quiz(tmp_path, code=BROKEN.format(module=module, name=name))
    terminal.wait_for("Start")
    terminal.send(b"\x1b[B")
    assert terminal.end() == 1
    assert terminal.faults == []
    said = terminal.seen.rpartition(b"\x1b[?1049l")[2]
    assert b"Sorry" in said
    assert b"Traceback" not in said
    assert b"Ana Moreau" not in said


def test_a_window_that_is_made_narrow_is_obeyed_whatever_a_variable_says(tmp_path: Path) -> None:
    """At 40 columns the short sentence on the time stands there, and nothing beyond the edge."""
    terminal = quiz(tmp_path, COLUMNS="120", LINES="60")
    terminal.wait_for("Start")
    terminal.forget()
    terminal.resize(40, 12)
    terminal.wait_for("\x1b[12;")
    assert b"\x1b[1;41H" not in terminal.seen[-20_000:]
    terminal.kill()
