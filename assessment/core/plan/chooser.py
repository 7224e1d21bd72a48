"""Cautions, kit and level -> the exercises of each session, and what was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Exercise, Plan, Slot
from assessment.catalogue.patterns import Pattern
from assessment.core.plan.client import Client
from questions.model import Region

KIT, HELD, EXPERIENCE = "equipment", "injury_last_6_weeks", "experience"
MINUTES, ENOUGH = "minutes", "six_exercises"
"""Reasons to leave an exercise out that are not cautions: answers, and a full session."""


class Hold(IntEnum):
    """How firmly an exercise stands in its session; the lowest goes first when time is short."""

    FILLER = 0
    """It rounds the session off."""
    REGION = 1
    """It is for one of the regions with most room to grow."""
    KIND = 2
    """It brings a kind of movement that every session holds (docs/evidence.md 5.3)."""


class Choice(NamedTuple):
    """An exercise chosen for one region, because of these answers."""

    exercise: Exercise
    region: Region
    because: tuple[str, ...]
    hold: Hold = Hold.REGION

    def as_a(self, hold: Hold) -> Choice:
        """Return the same choice, standing in its session as *hold* says."""
        return Choice(self.exercise, self.region, self.because, hold)


def exclusions(exercise: Exercise, client: Client, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the cautions and answers that exclude *exercise* for *client*; none: it may be done.

    By docs/rules.md 5.2: (a) a caution excludes its pattern, (b) its own row names the
    caution, (c) kit, (d) a region that an injury of the last six weeks holds. A client's
    experience is not a reason here: an exercise above it is never a candidate.
    """
    removed_by = catalogue.removed_by[exercise.id]
    reasons = [caution for caution in client.cautions if caution in removed_by]
    if not exercise.possible_with(client.equipment):
        reasons.append(KIT)
    if not client.held.isdisjoint(exercise.primary):
        reasons.append(HELD)
    return tuple(reasons)


@dataclass
class Chooser:
    """Fills sessions one exercise after another and keeps what it had to pass over."""

    client: Client
    catalogue: Catalogue
    reasons: Callable[[Region], tuple[str, ...]]
    passed_over: dict[str, tuple[str, ...]] = field(default_factory=dict)
    no_room: dict[str, tuple[str, ...]] = field(default_factory=dict)
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    given: Counter[str] = field(default_factory=Counter)
    """How many sessions hold an exercise already."""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The sessions that this client trains in turn: one for each day of the week's training."""
        return self.catalogue.plans[: self.client.days]

    def for_regions(self, top: tuple[Region, ...]) -> dict[str, list[Choice]]:
        """Return sessions with a main and a light exercise for each of *top*, shared out.

        The first session has the main exercise of the first and the third region and the
        light one of the second; the second session has the others. A third session has the
        main exercise of each. Main exercises stand first, since a short session is cut from
        its end. A region with one possible exercise has it in all.
        """
        mains: tuple[list[Choice], list[Choice]] = ([], [])
        lights: tuple[list[Choice], list[Choice]] = ([], [])
        used: set[str] = set()
        for index, region in enumerate(top):
            lists = self.catalogue.choices_for(region, self.client.level)
            main = self._first((one for each in lists for one in each.main), region, used)
            light = self._first((one for each in lists for one in each.light), region, used)
            if main or light:
                mains[index % 2].extend(one for one in (main or light,) if one)
                lights[1 - index % 2].extend(one for one in (light or main,) if one)
        drafts = [[*mains[0], *lights[0]], [*mains[1], *lights[1]], [*mains[0], *mains[1]]]
        return {plan.session: draft for plan, draft in zip(self.plans, drafts, strict=False)}

    def for_maintenance(self) -> dict[str, list[Choice]]:
        """Return the sessions for a client with no region that stands out."""
        drafts: dict[str, list[Choice]] = {}
        for plan in self.plans:
            choices = (self._one(exercise_id) for exercise_id in plan.exercises)
            drafts[plan.session] = [choice for choice in choices if choice]
        return drafts

    def completed(
        self, choices: list[Choice], fillers: tuple[str, ...], top: tuple[Region, ...]
    ) -> tuple[Choice, ...]:
        """Return *choices* as a whole session: every kind of movement, rounded off.

        It holds no more exercises than the client's minutes do; what has to go is the last
        choice that no kind of movement needs.
        """
        session = [one for one in choices if not self._is_enough(one.exercise)]
        session = self._with_one_loaded_hinge(session)
        needed = [
            one
            for slot in self.catalogue.slots
            if (one := self._for_slot(slot, session, top)) is not None
        ]
        session = [
            one.as_a(Hold.KIND) if _holds(needed, one.exercise) else one
            for one in session + [one for one in needed if not _holds(session, one.exercise)]
        ]
        frames = self.catalogue.schedule.frame
        frame = frames[self.client.minutes]
        room = frame.exercises
        reason = MINUTES if room < max(one.exercises for one in frames.values()) else ENOUGH
        while len(session) > room:
            last = min(reversed(session), key=lambda one: one.hold)
            session = [one for one in session if one is not last]
            self.no_room.setdefault(last.exercise.id, (reason,))
        self._round_off(session, fillers, room)
        self._round_off(session, self._anything(), frame.least_exercises)
        self.given.update(one.exercise.id for one in session)
        return tuple(session)

    def _is_enough(self, exercise: Exercise) -> bool:
        """Return whether a week has no room for *exercise* in one more session."""
        most = self.catalogue.dose[exercise.doses[0]].most_a_week
        return most is not None and self.given[exercise.id] >= most

    def _round_off(self, session: list[Choice], fillers: Iterable[str], room: int) -> None:
        """Add those of *fillers* to *session* that bring a new kind of movement, up to *room*."""
        patterns = {one.exercise.pattern for one in session}
        for exercise_id in fillers:
            if len(session) >= room:
                return
            pattern = self.catalogue.exercise[exercise_id].pattern
            if pattern not in patterns and (choice := self._one(exercise_id)):
                session.append(choice.as_a(Hold.FILLER))
                patterns.add(pattern)

    def _anything(self) -> Iterator[str]:
        """Yield every exercise that any session may have."""
        for plan in self.catalogue.plans:
            yield from plan.fillers
            yield from plan.exercises

    def _for_slot(
        self, slot: Slot, session: list[Choice], top: tuple[Region, ...]
    ) -> Choice | None:
        """Return what fills *slot*: what the session has, or a new choice, top regions first."""
        for present in session:
            if present.exercise.pattern in slot.patterns:
                return present
        exercises = [self.catalogue.exercise[one] for one in slot.exercises]
        for region in top:
            ids = (one.id for one in exercises if region in one.primary)
            if choice := self._first(ids, region, set()):
                return choice
        return next((choice for one in exercises if (choice := self._one(one.id))), None)

    def _with_one_loaded_hinge(self, choices: list[Choice]) -> list[Choice]:
        """Return *choices* with one loaded hinge at most for a beginner (docs/rules.md 5.6)."""
        kept: list[Choice] = []
        for choice in choices:
            second = choice.exercise.pattern is Pattern.HINGE_LOADED and any(
                one.exercise.pattern is Pattern.HINGE_LOADED for one in kept
            )
            if second and self.client.level == 1:
                self.passed_over.setdefault(choice.exercise.id, (EXPERIENCE,))
            else:
                kept.append(choice)
        return kept

    def _one(self, exercise_id: str) -> Choice | None:
        """Return a choice of this very exercise for the first region that it trains."""
        home = self.catalogue.exercise[exercise_id].primary[0]
        return self._first([exercise_id], home, set())

    def _first(self, candidates: Iterable[str], region: Region, used: set[str]) -> Choice | None:
        """Return the first of *candidates* that this client may do; note those passed over."""
        for exercise_id in candidates:
            exercise = self.catalogue.exercise[exercise_id]
            if exercise_id in used or exercise.level > self.client.level or not exercise.automatic:
                continue
            if removed := self._removed(exercise):
                self.passed_over.setdefault(exercise_id, removed)
                continue
            if region in self.client.held or self._is_enough(exercise):
                continue
            used.add(exercise_id)
            return Choice(exercise, region, self.reasons(region))
        return None

    def _removed(self, exercise: Exercise) -> tuple[str, ...]:
        """Return what excludes *exercise*; the same exercises are asked for many times."""
        if exercise.id not in self.known:
            self.known[exercise.id] = exclusions(exercise, self.client, self.catalogue)
        return self.known[exercise.id]


def _holds(session: list[Choice], exercise: Exercise) -> bool:
    return any(one.exercise is exercise for one in session)
