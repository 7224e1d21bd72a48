"""``--earlier DAY=FILE``: earlier answers of the same client, or why they do not fit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

from assessment.cli.options.given_path import at_home, path_fault
from assessment.cli.streams.exits import refuse
from assessment.cli.streams.input import STDIN, assessed, read, refuse_incomplete

if TYPE_CHECKING:
    from assessment.core.assess import Assessment
    from assessment.reporting.request import EarlierScreening

EARLIER = click.option(
    "--earlier",
    metavar="DAY=FILE",
    multiple=True,
    help="Earlier answers of the same client with their day, such as 2026-05-12=may.json: adds "
    "a page on last time and now. May be given several times.",
)
NO_DAY = "--earlier {given}: write the day in front of the file, such as 2026-05-12={given}"
NO_SUCH_DAY = "--earlier {given}: {error}"
NO_STDIN = "--earlier {given}: earlier answers must be in a file"
TOO_LATE = "--earlier {given}: {day} is after the day of the report, {now}"
TWICE = "--earlier {given}: {day} is there already; of each day one screening counts"
OTHER_CLIENT = (
    "--earlier {given}: the age was {last} then and is {now} now, which does not fit; "
    "are both of the same client?"
)
OTHER_NAME = "--earlier {given}: another name stands there. Is it the same client?"
OTHER_QUESTIONS = (
    "--earlier {given}: questionnaire {version} asked other questions, so that day stands there "
    "without numbers"
)
NO_NUMBERS = "today has no numbers, so there is no page on last time and now"
YEAR_DAYS = 365.25


def read_earlier(
    given: tuple[str, ...], newest: Assessment, now: date
) -> tuple[EarlierScreening, ...]:
    """Return the screenings that *given* names, or leave with every fault.

    A name that differs is told and no more: people write theirs in several ways.
    """
    days = _days(given, now)
    if newest.regions is None:
        click.echo(NO_NUMBERS, err=True)
    found = {text: _found_in(text) for text in days}
    assessments = {text: one for text, one in found.items() if not isinstance(one, str)}
    _refuse(_age_fault(text, days[text], one, newest, now) for text, one in assessments.items())
    for text, one in assessments.items():
        _tell_of_name(text, one, newest)
    return tuple(_screening(days[text], one) for text, one in found.items())


def _found_in(text: str) -> Assessment | str:
    """Return what the file that *text* names comes to; the version of one that asked less."""
    from assessment.exchange.answers_document import AskedLessError

    (file,) = files_of((text,))
    try:
        assessment = assessed(read(file, refuses_earlier=False))
    except AskedLessError as error:
        click.echo(OTHER_QUESTIONS.format(given=text, version=error.version), err=True)
        return error.version
    refuse_incomplete(file, assessment)
    return assessment


def _screening(day: date, found: Assessment | str) -> EarlierScreening:
    from assessment.exchange.answers_document import answers_document
    from assessment.reporting.request import EarlierScreening

    if isinstance(found, str):
        return EarlierScreening(day, found, None)
    return EarlierScreening(day, found.sheet.questionnaire.version, answers_document(found.sheet))


def files_of(given: tuple[str, ...]) -> list[str]:
    """Return the files that *given* names."""
    return [at_home(text.partition("=")[2]) for text in given]


def _days(given: tuple[str, ...], now: date) -> dict[str, date]:
    """Return the day of each text, or leave with every text that has no right one."""
    days: dict[str, date] = {}
    faults = []
    for text in given:
        day, fault = _day(text, now)
        if fault is None and day in days.values():
            fault = TWICE.format(given=text, day=day)
        if fault is not None:
            faults.append(fault)
        elif day is not None:
            days[text] = day
    _refuse(faults)
    return days


def _day(text: str, now: date) -> tuple[date | None, str | None]:
    """Return the day in front of a file, and what is wrong with it."""
    from assessment.core.days import NoDayError, typed_day

    before, sign, file = text.partition("=")
    if not sign or not file:
        return None, NO_DAY.format(given=text.rstrip("="))
    if file == STDIN:
        return None, NO_STDIN.format(given=text)
    if wrong := path_fault(at_home(file)):
        return None, f"--earlier: {wrong}"
    try:
        day = typed_day(before, now)
    except NoDayError as error:
        return None, NO_SUCH_DAY.format(given=text, error=error)
    return day, TOO_LATE.format(given=text, day=day, now=now) if day > now else None


def _age_fault(text: str, day: date, last: Assessment, newest: Assessment, now: date) -> str | None:
    """Return that the ages cannot be those of one person; a year more or less is let pass."""
    ages = [one.sheet.get("age_years") for one in (last, newest)]
    if None in ages:
        return None
    years = int((now - day).days / YEAR_DAYS)
    if years - 1 <= ages[1] - ages[0] <= years + 2:
        return None
    return OTHER_CLIENT.format(given=text, last=ages[0], now=ages[1])


def _tell_of_name(text: str, last: Assessment, newest: Assessment) -> None:
    from assessment.core.folded import folded

    names = [folded(one.sheet.get("name") or "") for one in (last, newest)]
    if all(names) and names[0] != names[1]:
        click.echo(OTHER_NAME.format(given=text), err=True)


def _refuse(faults: Iterable[str | None]) -> None:
    if found := tuple(fault for fault in faults if fault):
        refuse("report", found)
