"""What may stand in a place of a plan, with what speaks for it; and what may not, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from assessment.catalogue.model import Exercise
from assessment.core.assess import Assessment
from assessment.core.plan.changes import words
from assessment.core.plan.changes.applying import drafted
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.editing import check_place, check_session
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.model import Add, Edit, PlanChanges, Swap, WithTrainer
from assessment.core.plan.choices import Choice
from assessment.replanning.judging import changed_plan
from questions.model import Region

ANYBODY = "a trainer"
"""Who tries a candidate out."""


class Place(NamedTuple):
    """A place of a plan: that of *exercise* in *session*, or without one a new place there."""

    session: str
    exercise: str | None = None


class Verdict(StrEnum):
    """Whether an exercise may be chosen; the order is that in which candidates are listed."""

    ALLOWED = "allowed"
    WITH_TRAINER = "with_trainer"
    """With the trainer there only: a ``WithTrainer`` goes before it."""
    BARRED = "barred"


class Candidate(NamedTuple):
    """An exercise for a place, and whether it may be chosen."""

    exercise: Exercise
    verdict: Verdict
    speaks_for: tuple[str, ...]
    """What speaks for it, in few words each; empty where it is barred."""
    reason: Reason | None
    """Why it may not be chosen; ``WITH_TRAINER`` where the trainer has to be there."""
    why_not: str
    """The same as a sentence; else empty."""
    edits: tuple[Edit, ...]
    """What to make to choose it; empty where it is barred."""


def candidates(assessment: Assessment, changes: PlanChanges, place: Place) -> tuple[Candidate, ...]:
    """Return every exercise for *place* in the plan of *assessment* with *changes*.

    What may be chosen comes first, the best first; each of these was tried, and the checks of the
    rules accept it. An exercise that the session has already is barred as that.

    Raises:
        ChangeError: The changes may not be made, or there is no such place.
    """
    draft = drafted(assessment, changes)
    before = _choice_at(place, draft)
    found = [
        _candidate(exercise, place, before, draft, assessment, changes)
        for exercise in draft.catalogue.exercises
    ]
    verdicts = list(Verdict)
    ranks = _ranks(before, draft)
    return tuple(
        sorted(
            found,
            key=lambda one: (verdicts.index(one.verdict), ranks.get(one.exercise.id, len(ranks))),
        )
    )


def _choice_at(place: Place, draft: Draft) -> Choice | None:
    """Return what stands in *place*, None where it is a new one.

    Raises:
        ChangeError: There is no such place.
    """
    if place.session not in draft.sessions:
        told = words.REFUSED[Reason.NO_SESSION].format(
            session=place.session, allowed=words.listed(list(draft.sessions))
        )
        raise ChangeError(Reason.NO_SESSION, told)
    if place.exercise is None:
        return None
    for one in draft.sessions[place.session]:
        if one.exercise.id == place.exercise:
            return one
    told = words.REFUSED[Reason.NOT_IN_SESSION].format(
        exercise=place.exercise,
        session=place.session,
        allowed=words.listed(draft.ids(place.session)),
    )
    raise ChangeError(Reason.NOT_IN_SESSION, told)


def _candidate(
    exercise: Exercise,
    place: Place,
    before: Choice | None,
    draft: Draft,
    assessment: Assessment,
    changes: PlanChanges,
) -> Candidate:
    edits: tuple[Edit, ...] = (
        (Swap(before.exercise.id, exercise.id, place.session),)
        if before
        else (Add(exercise.id, place.session),)
    )
    verdict = Verdict.ALLOWED
    try:
        region = _region(exercise, place, before, draft)
    except ChangeError as error:
        if error.reason is not Reason.WITH_TRAINER:
            return _barred(exercise, error)
        verdict, told = Verdict.WITH_TRAINER, str(error)
        edits, region = (WithTrainer(exercise.id), *edits), draft.home(exercise, place.session)
    else:
        told = ""
    try:
        changed_plan(assessment, changes.with_edits(ANYBODY, datetime.date.min, edits))
    except ChangeError as error:
        return _barred(exercise, error)
    reason = Reason.WITH_TRAINER if verdict is Verdict.WITH_TRAINER else None
    speaks = tuple(_speaks_for(exercise, region, before, draft))
    return Candidate(exercise, verdict, speaks, reason, told, edits)


def _region(exercise: Exercise, place: Place, before: Choice | None, draft: Draft) -> Region:
    if before is None:
        return check_session(exercise, place.session, draft)
    return check_place(exercise, before, place.session, draft)


def _barred(exercise: Exercise, error: ChangeError) -> Candidate:
    return Candidate(exercise, Verdict.BARRED, (), error.reason, str(error), ())


def _ranks(before: Choice | None, draft: Draft) -> dict[str, int]:
    """Return how well exercises fit the place, 0 the best.

    First what trains the same region, in the order of the rules' own lists; then what trains the
    regions with most room to grow.
    """
    level, top = draft.permits.client.level, draft.assessment.top
    regions = dict.fromkeys((*([before.region] if before else []), *top, *Region))
    names = [
        name for region in regions for name in draft.catalogue.candidates(region, level, main=True)
    ]
    first, preferred = draft.permits.first, draft.permits.gym.preferred
    names.sort(key=lambda name: (name not in first, name not in preferred))
    if before:
        exercise = draft.catalogue.exercise
        names.sort(key=lambda name: before.region not in exercise[name].primary)
    return {name: rank for rank, name in enumerate(dict.fromkeys(names))}


def _speaks_for(
    exercise: Exercise, region: Region, before: Choice | None, draft: Draft
) -> Iterator[str]:
    """Yield what speaks for *exercise* for *region* in the place of the one *before*."""
    permits, names = draft.permits, draft.assessment.sheet.questionnaire.region_names
    is_top = region in draft.assessment.top
    form = words.FOR_TOP if is_top else words.FOR_REGION
    yield form.format(region=names[region])
    if exercise.id in permits.first:
        yield words.PUT_FIRST
    if exercise.id in permits.gym.preferred:
        yield words.GYM_PREFERS
    choices = draft.catalogue.candidates(region, permits.client.level, main=True)
    if choices and choices[0] == exercise.id:
        yield words.FIRST_CHOICE
    if permits.of(exercise.id).kit:
        yield words.OWN_KIT
    if before:
        step = exercise.level - before.exercise.level
        yield words.EASIER if step < 0 else words.HARDER if step else words.AS_HARD
