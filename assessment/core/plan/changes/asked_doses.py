"""A dose that a trainer asks for: in which weeks the rules allow it, or what they allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from assessment.catalogue.model import Exercise
from assessment.catalogue.schedule import Span
from assessment.core.plan.changes import words
from assessment.core.plan.changes.described import weeks_called
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.errors import Reason
from assessment.core.plan.changes.lookup import prescribed
from assessment.core.plan.changes.model import Effort, Repetitions, Sets
from assessment.core.plan.changes.ranges import dose_range
from assessment.core.plan.changes.refusals import refusal
from assessment.core.plan.doses import Dosing
from questions.model import Region

Asked = TypeVar("Asked")


def ask_for_dose(edit: Sets | Repetitions | Effort, by: str, draft: Draft) -> None:
    """Ask for a dose in *draft*, in the phases that allow it.

    Raises:
        ChangeError: None does, or what stays as it begins would change later.
    """
    exercise, phase = prescribed(edit.exercise, draft), edit.phase
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
