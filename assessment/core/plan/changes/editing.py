"""One change made to the draft of a plan, or why it may not be."""

from __future__ import annotations

from assessment.catalogue.model import Exercise
from assessment.catalogue.patterns import Pattern
from assessment.core.plan.changes import words
from assessment.core.plan.changes.asked_doses import ask_for_dose
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.lookup import known, prescribed, session_called, sessions_with
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
    TrainerNote,
    WithTrainer,
)
from assessment.core.plan.changes.permission import barred, needs_trainer
from assessment.core.plan.changes.refusals import (
    barred_in_words,
    refusal,
)
from assessment.core.plan.choices import Choice
from questions.model import Region


def make(change: Change, draft: Draft) -> None:
    """Make *change*, which is no split, to *draft*.

    Raises:
        ChangeError: It may not be.
    """
    match change.edit:
        case Swap() | Drop() | Add() | Order():
            _choose(change.edit, change.by, draft)
        case Sets() | Repetitions() | Effort():
            ask_for_dose(change.edit, change.by, draft)
        case ClientNote(text, exercise):
            _note(text, exercise, change.by, draft)
        case WithTrainer(exercise):
            _grant(known(exercise, draft), change.by, draft)


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
            _swap(known(exercise, draft), known(into, draft), session, by, draft)
        case Drop(exercise, session):
            _drop(known(exercise, draft), session, by, draft)
        case Add(exercise, session):
            _add(known(exercise, draft), session, by, draft)
        case Order(session, exercises):
            _order(session, exercises, draft)


def _swap(exercise: Exercise, into: Exercise, session: str | None, by: str, draft: Draft) -> None:
    for name in sessions_with(exercise, session, draft):
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
    for name in sessions_with(exercise, session, draft):
        chosen = draft.sessions[name]
        if len(chosen) == 1:
            raise refusal(Reason.LAST, exercise=exercise.name, session=name)
        chosen[:] = [one for one in chosen if one.exercise.id != exercise.id]
        if order := draft.orders.get(name):
            order.remove(exercise.id)
    _left(exercise, by, draft)


def _add(exercise: Exercise, session: str | None, by: str, draft: Draft) -> None:
    names = [session_called(session, draft)] if session else list(draft.sessions)
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
    ids = draft.ids(session_called(session, draft))
    if sorted(exercises) != sorted(ids):
        raise refusal(Reason.MISSING, session=session, allowed=words.listed(ids))
    draft.orders[session] = list(exercises)


def _note(text: str, exercise: str | None, by: str, draft: Draft) -> None:
    if exercise is not None:
        prescribed(exercise, draft)
    if len(text) > MOST_NOTE or not (text.isprintable() or not text):
        raise refusal(Reason.NOTE, allowed=MOST_NOTE)
    if text.strip():
        draft.notes[exercise] = TrainerNote(text.strip(), by)
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


def _left(exercise: Exercise, by: str, draft: Draft) -> None:
    """Take note that *by* left *exercise* out, where no session holds it any more."""
    draft.forget(exercise.id)
    if exercise.id not in draft.held():
        draft.left[exercise.id] = by
