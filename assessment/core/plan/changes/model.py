"""What a trainer may change of a plan: frozen values, each with who changed it and when.

A list of changes is applied from the first to the last; taking the last one away undoes it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, TypeAlias

from assessment.catalogue.schedule import Span

MOST_NOTE = 300
"""Characters of a note; more would not fit on a card."""
MOST_BY = 80
"""Characters of a trainer's name."""
MOST_CHANGES = 200
"""Changes of one plan; nobody makes as many."""
WHOLE_BODY, UPPER_LOWER = "whole-body", "upper-lower"
SPLITS = (WHOLE_BODY, UPPER_LOWER)
"""How the sessions share the body: all of it each time, or upper and lower body in turn."""


@dataclass(frozen=True, slots=True)
class Swap:
    """*into* takes the place of *exercise*: in *session*, or in all that hold it."""

    KIND: ClassVar = "swap"
    exercise: str
    into: str
    session: str | None = None


@dataclass(frozen=True, slots=True)
class Drop:
    """*exercise* goes: from *session*, or from all that hold it."""

    KIND: ClassVar = "drop"
    exercise: str
    session: str | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """*exercise* comes in: to *session*, or to each that has room for it."""

    KIND: ClassVar = "add"
    exercise: str
    session: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """*session* is done in this order: all its exercises, two by two.

    Neighbours stand in one superset unless they train the same.
    """

    KIND: ClassVar = "order"
    session: str
    exercises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sets:
    """So many *sets* of *exercise*: in the weeks of *phase*, or in all weeks that allow as many."""

    KIND: ClassVar = "sets"
    exercise: str
    sets: int
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Repetitions:
    """*repetitions* of *exercise*, the fewest and the most: in *phase*, or wherever allowed."""

    KIND: ClassVar = "repetitions"
    exercise: str
    repetitions: Span
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard *exercise* is, the lowest and the highest RPE: in *phase*, or wherever allowed."""

    KIND: ClassVar = "effort"
    exercise: str
    effort: Span
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class ClientNote:
    """A note that the client reads, beside *exercise* or about the whole plan; empty: none."""

    KIND: ClassVar = "note"
    text: str
    exercise: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """How the sessions share the body, one of ``SPLITS``; what was changed before it stays."""

    KIND: ClassVar = "split"
    split: str


@dataclass(frozen=True, slots=True)
class WithTrainer:
    """*exercise* may be chosen although it is above the client's level: the trainer is there."""

    KIND: ClassVar = "with_trainer"
    exercise: str


Edit: TypeAlias = (
    Swap | Drop | Add | Order | Sets | Repetitions | Effort | ClientNote | Split | WithTrainer
)
EDITS: tuple[type[Edit], ...] = (
    Swap,
    Drop,
    Add,
    Order,
    Sets,
    Repetitions,
    Effort,
    ClientNote,
    Split,
    WithTrainer,
)
"""Every kind, each by its ``KIND``."""


class TrainerNote(NamedTuple):
    """What the client reads, and the trainer who wrote it."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Change:
    """One *edit*, with the name of the trainer who made it and the day."""

    by: str
    on: datetime.date
    edit: Edit


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """All changes of one plan, the first made first; empty: the plan is as the rules made it."""

    changes: tuple[Change, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.changes)

    def with_edits(self, by: str, on: datetime.date, edits: Iterable[Edit]) -> PlanChanges:
        """Return these with *edits* behind them, made *by* a trainer *on* a day."""
        return PlanChanges((*self.changes, *[Change(by, on, edit) for edit in edits]))

    @property
    def undone(self) -> PlanChanges:
        """These without the last one."""
        return PlanChanges(self.changes[:-1])


NO_CHANGES = PlanChanges()
