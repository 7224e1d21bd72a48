"""Steps show that they are alive, on a terminal and in a log."""

import io
import os
import re
import sys
import time

import pytest
import rich.progress

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up.steps import Step, run


class Screen(io.TextIOWrapper):
    """Standard error as a terminal, or as a file, in some encoding."""

    def __init__(self, encoding: str, *, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="")
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    def text(self) -> str:
        """Return all that was written."""
        self.seek(0)
        return self.read()


def use_screen(
    monkeypatch: pytest.MonkeyPatch, *, encoding: str = "utf-8", is_terminal: bool = True
) -> Screen:
    screen = Screen(encoding, is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    return screen


def test_in_a_log_a_step_is_two_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch, is_terminal=False)

    with Step("Making tea"):
        pass

    assert re.fullmatch(r"Making tea \.\.\.\n✓ Making tea, 0\.\d s\n", screen.text())


def test_on_a_terminal_a_sign_turns_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch)

    with Step("Making tea"):
        time.sleep(0.25)

    *turns, last = screen.text().split("\r")[1:]
    assert len(turns) == 2
    assert turns[0][0] != turns[1][0]
    assert {len(turn) for turn in turns} == {59}
    assert re.fullmatch(r"✓ Making tea, 0\.\d s +\n", last)


def test_where_rich_is_there_a_bar_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch)
    monkeypatch.setattr(Step, "rich", rich.progress)

    with Step("Making tea", total=3) as step:
        step.done = 2
        time.sleep(0.25)

    assert re.search(r"Making tea .*━.* .*2/3", screen.text())
    assert re.search(r"✓ Making tea, 0\.\d s +\n$", screen.text())


def test_a_terminal_without_unicode_gets_plain_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch, encoding="ascii")

    with Step("Making tea"):
        time.sleep(0.15)

    assert "ok: Making tea" in screen.text()


def test_parts_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch)

    with Step("Making tea", total=3) as step:
        step.done = 2
        time.sleep(0.15)

    assert "Making tea, 2 of 3, 0 s" in screen.text()


def test_nothing_is_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch)

    with Step("Making tea") as step:
        step.ok = False

    assert "\x1b" not in screen.text()


def test_a_label_wider_than_the_terminal_stays_on_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = use_screen(monkeypatch)

    with Step("Making tea " * 10):
        pass

    assert {len(line.rstrip("\n")) for line in screen.text().split("\r")[1:]} == {59}


def test_a_step_that_is_interrupted_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch, is_terminal=False)

    with pytest.raises(KeyboardInterrupt), Step("Making tea"):
        raise KeyboardInterrupt

    assert "✗ Making tea: stopped after" in screen.text()


def test_a_program_that_fails_gives_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = use_screen(monkeypatch, is_terminal=False)
    script = "import os, sys; sys.stderr.write(os.environ['TEA'] + ' is out'); sys.exit(3)"

    outcome = run(
        "Making tea", [sys.executable, "-S", "-c", script], {**os.environ, "TEA": "Assam"}
    )

    assert outcome == (False, "Assam is out")
    assert "✗ Making tea: did not work" in screen.text()
