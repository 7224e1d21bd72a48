"""Answers that fit their items and contradict each other, or the calendar (docs/rules.md 2)."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from assessment.core.answers import AnswerError, AnswerSheet, Clearance
from assessment.core.shown import shown
from questions.model import Urgency
from questions.nearest import nearest
from questions.questionnaire import Questionnaire

CLEARANCE = "clearance"


class Kind(StrEnum):
    """What cannot be so."""

    UNKNOWN_FLAG = "unknown_flag"
    NO_FLAG = "no_flag"
    NOT_LIFTED = "not_lifted"
    FLAG_TWICE = "flag_twice"
    DAY_AHEAD = "day_ahead"
    DAY_BEFORE_BIRTH = "day_before_birth"
    RECENT_WITHOUT_COUNT = "recent_without_count"


REASONS = {
    Kind.UNKNOWN_FLAG: "'for' may hold flags that need a clinician; found {found}{hint}",
    Kind.NO_FLAG: "'for' may hold flags that need a clinician; {found} is no flag by itself",
    Kind.NOT_LIFTED: (
        "'for' may hold flags that need a clinician; {found} is {other}, which no clearance lifts"
    ),
    Kind.FLAG_TWICE: "'for' may hold each flag once; found {found} more than once",
    Kind.DAY_AHEAD: "'on' may not lie after today ({other}); found {found}",
    Kind.DAY_BEFORE_BIRTH: "'on' may not lie before the client was born; found {found}",
    Kind.RECENT_WITHOUT_COUNT: "names {found}, but {other} is 0: one of the two must change",
}
"""In the words of the answers document; a clause to follow the name of the item."""


class Contradiction(NamedTuple):
    """The answer to ``item`` cannot stand: what was ``found``, and the ``other`` that it meets.

    ``found`` is a flag, a place or a day; ``other`` an urgency, an item or today; ``hint`` names
    what may have been meant.
    """

    item: str
    kind: Kind
    found: str
    other: str = ""
    hint: str = ""

    @property
    def reason(self) -> str:
        """Why, in the words of the answers document."""
        is_day = self.kind in (Kind.DAY_AHEAD, Kind.DAY_BEFORE_BIRTH)
        found = self.found if is_day else shown(self.found)
        return REASONS[self.kind].format(found=found, other=self.other, hint=self.hint)


def contradictions(sheet: AnswerSheet, today: datetime.date | None) -> Iterator[Contradiction]:
    """Yield what cannot be so. Without *today* no day is judged: it was when it was entered."""
    yield from _recent_without_count(sheet)
    clearance = sheet.given.get(CLEARANCE)
    if isinstance(clearance, Clearance):
        yield from flag_faults(clearance.flags, sheet.questionnaire)
        yield from _day_faults(clearance.on, sheet.get("age_years"), today)


def check(sheet: AnswerSheet, today: datetime.date | None) -> None:
    """Raise an error for the first contradiction in *sheet*.

    Raises:
        AnswerError: There is one; the message names its item.
    """
    for found in contradictions(sheet, today):
        raise AnswerError(f"{found.item}: {found.reason}")


def flag_faults(flags: tuple[str, ...], questionnaire: Questionnaire) -> Iterator[Contradiction]:
    """Yield why a clinician cannot have cleared a client for one of *flags*."""
    for flag, times in Counter(flags).items():
        urgency = questionnaire.urgencies.get(flag)
        if flag not in questionnaire.named:
            hint = nearest(flag, clearable_flags(questionnaire))
            yield Contradiction(CLEARANCE, Kind.UNKNOWN_FLAG, flag, hint=hint)
        elif urgency is None:
            yield Contradiction(CLEARANCE, Kind.NO_FLAG, flag)
        elif urgency is not Urgency.CLINICIAN:
            yield Contradiction(CLEARANCE, Kind.NOT_LIFTED, flag, urgency.value)
        elif times > 1:
            yield Contradiction(CLEARANCE, Kind.FLAG_TWICE, flag)


def clearable_flags(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the flags that a clearance can name, asked and derived."""
    urgencies: Mapping[str, Urgency] = questionnaire.urgencies
    return tuple(flag for flag, one in urgencies.items() if one is Urgency.CLINICIAN)


def _day_faults(
    day: datetime.date, age_years: int | None, today: datetime.date | None
) -> Iterator[Contradiction]:
    if today is None:
        return
    if day > today:
        yield Contradiction(CLEARANCE, Kind.DAY_AHEAD, day.isoformat(), today.isoformat())
    elif age_years is not None and _years_on(day, age_years + 1) < _years_on(today, 0):
        yield Contradiction(CLEARANCE, Kind.DAY_BEFORE_BIRTH, day.isoformat())


def _years_on(day: datetime.date, years: int) -> tuple[int, int, int]:
    """Return *day* so many years on, to be compared; a leap day stays one."""
    return (day.year + years, day.month, day.day)


def _recent_without_count(sheet: AnswerSheet) -> Iterator[Contradiction]:
    """Yield the sites that were hurt lately though their count of two years is 0."""
    rule = sheet.questionnaire.rules.injuries
    for site in sheet.get(rule.recent) or ():
        count = rule.item_of.get(str(site))
        if count and sheet.given.get(count) == 0:
            yield Contradiction(rule.recent, Kind.RECENT_WITHOUT_COUNT, str(site), count)
