"""One change made to the draft of a plan, or why it may not be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from assessment.catalogue.model import Exercise
from assessment.catalogue.patterns import Pattern
from assessment.catalogue.schedule import Span
from assessment.core.plan.changes import words
from assessment.core.plan.changes.described import weeks_called
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.model import (
    MOST_NOTE,
    Add,
    Change,
    ClientNote,
    Drop,
    Effort,
    Order,
    Repetitions,
    Sets,
    Swap,
    WithTrainer,
)
from assessment.core.plan.changes.permission import barred, needs_trainer
from assessment.core.plan.changes.ranges import dose_range
from assessment.core.plan.changes.refusals import (
    barred_in_words,
    not_in_plan,
    not_in_session,
    refusal,
    unknown,
)
from assessment.core.plan.choices import Choice
from assessment.core.plan.doses import Dosing
from questions.model import Region

Asked = TypeVar("Asked")


def make(change: Change, draft: Draft) -> None:
    """Make *change*, which is no split, to *draft*.

    Raises:
        ChangeError: It may not be.
    """
    match change.edit:
        case Swap() | Drop() | Add() | Order():
            _choose(change.edit, change.by, draft)
        case Sets() | Repetitions() | Effort():
            _dose(change.edit, change.by, draft)
        case ClientNote(text, exercise):
            _note(text, exercise, change.by, draft)
        case WithTrainer(exercise):
            _grant(_known(exercise, draft), change.by, draft)


def check_session(exercise: Exercise, session: str, draft: Draft) -> Region:
    """Return the region that *exercise* would be for in *session*, as one more there.

    Raises:
        ChangeError: It may not be done, or not in this session.
    """
    region = draft.home(exercise, session)
    _check(exercise, region, session, draft.sessions[session], draft)
    most = draft.catalogue.schedule.frame[draft.permits.client.minutes].most_exercises
    if len(draft.sessions[session]) >= most:
        raise refusal(Reason.FULL, session=session, most=most, minutes=draft.permits.client.minutes)
    return region


def check_place(exercise: Exercise, place: Choice, session: str, draft: Draft) -> Region:
    """Return the region that *exercise* would be for in the *place* of another choice of *session*.

    Raises:
        ChangeError: It may not be done, or not in this session.
    """
    others = [one for one in draft.sessions[session] if one is not place]
    region = draft.home(exercise, session, place.region)
    if exercise.id == place.exercise.id:
        raise refusal(Reason.TWICE, exercise=exercise.name, session=session)
    _check(exercise, region, session, others, draft)
    return region


def _check(
    exercise: Exercise, region: Region, session: str, others: list[Choice], draft: Draft
) -> None:
    """Make sure that *exercise* may be done for *region* beside *others* of *session*."""
    if exercise.id in {one.exercise.id for one in others}:
        raise refusal(Reason.TWICE, exercise=exercise.name, session=session)
    if found := barred(exercise, region, draft.permits):
        sheet = draft.assessment.sheet
        told = barred_in_words(found, exercise, region, draft.permits, sheet)
        raise ChangeError(found.reason, told, found.because)
    if exercise.pattern is Pattern.HINGE_LOADED:
        for one in others:
            if one.exercise.pattern is Pattern.HINGE_LOADED:
                raise refusal(Reason.HINGE, session=session, other=one.exercise.name)
    if exercise.id in draft.catalogue.hardest:
        _check_fast(exercise, session, others, draft)


def _check_fast(exercise: Exercise, session: str, others: list[Choice], draft: Draft) -> None:
    days = sum(
        any(one.is_rare for one in chosen)
        for name, chosen in draft.sessions.items()
        if name != session
    )
    most = draft.catalogue.limits.hardest.most_a_week
    if any(one.is_rare for one in others) or days >= most:
        raise refusal(Reason.FAST, exercise=exercise.name)


def _choose(edit: Swap | Drop | Add | Order, by: str, draft: Draft) -> None:
    """Change which exercises a session has, or in which order."""
    match edit:
        case Swap(exercise, into, session):
            _swap(_known(exercise, draft), _known(into, draft), session, by, draft)
        case Drop(exercise, session):
            _drop(_known(exercise, draft), session, by, draft)
        case Add(exercise, session):
            _add(_known(exercise, draft), session, by, draft)
        case Order(session, exercises):
            _order(session, exercises, draft)


def _swap(exercise: Exercise, into: Exercise, session: str | None, by: str, draft: Draft) -> None:
    for name in _sessions_with(exercise, session, draft):
        chosen = draft.sessions[name]
        place = next(one for one in chosen if one.exercise.id == exercise.id)
        region = check_place(into, place, name, draft)
        new = draft.choice(into, region)
        at = chosen.index(place)
        if new.is_rare:  # never the first for its region
            del chosen[at]
            chosen.append(new)
        else:
            chosen[at] = new
        if order := draft.orders.get(name):
            order[order.index(exercise.id)] = into.id
    _left(exercise, by, draft)
    draft.left.pop(into.id, None)
    draft.changed_by(into.id, by)


def _drop(exercise: Exercise, session: str | None, by: str, draft: Draft) -> None:
    for name in _sessions_with(exercise, session, draft):
        chosen = draft.sessions[name]
        if len(chosen) == 1:
            raise refusal(Reason.LAST, exercise=exercise.name, session=name)
        chosen[:] = [one for one in chosen if one.exercise.id != exercise.id]
        if order := draft.orders.get(name):
            order.remove(exercise.id)
    _left(exercise, by, draft)


def _add(exercise: Exercise, session: str | None, by: str, draft: Draft) -> None:
    names = [_session(session, draft)] if session else list(draft.sessions)
    added, why_not = False, None
    for name in names:
        try:
            region = check_session(exercise, name, draft)
        except ChangeError as error:
            why_not = why_not or error
            continue
        draft.sessions[name].append(draft.choice(exercise, region))
        if order := draft.orders.get(name):
            order.append(exercise.id)
        added = True
    if not added and why_not:
        raise why_not
    draft.left.pop(exercise.id, None)
    draft.changed_by(exercise.id, by)


def _order(session: str, exercises: tuple[str, ...], draft: Draft) -> None:
    ids = draft.ids(_session(session, draft))
    if sorted(exercises) != sorted(ids):
        raise refusal(Reason.MISSING, session=session, allowed=words.listed(ids))
    draft.orders[session] = list(exercises)


def _dose(edit: Sets | Repetitions | Effort, by: str, draft: Draft) -> None:
    """Ask for a dose, where a phase allows it."""
    exercise, phase = _prescribed(edit.exercise, draft), edit.phase
    found = dose_range(exercise.id, _region(exercise, draft), draft.permits, draft.phases)
    match edit:
        case Sets(_, sets):
            asked: dict[str, int] = _asked(sets, (sets, sets), phase, found.sets)
            draft.sets.setdefault(exercise.id, {}).update(asked)
            reason, form, ranges = Reason.SETS, words.SPAN_SETS, found.sets
        case Repetitions(_, span):
            spans = _asked(span, span, phase, found.repetitions)
            draft.repetitions.setdefault(exercise.id, {}).update(spans)
            reason, form, ranges = Reason.REPETITIONS, words.REPETITIONS, found.repetitions
        case Effort(_, span):
            spans = _asked(span, span, phase, found.effort)
            draft.effort.setdefault(exercise.id, {}).update(spans)
            reason, form, ranges = Reason.EFFORT, words.SPAN, found.effort
    is_allowed = asked if isinstance(edit, Sets) else spans
    if not is_allowed:
        allowed = [form.format(low=low, high=high) for low, high in ranges.values()]
        raise refusal(reason, exercise=exercise.name, allowed=_in_weeks(allowed, ranges, draft))
    stays = Dosing(draft.permits, draft.phases).stays(exercise, _region(exercise, draft))
    if stays and phase is not None and phase != draft.phases[0].id:
        because = words.listed([one.name for one in draft.permits.rows if one.stays])
        raise refusal(Reason.STAYS, exercise=exercise.name, why=because or words.STRONG_PAIN)
    draft.changed_by(exercise.id, by)


def _note(text: str, exercise: str | None, by: str, draft: Draft) -> None:
    if exercise is not None:
        _prescribed(exercise, draft)
    if len(text) > MOST_NOTE or not (text.isprintable() or not text):
        raise refusal(Reason.NOTE, allowed=MOST_NOTE)
    if text.strip():
        draft.notes[exercise] = text.strip(), by
    else:
        draft.notes.pop(exercise, None)


def _grant(exercise: Exercise, by: str, draft: Draft) -> None:
    permits = draft.permits
    if exercise.id in permits.with_trainer:
        return
    found = barred(exercise, None, permits)
    if needs_trainer(exercise, permits):
        draft.grant(exercise.id, by)
    elif found is None:
        raise refusal(Reason.NOT_WITH_TRAINER, exercise=exercise.name, allowed=words.NEEDS_NONE)
    else:
        sheet = draft.assessment.sheet
        told = barred_in_words(found, exercise, None, permits, sheet)
        raise refusal(Reason.NOT_WITH_TRAINER, found.because, exercise=exercise.name, allowed=told)


def _known(exercise: str, draft: Draft) -> Exercise:
    found = draft.catalogue.exercise.get(exercise)
    if found is None:
        raise unknown(exercise, draft)
    return found


def _prescribed(exercise: str, draft: Draft) -> Exercise:
    found = _known(exercise, draft)
    if exercise not in draft.held():
        raise not_in_plan(found, draft)
    return found


def _session(session: str, draft: Draft) -> str:
    if session not in draft.sessions:
        raise refusal(
            Reason.NO_SESSION, session=session, allowed=words.listed(list(draft.sessions))
        )
    return session


def _sessions_with(exercise: Exercise, session: str | None, draft: Draft) -> list[str]:
    """Return *session*, or all that hold *exercise*; each of them does."""
    if session is not None:
        if exercise.id not in draft.ids(_session(session, draft)):
            raise not_in_session(exercise, session, draft)
        return [session]
    held = [name for name in draft.sessions if exercise.id in draft.ids(name)]
    if not held:
        raise not_in_plan(exercise, draft)
    return held


def _left(exercise: Exercise, by: str, draft: Draft) -> None:
    """Take note that *by* left *exercise* out, where no session holds it any more."""
    draft.forget(exercise.id)
    if exercise.id not in draft.held():
        draft.left[exercise.id] = by


def _region(exercise: Exercise, draft: Draft) -> Region:
    """Return the region that *exercise* counts for: of two that which has most room to grow."""
    top = draft.assessment.top
    regions = [
        one.region
        for chosen in draft.sessions.values()
        for one in chosen
        if one.exercise.id == exercise.id
    ]
    return min(regions, key=lambda one: top.index(one) if one in top else len(top))


def _asked(
    value: Asked, span: Span, phase: str | None, ranges: Mapping[str, Span]
) -> dict[str, Asked]:
    """Return *value*, of *span*, by the phases that it is for and that allow it; none: refused."""
    if phase is not None and phase not in ranges:
        raise refusal(Reason.NO_PHASE, phase=phase, allowed=words.listed(list(ranges)))
    low, high = span
    return {
        one: value
        for one, (least, most) in ranges.items()
        if phase in (None, one) and least <= low <= high <= most
    }


def _in_weeks(allowed: list[str], ranges: Mapping[str, Span], draft: Draft) -> str:
    """Return what is *allowed* in each of the weeks, in one phrase."""
    if len(set(allowed)) == 1:
        return allowed[0]
    parts = zip(allowed, ranges, strict=True)
    return words.listed(
        [
            words.IN_WEEKS.format(what=what, weeks=weeks_called(phase, draft.catalogue))
            for what, phase in parts
        ]
    )
