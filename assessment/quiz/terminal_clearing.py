"""Nothing of a client stays in the window when the quiz is closed."""

from __future__ import annotations

import sys

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""To the first row, the screen empty, and the rows that were scrolled out of it."""


def clear_terminal() -> None:
    """Empty the terminal and what it kept above, where it is one that obeys."""
    shown_on = sys.__stderr__
    if shown_on and shown_on.isatty():
        shown_on.write(CLEAR)
        shown_on.flush()
