"""Which key does what at the desk: one letter for each thing, the same on every screen.

Digits only ever type numbers here. ``tests/desk/test_keys.py`` holds all screens against it.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from assessment.desk import words
from assessment.quiz import words as quiz_words


class DeskKey(NamedTuple):
    """A key, what it is called on the bar, and what it does in a word or two."""

    key: str
    says: str
    name: str = ""
    """Empty: as the key itself."""

    def does(self, action: str) -> Binding:
        """Return the binding of this key to *action* of a screen."""
        return Binding(self.key, action, self.says, key_display=self.name or None)


RETEST = DeskKey("r", words.KEY_RETEST)
GIVE_COPY = DeskKey("g", words.KEY_EXPORT)
ERASE = DeskKey("x", words.KEY_ERASE)
PRINT = DeskKey("p", words.KEY_PRINT)
SAVE_FILE = DeskKey("f", words.KEY_SAVE)
CLEARANCE = DeskKey("c", words.KEY_CLEARANCE)
TESTS = DeskKey("t", words.KEY_FIGURES)
NOTES = DeskKey("n", words.KEY_NOTES)
WATCH = DeskKey("w", words.KEY_WATCH)
PLAN = DeskKey("v", words.KEY_PLAN)
SWAP = DeskKey("s", words.KEY_SWAP)
DROP = DeskKey("d", words.KEY_DROP)
ADD = DeskKey("a", words.KEY_ADD)
EARLIER = DeskKey("o", words.KEY_EARLIER)
LATER = DeskKey("l", words.KEY_LATER)
DOSE = DeskKey("e", words.KEY_DOSE)
MESSAGE = DeskKey("m", words.KEY_MESSAGE)
SPLIT = DeskKey("b", words.KEY_SPLIT)
UNDO = DeskKey("u", words.KEY_UNDO)
REDO = DeskKey("y", words.KEY_REDO)
LETTERS = (
    *(RETEST, GIVE_COPY, ERASE, PRINT, SAVE_FILE, CLEARANCE, TESTS, NOTES, WATCH),
    *(PLAN, SWAP, DROP, ADD, EARLIER, LATER, DOSE, MESSAGE, SPLIT, UNDO, REDO),
)

KEEP = DeskKey("ctrl+s", words.KEY_KEEP, words.CTRL_S)
NEXT_LINE = DeskKey("enter", words.KEY_DOWN, quiz_words.ENTER)
TAKE = DeskKey("enter", words.KEY_TAKE, quiz_words.ENTER)
OPEN = DeskKey("enter", words.KEY_OPEN, quiz_words.ENTER)
HELP = DeskKey("question_mark,f1", words.KEY_HELP, "?")
HELP_WHILE_TYPING = DeskKey("f1", words.KEY_HELP, "F1")
BACK = DeskKey("escape", words.KEY_BACK, quiz_words.ESCAPE)
LOOK = DeskKey("f3", words.KEY_COLOURS, quiz_words.LOOK_KEY)
