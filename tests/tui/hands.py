"""Hands and eyes at a real terminal: do there what a client of a journey noted."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

import pyte
from rich.cells import cell_len

from tests.journeys.driver import flowing, words_below
from tests.journeys.notes import Clicked, Note, Pressed, Saw
from tests.surroundings import PATIENCE_S
from tests.tui.pseudo_terminal import Terminal

BYTES = {
    "enter": b"\r",
    "space": b" ",
    "backspace": b"\x7f",
    "delete": b"\x1b[3~",
    "escape": b"\x1b",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "question_mark": b"?",
    "tab": b"\t",
    "ctrl+s": b"\x13",
}
"""What a terminal sends for a key, where that is not its letter."""
AGAIN_S = 0.35
"""Seconds after which the same key, or a press on what is new, is meant."""
TYPED_S = 0.06
"""Seconds between two keys of somebody fast."""


class Hands:
    """Somebody before *terminal*, whose window has *columns* and *rows*."""

    def __init__(self, terminal: Terminal, columns: int = 80, rows: int = 24) -> None:
        self._terminal = terminal
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._looked_at = 0
        self._last = ""

    @property
    def rows(self) -> list[str]:
        """What stands in the window now."""
        self._stream.feed(self._terminal.seen[self._looked_at :])
        self._looked_at = len(self._terminal.seen)
        return [row.rstrip() for row in self._screen.display]

    def do(self, notes: Sequence[Note]) -> None:
        """Do all that was noted: what was seen is waited for, keys are typed fast."""
        for note in notes:
            match note:
                case Saw(words):
                    self._wait(partial(self._shows, words), words)
                    self._last = ""
                    self._pass(AGAIN_S)
                case Pressed(key):
                    self._pass(AGAIN_S if key == self._last else TYPED_S)
                    self._terminal.send(BYTES.get(key) or key.encode())
                    self._last = key
                    if key == "escape":
                        self._pass(AGAIN_S)  # with what follows at once it would be another key
                case Clicked(x, y, page):
                    self._wait(partial(self._is_on, page), str(page))
                    self._pass(AGAIN_S)
                    spot = f"{x + 1};{y + 1}"
                    self._terminal.send(f"\x1b[<0;{spot}M\x1b[<0;{spot}m".encode())

    def click_on(self, words: str) -> None:
        """Wait for *words* within one row, and click on the last place where they stand."""
        self._wait(lambda: any(words in row for row in self.rows), words)
        self._pass(AGAIN_S)
        y, row = [(y, row) for y, row in enumerate(self.rows) if words in row][-1]
        spot = f"{cell_len(row[: row.rindex(words)]) + 2};{y + 1}"
        self._terminal.send(f"\x1b[<0;{spot}M\x1b[<0;{spot}m".encode())

    def _shows(self, words: str) -> bool:
        return words in flowing(self.rows)

    def _is_on(self, page: Sequence[str]) -> bool:
        return words_below(self.rows) == page

    def _pass(self, seconds: float) -> None:
        """Let that time pass, as fingers do, and read what the program writes meanwhile."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self._terminal.read(deadline)

    def _wait(self, happened: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not happened():
            if not self._terminal.read(deadline):
                raise AssertionError("\n".join([f"{what!r} did not come:", *self.rows]))
