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

        *at* is when it was pressed, in seconds; None: it was clicked, which takes longer. A click
        and a key make no number together.
        """
        joined = self._joined(item_id, sign, at)
        return bool(joined) and int(joined) <= self._items[item_id].maximum

    def _joined(self, item_id: str, sign: str, at: float | None) -> str:
        """Return the digits just typed with *sign* behind them; empty: it begins a new number."""
        typed_id, digits = self._typed
        if typed_id != item_id or not digits.strip("0") or not sign.isdecimal():
            return ""
        if at is None or self._typed_at is None:
            is_soon = at == self._typed_at
        else:
            is_soon = at - self._typed_at < PAUSE_S
        return digits + sign if is_soon else ""

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

        A digit that comes after a pause begins a new number; so does each where no number has two.
        Return whether the item can have that number; too long a one is taken away, for what is
        left of it nobody meant.
        """
        if sign == DECLINED_SIGN:
            self.put(item_id, None)
            return True
        most = self._items[item_id].maximum
        joined = self._joined(item_id, sign, at) if most >= TEN else ""
        digits = str(TEN) if sign == TEN_SIGN else joined or sign
        if int(digits) > most:
            if joined:
                self.unset(item_id)
            return False
        self.put(item_id, int(digits))
        if sign != TEN_SIGN:
            self._typed, self._typed_at = (item_id, digits), at
        return True

    def delete(self, item_id: str, at: float | None = None) -> None:
        """Take the last digit of an item away; a digit joins what is left only soon after *at*."""
        digits = str(self._set.get(item_id) or "")[:-1]
        self.unset(item_id)
        if digits:
            self._set[item_id] = int(digits)
            self._typed, self._typed_at = (item_id, digits), at

    def in_large(self, item_id: str) -> str:
        """Return what an item is set to, to be shown large; empty: nothing."""
        now = self.now(item_id)
        return "" if now is UNSET else DECLINED_SIGN if now is None else str(now)
