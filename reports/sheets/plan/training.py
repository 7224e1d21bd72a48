"""The plan on paper: sessions with their minutes, weeks, and a card for each exercise."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue, Dose, Exercise, Swap
from assessment.catalogue.patterns import Pattern
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.plan.permits import KIT
from assessment.core.plan.programme import Prescription, Programme
from assessment.core.plan.swaps import is_later
from reports.sheets.plan.order import in_order_of_doing
from reports.sheets.plan.programme_view import Named, ProgrammeView, effort_in_words, programme_view
from reports.sheets.plan.reasons import reason_in_words
from reports.sheets.plan.sessions import SessionView, moving_of, session_views
from reports.words import common as words
from reports.words.phrasing import capitalised, counted, listed, uncapitalised


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to do an exercise."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise on paper. ``kit`` and ``changes`` are empty where there are none."""

    number: str
    figure: str
    """The id of its drawing."""
    name: str
    region: str
    sessions: str
    dose: str
    pace: str
    rest: str
    effort: str
    why: str
    kit: str
    start: str
    steps: tuple[str, ...]
    cues: str
    slips: str
    stop_if: str
    changes: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class PainGuide:
    """How much an exercise may hurt: ``said`` in a sentence, and what to do at how much."""

    said: str
    """Empty where page 1 says it."""
    steps: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Training:
    """The whole plan; without ``cards`` and ``programme`` where only walking is left."""

    title: str
    sessions: tuple[SessionView, ...]
    warm_up: tuple[Named, ...]
    """How to do what has no card."""
    stretches: tuple[Named, ...]
    pain: PainGuide
    short: str
    """Why sessions leave much of the client's minutes; empty where none does."""
    programme: ProgrammeView | None
    in_every: tuple[str, ...]
    """What is changed for the client in all exercises alike; their cards leave it out."""
    cards: tuple[Card, ...]

    @property
    def above_cards(self) -> tuple[Named, ...]:
        """What is told before the first card."""
        alike = (Named(words.IN_EVERY_EXERCISE, " ".join(self.in_every)),) if self.in_every else ()
        drills = (
            Named(
                words.WARM_UP_DRILL.format(
                    where=words.IN_THE_WARM_UP, name=uncapitalised(one.name)
                ),
                one.text,
            )
            for one in self.warm_up
        )
        return (*alike, *drills)


def training_of(
    assessment: Assessment, catalogue: Catalogue, created: datetime.date
) -> Training | None:
    """Return the plan of *assessment* from *created* on, or None where the outcome has none."""
    programme = assessment.programme
    if programme is None:
        return None
    exercises, in_every = in_order_of_doing(assessment), changed_in_every(assessment)
    return Training(
        title=words.YOUR_PLAN if assessment.top else words.YOUR_PLAN_FOR_ALL,
        sessions=session_views(assessment, programme, catalogue),
        warm_up=tuple(_warm_up(assessment, programme, in_every)),
        stretches=tuple(
            Named(
                words.STRETCH_FOR.format(name=capitalised(one.name), seconds=one.seconds), one.how
            )
            for one in programme.stretches
        ),
        pain=_pain_guide(programme),
        short=_short(assessment, programme, catalogue),
        programme=programme_view(assessment, catalogue, created),
        in_every=in_every,
        cards=tuple(
            _card(number, one, assessment, in_every)
            for number, one in enumerate(exercises, start=1)
        ),
    )


def dose_in_words(one: Prescription) -> str:
    """Return sets and repetitions: ``2 sets of 8 to 12 on each side``."""
    low, high = one.first.repetitions
    repetitions = str(low) if low == high else words.RANGE.format(low=low, high=high)
    repetitions = words.UNITS[one.dose.unit].format(repetitions=repetitions)
    form = words.DOSE if one.exercise.sides == 1 else words.DOSE_SIDES
    return form.format(sets=counted(one.first.sets, words.SET), repetitions=repetitions)


def changed_in_every(assessment: Assessment) -> tuple[str, ...]:
    """Return what is changed in all exercises alike; nothing where there is only one."""
    changes = [one.changes for one in assessment.exercises]
    if len(changes) < 2:
        return ()
    return tuple(change for change in changes[0] if all(change in one for one in changes[1:]))


def sessions_of(exercise: Exercise, assessment: Assessment) -> list[str]:
    """Return the names of the sessions that bring *exercise*."""
    sessions = assessment.programme.sessions if assessment.programme else ()
    return [session.name for session in sessions if exercise.id in session.exercises]


def _pain_guide(programme: Programme) -> PainGuide:
    limit = programme.pain_limit
    return PainGuide(
        "" if programme.aching else limit.said,
        (
            *(Named(step.pain, step.then) for step in limit.step),
            Named(words.NEW_TINGLING, words.STOP_SESSION),
        ),
    )


def _short(assessment: Assessment, programme: Programme, catalogue: Catalogue) -> str:
    """Return which sessions leave much of the client's minutes, and why."""
    if not (programme.short and programme.phases):
        return ""
    minutes = assessment.basis.permits.client.minutes if assessment.basis else 0
    names = [words.SESSION.format(name=name) for name in programme.short]
    form = moving_of(assessment, catalogue).short
    said = form.format(sessions=listed(names), minutes=minutes)
    lacks_kit = any(one.because == (KIT,) for one in assessment.left_out)
    return words.MORE_WITH_KIT.format(said=said) if lacks_kit else said


def _warm_up(
    assessment: Assessment, programme: Programme, in_every: tuple[str, ...]
) -> Iterator[Named]:
    """Yield how the exercises of the warm-up are done that have no card."""
    with_card = {one.exercise.id for one in assessment.exercises}
    for drill in programme.drills:
        if drill.exercise.id not in with_card:
            changes = _without(in_every, drill.changes)
            told = (drill.how.start, *drill.how.steps, *changes)
            yield Named(drill.exercise.name, " ".join(told))


def _without(said: tuple[str, ...], changes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(change for change in changes if change not in said)


def _card(
    number: int, one: Prescription, assessment: Assessment, in_every: tuple[str, ...]
) -> Card:
    sheet, exercise = assessment.sheet, one.exercise
    names = sessions_of(exercise, assessment)
    region = sheet.questionnaire.region_names[one.region]
    return Card(
        number=str(number),
        figure=one.how.figure,
        name=exercise.name,
        region=capitalised(region),
        sessions=words.IN_SESSION[len(names)].format(names=listed(names)),
        dose=dose_in_words(one),
        pace=_pace(one.dose, exercise.pattern),
        rest=words.REST.format(seconds=one.dose.rest_s),
        effort=effort_in_words(one.first.effort),
        why=reason_in_words(one, assessment, words.WHY),
        kit=_kit(one, sheet),
        start=one.how.start,
        steps=one.how.steps,
        cues=". ".join(one.how.cues) + ".",
        slips=f"{listed(one.how.errors, 'or')}.",
        stop_if=f"{one.how.stop_if}.",
        changes=(*_from_trainer(one, assessment), *_without(in_every, one.changes)),
        ways=_ways(one),
    )


def _from_trainer(one: Prescription, assessment: Assessment) -> Iterator[str]:
    """Yield that a trainer has to be there, and what one wrote for the client."""
    if one.with_trainer:
        yield words.ONLY_WITH.format(name=one.with_trainer)
    if note := assessment.client_notes.get(one.exercise.id):
        yield words.TRAINER_SAYS.format(name=note.by, text=note.text)


def _pace(dose: Dose, pattern: Pattern) -> str:
    lowering, lifting = words.MOTIONS.get(pattern, words.LOWERING)
    down, pause, up = map(int, dose.tempo.split("-"))
    form = words.PACE[dose.unit]
    if dose.unit == "repeats" and not pause:
        form = words.PACE_NO_PAUSE
    return form.format(
        down=down,
        pause=pause,
        up=up,
        lowering=lowering,
        lifting=lifting,
        step=dose.seconds_per_repetition,
    )


def _kit(one: Prescription, sheet: AnswerSheet) -> str:
    """Return the kit that the client uses for it; empty where none is needed."""
    item = sheet.questionnaire.by_id[KIT]
    labels = {
        option.value: uncapitalised(option.label.split(" (")[0])
        for option in getattr(item, "options", ())
    }
    return f"{capitalised(listed([labels[part] for part in one.how.kit]))}." if one.how.kit else ""


def _ways(one: Prescription) -> tuple[Way, ...]:
    named = (
        (words.EASIER, one.swaps.easier),
        (words.HARDER, one.swaps.harder),
        (words.NO_KIT, one.swaps.no_kit),
        (words.IF_IT_HURTS, one.swaps.if_it_hurts),
    )
    return tuple(Way(name, _way(swap, one)) for name, swap in named)


def _way(swap: Swap | None, one: Prescription) -> str:
    """Return the text of *swap*; None is one that this client should not do."""
    if swap is None:
        return f"{words.ASK_TRAINER}."
    if is_later(swap, one.permits.of(one.exercise.id), one.permits):
        return f"{words.LATER.format(text=swap.text)}."
    return f"{swap.text}."
