"""One number between two signs that lower and raise it: rows in a narrow window."""

from __future__ import annotations

from typing import NamedTuple

from assessment.ui.inputs.number_scale import DECLINED_SIGN, UNSET
from questions.model import NumberItem

LOWER, RAISE = "[-]", "[+]"
NUMBER_COLUMNS = 4


class Stepper(NamedTuple):
    """Draws the number of a row, and says what a click on it sets."""

    @property
    def width(self) -> int:
        """Columns of the number with both signs."""
        return len(LOWER) + NUMBER_COLUMNS + len(RAISE)

    def text(self, _item: NumberItem, now: int | None) -> str:
        """Return the number that is set *now* between the signs."""
        shown = "" if now == UNSET else DECLINED_SIGN if now is None else str(now)
        return f"{LOWER}{shown:^{NUMBER_COLUMNS}}{RAISE}"

    def value_at(self, column: int, item: NumberItem, now: int | None) -> int | None:
        """Return what a click on *column* sets; the number itself changes nothing."""
        if column < len(LOWER):
            return step(item, now, -1)
        if column >= len(LOWER) + NUMBER_COLUMNS:
            return step(item, now, 1)
        return now


def step(item: NumberItem, now: int | None, by: int) -> int:
    """Return *now* with *by* added, within the limits of *item*; the least where none is set."""
    least, most = int(item.minimum), int(item.maximum)
    if now is None or now == UNSET:
        return least
    return min(max(now + by, least), most)
