"""What a terminal sends that is no text: control sequences, cut by their grammar (ECMA-48).

A terminal answers questions, tells of the mouse and names keys by such sequences. Where one ends
follows from its first signs alone, so also one that nobody ever heard of is taken as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

ESC = "\x1b"
CANNOT_READ = "\ufffd"
"""Stands for bytes that are no text."""
CSI, SS3, X10_MOUSE, CONSOLE_KEY = "[", "O", "M", "["
STRINGS = "]PX^_"
"""Begin a string that ends with BEL or ESC: replies on colours, settings, clipboards."""
BEL = "\a"
MOST_SIGNS = 64
"""Of a sequence that are kept; no key and no answer that is understood is longer."""
X10_SIGNS = 3
"""After the head of the oldest report on the mouse: button, column, row."""


class Step(Enum):
    """What a sign is to a sequence that it was added to."""

    MORE = auto()
    """It belongs to it, and more comes."""
    LAST = auto()
    """It ends it."""
    NOT_PART = auto()
    """It does not belong to it: the sequence was cut off, and the sign stands for itself."""


class ControlSequence:
    """Grows from ESC, sign by sign; ``text`` is what there is of it, cut to ``MOST_SIGNS``."""

    def __init__(self, first: str = ESC) -> None:
        self.text = ESC
        self._state: Callable[[str], Step] = self._after_escape
        self._left = 0
        if first != ESC:
            self.add(_two_signs(first)[1])

    def add(self, sign: str) -> Step:
        """Add *sign*, if it belongs to the sequence."""
        step = Step.NOT_PART if sign == ESC else self._state(sign)
        if step is not Step.NOT_PART and len(self.text) < MOST_SIGNS:
            self.text += sign
        return step

    @property
    def is_string(self) -> bool:
        """Whether it is one of those that ESC and a backslash end."""
        return len(self.text) > 1 and self.text[1] in STRINGS

    def _after_escape(self, sign: str) -> Step:
        if sign == CSI:
            self._state = self._parameters
        elif sign == SS3:
            self._state = self._single_shift
        elif sign in STRINGS:
            self._state = self._string
        elif " " <= sign <= "/":
            self._state = self._charset
        else:
            return Step.LAST
        return Step.MORE

    def _parameters(self, sign: str) -> Step:
        if self.text == ESC + CSI and sign in (X10_MOUSE, CONSOLE_KEY):
            self._left = X10_SIGNS if sign == X10_MOUSE else 1
            self._state = self._counted
            return Step.MORE
        if " " <= sign <= "?":
            return Step.MORE
        return Step.LAST if "@" <= sign <= "~" else Step.NOT_PART

    def _single_shift(self, sign: str) -> Step:
        if "0" <= sign <= ";":
            return Step.MORE
        return Step.LAST if "@" <= sign <= "~" or sign == " " else Step.NOT_PART

    def _charset(self, sign: str) -> Step:
        if " " <= sign <= "/":
            return Step.MORE
        return Step.LAST if "0" <= sign <= "~" else Step.NOT_PART

    def _counted(self, sign: str) -> Step:
        if is_control(sign):
            return Step.NOT_PART
        self._left -= 1
        return Step.MORE if self._left else Step.LAST

    def _string(self, sign: str) -> Step:
        if sign == BEL:
            return Step.LAST
        return Step.NOT_PART if is_control(sign) else Step.MORE


def begins_sequence(sign: str) -> bool:
    """Return whether *sign* is ESC, or stands for ESC and another one (a C1 control)."""
    return sign == ESC or "\x80" <= sign <= "\x9f"


def is_control(sign: str) -> bool:
    """Return whether *sign* is a control (C0, DEL, C1) and no text."""
    return sign < " " or "\x7f" <= sign <= "\x9f"


def text_in(signs: str) -> str:
    """Return what of the line *signs* is text: without sequences, controls and bytes that are none.

    A word may lack a letter that could not be read. Of a line without any letter such a byte alone
    is left: neither an empty line nor a number is to come of it.
    """
    text = []
    sequence: ControlSequence | None = None
    for sign in signs:
        if sequence:
            step = sequence.add(sign)
            if step is not Step.MORE:
                sequence = None
            if step is not Step.NOT_PART:
                continue
        if begins_sequence(sign):
            sequence = ControlSequence(sign)
        elif not is_control(sign) and sign != CANNOT_READ:
            text.append(sign)
        elif sign in "\t\n\r":
            text.append(" ")
    read = "".join(text)
    is_whole = CANNOT_READ not in signs
    return read if is_whole or any(map(str.isalpha, read)) else CANNOT_READ


def _two_signs(c1: str) -> str:
    """Return the two signs that *c1* stands for."""
    return ESC + chr(ord(c1) - 0x40)
