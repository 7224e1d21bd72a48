"""Permits, regions and minutes -> the exercises of each session, and what was passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from assessment.catalogue.model import Catalogue, Exercise, Must, Plan, Slot
from assessment.catalogue.patterns import Pattern
from assessment.core.plan.choices import HINGE, Choice, Role, needed_in
from assessment.core.plan.permits import HIGHEST_LEVEL, Permit, Permits
from assessment.core.plan.too_easy import is_too_easy
from questions.model import Region

MINUTES, ENOUGH, TOO_EASY = "minutes", "six_exercises", "too_easy"
"""Reasons to leave an exercise out that are neither cautions nor answers."""
EASIEST = 1
REMEMBERED = 4096
"""How many orders that many clients share are kept."""
VARIED = 2
"""How many sessions are rounded off with exercises of their own; later ones repeat them."""


class Chooser:
    """Fills sessions one exercise after another and keeps what it had to pass over."""

    def __init__(
        self,
        permits: Permits,
        top: tuple[Region, ...],
        is_easy: Callable[[Region], bool],
        reasons: Callable[[Region, str | None], tuple[str, ...]],
        spared: frozenset[Region] = frozenset(),
    ) -> None:
        self.client, self.catalogue = permits.client, permits.catalogue
        self.passed_over: dict[str, tuple[str, ...]] = {}
        """By exercise, what removed it where it would have been chosen."""
        self.no_room: dict[str, tuple[str, ...]] = {}
        self._permits = permits
        self._top = top
        self._is_easy = is_easy
        """Whether all that is asked of a region is easy."""
        self._reasons = reasons
        self._spared = spared
        """The regions for which exercises are chosen last."""
        self._reached = "", ""
        """The session and the exercise that bring the plan to its highest level."""
        self._served: set[Region] = set()
        """The regions for which a session has an exercise already."""
        self._given: dict[str, int] = {}
        """How many sessions hold an exercise already."""
        self._musts = [one for one in self.catalogue.musts if one.holds(self.client.answers)]
        """What the answers ask for."""
        self._frame = self.catalogue.schedule.frame[self.client.minutes]
        self._room, self._least = self._frame.exercises, self._frame.least_exercises
        self._most = self._frame.most_exercises
        self._level = min(self.client.level, self._frame.most_level)
        self._hinges = 0
        """How many sessions have a loaded hinge already."""

    def sessions(self) -> Mapping[str, tuple[Choice, ...]]:
        """Return the exercises of each training day, the ones that matter most first."""
        plans = self.catalogue.plans[: self.client.days]
        drafts = {plan.session: self._session(number, plan) for number, plan in enumerate(plans)}
        first = drafts[plans[0].session]
        self._reach(drafts, first)
        self._use_kit(drafts)
        needed = needed_in(drafts, self._reached, self._top, self._permits)
        return {name: tuple(self._cut(draft, needed[name])) for name, draft in drafts.items()}

    def is_possible(self, region: Region) -> bool:
        """Return whether there is an exercise for *region* that the client may do."""
        names = self.catalogue.candidates(region, self.client.level, main=True)
        return any(self._permits.of(name).holds for name in names)

    def _session(self, number: int, plan: Plan) -> list[Choice]:
        draft: list[Choice] = []
        slots = self.catalogue.slots_of[plan.session]
        if self._hinges < self._frame.hinges:
            self._add_hinge(draft, slots[HINGE])
        for must in self._musts:
            self._add_must(draft, must)
        self._add_top(draft, number, self._top[:1], Role.KIND)
        others, spared = self._top[1:], self._spared
        self._add_top(draft, number, [one for one in others if one not in spared], Role.REGION)
        for slot in self.catalogue.slots:
            if slot.is_firm and slot.id != HINGE:
                self._fill(draft, slot, slots[slot.id], Role.KIND)
        self._add_top(draft, number, [one for one in others if one in spared], Role.REGION)
        self._keep_ahead(draft, number)
        self._round_off(draft, number, plan, slots)
        for one in draft:
            self._given[one.exercise.id] = self._given.get(one.exercise.id, 0) + 1
        self._served.update(_served(draft))
        return draft

    def _round_off(
        self,
        draft: list[Choice],
        number: int,
        plan: Plan,
        slots: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Add what there is room for: what the goal asks for, kinds of movement, other regions."""
        if not self._top and number == 0:
            self._add(draft, self.catalogue.limits.hardest.for_goals, None, Role.FILLER)
        for slot in self.catalogue.slots:
            if not slot.is_firm and len(draft) < self._room:
                self._fill(draft, slot, slots[slot.id], Role.FILLER)
        main, again = number % 2 == 0, number >= VARIED
        for region in plan.regions:
            if len(draft) < self._room and region not in _served(draft):
                names = self._lists(region, main=main)
                self._add(draft, names, region, Role.FILLER, again=again)
        for region in plan.regions:
            if len(draft) < self._least:
                self._add(draft, self._lists(region, main=main), region, Role.REGION)

    def _add_must(self, draft: list[Choice], must: Must) -> None:
        """Add what *must* asks for, and name its answer: first, or after the region's sign."""
        self._add(draft, (must.exercise,), None, Role.REGION)
        for place, one in enumerate(draft):
            if one.exercise.id == must.exercise:
                because = self._reasons(one.region, must.when[0].item)
                role = Role.KIND if must.always else max(one.role, Role.REGION)
                draft[place] = one._replace(because=because, role=role, is_asked_for=True)

    def _add_top(
        self, draft: list[Choice], number: int, regions: Iterable[Region], role: Role
    ) -> None:
        """Add a main or a light exercise for each of *regions* that *draft* does not serve yet."""
        for region in regions:
            if region not in _served(draft):
                main = (self._top.index(region) + number) % 2 == 0
                self._add(draft, self._lists(region, main=main), region, role)

    def _keep_ahead(self, draft: list[Choice], number: int) -> None:
        """Give the first top region as many exercises as any other has, where there is room."""
        served = _served(draft)
        for first in self._top[:1]:
            ours = served.count(first)
            if ours and len(draft) < self._room and any(served.count(one) > ours for one in served):
                names = self._lists(first, main=bool(number % 2))
                exercise = self.catalogue.exercise
                names = [name for name in names if first in exercise[name].primary]
                self._add(draft, names, first, Role.REGION)

    def _add_hinge(self, draft: list[Choice], names: tuple[str, ...]) -> None:
        """Add one loaded hinge of *names* that may be done, a top region's before others."""
        found = [self._permits.of(name) for name in names if self._may_be(name, None)]
        if found:
            new = [one for one in found if one.exercise.id not in self._given]
            preferred = self._permits.gym.preferred
            best = min(
                new or found,
                key=lambda one: (_fit(one.exercise, self._top), one.exercise.id not in preferred),
            )
            draft.append(self._choice(best.exercise, self._home(best.exercise, draft), Role.KIND))
            self._hinges += 1

    def _lists(self, region: Region, *, main: bool) -> Sequence[str]:
        """Return what to choose from for *region*: what comes first for this client, then all."""
        names = self.catalogue.candidates(region, self.client.level, main=main)
        return self._put_first(names)

    def _put_first(self, names: Sequence[str]) -> Sequence[str]:
        """Return *names* in the order for this client: what comes first, what the gym prefers."""
        first, preferred = self._permits.first, self._permits.gym.preferred
        if not first and not preferred:
            return names
        return sorted(names, key=lambda name: (name not in first, name not in preferred))

    def _add(
        self,
        draft: list[Choice],
        names: Iterable[str],
        region: Region | None,
        role: Role,
        *,
        again: bool = False,
    ) -> None:
        """Add the first of *names* that may be done.

        One that no session has yet comes before it if it is as hard. With *again* it is rather
        one that another session has: fewer exercises are learned better. Without *region* it is
        for the one that needs it most.
        """
        best: Exercise | None = None
        for exercise in self._possible(draft, names, region, role):
            is_wanted = (exercise.id in self._given) is again
            if best is None or (is_wanted and (again or exercise.level >= best.level)):
                best = exercise
                if is_wanted:
                    break
        if best:
            draft.append(self._choice(best, region or self._home(best, draft), role))

    def _possible(
        self, draft: list[Choice], names: Iterable[str], region: Region | None, role: Role
    ) -> Iterator[Exercise]:
        """Yield those of *names* that *draft* has not and may have, without a second hinge."""
        taken = {one.exercise.pattern for one in draft} if role is Role.FILLER else set()
        chosen = {one.exercise.id for one in draft}
        for name in names:
            exercise = self.catalogue.exercise[name]
            fits = exercise.pattern not in taken and exercise.pattern is not Pattern.HINGE_LOADED
            if fits and name not in chosen and self._may_be(name, region, draft):
                yield exercise

    def _fill(self, draft: list[Choice], slot: Slot, names: tuple[str, ...], role: Role) -> None:
        """Make sure that *draft* has what fills *slot*, where the client may do any of it."""
        if not names:
            return
        for place, one in enumerate(draft):
            if one.exercise.pattern in slot.patterns:
                if role > one.role:
                    draft[place] = one._replace(role=role)
                return
        before, names = len(draft), self._by_wish(draft, names)
        for these in (self._without_spared(names), names):
            if len(draft) == before:
                self._add(draft, these, None, role)
        if slot.is_firm and len(draft) == before:
            self._fill_easily(draft, names, role)

    def _by_wish(self, draft: list[Choice], names: tuple[str, ...]) -> tuple[str, ...]:
        """Return *names*: what comes first for this client, what *draft* lacks, what is liked."""
        served, exercise = _served(draft), self.catalogue.exercise
        wanted = {region for region in self._top if region not in served}
        first, preferred = self._permits.first, self._permits.gym.preferred
        if not (wanted or first or preferred):
            return names

        def wish(name: str) -> tuple[bool, bool, bool]:
            is_served = wanted.isdisjoint(exercise[name].primary)
            return name not in first, is_served, name not in preferred

        return tuple(sorted(names, key=wish))

    def _without_spared(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of *names* that are for no spared region; none where none is spared."""
        if not self._spared:
            return ()
        exercise = self.catalogue.exercise
        return tuple(name for name in names if self._spared.isdisjoint(exercise[name].primary))

    def _fill_easily(self, draft: list[Choice], names: tuple[str, ...], role: Role) -> None:
        """Fill a kind of movement with what only the strongest find too easy, as a last choice."""
        for name in names:
            exercise = self.catalogue.exercise[name]
            easy = exercise.too_easy
            if easy and easy.level == HIGHEST_LEVEL and self.passed_over.get(name) == (TOO_EASY,):
                draft.append(self._choice(exercise, self._home(exercise, draft), role))
                return

    def _use_kit(self, drafts: Mapping[str, list[Choice]]) -> None:
        """Add an exercise with the client's kit where no session has one, to the freest."""
        chosen = [one.exercise.id for each in drafts.values() for one in each]
        if not self.client.equipment or any(self._permits.of(name).kit for name in chosen):
            return
        names = [
            one.id
            for one in sorted(self.catalogue.automatic, key=lambda one: _fit(one, self._top))
            if self._permits.of(one.id).kit and one.id not in self.catalogue.hardest
        ]
        freest = min(
            drafts.values(),
            key=lambda each: sum(one.exercise.sides for one in each if one.role is Role.KIND),
        )
        self._add(freest, names, None, Role.KIND)

    def _reach(self, drafts: Mapping[str, list[Choice]], draft: list[Choice]) -> None:
        """Make sure of an exercise of the highest level that the client may do, in *draft* if new.

        So the highest level of a plan hangs on what a client may do alone, and more pain never
        raises it by way of another region.
        """
        for level in range(self._level, EASIEST, -1):
            names = self.catalogue.of_level[level]
            if not any(one.exercise.id in names for each in drafts.values() for one in each):
                self._add(draft, _by_fit(names, self._top, self.catalogue), None, Role.KIND)
            for session, each in drafts.items():
                reached = [one for one in each if one.exercise.id in names]
                if reached:
                    self._reached = session, max(reached, key=lambda one: one.role).exercise.id
                    return

    def _cut(self, draft: list[Choice], needed: list[Choice]) -> list[Choice]:
        """Return *draft* in the order of what matters, no longer than the minutes allow."""
        others = sorted((one for one in draft if one not in needed), key=lambda one: -one.role)
        draft = [*(one._replace(role=Role.KIND, is_needed=True) for one in needed), *others]
        frames = self.catalogue.schedule.frame
        most = max(frame.exercises for frame in frames.values())
        while len(draft) > (self._most if draft[-1].role is Role.KIND else self._room):
            last = draft.pop()
            reason = MINUTES if self._room < most else ENOUGH
            self.no_room.setdefault(last.exercise.id, (reason,))
        return draft

    def _may_be(self, name: str, region: Region | None, draft: Iterable[Choice] = ()) -> bool:
        """Return whether the client may do an exercise; note what removed it."""
        exercise = self.catalogue.exercise[name]
        if exercise.level > self._level or not exercise.automatic:
            return False
        permit = self._permits.of(name)
        if not permit.holds:
            self.passed_over.setdefault(
                name, permit.removed_by or self._permits.capped_by(exercise)
            )
            return False
        if name in self.catalogue.hardest:
            return self._is_ready(permit, region, draft)
        if exercise.too_easy and is_too_easy(permit, region, self._permits):
            self.passed_over.setdefault(name, (TOO_EASY,))
            return False
        return True

    def _is_ready(self, permit: Permit, region: Region | None, draft: Iterable[Choice]) -> bool:
        """Return whether one of the hardest exercises may be chosen for *region* in *draft*."""
        hardest = self.catalogue.limits.hardest
        homes = (region,) if region else permit.exercise.primary
        return (
            permit.level >= hardest.level
            and not self.client.cautions
            and self.client.hurts_nowhere
            and any(self._is_free_for(home, draft) for home in homes)
            and not any(one.exercise.id in self.catalogue.hardest for one in draft)
            and self._given.get(permit.exercise.id, 0) < hardest.most_a_week
        )

    def _is_free_for(self, region: Region, draft: Iterable[Choice]) -> bool:
        """Return whether *region* can do everything and has an exercise already.

        It must stand out; where none does, the goal decides.
        """
        served = region in self._served or any(one.region is region for one in draft)
        goals = self.catalogue.limits.hardest.goals
        wanted = region in self._top if self._top else self.client.goal in goals
        return served and wanted and self._is_easy(region)

    def _home(self, exercise: Exercise, draft: Iterable[Choice]) -> Region:
        """Return the region that *exercise* is for: a top one, else one that has none yet.

        One of the hardest is never the first of its region.
        """
        for region in self._top:
            if region in exercise.primary:
                return region
        if exercise.id in self.catalogue.hardest:
            return next(one for one in exercise.primary if self._is_free_for(one, draft))
        served = _served(draft)
        return next((one for one in exercise.primary if one not in served), exercise.primary[0])

    def _choice(self, exercise: Exercise, region: Region, role: Role) -> Choice:
        if exercise.id in self._permits.first:
            role = Role.KIND
        is_rare = exercise.id in self.catalogue.hardest
        return Choice(exercise, region, self._reasons(region, None), role, is_rare=is_rare)


def _served(draft: Iterable[Choice]) -> list[Region]:
    """Return the regions that the choices of *draft* are for."""
    return [one.region for one in draft]


def _fit(exercise: Exercise, top: tuple[Region, ...]) -> tuple[int, int]:
    """Return how well *exercise* fits the *top* regions, the smaller the better."""
    for place, region in enumerate(top):
        if region in exercise.primary:
            return place, exercise.primary.index(region)
    return len(top), 0


@lru_cache(REMEMBERED)
def _by_fit(
    names: tuple[str, ...], top: tuple[Region, ...], catalogue: Catalogue
) -> tuple[str, ...]:
    """Return *names*, what fits the *top* regions first; many clients share these."""
    return tuple(sorted(names, key=lambda name: _fit(catalogue.exercise[name], top)))
