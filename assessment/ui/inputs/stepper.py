"""One number between two signs that lower and raise it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assessment.ui.inputs.slots import DECLINED_SIGN, UNSET, Slot
from questions.model import NumberItem

LOWER, RAISE = "[-]", "[+]"
NUMBER_COLUMNS = 4


def stepper(now: Any) -> Iterator[Slot]:
    """Yield the number that is set *now* between the signs; their values are what they add."""
    shown = "" if now is UNSET else DECLINED_SIGN if now is None else str(now)
    yield Slot(LOWER, -1)
    yield Slot(f"{shown:^{NUMBER_COLUMNS}}", 0)
    yield Slot(RAISE, 1)


def step(item: NumberItem, now: Any, by: int) -> int:
    """Return *now* with *by* added, within the limits of *item*; none set is the least."""
    before = item.minimum if now is None or now is UNSET else now
    return int(min(max(before + by, item.minimum), item.maximum))
