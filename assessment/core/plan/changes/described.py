"""A change of a plan in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from assessment.catalogue.model import Catalogue
from assessment.catalogue.schedule import Span
from assessment.core.plan.changes import words
from assessment.core.plan.changes.model import Change, ClientNote


def described(change: Change, catalogue: Catalogue) -> str:
    """Return *change* in a few words: ``Goblet squat in place of Squat``.

    An exercise that the catalogue no longer has is called by its id.
    """
    edit = change.edit
    said = {one.name: _said(one.name, getattr(edit, one.name), catalogue) for one in fields(edit)}
    kind = words.NO_NOTE if isinstance(edit, ClientNote) and not edit.text else edit.KIND
    text = words.SAID[kind].format(**said, by=change.by)
    return text[:1].upper() + text[1:]


def spanned(span: Span) -> str:
    """Return *span* as ``8 to 10``, or ``8`` where both ends are one."""
    low, high = span
    return str(low) if low == high else words.SPAN.format(low=low, high=high)


def weeks_called(phase: str, catalogue: Catalogue) -> str:
    """Return the weeks of the phase with that id: ``weeks 5 to 8``; an unknown id as it is."""
    for one in catalogue.schedule.phases:
        if one.id == phase:
            return words.WEEKS.format(first=one.weeks[0], last=one.weeks[1])
    return phase


def exercise_called(exercise: str, catalogue: Catalogue) -> str:
    """Return the name of *exercise*, or its id where there is none of that id."""
    known = catalogue.exercise.get(exercise)
    return known.name if known else exercise


def _said(field: str, value: Any, catalogue: Catalogue) -> str:
    """Return the *value* of the *field* of an edit in words."""
    if value is None:
        return words.THE_PLAN if field == "exercise" else ""
    say = _SAID.get(field)
    return say(value, catalogue) if say else str(value)


_SAID: Mapping[str, Callable[[Any, Catalogue], str]] = {
    "exercise": exercise_called,
    "into": exercise_called,
    "exercises": lambda names, catalogue: words.listed(
        [exercise_called(one, catalogue) for one in names]
    ),
    "session": lambda session, _: words.IN_SESSION.format(session=session),
    "sets": lambda sets, _: words.SET if sets == 1 else words.SETS.format(count=sets),
    "repetitions": lambda span, _: spanned(span),
    "effort": lambda span, _: spanned(span),
    "phase": lambda phase, catalogue: words.IN_THE_WEEKS.format(
        weeks=weeks_called(phase, catalogue)
    ),
    "split": lambda split, _: words.SPLIT_NAMES.get(split, split),
}
"""How each field of an edit is said; what is not here is said as it is."""
