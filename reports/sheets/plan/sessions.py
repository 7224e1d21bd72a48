"""A training session on paper: its parts in whole minutes, and what to do in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.plan.minutes.sessions import (
    COOL_DOWN,
    EASY_MOVEMENT,
    EASY_WALK,
    SUPERSET,
    WARM_UP,
    Block,
    Session,
)
from assessment.core.plan.programme import Prescription, Programme
from reports.sheets.plan.order import in_order_of_doing
from reports.sheets.plan.programme_view import sets_and_repetitions
from reports.words import common as words
from reports.words.phrasing import listed, minutes_of, uncapitalised

WITHOUT_EXERCISES = (WARM_UP, COOL_DOWN, EASY_WALK, EASY_MOVEMENT)
"""Parts that are described in sentences."""


@dataclass(frozen=True, slots=True)
class Line:
    """An exercise in a session: the number of its card, its name, sets and repetitions."""

    number: str
    name: str
    dose: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a session in whole minutes: exercises with their ``rest``, or what to do."""

    minutes: str
    name: str
    rest: str
    exercises: tuple[Line, ...]
    what: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session as a table; the minutes of its parts add up to its minutes."""

    name: str
    minutes: str
    parts: tuple[Part, ...]


def session_views(
    assessment: Assessment, programme: Programme, catalogue: Catalogue
) -> tuple[SessionView, ...]:
    """Return the sessions of the first weeks, in their order."""
    lines = {
        one.exercise.id: (Line(str(number), one.exercise.name, _dose(one)), one.dose.rest_s)
        for number, one in enumerate(in_order_of_doing(assessment), start=1)
    }
    moving = moving_of(assessment, catalogue)
    return tuple(
        _session(session, lines, programme, catalogue, moving) for session in programme.sessions
    )


def moving_of(assessment: Assessment, catalogue: Catalogue) -> words.Moving:
    """Return how this client moves where no exercise is done: on foot, or sitting."""
    sits = catalogue.keeps_seated(assessment.gate.cautions)
    return words.SEATED if sits else words.ON_FOOT


def _session(
    session: Session,
    lines: Mapping[str, tuple[Line, int]],
    programme: Programme,
    catalogue: Catalogue,
    moving: words.Moving,
) -> SessionView:
    total, minutes = minutes_of([block.seconds for block in session.blocks])
    return SessionView(
        name=words.SESSION.format(name=session.name),
        minutes=words.ABOUT_MINUTES.format(minutes=total),
        parts=tuple(
            _exercises(block, part_minutes, lines)
            if block.name not in WITHOUT_EXERCISES
            else Part(
                part_minutes,
                _name(block),
                "",
                (),
                _what(block, session, programme, catalogue, moving),
            )
            for block, part_minutes in zip(session.blocks, map(str, minutes), strict=True)
        ),
    )


def _exercises(block: Block, minutes: str, lines: Mapping[str, tuple[Line, int]]) -> Part:
    """Return a part of a session in which exercises are done, with their doses."""
    chosen = [lines[exercise_id] for exercise_id in block.exercises]
    form = words.IN_TURN if len(chosen) > 1 else words.REST_ALONE
    rest = form.format(seconds=max(rest_s for _, rest_s in chosen))
    return Part(minutes, _name(block), rest, tuple(line for line, _ in chosen), "")


def _dose(one: Prescription) -> str:
    """Return sets and repetitions in short: ``2 × 8 to 12 a side``."""
    dose = sets_and_repetitions(one.first)
    return dose if one.exercise.sides == 1 else words.A_SIDE.format(dose=dose)


def _what(
    block: Block,
    session: Session,
    programme: Programme,
    catalogue: Catalogue,
    moving: words.Moving,
) -> str:
    """Return what to do before and after the exercises, or in place of them."""
    if block.name == WARM_UP:
        # what is light in itself is no warm-up for itself alone
        light = block.exercises if set(block.exercises) != set(session.exercises) else ()
        names = [uncapitalised(catalogue.exercise[one].name) for one in light]
        form = moving.warm_up_light if names else moving.warm_up
        return form.format(exercises=listed(names))
    if block.name != COOL_DOWN:
        return moving.alone
    return moving.cool_down_stretches if programme.stretches else moving.cool_down


def _name(block: Block) -> str:
    """Return what the paper calls a part of a session."""
    kind, _, number = block.name.partition(" ")
    if kind == SUPERSET:
        return words.PAIR.format(number=number)
    return words.BLOCK_NAMES[block.name]
