"""Numbers of a page while they are typed, stepped and clicked. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.ui.inputs.slots import DECLINED_SIGN, TEN, TEN_SIGN, UNSET
from assessment.ui.inputs.stepper import step
from questions.model import NumberItem

PAUSE_S = 1.0
"""Seconds after which a digit begins a new number."""


class RowValues:
    """What is set so far: a number, None (the person does not know), or nothing yet."""

    def __init__(
        self,
        items: Sequence[NumberItem] = (),
        earlier: Mapping[str, int | None] | None = None,
    ) -> None:
        self._items = {item.id: item for item in items}
        self._set = dict(earlier or {})
        self._typed = ("", "")
        """The item that is typed into, and the digits so far."""
        self._typed_at: float | None = None

    @property
    def numbers(self) -> Mapping[str, int | None]:
        """What is set, by item id."""
        return self._set

    def now(self, item_id: str) -> Any:
        """Return what an item is set to, or ``UNSET``."""
        return self._set.get(item_id, UNSET)

    def may_grow(self, item_id: str, sign: str, at: float | None) -> bool:
        """Return whether *sign* would make a longer number of the one just typed.

        *at* is when it was pressed, in seconds; None: it was clicked, which takes longer.
        """
        typed_id, digits = self._typed
        if typed_id != item_id or not digits.strip("0") or not sign.isdecimal():
            return False
        if at is not None and self._typed_at is not None and at - self._typed_at >= PAUSE_S:
            return False
        return int(digits + sign) <= self._items[item_id].maximum

    def rest(self) -> None:
        """Let the next digit begin a new number."""
        self._typed = ("", "")

    def put(self, item_id: str, value: int | None) -> None:
        """Set an item to *value*."""
        self.rest()
        self._set[item_id] = value

    def unset(self, item_id: str) -> None:
        """Forget what an item is set to."""
        self.rest()
        self._set.pop(item_id, None)

    def step(self, item_id: str, by: int) -> None:
        """Add *by* to an item."""
        self.put(item_id, step(self._items[item_id], self.now(item_id), by))

    def type(self, item_id: str, sign: str, at: float | None) -> bool:
        """Type a digit into an item, the sign for 10, or the one for "I do not know".

        A digit that would go past the most, or comes after a pause, begins a new number. Return
        whether the item can have that number.
        """
        if sign == DECLINED_SIGN:
            self.put(item_id, None)
            return True
        is_longer = self.may_grow(item_id, sign, at)
        digits = str(TEN) if sign == TEN_SIGN else self._typed[1] + sign if is_longer else sign
        if int(digits) > self._items[item_id].maximum:
            return False
        self.put(item_id, int(digits))
        if sign != TEN_SIGN:
            self._typed, self._typed_at = (item_id, digits), at
        return True

    def delete(self, item_id: str) -> None:
        """Take the last digit of an item away."""
        digits = str(self._set.get(item_id) or "")[:-1]
        self.unset(item_id)
        if digits:
            self._set[item_id] = int(digits)
            self._typed, self._typed_at = (item_id, digits), None

    def in_large(self, item_id: str) -> str:
        """Return what an item is set to, to be shown large; empty: nothing."""
        now = self.now(item_id)
        return "" if now is UNSET else DECLINED_SIGN if now is None else str(now)
