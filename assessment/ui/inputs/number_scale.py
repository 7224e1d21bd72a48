"""The numbers 0 to 10 beside each other, to see, to click, and to type past."""

from __future__ import annotations

from typing import NamedTuple

from questions.model import NumberItem

LAST = 10
"""The highest number with a place of its own; a higher one stands in its place."""
DECLINED = LAST + 1
"""The place behind the numbers, for "I do not know"."""
DECLINED_SIGN, MORE_SIGN = "-", "+"
NARROW, WIDE = 2, 3
LAST_COLUMNS = 4
UNSET = -1
"""Stands for a number that nobody set yet; None is one that the person does not know."""


class NumberScale(NamedTuple):
    """The places of one row; ``columns`` is how wide each is, its bracket included."""

    columns: tuple[int, ...]

    @classmethod
    def of(cls, *, wide: bool) -> NumberScale:
        """Return places with more or less room between them."""
        width = WIDE if wide else NARROW
        return cls((*([width] * LAST), LAST_COLUMNS, width + 1))

    @property
    def width(self) -> int:
        """Columns of all places together."""
        return sum(self.columns)

    def value_at(self, column: int, item: NumberItem, now: int | None) -> int | None:
        """Return what a click on *column* sets; beside the places it changes nothing."""
        slot = self._at(column)
        return now if slot is None else value_of(slot, item, now)

    def _at(self, column: int) -> int | None:
        """Return the place that *column* belongs to, None for one outside."""
        left = 0
        for slot, columns in enumerate(self.columns):
            if left <= column < left + columns:
                return slot
            left += columns
        return None

    def text(self, item: NumberItem, now: int | None) -> str:
        """Return the numbers with the one that is set *now* in brackets."""
        chosen = DECLINED if now is None else min(now, LAST)
        labels = [*map(str, range(LAST)), _last_label(item, now), DECLINED_SIGN]
        text = ""
        for slot, (label, columns) in enumerate(zip(labels, self.columns, strict=True)):
            bracket = "[" if slot == chosen else "]" if chosen == slot - 1 >= 0 else " "
            text += bracket + label.rjust(columns - 1 - (slot == DECLINED))
        return text + ("]" if chosen == DECLINED else " ")


def value_of(slot: int, item: NumberItem, now: int | None) -> int | None:
    """Return what a click on *slot* sets; the last number grows with every click."""
    if slot == DECLINED:
        return None
    if slot == LAST and now is not None and now >= LAST:
        return min(now + 1, item.maximum)
    return min(slot, item.maximum)


def _last_label(item: NumberItem, now: int | None) -> str:
    if now is not None and now > LAST:
        return str(now)
    return f"{LAST}{MORE_SIGN if item.maximum > LAST else ''}"
