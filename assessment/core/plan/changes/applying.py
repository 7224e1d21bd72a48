"""A plan of the rules and a trainer's changes -> the plan that they make, or why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from assessment.core.assess import Assessment, in_order_of_telling, with_plan
from assessment.core.plan.advice import LeftOut
from assessment.core.plan.changes import editing, refusals, words
from assessment.core.plan.changes.described import weeks_called
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.model import (
    SPLITS,
    WHOLE_BODY,
    Add,
    Change,
    PlanChanges,
    Split,
)
from assessment.core.plan.changes.splitting import cut_last, share_in_turn
from assessment.core.plan.chooser import ENOUGH, MINUTES
from assessment.core.plan.doses import Dosing, Work
from assessment.core.plan.hand import TooLongError

TRAINER = "trainer"
"""The reason of what a trainer left out."""
NO_ROOM = {MINUTES, ENOUGH}


def with_changes(assessment: Assessment, changes: PlanChanges) -> Assessment:
    """Return *assessment*, which the rules made, with *changes* applied from the first to the last.

    Sessions, minutes, doses, warm-up, growth, swaps and reasons are worked out anew. Without
    changes it is *assessment* itself. What the checks of the rules say of the whole is asked in
    ``assessment.replanning``.

    Raises:
        ChangeError: One of them may not be; ``number`` says which.
    """
    if not changes:
        return assessment
    draft = drafted(assessment, changes)
    last = len(changes.changes) - 1
    try:
        made = _plan_of(draft)
    except TooLongError as error:
        raise refusals.no_time(error.session, draft, last) from error
    _check_growth(made, draft, last)
    _check_fast(made, draft, last)
    return replace(
        made,
        left_out=_left_out(made, draft),
        changes=changes,
        basis=assessment.basis,
        client_notes=dict(draft.notes),
    )


def drafted(assessment: Assessment, changes: PlanChanges) -> Draft:
    """Return the plan of *assessment* with *changes* made to it, not fitted yet.

    Raises:
        ChangeError: One of them may not be; ``number`` says which.
    """
    basis = assessment.basis
    if basis is None or assessment.programme is None or not assessment.programme.phases:
        raise refusals.refusal(Reason.NO_PLAN)
    draft = Draft.of(assessment, basis)
    for number, change in enumerate(changes.changes):
        try:
            if isinstance(change.edit, Split):
                draft = _shared(change, draft, changes.changes[:number])
            else:
                editing.make(change, draft)
        except ChangeError as error:
            error.number = number
            raise
    return draft


def _shared(change: Change, draft: Draft, before: tuple[Change, ...]) -> Draft:
    """Return *draft* with its sessions shared anew by *change*, after those *before* it."""
    asked = change.edit.split if isinstance(change.edit, Split) else draft.split
    if asked not in SPLITS:
        raise refusals.refusal(
            Reason.SPLIT, allowed=words.SPLIT_UNKNOWN.format(allowed=words.listed(list(SPLITS)))
        )
    if asked == draft.split:
        raise refusals.refusal(Reason.SPLIT, allowed=words.SPLIT_ALREADY)
    if asked == WHOLE_BODY:
        others = tuple(one for one in before if not isinstance(one.edit, Split))
        return drafted(draft.assessment, PlanChanges(others))
    share_in_turn(change.by, draft)
    while True:
        try:
            _plan_of(draft)
        except TooLongError as error:
            if not cut_last(error.session, change.by, draft):
                raise refusals.no_time(error.session, draft) from error
        else:
            return draft


def _plan_of(draft: Draft) -> Assessment:
    sessions = {name: tuple(chosen) for name, chosen in draft.sessions.items()}
    advice = replace(draft.basis.advice, sessions=sessions)
    return with_plan(draft.assessment, advice, draft.permits, draft.hand)


def _check_growth(made: Assessment, draft: Draft, last: int) -> None:
    """Make sure that what a trainer asks for does not get less with the weeks, and grows."""
    dosing = Dosing(draft.permits, draft.phases)
    for one in made.exercises:
        if one.stays or one.exercise.id not in draft.hand.doses:
            continue
        grows = dosing.grows_by_weight(draft.permits.of(one.exercise.id))
        for number, (before, after) in enumerate(pairwise(one.work), start=1):
            if _is_less(before, after, grows=grows):
                weeks = weeks_called(draft.phases[number].id, draft.catalogue)
                found = refusals.refusal(Reason.GROWTH, exercise=one.exercise.name, weeks=weeks)
                found.number = last
                raise found


def _check_fast(made: Assessment, draft: Draft, last: int) -> None:
    """Make sure that none of the hardest exercises is the first for its region."""
    served = set()
    for one in made.exercises:
        if one.exercise.id in draft.catalogue.hardest and one.region not in served:
            found = refusals.refusal(Reason.FAST, exercise=one.exercise.name)
            found.number = last
            raise found
        served.add(one.region)


def _is_less(before: Work, after: Work, *, grows: bool) -> bool:
    """Return whether *after* is less than *before*, or all the same where no weight *grows*."""
    if after.sets < before.sets or after.effort < before.effort:
        return True
    pairs = zip(before.repetitions, after.repetitions, strict=True)
    falls = any(after.sets * now < before.sets * then for then, now in pairs)
    return not grows and (falls or after[:3] == before[:3])


def _left_out(made: Assessment, draft: Draft) -> tuple[LeftOut, ...]:
    """Return what is in no session and why: what a trainer left out is told as that.

    There is no time for an exercise only as long as the plan as it is now has none.
    """
    sessions = made.programme.sessions if made.programme else ()
    inside = {name for one in sessions for name in (*one.exercises, *one.warm_up)}
    by_trainer = [name for name in draft.left if name not in inside]
    found: dict[str, LeftOut] = {}
    for one in (*draft.assessment.left_out, *made.left_out):
        name = one.exercise.id
        if name in inside or name in by_trainer:
            continue
        if set(one.because) <= NO_ROOM and _finds_room(name, draft):
            by_trainer.append(name)
        else:
            found.setdefault(name, one)
    exercise = draft.catalogue.exercise
    told = [LeftOut(exercise[name], (TRAINER,)) for name in by_trainer]
    return in_order_of_telling((*found.values(), *told))


def _finds_room(exercise: str, draft: Draft) -> bool:
    """Return whether a session has room and time for *exercise* as *draft* is."""
    for session in draft.sessions:
        tried = draft.copied()
        try:
            editing.make(Change("", date.min, Add(exercise, session)), tried)
            _plan_of(tried)
        except (ChangeError, TooLongError):
            continue
        return True
    return False
