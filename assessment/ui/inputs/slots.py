"""Answers beside or under a line: how they are drawn, and which one a click means. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

RING, CHOSEN_RING = "( )", "(●)"
DECLINED_SIGN = "-"
TEN, TEN_SIGN = 10, "t"
"""The one number of a scale that has no digit, and the key for it."""
UNSET = object()
"""Stands for no answer yet; None is one that the person does not know."""


class Slot(NamedTuple):
    """One answer in its place: what is drawn, and what a click on it means."""

    text: str
    value: Any


class SlotRows(NamedTuple):
    """Answers in one or more rows."""

    rows: tuple[tuple[Slot, ...], ...]

    @classmethod
    def wrapped(cls, slots: Iterable[Slot], columns: int) -> SlotRows:
        """Return *slots* in as many rows of so many *columns* as they take."""
        rows: list[list[Slot]] = [[]]
        for slot in slots:
            if rows[-1] and len("".join(one.text for one in (*rows[-1], slot)).rstrip()) > columns:
                rows.append([])
            rows[-1].append(slot)
        return cls(tuple(map(tuple, rows)))

    @property
    def texts(self) -> tuple[str, ...]:
        """Each row as it is drawn."""
        return tuple("".join(slot.text for slot in row) for row in self.rows)

    def at(self, column: int, row: int = 0) -> Slot | None:
        """Return what stands there, None beside all of them."""
        left = 0
        for slot in self.rows[row] if 0 <= row < len(self.rows) else ():
            if left <= column < left + len(slot.text):
                return slot
            left += len(slot.text)
        return None


def rings(answers: Iterable[tuple[str, Any]], chosen: Any) -> Iterator[Slot]:
    """Yield *answers*, labels and values, each behind a ring; that of the *chosen* is filled."""
    for label, value in answers:
        ring = CHOSEN_RING if value == chosen else RING
        yield Slot(f"{ring} {label} ", value)


def brackets(answers: Sequence[tuple[str, Any]], chosen: Any, air: int = 0) -> Iterator[Slot]:
    """Yield *answers* beside each other, the *chosen* one in brackets.

    Without *air* two neighbours share a column for their brackets.
    """
    before = False
    for number, (label, value) in enumerate(answers):
        here = value == chosen
        opening = "(" if here else ")" if before and not air else " "
        closing = ")" if here else " "
        text = opening + label + (closing + " " * (air - 1) if air else "")
        if not air and number == len(answers) - 1:
            text += closing
        yield Slot(text, value)
        before = here


def numbers(most: int) -> list[tuple[str, Any]]:
    """Return the answers 0 to *most*, and the one that the person does not know."""
    return [*((str(value), value) for value in range(most + 1)), (DECLINED_SIGN, None)]
