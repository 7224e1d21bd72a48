"""Answers that fit their items and contradict each other, or the calendar (docs/rules.md 2)."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assessment.core.answers import AnswerError, AnswerSheet, Clearance, shown
from questions.model import Urgency
from questions.nearest import nearest
from questions.questionnaire import Questionnaire

CLEARANCE = "clearance"


class Contradiction(NamedTuple):
    """Why the answer to ``item`` cannot stand beside the others; a clause to follow its name."""

    item: str
    reason: str


def contradictions(sheet: AnswerSheet, today: datetime.date | None) -> Iterator[Contradiction]:
    """Yield what cannot be so. Without *today* no day is judged: it was when it was entered."""
    yield from _recent_without_count(sheet)
    clearance = sheet.given.get(CLEARANCE)
    if isinstance(clearance, Clearance):
        for reason in (
            *flag_faults(clearance.flags, sheet.questionnaire),
            *_day_faults(clearance.on, sheet.get("age_years"), today),
        ):
            yield Contradiction(CLEARANCE, reason)


def check(sheet: AnswerSheet, today: datetime.date | None) -> None:
    """Raise an error for the first contradiction in *sheet*.

    Raises:
        AnswerError: There is one; the message names its item.
    """
    for found in contradictions(sheet, today):
        raise AnswerError(f"{found.item}: {found.reason}")


def flag_faults(flags: tuple[str, ...], questionnaire: Questionnaire) -> Iterator[str]:
    """Yield why a clinician cannot have cleared a client for one of *flags*."""
    clearable = clearable_flags(questionnaire)
    for flag, times in Counter(flags).items():
        urgency = questionnaire.urgencies.get(flag)
        if flag not in questionnaire.named:
            hint = nearest(flag, clearable)
            yield f"'for' may hold flags that need a clinician; found {shown(flag)}{hint}"
        elif urgency is None:
            yield f"'for' may hold flags that need a clinician; {shown(flag)} is no flag by itself"
        elif urgency is not Urgency.CLINICIAN:
            yield (
                f"'for' may hold flags that need a clinician; {shown(flag)} is "
                f"{urgency.value}, which no clearance lifts"
            )
        elif times > 1:
            yield f"'for' may hold each flag once; found {shown(flag)} more than once"


def clearable_flags(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the flags that a clearance can name, asked and derived."""
    urgencies: Mapping[str, Urgency] = questionnaire.urgencies
    return tuple(flag for flag, one in urgencies.items() if one is Urgency.CLINICIAN)


def _day_faults(
    day: datetime.date, age_years: int | None, today: datetime.date | None
) -> Iterator[str]:
    if today is None:
        return
    if day > today:
        yield f"'on' may not lie after today ({today.isoformat()}); found {day.isoformat()}"
    elif age_years is not None and _years_on(day, age_years + 1) < _years_on(today, 0):
        yield f"'on' may not lie before the client was born; found {day.isoformat()}"


def _years_on(day: datetime.date, years: int) -> tuple[int, int, int]:
    """Return *day* so many years on, to be compared; a leap day stays one."""
    return (day.year + years, day.month, day.day)


def _recent_without_count(sheet: AnswerSheet) -> Iterator[Contradiction]:
    """Yield the sites that were hurt lately though their count of two years is 0."""
    rule = sheet.questionnaire.rules.injuries
    for site in sheet.get(rule.recent) or ():
        count = rule.item_of.get(str(site))
        if count and sheet.given.get(count) == 0:
            reason = f"names {shown(site)}, but {count} is 0: one of the two must change"
            yield Contradiction(rule.recent, reason)
