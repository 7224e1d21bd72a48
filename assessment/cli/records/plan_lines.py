"""What ``records plan`` prints: a plan, what was changed, and what that does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from assessment.catalogue.loader import load_catalogue
from assessment.cli.records import words
from assessment.cli.records.open_desk import say
from assessment.core.assess import Assessment
from assessment.core.plan.changes.described import described
from assessment.replanning.effects import Effect, effect_of
from assessment.replanning.judging import Refused
from questions.model import Region
from reports.sheets.plan.training import dose_in_words

MINUTE_S = 60


def show_plan(assessment: Assessment, refused: tuple[Refused, ...]) -> None:
    """Print the sessions with their exercises and doses, and what was changed."""
    for line in _lines(assessment):
        click.echo(line)
    for one in refused:
        tell_refused(one)


def tell_refused(one: Refused) -> None:
    """Say which change is not used, and why."""
    what = described(one.change, load_catalogue()) if one.change else words.ALL_CHANGES
    say(words.NOT_USED.format(what=what, why=one.sentence))


def tell_what_changed(before: Assessment, after: Assessment) -> None:
    """Say what is new among the changes of two plans, and what it does to minutes and regions."""
    catalogue, kept = load_catalogue(), before.changes.changes
    for change in after.changes.changes:
        if change not in kept:
            what = described(change, catalogue)
            say(words.CHANGE.format(what=what, by=change.by, on=change.on))
    for change in kept:
        if change not in after.changes.changes:
            say(words.TAKEN_BACK.format(what=described(change, catalogue)))
    names = after.sheet.questionnaire.region_names
    for line in _effect(effect_of(before, after), names):
        say(line)


def _effect(effect: Effect, names: Mapping[Region, str]) -> Iterator[str]:
    for session, seconds in effect.seconds.items():
        if seconds.before != seconds.after:
            before, after = (round(one / MINUTE_S) for one in seconds)
            yield words.MINUTES_NOW.format(session=session, before=before, after=after)
    for region, sets in effect.sets.items():
        if sets.before != sets.after:
            yield words.SETS_NOW.format(region=names[region], before=sets.before, after=sets.after)


def _lines(assessment: Assessment) -> Iterator[str]:
    by_id = {one.exercise.id: one for one in assessment.exercises}
    sessions = assessment.programme.sessions if assessment.programme else ()
    if not by_id:
        yield words.NO_PLAN
    for session in sessions if by_id else ():
        minutes = round(session.seconds / MINUTE_S)
        yield words.SESSION.format(session=session.name, minutes=minutes)
        for name in session.exercises:
            one = by_id[name]
            effort = one.first.rpe.removeprefix("RPE ")
            yield words.IN_SESSION.format(id=name, dose=dose_in_words(one), effort=effort)
    for change in assessment.changes.changes:
        what = described(change, load_catalogue())
        yield words.CHANGE.format(what=what, by=change.by, on=change.on)
