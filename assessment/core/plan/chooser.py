"""Permits, regions and minutes -> the exercises of each session, and what was passed over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Exercise, Plan, Slot
from assessment.catalogue.patterns import Pattern
from assessment.core.plan.permits import Permit, Permits
from questions.model import Region

MINUTES, ENOUGH, TOO_EASY = "minutes", "six_exercises", "too_easy"
"""Reasons to leave an exercise out that are neither cautions nor answers."""
HINGE = "hinge"
"""The slot of the one loaded hinge of a session."""
EASIEST = 1
REMEMBERED = 4096
"""How many orders that many clients share are kept."""


class Role(IntEnum):
    """How firmly an exercise stands in its session; the lowest goes first when time is short."""

    FILLER = 0
    """It rounds the session off."""
    REGION = 1
    """It is for one of the regions with most room to grow."""
    KIND = 2
    """The session is not whole without it: a kind of movement, the first region, an answer."""


class Choice(NamedTuple):
    """An exercise chosen for one region, because of these answers."""

    exercise: Exercise
    region: Region
    because: tuple[str, ...]
    role: Role


ROLE = attrgetter("role")
Draft = dict[str, Choice]
"""A session that grows: its choices by exercise, the first chosen first."""


class Chooser:
    """Fills sessions one exercise after another and keeps what it had to pass over."""

    def __init__(
        self,
        permits: Permits,
        top: tuple[Region, ...],
        easy: frozenset[Region],
        reasons: Callable[[Region], tuple[str, ...]],
    ) -> None:
        self.client, self.catalogue = permits.client, permits.catalogue
        self.passed_over: dict[str, tuple[str, ...]] = {}
        """By exercise, what removed it where it would have been chosen."""
        self.no_room: dict[str, tuple[str, ...]] = {}
        self._permits = permits
        self._top = top
        self._easy = easy
        """Regions in which all that is asked is easy."""
        self._reasons = reasons
        self._given: dict[str, int] = {}
        """How many sessions hold an exercise already."""
        answers = self.client.answers
        self._musts = [
            one.exercise
            for one in self.catalogue.musts
            if one.when.says(answers.get(one.when.item))
        ]
        """What the answers ask for in each session."""
        frame = self.catalogue.schedule.frame[self.client.minutes]
        self._room, self._least = frame.exercises, frame.least_exercises

    def sessions(self) -> Mapping[str, tuple[Choice, ...]]:
        """Return the exercises of each training day, the ones that matter most first."""
        plans = self.catalogue.plans[: self.client.days]
        drafts = {plan.session: self._session(number, plan) for number, plan in enumerate(plans)}
        first = drafts[plans[0].session]
        self._use_kit(drafts, first)
        self._reach(drafts, first)
        return {name: tuple(self._cut(draft)) for name, draft in drafts.items()}

    def is_possible(self, region: Region) -> bool:
        """Return whether there is an exercise for *region* that the client may do."""
        names = self.catalogue.candidates(region, self.client.level, main=True)
        return any(self._permits.of(name).holds for name in names)

    def _session(self, number: int, plan: Plan) -> Draft:
        draft: Draft = {}
        slots = self.catalogue.slots_of[plan.session]
        self._add_hinge(draft, slots.get(HINGE, ()))
        self._add_top(draft, number, self._top[:1], Role.KIND)
        for name in self._musts:
            self._add(draft, (name,), None, Role.KIND)
        self._add_top(draft, number, self._top[1:], Role.REGION)
        for slot in self.catalogue.slots:
            self._fill(draft, slot, slots.get(slot.id, ()))
        self._keep_ahead(draft, number)
        main = number % 2 == 0
        for region in plan.regions:
            if len(draft) < self._room and region not in _served(draft):
                patterns = {one.exercise.pattern for one in draft.values()}
                self._add(draft, self._lists(region, main=main), region, Role.FILLER, patterns)
        for region in plan.regions:
            if len(draft) < self._least:
                self._add(draft, self._lists(region, main=main), region, Role.FILLER)
        for name in draft:
            self._given[name] = self._given.get(name, 0) + 1
        return draft

    def _add_top(self, draft: Draft, number: int, regions: tuple[Region, ...], role: Role) -> None:
        """Add a main or a light exercise for each of *regions* that *draft* does not serve yet."""
        for region in regions:
            if region not in _served(draft):
                main = (self._top.index(region) + number) % 2 == 0
                self._add(draft, self._lists(region, main=main), region, role)

    def _keep_ahead(self, draft: Draft, number: int) -> None:
        """Give the first top region as many exercises as any other has, where there is room."""
        served = _served(draft)
        for first in self._top[:1]:
            ours = served.count(first)
            if ours and len(draft) < self._room and any(served.count(one) > ours for one in served):
                names = self._lists(first, main=bool(number % 2))
                exercise = self.catalogue.exercise
                names = [name for name in names if first in exercise[name].primary]
                self._add(draft, names, first, Role.REGION)

    def _add_hinge(self, draft: Draft, names: tuple[str, ...]) -> None:
        """Add one loaded hinge of *names* that may be done, a top region's before others."""
        found = [name for name in names if self._may_be(name, None, draft)]
        new = [name for name in found if name not in self._given]
        for name in self._by_fit(tuple(new or found))[:1]:
            exercise = self.catalogue.exercise[name]
            draft[name] = self._choice(exercise, self._home(exercise, draft), Role.KIND)

    def _by_fit(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return _by_fit(names, self._top, self.catalogue)

    def _lists(self, region: Region, *, main: bool) -> Sequence[str]:
        """Return what to choose from for *region*: what comes first for this client, then all."""
        names = self.catalogue.candidates(region, self.client.level, main=main)
        first = self._permits.first
        return sorted(names, key=lambda name: name not in first) if first else names

    def _add(
        self,
        draft: Draft,
        names: Iterable[str],
        region: Region | None,
        role: Role,
        patterns: Collection[Pattern] = (),
    ) -> None:
        """Add the first of *names* that may be done; one that no session has yet before others.

        None of *patterns*. Without *region* it is for the one that needs it most.
        """
        again: Exercise | None = None
        for name in names:
            exercise = self.catalogue.exercise[name]
            pattern = exercise.pattern
            if name in draft or pattern is Pattern.HINGE_LOADED or pattern in patterns:
                continue
            if self._may_be(name, region, draft):
                if name not in self._given:
                    again = exercise
                    break
                again = again or exercise
        if again:
            draft[again.id] = self._choice(again, region or self._home(again, draft), role)

    def _fill(self, draft: Draft, slot: Slot, names: tuple[str, ...]) -> None:
        """Make sure that *draft* has what fills *slot*, where the client may do any of it."""
        if not names:
            return
        for name, one in draft.items():
            if one.exercise.pattern in slot.patterns:
                draft[name] = _as_kind(one)
                return
        self._add(draft, names, None, Role.KIND)

    def _use_kit(self, drafts: Mapping[str, Draft], draft: Draft) -> None:
        """Add an exercise with the client's kit to *draft* where no session has one."""
        permits = self._permits
        if not self.client.equipment or any(
            permits.of(name).kit for each in drafts.values() for name in each
        ):
            return
        names = [
            name
            for name in self._by_fit(tuple([one.id for one in self.catalogue.automatic]))
            if permits.of(name).kit and name not in self.catalogue.hardest
        ]
        self._add(draft, names, None, Role.KIND)

    def _reach(self, drafts: dict[str, Draft], draft: Draft) -> None:
        """Make sure of an exercise of the highest level that the client may do, in *draft* if new.

        So the highest level of a plan hangs on what a client may do alone, and more pain never
        raises it by way of another region.
        """
        for level in range(self.client.level, EASIEST, -1):
            if not any(self._reached(each, level) for each in drafts.values()):
                self._add(draft, self._by_fit(self.catalogue.of_level[level]), None, Role.KIND)
            for name, each in drafts.items():
                reached = self._reached(each, level)
                if reached:
                    first = max(reached, key=ROLE)
                    del each[first.exercise.id]
                    drafts[name] = {first.exercise.id: _as_kind(first), **each}
                    return

    def _reached(self, draft: Draft, level: int) -> list[Choice]:
        """Return the choices of *level*, without the hardest exercises."""
        hardest = self.catalogue.hardest
        return [
            one
            for name, one in draft.items()
            if one.exercise.level == level and name not in hardest
        ]

    def _cut(self, draft: Draft) -> list[Choice]:
        """Return *draft* in the order of what matters, no longer than the minutes allow."""
        choices = sorted(draft.values(), key=ROLE, reverse=True)
        while len(choices) > self._room and choices[-1].role is not Role.KIND:
            last = choices.pop()
            frames = self.catalogue.schedule.frames
            is_most = self._room == max(frame.exercises for frame in frames)
            self.no_room.setdefault(last.exercise.id, (ENOUGH if is_most else MINUTES,))
        return choices

    def _may_be(self, name: str, region: Region | None, draft: Draft) -> bool:
        """Return whether the client may do an exercise; note what removed it."""
        exercise = self.catalogue.exercise[name]
        if exercise.level > self.client.level or not exercise.automatic:
            return False
        permit = self._permits.of(name)
        if not permit.holds:
            if name not in self.passed_over:
                removed_by = permit.removed_by or self._permits.capped_by(exercise)
                self.passed_over[name] = removed_by
            return False
        if name in self.catalogue.hardest:
            return self._is_ready(permit, region, draft)
        if exercise.too_easy and self._is_too_easy(permit, region):
            self.passed_over.setdefault(name, (TOO_EASY,))
            return False
        return True

    def _is_ready(self, permit: Permit, region: Region | None, draft: Draft) -> bool:
        """Return whether one of the hardest exercises may be chosen for *region* in *draft*."""
        hardest = self.catalogue.limits.hardest
        homes = (region,) if region else permit.exercise.primary
        return (
            permit.level >= hardest.level
            and self.client.hurts_nowhere
            and any(home in self._top and home in self._easy for home in homes)
            and self.catalogue.hardest.isdisjoint(draft)
            and self._given.get(permit.exercise.id, 0) < hardest.most_a_week
        )

    def _is_too_easy(self, permit: Permit, region: Region | None) -> bool:
        """Return whether the client can do an exercise easily and may do a harder one."""
        easy = permit.exercise.too_easy
        if easy is None or permit.is_first or permit.level < easy.level:
            return False
        if any(self.client.answers.get(item) != 0 for item in easy.answers):
            return False
        regions = (region,) if region else permit.exercise.primary
        return any(
            self._permits.of(name).holds and name not in self.catalogue.hardest
            for one in regions
            for name in self.catalogue.harder_than(permit.exercise, one)
        )

    def _home(self, exercise: Exercise, draft: Draft) -> Region:
        """Return the region that *exercise* is for: a top one, else one that has none yet."""
        primary = exercise.primary
        for region in self._top:
            if region in primary:
                return region
        served = _served(draft)
        return next((one for one in primary if one not in served), primary[0])

    def _choice(self, exercise: Exercise, region: Region, role: Role) -> Choice:
        return Choice(exercise, region, self._reasons(region), role)


def _served(draft: Draft) -> list[Region]:
    """Return the regions that the choices of *draft* are for."""
    return [one.region for one in draft.values()]


def _as_kind(one: Choice) -> Choice:
    """Return *one* as a choice without which its session is not whole."""
    return one if one.role is Role.KIND else one._replace(role=Role.KIND)


@lru_cache(REMEMBERED)
def _by_fit(
    names: tuple[str, ...], top: tuple[Region, ...], catalogue: Catalogue
) -> tuple[str, ...]:
    """Return *names* by how well they fit the *top* regions; many clients share these."""

    def fit(name: str) -> tuple[int, int]:
        primary = catalogue.exercise[name].primary
        for place, region in enumerate(top):
            if region in primary:
                return place, primary.index(region)
        return len(top), 0

    return tuple(sorted(names, key=fit))
