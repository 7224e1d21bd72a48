"""The changes of a plan as a table: when, who, what, and which of them are not used and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessment.catalogue.model import Catalogue
from assessment.core.plan.changes.described import described
from assessment.core.plan.changes.model import Change, PlanChanges
from reports.sheets.table import Column, OnScreen, Span, Table, small
from reports.words import trainer as trainer_words
from reports.words.phrasing import day_in_short

if TYPE_CHECKING:
    from assessment.replanning.judging import Refused


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change; ``why_not`` says why it is not used, empty where it is."""

    day: str
    by: str
    what: str
    why_not: str

    @property
    def told(self) -> str:
        """What it was, and why it is not used, on one line."""
        not_used = trainer_words.NOT_USED_BECAUSE.format(why=self.why_not) if self.why_not else ""
        return ". ".join(filter(None, (self.what, not_used)))


CHANGE_COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column(trainer_words.CHANGED_ON, lambda row: row.day, head_css="changed-on"),
    Column(trainer_words.CHANGED_BY, lambda row: row.by, head_css="changed-by"),
    Column(
        trainer_words.CHANGED,
        lambda row: (Span(row.what), *_why_not(row)),
        on_screen=OnScreen.APART,
    ),
)


def change_table(
    changes: PlanChanges, refused: Sequence[Refused], catalogue: Catalogue
) -> Table[ChangeRow]:
    """Return *changes* as they were made, and behind them those that were *refused*."""
    used = [_row(one, "", catalogue) for one in changes.changes]
    others = [_row(one.change, one.sentence, catalogue) for one in refused]
    return Table(CHANGE_COLUMNS, (*used, *others))


def _row(change: Change | None, why_not: str, catalogue: Catalogue) -> ChangeRow:
    if change is None:
        return ChangeRow("", "", trainer_words.UNREADABLE, why_not)
    return ChangeRow(day_in_short(change.on), change.by, described(change, catalogue), why_not)


def _why_not(row: ChangeRow) -> tuple[Span, ...]:
    if not row.why_not:
        return ()
    return Span("\n"), small(trainer_words.NOT_USED_BECAUSE.format(why=row.why_not))
