"""The plan on paper: sessions with their minutes, weeks, and a card for each exercise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue, Dose, Exercise, Swap
from assessment.core.advice import KIT, Client
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.programme import Block, Prescription, Session
from assessment.core.swaps import level_of
from reports import words
from reports.phrasing import (
    capitalised,
    counted,
    listed,
    minutes_of,
    said,
    uncapitalised,
)

HOLD = "hold"
"""The dose whose repetitions are holds."""
EFFORT = re.compile(r"RPE (\d+)-(\d+)")
MOST_EFFORT = 10
EASY_BELOW = 5
"""RPE under which counting repetitions left makes no sense."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a session in whole minutes: exercises with their ``rest``, or what to do."""

    minutes: str
    name: str
    rest: str
    exercises: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session as a table; the minutes of its parts add up to its minutes."""

    name: str
    minutes: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to do an exercise."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise on paper. ``kit`` and ``changes`` are empty where there are none."""

    number: str
    name: str
    region: str
    sessions: str
    dose: str
    pace: str
    rest: str
    effort: str
    because: str
    kit: str
    start: str
    steps: tuple[str, ...]
    cues: str
    slips: str
    stop_if: str
    changes: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Training:
    """The whole plan; ``cards`` is empty where only walking is left."""

    title: str
    sessions: tuple[SessionView, ...]
    weeks_title: str
    cards: tuple[Card, ...]
    stay_light: bool


def training_of(assessment: Assessment, catalogue: Catalogue) -> Training | None:
    """Return the plan of *assessment*, or None where the outcome withholds one."""
    programme = assessment.programme
    if programme is None:
        return None
    exercises = {one.exercise.id: one for one in assessment.exercises}
    return Training(
        title=words.YOUR_PLAN if assessment.top else words.YOUR_MAINTENANCE_PLAN,
        sessions=tuple(_session(session, exercises) for session in programme.sessions),
        weeks_title=words.TWELVE_WEEKS.format(weeks=programme.weeks),
        cards=tuple(
            _card(number, one, assessment, catalogue)
            for number, one in enumerate(assessment.exercises, start=1)
        ),
        stay_light=bool(assessment.gate.cautions),
    )


def dose_in_words(one: Prescription) -> str:
    """Return sets and repetitions: ``2 sets of 8 to 12 on each side``."""
    low, high = one.dose.repetitions
    repetitions = str(low) if low == high else words.RANGE.format(low=low, high=high)
    if one.dose.code == HOLD:
        repetitions = words.HOLDS.format(repetitions=repetitions)
    form = words.DOSE if one.exercise.sides == 1 else words.DOSE_SIDES
    return form.format(sets=counted(one.sets, words.SET), repetitions=repetitions)


def effort_in_words(effort: str) -> str:
    """Return ``RPE 5-6`` in words, also as the repetitions that would still be possible."""
    found = EFFORT.fullmatch(effort)
    if found is None:
        return effort
    low, high = int(found[1]), int(found[2])
    if high < EASY_BELOW:
        return words.EFFORT_EASY.format(low=low, high=high)
    least, most = MOST_EFFORT - high, MOST_EFFORT - low
    left = str(least) if most - least < 2 else words.RANGE.format(low=least, high=most)
    return words.EFFORT_LEFT.format(low=low, high=high, left=left)


def sessions_of(exercise: Exercise, assessment: Assessment) -> list[str]:
    """Return the names of the sessions that bring *exercise*."""
    sessions = assessment.programme.sessions if assessment.programme else ()
    return [
        session.name
        for session in sessions
        if any(exercise.id in block.exercises for block in session.blocks)
    ]


def _session(session: Session, exercises: dict[str, Prescription]) -> SessionView:
    total, minutes = minutes_of([block.seconds for block in session.blocks])
    return SessionView(
        name=words.SESSION.format(name=session.name),
        minutes=words.ABOUT_MINUTES.format(minutes=total),
        parts=tuple(
            _part(block, part_minutes, exercises)
            for block, part_minutes in zip(session.blocks, minutes, strict=True)
        ),
    )


def _part(block: Block, minutes: int, exercises: dict[str, Prescription]) -> Part:
    """Return one block; the exercises of a warm-up stand in its sentence."""
    chosen = [exercises[exercise_id] for exercise_id in block.exercises]
    name = words.BLOCK_NAMES.get(block.name, block.name)
    if block.name == "Warm-up":
        names = listed([one.exercise.name for one in chosen])
        return Part(str(minutes), name, "", (), words.WARM_UP.format(exercises=names))
    if not chosen:
        what = words.COOL_DOWN if block.name == "Cool-down" else words.EASY_WALK
        return Part(str(minutes), name, "", (), what)
    form = words.IN_TURN if len(chosen) > 1 else words.ALONE
    rest = form.format(seconds=max(one.dose.rest_s for one in chosen))
    lines = tuple(f"{one.exercise.name}: {dose_in_words(one)}" for one in chosen)
    return Part(str(minutes), name, rest, lines, "")


def _card(number: int, one: Prescription, assessment: Assessment, catalogue: Catalogue) -> Card:
    sheet, exercise = assessment.sheet, one.exercise
    names = sessions_of(exercise, assessment)
    region = sheet.questionnaire.region_names[one.region]
    return Card(
        number=str(number),
        name=exercise.name,
        region=capitalised(region),
        sessions=words.IN_SESSION[len(names)].format(names=listed(names)),
        dose=dose_in_words(one),
        pace=_pace(one.dose),
        rest=words.REST.format(seconds=one.dose.rest_s),
        effort=effort_in_words(one.effort),
        because=listed([said(sheet, item) for item in one.because]),
        kit=_kit(exercise, sheet),
        start=exercise.start,
        steps=exercise.steps,
        cues=". ".join(exercise.cues) + ".",
        slips=f"{listed(exercise.errors, 'or')}.",
        stop_if=f"{exercise.stop_if}.",
        changes=one.changes,
        ways=_ways(one, Client.of(sheet, assessment.gate.cautions).level, catalogue),
    )


def _pace(dose: Dose) -> str:
    down, pause, up = dose.tempo.split("-")
    form = words.PACE if int(pause) else words.PACE_NO_PAUSE
    if dose.code == HOLD:
        form = words.PACE_HOLD
    return form.format(down=down, pause=pause, up=up)


def _kit(exercise: Exercise, sheet: AnswerSheet) -> str:
    """Return the first kit of *exercise* that the client has; empty where none is needed."""
    owned = frozenset(sheet.get(KIT) or ())
    kit = next((kit for kit in exercise.kit if owned.issuperset(kit)), ())
    item = sheet.questionnaire.by_id[KIT]
    labels = {
        option.value: uncapitalised(option.label.split(" (")[0])
        for option in getattr(item, "options", ())
    }
    return f"{capitalised(listed([labels[part] for part in kit]))}." if kit else ""


def _ways(one: Prescription, level: int, catalogue: Catalogue) -> tuple[Way, ...]:
    named = (
        (words.EASIER, one.swaps.easier),
        (words.HARDER, one.swaps.harder),
        (words.NO_KIT, one.swaps.no_kit),
        (words.IF_IT_HURTS, one.swaps.if_it_hurts),
    )
    return tuple(Way(name, _way(swap, one.exercise, level, catalogue)) for name, swap in named)


def _way(swap: Swap | None, exercise: Exercise, level: int, catalogue: Catalogue) -> str:
    """Return the text of *swap*; None is one that this client should not do."""
    if swap is None:
        return f"{words.ASK_TRAINER}."
    if level_of(swap, exercise, catalogue) > level:
        return f"{words.LATER.format(text=swap.text)}."
    return f"{swap.text}."
