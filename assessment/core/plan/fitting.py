"""Chosen exercises and minutes -> how many sets of each, phase by phase, so that all fits.

What the first weeks have time for is what stays: later weeks have as many sets or more, and fit
with them. The first of the top regions gets no fewer sets a week than any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assessment.catalogue.schedule import Frame, Schedule
from assessment.core.plan.chooser import Choice, Role
from assessment.core.plan.doses import Work
from assessment.core.plan.pairing import Pairs, paired
from assessment.core.plan.sessions import TimedPair, Timing
from questions.model import Region

Sets = dict[str, int]
"""How many sets of each exercise."""
Timed = list[TimedPair]
"""The pairs of a session."""


class Dosed(NamedTuple):
    """A choice with what is done of it and how long that takes, in each phase."""

    choice: Choice
    works: tuple[Work, ...]
    timings: tuple[Timing, ...]
    stays: bool
    """Whether later weeks have no more of it than the first."""

    def most_sets(self, number: int, before: int) -> int:
        """Return the most sets of it in a phase, after *before* in the one ahead of it."""
        return before if self.stays and number else max(before, self.works[number].sets)


class Fitted(NamedTuple):
    """The pairs of each session, the sets of each exercise and the seconds of each pair."""

    pairs: Mapping[str, Pairs]
    sets: tuple[Sets, ...]
    """By phase."""
    seconds: tuple[Mapping[str, list[int]], ...]
    """By phase and session."""

    @property
    def kept(self) -> Mapping[str, list[str]]:
        """The exercises of each session."""
        return {
            name: [one.id for each in pairs for one in each] for name, pairs in self.pairs.items()
        }


class Fitting:
    """Fits the sessions of one client into the minutes."""

    def __init__(
        self,
        dosed: Mapping[str, Dosed],
        first: frozenset[str],
        region: Region | None,
        frame: Frame,
        schedule: Schedule,
    ) -> None:
        self._dosed = dosed
        self._first = first
        """The exercises that open a session."""
        self._region = region
        """The first of the top regions."""
        self._region_of = {name: one.choice.region for name, one in dosed.items()}
        self._frame = frame
        self._schedule = schedule
        self._longest = {name: max(one.timings) for name, one in dosed.items()}
        """The longest that a set takes in any phase."""

    def fit(self, sessions: Mapping[str, Sequence[Choice]]) -> Fitted:
        """Return *sessions*, the choices that matter most first, cut to the minutes.

        Where fewer sets do not keep the first of the top regions ahead, what no session needs of
        another one goes; and so does a rare exercise that became the first of its region.
        """
        left = {name: list(chosen) for name, chosen in sessions.items()}
        fitted = self._fit(left)
        while spare := self._spare(left, fitted) or self._rare(left, fitted):
            name, choice = spare
            left[name].remove(choice)
            fitted = self._fit(left)
        return fitted

    def _spare(
        self, sessions: Mapping[str, Sequence[Choice]], fitted: Fitted
    ) -> tuple[str, Choice] | None:
        """Return an exercise for a region that is ahead of the first, and its session, if any."""
        kept = fitted.kept
        for sets in fitted.sets:
            ahead = self._ahead(kept, sets)
            for name in reversed(list(sessions)) if ahead else ():
                for one in reversed(sessions[name]):
                    if one.region in ahead and not one.is_needed and one.exercise.id in kept[name]:
                        return name, one
        return None

    def _rare(
        self, sessions: Mapping[str, Sequence[Choice]], fitted: Fitted
    ) -> tuple[str, Choice] | None:
        """Return a rare exercise that is the first for its region, and its session, if any."""
        served: set[Region] = set()
        for name, kept in fitted.kept.items():
            inside = [one for one in sessions[name] if one.exercise.id in kept]
            served.update(one.region for one in inside if not one.is_rare)
            for one in inside:
                if one.is_rare and one.region not in served:
                    return name, one
        return None

    def _fit(self, sessions: Mapping[str, Sequence[Choice]]) -> Fitted:
        sets = {name: one.works[0].sets for name, one in self._dosed.items()}
        kept: dict[str, list[str]] = {}
        pairs: dict[str, Pairs] = {}
        timed: dict[str, Timed] = {}
        for name, chosen in sessions.items():
            left = list(chosen)
            pairs[name], timed[name] = self._cut_to_size(left, sets)
            kept[name] = [one.exercise.id for one in left]
        phases: list[Sets] = []
        for number in range(max((len(one.works) for one in self._dosed.values()), default=0)):
            before = phases[-1] if phases else dict.fromkeys(sets, 1)
            most = {name: one.most_sets(number, before[name]) for name, one in self._dosed.items()}
            if phases:
                sets = self._later(most, before, timed)
            self._balance(kept, sets, before)
            self._refill(kept, timed, sets, most)
            phases.append(sets)
        return Fitted(
            pairs,
            tuple(phases),
            tuple(
                {name: self._lasting(each, sets, number) for name, each in pairs.items()}
                for number, sets in enumerate(phases)
            ),
        )

    def _paired(self, chosen: Sequence[Choice]) -> tuple[Pairs, Timed]:
        pairs = paired([one.exercise for one in chosen], self._first, self._schedule)
        change_s = self._schedule.setting_up.change_s
        return pairs, [TimedPair.of(pair, self._longest, change_s) for pair in pairs]

    def _cut_to_size(self, kept: list[Choice], sets: Sets) -> tuple[Pairs, Timed]:
        """Return the pairs of what fits of *kept*, which is cut, as *sets* are.

        What rounds off a session of many exercises goes first, then rounds, then the others, the
        last first; with one gone the rounds come back.
        """
        whole, least = dict(sets), self._frame.least_exercises
        pairs, timed = self._paired(kept)
        while len(kept) > least and kept[-1].role is Role.FILLER and self._over(timed, sets) > 0:
            kept.pop()
            pairs, timed = self._paired(kept)
        while not self._cut_rounds(timed, sets, dict.fromkeys(sets, 1)):
            kept.pop()
            sets.update(whole)
            pairs, timed = self._paired(kept)
        return pairs, timed

    def _cut_rounds(self, timed: Timed, sets: Sets, fewest: Mapping[str, int]) -> bool:
        """Return whether the pairs fit after taking rounds off *sets*.

        The pair with the most rounds loses one, the last of equals, so that the first pair keeps
        most; one for the first top region only when no other can. No exercise gets fewer sets
        than *fewest* says.
        """
        while self._over(timed, sets) > 0:
            most, longest = (False, 0), []
            for pair in timed:
                cut = [name for name in pair.names if sets[name] > fewest[name]]
                if cut:
                    rounds = max(sets[name] for name in cut)
                    rank = (all(self._region_of[name] is not self._region for name in cut), rounds)
                    if rank >= most:
                        most, longest = rank, [name for name in cut if sets[name] == rounds]
            if not longest:
                return False
            for name in longest:
                sets[name] -= 1
        return True

    def _balance(
        self, kept: Mapping[str, Sequence[str]], sets: Sets, fewest: Mapping[str, int]
    ) -> None:
        """Take sets off any region that has more in a week than the first of the top regions."""
        while ahead := self._ahead(kept, sets):
            cut = [
                name
                for names in kept.values()
                for name in names
                if self._region_of[name] in ahead and sets[name] > fewest[name]
            ]
            if not cut:
                return
            sets[max(reversed(cut), key=lambda name: sets[name])] -= 1

    def _ahead(self, kept: Mapping[str, Sequence[str]], sets: Sets) -> set[Region]:
        """Return the regions with more sets a week than the first of the top regions."""
        if self._region is None:
            return set()
        weekly: Counter[Region] = Counter()
        for names in kept.values():
            for name in names:
                weekly[self._region_of[name]] += sets[name]
        most = weekly[self._region]
        return {one for one, count in weekly.items() if most and count > most}

    def _refill(
        self,
        kept: Mapping[str, Sequence[str]],
        timed: Mapping[str, Timed],
        sets: Sets,
        most: Mapping[str, int],
    ) -> None:
        """Give back sets, what matters most first, where that fits and keeps the balance."""
        for names in kept.values():
            for name in names:
                if sets[name] < most[name]:
                    sets[name] += 1
                    inside = [each for each, all_names in kept.items() if name in all_names]
                    long = any(self._over(timed[each], sets) > 0 for each in inside)
                    if long or self._region_of[name] in self._ahead(kept, sets):
                        sets[name] -= 1

    def _later(self, most: Sets, before: Sets, timed: Mapping[str, Timed]) -> Sets:
        """Return the sets of a later phase: no fewer than *before*, as many of *most* as fit."""
        sets = dict(most)
        for each in timed.values():
            self._cut_rounds(each, sets, before)
        return sets

    def _lasting(self, pairs: Pairs, sets: Sets, number: int) -> list[int]:
        timings = {name: one.timings[number] for name, one in self._dosed.items()}
        change_s = self._schedule.setting_up.change_s
        return [TimedPair.of(pair, timings, change_s).seconds(sets) for pair in pairs]

    def _over(self, timed: Timed, sets: Sets) -> int:
        """Return by how many seconds the pairs are too long; below 0 there is room."""
        return sum([pair.seconds(sets) for pair in timed]) - self._frame.room_s
