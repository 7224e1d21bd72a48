"""The numbers of a page of rows while they are typed, stepped and clicked. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.quiz.page_parts import Row
from assessment.ui.inputs.number_scale import DECLINED_SIGN, UNSET
from assessment.ui.inputs.stepper import step


class RowValues:
    """What is set so far: a number, None (the person does not know), or nothing yet."""

    def __init__(
        self, rows: Sequence[Row] = (), earlier: Mapping[str, int | None] | None = None
    ) -> None:
        self.rows = tuple(rows)
        self._set = dict(earlier or {})
        self._typed = (-1, "")
        """The row that is typed into, and the digits so far."""

    @property
    def numbers(self) -> Mapping[str, int | None]:
        """What is set, by item id."""
        return self._set

    @property
    def most(self) -> int:
        """The highest number that a row can have."""
        return max(int(row.item.maximum) for row in self.rows)

    @property
    def answers(self) -> dict[str, int | None]:
        """Every row; those not set are 0."""
        return {row.item.id: self._set.get(row.item.id, 0) for row in self.rows}

    def now(self, row: int) -> int | None:
        """Return what *row* is set to, or ``UNSET``."""
        return self._set.get(self.rows[row].item.id, UNSET)

    def put(self, row: int, value: int | None) -> None:
        """Set *row* to *value*."""
        self._typed = (-1, "")
        self._set[self.rows[row].item.id] = value

    def step(self, row: int, by: int) -> None:
        """Add *by* to *row*."""
        self.put(row, step(self.rows[row].item, self.now(row), by))

    def type(self, row: int, sign: str) -> None:
        """Type a digit into *row*, or the sign for "I do not know".

        A digit that would go past the most begins a new number.
        """
        if sign == DECLINED_SIGN:
            self.put(row, None)
            return
        typed_row, digits = self._typed
        longer = digits + sign if typed_row == row else sign
        digits = longer if int(longer) <= self.rows[row].item.maximum else sign
        self.put(row, int(digits))
        self._typed = (row, digits)
