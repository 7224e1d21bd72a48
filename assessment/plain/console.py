"""Lines out and in: wrapped for a window, whole for a pipe, never stopped by a bad byte."""

from __future__ import annotations

import os
import select
import sys
import textwrap
from collections.abc import Iterable
from typing import BinaryIO, TextIO

from assessment.plain import words
from assessment.plain.errors import InputEndedError
from assessment.quiz.control_sequences import text_in
from assessment.quiz.terminal_clearing import CLEAR

MOST_BYTES = 4096
"""Of one line; the rest of a longer one is passed over."""
WIDEST = 80
NARROWEST = 20
TURN_S = 0.5


class Console:
    """Speaks by lines. *is_window*: somebody reads it in a window, and sees what is typed."""

    def __init__(self, lines_in: BinaryIO, lines_out: TextIO, *, is_window: bool) -> None:
        self._in, self._out, self._is_window = lines_in, lines_out, is_window

    def say(self, *paragraphs: str) -> None:
        """Write each of *paragraphs* from a new line; an empty one is an empty line."""
        for paragraph in paragraphs:
            for line in paragraph.split("\n"):
                self._out.write("\n".join(self._wrapped(line)) + "\n")
        self._out.flush()

    def say_apart(self, paragraphs: Iterable[str]) -> None:
        """Write *paragraphs* after an empty line."""
        self.say("", *paragraphs)

    def ask(self) -> str:
        """Return the text of the next line that is typed, without spaces around it.

        Bytes that are not UTF-8, and keys and answers of the terminal, are not in it.

        Raises:
            InputEndedError: There is none.
        """
        self._out.write(words.PROMPT)
        self._out.flush()
        self._wait()
        line = self._in.readline(MOST_BYTES)
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = self._in.readline(MOST_BYTES)
        if not (self._is_window and line.endswith(b"\n")):
            self._out.write("\n")
        if not line:
            raise InputEndedError
        return text_in(line.decode("utf-8", errors="replace")).strip()

    def take_leave(self, *sentences: str) -> None:
        """Say the last *sentences*; a window that can be emptied keeps nothing of the client."""
        if self._is_window and os.environ.get("TERM", "dumb") != "dumb":
            self._out.write(CLEAR)
        self.say("", *sentences)

    def _wait(self) -> None:
        """Wait for a line in a window, a turn at a time.

        A Ctrl-C that comes just before a read is only heard when the read is over.
        """
        waits = self._is_window and sys.platform != "win32"
        while waits and not select.select([self._in], [], [], TURN_S)[0]:
            pass

    def _wrapped(self, line: str) -> list[str]:
        if not self._is_window:
            return [line]
        return textwrap.wrap(line, max(self._columns(), NARROWEST)) or [""]

    def _columns(self) -> int:
        """Return how many columns of the window are used, whatever the environment says."""
        try:
            return min(os.get_terminal_size(self._out.fileno()).columns or WIDEST, WIDEST)
        except OSError:
            return WIDEST
