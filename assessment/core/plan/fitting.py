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
from assessment.core.plan.sessions import Timing, pair_seconds
from questions.model import Region


class Dosed(NamedTuple):
    """A choice with what is done of it and how long that takes, in each phase."""

    choice: Choice
    works: tuple[Work, ...]
    timings: tuple[Timing, ...]

    @property
    def longest(self) -> Timing:
        """The longest that a set of it takes in any phase."""
        return max(self.timings)


class Fitted(NamedTuple):
    """The pairs of each session, the sets of each exercise and the seconds of each pair."""

    pairs: Mapping[str, Pairs]
    sets: tuple[Mapping[str, int], ...]
    """By phase."""
    seconds: tuple[Mapping[str, list[int]], ...]
    """By phase and session."""


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
        self._region = region
        """The first of the top regions."""
        self._frame = frame
        self._schedule = schedule
        self._change_s = schedule.setting_up.change_s
        self._timings = {name: one.longest for name, one in dosed.items()}

    def fit(self, sessions: Mapping[str, Sequence[Choice]]) -> Fitted:
        """Return *sessions*, the choices that matter most first, cut to the minutes."""
        sets = {name: one.works[0].sets for name, one in self._dosed.items()}
        kept = {name: self._cut_to_size(list(chosen), sets) for name, chosen in sessions.items()}
        pairs = {name: self._paired(chosen) for name, chosen in kept.items()}
        self._balance(kept, sets, dict.fromkeys(sets, 1))
        self._refill(kept, pairs, sets, 0)
        phases = [sets]
        for number in range(1, len(next(iter(self._dosed.values())).works)):
            phases.append(self._later(number, phases[-1], kept, pairs))
        return Fitted(
            pairs,
            tuple(phases),
            tuple(
                {name: self._lasting(each, sets, number) for name, each in pairs.items()}
                for number, sets in enumerate(phases)
            ),
        )

    def _paired(self, chosen: Sequence[Choice]) -> Pairs:
        return paired([one.exercise for one in chosen], self._first, self._schedule)

    def _cut_to_size(self, kept: list[Choice], sets: dict[str, int]) -> list[Choice]:
        """Return what of *kept* fits; *sets* is changed.

        What rounds off a session of many exercises goes first, then rounds, then the others, the
        last first; with one gone the rounds come back.
        """
        whole, least = dict(sets), self._frame.least_exercises
        while (
            len(kept) > least
            and kept[-1].role is Role.FILLER
            and self._is_too_long(self._paired(kept), sets)
        ):
            kept.pop()
        while not self._cut_rounds(self._paired(kept), sets, dict.fromkeys(sets, 1)):
            kept.pop()
            sets.update(whole)
        return kept

    def _cut_rounds(self, pairs: Pairs, sets: dict[str, int], fewest: Mapping[str, int]) -> bool:
        """Return whether *pairs* fit after taking rounds off *sets*.

        The pair with the most rounds loses one, the last of equals, so that the first pair keeps
        most. No exercise gets fewer sets than *fewest* says.
        """
        while self._is_too_long(pairs, sets):
            longest = self._longest(pairs, sets, fewest)
            if not longest:
                return False
            for name in longest:
                sets[name] -= 1
        return True

    def _longest(
        self, pairs: Pairs, sets: Mapping[str, int], fewest: Mapping[str, int]
    ) -> list[str]:
        """Return the exercises that lose a round; the first top region's only when no other can."""
        most, found = (0, 0), []
        for pair in pairs:
            cut = [one.id for one in pair if sets[one.id] > fewest[one.id]]
            cut = [name for name in cut if sets[name] == max(sets[each] for each in cut)]
            if cut and (rank := (not self._is_first(cut), sets[cut[0]])) >= most:
                most, found = rank, cut
        return found

    def _is_first(self, names: Sequence[str]) -> bool:
        return any(self._dosed[name].choice.region is self._region for name in names)

    def _balance(
        self,
        kept: Mapping[str, Sequence[Choice]],
        sets: dict[str, int],
        fewest: Mapping[str, int],
    ) -> None:
        """Take sets off any region that has more in a week than the first of the top regions."""
        while (region := self._ahead(kept, sets)) is not None:
            cut = [
                one.exercise.id
                for chosen in kept.values()
                for one in chosen
                if self._dosed[one.exercise.id].choice.region is region
                and sets[one.exercise.id] > fewest[one.exercise.id]
            ]
            if not cut:
                return
            sets[max(reversed(cut), key=lambda name: sets[name])] -= 1

    def _ahead(
        self, kept: Mapping[str, Sequence[Choice]], sets: Mapping[str, int]
    ) -> Region | None:
        """Return a region with more sets a week than the first of the top regions, if any."""
        weekly: Counter[Region] = Counter()
        for chosen in kept.values():
            for one in chosen:
                weekly[self._dosed[one.exercise.id].choice.region] += sets[one.exercise.id]
        most = weekly[self._region] if self._region else 0
        return next((one for one, count in weekly.items() if most and count > most), None)

    def _refill(
        self,
        kept: Mapping[str, Sequence[Choice]],
        pairs: Mapping[str, Pairs],
        sets: dict[str, int],
        number: int,
    ) -> None:
        """Give back sets, what matters most first, where that fits and keeps the balance."""
        for chosen in kept.values():
            for one in chosen:
                name = one.exercise.id
                if sets[name] < self._dosed[name].works[number].sets:
                    sets[name] += 1
                    long = any(self._is_too_long(each, sets) for each in pairs.values())
                    if long or self._ahead(kept, sets) is not None:
                        sets[name] -= 1

    def _later(
        self,
        number: int,
        before: Mapping[str, int],
        kept: Mapping[str, Sequence[Choice]],
        pairs: Mapping[str, Pairs],
    ) -> dict[str, int]:
        """Return the sets of a later phase: no fewer than *before*, as many as fit."""
        sets = {
            name: max(before[name], one.works[number].sets) for name, one in self._dosed.items()
        }
        for each in pairs.values():
            self._cut_rounds(each, sets, before)
        self._balance(kept, sets, before)
        self._refill(kept, pairs, sets, number)
        return sets

    def _lasting(self, pairs: Pairs, sets: Mapping[str, int], number: int) -> list[int]:
        timings = {one.id: self._dosed[one.id].timings[number] for pair in pairs for one in pair}
        return [pair_seconds(pair, sets, timings, self._change_s) for pair in pairs]

    def _is_too_long(self, pairs: Pairs, sets: Mapping[str, int]) -> bool:
        return (
            sum(pair_seconds(pair, sets, self._timings, self._change_s) for pair in pairs)
            > self._frame.room_s
        )
