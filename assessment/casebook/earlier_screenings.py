"""Which earlier screenings of a client count: on the screen, on paper and in a batch alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from assessment.core.gate import Outcome
from assessment.records.sealing.payload import Card
from assessment.records.store.values import Record


class Screened(Protocol):
    """One current record of a client; ``card`` is None where it cannot be opened."""

    @property
    def record(self) -> Record:
        """The record."""

    @property
    def card(self) -> Card | None:
        """What a list shows of it."""


OneScreened = TypeVar("OneScreened", bound=Screened)


def earlier_than(day: date, screenings: Iterable[OneScreened]) -> tuple[OneScreened, ...]:
    """Return what a screening of *day* is set beside: the last of each day before, oldest first.

    One of the same day is a second try, not an earlier time. One that was not complete never
    counts, nor does one whose day is not known, since a clock had been set back; one that cannot
    be opened counts only where its day has no other.
    """
    counting: dict[date, OneScreened] = {}
    for one in sorted(screenings, key=lambda one: one.record.finished_at):
        made = one.record.day
        if (
            made >= day
            or not one.record.day_is_sure
            or (one.card and one.card.outcome == Outcome.INCOMPLETE)
        ):
            continue
        if one.card or made not in counting:
            counting[made] = one
    return tuple(counting.values())
