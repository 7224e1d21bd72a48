"""Chosen exercises and minutes -> how many sets of each, phase by phase, so that all fits.

What the first weeks have time for is what stays: later weeks have as many sets or more, and fit
with them. The first of the top regions gets no fewer sets a week than any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assessment.catalogue.model import Dose
from assessment.catalogue.schedule import Frame, Schedule
from assessment.core.plan.choices import Choice, Role
from assessment.core.plan.doses import Work
from assessment.core.plan.hand import Hand, TooLongError
from assessment.core.plan.pairing import Pairs, in_given_order, paired
from assessment.core.plan.sessions import TimedPair, Timing
from questions.model import Region

Sets = dict[str, int]
"""How many sets of each exercise."""
NO_ROUND = (False, -len(Role), 0)
"""The rank of a pair that can lose no round."""


class Dosed(NamedTuple):
    """A choice with what is done of it in each phase, and how long that takes."""

    choice: Choice
    dose: Dose
    works: tuple[Work, ...]
    timing: Timing
    stays: bool
    """Whether later weeks have no more of it than the first."""


class Draft(NamedTuple):
    """A session that fits: the choices, what matters most first, and the pairs of these."""

    choices: Sequence[Choice]
    names: Sequence[str]
    pairs: Pairs
    timed: Sequence[TimedPair]


class Week(NamedTuple):
    """The sessions that fit: the exercises of each in turn, and where each of them stands."""

    drafts: Mapping[str, Draft]
    names: Sequence[str]
    places: Mapping[str, Sequence[tuple[str, TimedPair]]]
    """By exercise, the sessions and the pairs that hold it."""

    @classmethod
    def of(cls, drafts: Mapping[str, Draft]) -> Week:
        """Return the week of *drafts*."""
        places: dict[str, list[tuple[str, TimedPair]]] = {}
        for session, draft in drafts.items():
            for pair in draft.timed:
                for name in pair.names:
                    places.setdefault(name, []).append((session, pair))
        return cls(drafts, [name for one in drafts.values() for name in one.names], places)


class Fitted(NamedTuple):
    """The sessions that fit, the sets of each exercise and the seconds of each pair."""

    drafts: Mapping[str, Draft]
    sets: Sequence[Sets]
    """By phase."""
    seconds: Sequence[Mapping[str, Sequence[int]]]
    """By phase and session."""
    ahead: Mapping[Region, int]
    """By how many sets, over all phases, other regions have more than the first top region."""


def lead_of(ahead: Mapping[Region, int]) -> int:
    """Return how many sets the first top region lacks, where others are so far *ahead*."""
    return max(ahead.values(), default=0)


class Fitting:
    """Fits the sessions of one client into the minutes."""

    def __init__(
        self,
        dosed: Mapping[str, Dosed],
        first: frozenset[str],
        region: Region | None,
        frame: Frame,
        schedule: Schedule,
        hand: Hand | None = None,
    ) -> None:
        self._dosed = dosed
        self._hand = hand
        """What a trainer asks for: then nothing goes, and what is asked for is not cut."""
        self._first = first
        """The exercises that open a session."""
        self._region = region
        """The first of the top regions."""
        self._frame = frame
        self._schedule = schedule
        self._region_of = {name: one.choice.region for name, one in dosed.items()}
        self._ranks = {
            name: (one.choice.region is not region, -one.choice.role) for name, one in dosed.items()
        }
        """Whether an exercise is for another region, and how little it is needed."""
        self._timing = {name: one.timing for name, one in dosed.items()}
        self._staying = [name for name, one in dosed.items() if one.stays]
        asked = hand.doses if hand else {}
        self._asked = [name for name, one in asked.items() if one.sets and name in dosed]
        """The exercises of which a trainer asks for so many sets."""
        self._longest = {name: max(one.timing.sets_s) for name, one in dosed.items()}
        """The longest that a set takes in any phase."""

    def fit(self, sessions: Mapping[str, Sequence[Choice]]) -> Fitted:
        """Return *sessions*, the choices that matter most first, cut to the minutes.

        Where fewer sets do not keep the first of the top regions ahead, what no session needs of
        another one goes; and so does a rare exercise that became the first of its region. Where a
        trainer asks, nothing goes.

        Raises:
            TooLongError: A session that a trainer asks for does not fit.
        """
        if not self._dosed:
            return Fitted({name: Draft((), (), (), ()) for name in sessions}, (), (), {})
        left = {name: list(chosen) for name, chosen in sessions.items()}
        week, phases = self._fit(left)
        while not self._hand:
            if spare := self._spare(week, phases) or self._rare(week):
                session, choice = spare
                left[session].remove(choice)
                week, phases = self._fit(left)
            elif with_room := self._with_room(left, week, phases):
                left, week, phases = with_room
            else:
                break
        lasting = [self._lasting(week, sets, number) for number, sets in enumerate(phases)]
        return Fitted(week.drafts, phases, lasting, self._ahead_by(week, phases))

    def _spare(self, week: Week, phases: Sequence[Sets]) -> tuple[str, Choice] | None:
        """Return an exercise for a region that is ahead of the first, and its session, if any."""
        ahead = self._ahead_by(week, phases)
        return next((spare for spare in self._not_needed(week) if spare[1].region in ahead), None)

    def _with_room(
        self, sessions: Mapping[str, Sequence[Choice]], week: Week, phases: Sequence[Sets]
    ) -> tuple[dict[str, list[Choice]], Week, list[Sets]] | None:
        """Return *sessions* without an exercise whose minutes bring the first region forward.

        Its region keeps another one. None where there is nothing like that.
        """
        behind = lead_of(self._ahead_by(week, phases))
        if not behind:
            return None
        served = Counter(one.region for draft in week.drafts.values() for one in draft.choices)
        for session, choice in self._not_needed(week):
            if choice.region is not self._region and served[choice.region] > 1:
                left = {name: list(chosen) for name, chosen in sessions.items()}
                left[session].remove(choice)
                fitted = self._fit(left)
                if lead_of(self._ahead_by(*fitted)) < behind:
                    return left, *fitted
        return None

    def _not_needed(self, week: Week) -> Iterator[tuple[str, Choice]]:
        """Yield what no session needs, with its session, what matters least first."""
        for name in reversed(list(week.drafts)):
            for one in reversed(week.drafts[name].choices):
                if not one.is_needed:
                    yield name, one

    def _ahead_by(self, week: Week, phases: Sequence[Sets]) -> Counter[Region]:
        """Return by how many sets, over all phases, regions are ahead of the first top region."""
        by: Counter[Region] = Counter()
        for sets in phases:
            weekly = self._weekly(week, sets)
            for region in self._ahead(weekly):
                by[region] += weekly[region] - (weekly[self._region] if self._region else 0)
        return by

    def _rare(self, week: Week) -> tuple[str, Choice] | None:
        """Return a rare exercise that is the first for its region, and its session, if any."""
        served: set[Region] = set()
        for session, draft in week.drafts.items():
            served.update([one.region for one in draft.choices if not one.is_rare])
            for one in draft.choices:
                if one.is_rare and one.region not in served:
                    return session, one
        return None

    def _fit(self, sessions: Mapping[str, Sequence[Choice]]) -> tuple[Week, list[Sets]]:
        """Return the week of *sessions*, and the sets of each phase."""
        first, *later = phases = self._wanted()
        kept = {name: max(sets[name] for sets in phases) for name in self._asked}
        first |= kept  # room for what a trainer asks for later is there from the beginning
        sets = dict(first)
        fewest = self._at_least(first, dict.fromkeys(sets, 1))
        week = Week.of(
            {name: self._cut_to_size(name, each, sets, fewest) for name, each in sessions.items()}
        )
        self._even_out(week, sets, first, fewest)
        sets |= {name: self._dosed[name].works[0].sets for name in kept}
        phases = [sets]
        for wanted in later:
            phases.append(self._later(week, wanted, phases[-1]))
        return week, phases

    def _at_least(self, wanted: Sets, fewest: Sets) -> Sets:
        """Return *fewest* with what a trainer asks for in place of its own."""
        return {**fewest, **{name: wanted[name] for name in self._asked}}

    def _wanted(self) -> list[Sets]:
        """Return the sets that each phase asks for."""
        works = {name: one.works for name, one in self._dosed.items()}
        phases = range(len(next(iter(works.values()))))
        return [{name: one[number].sets for name, one in works.items()} for number in phases]

    def _cut_to_size(
        self, session: str, chosen: Sequence[Choice], sets: Sets, fewest: Sets
    ) -> Draft:
        """Return what fits of *chosen* for *session*; *sets* are cut, too.

        What rounds off a session of many exercises goes first, then rounds, then the others, the
        last first; with one gone the rounds come back.
        """
        if self._hand:
            draft = self._draft(chosen, self._hand.orders.get(session))
            if not self._cut_rounds(draft, sets, fewest):
                raise TooLongError(session)
            return draft
        kept, whole = list(chosen), dict(sets)
        draft = self._draft(kept)
        while (
            len(kept) > self._frame.least_exercises
            and kept[-1].role is Role.FILLER
            and self._over(draft, sets) > 0
        ):
            kept.pop()
            draft = self._draft(kept)
        while not self._cut_rounds(draft, sets, fewest):
            kept.pop()
            sets.update(whole)
            draft = self._draft(kept)
        return draft

    def _draft(self, chosen: Sequence[Choice], order: Sequence[str] | None = None) -> Draft:
        exercises = [one.exercise for one in chosen]
        if order is None:
            pairs = paired(exercises, self._first, self._schedule)
        else:
            pairs = in_given_order(sorted(exercises, key=lambda one: order.index(one.id)))
        change_s = self._schedule.setting_up.change_s
        timed = [TimedPair.of(pair, self._timing, change_s) for pair in pairs]
        return Draft(chosen, [one.exercise.id for one in chosen], pairs, timed)

    def _cut_rounds(self, draft: Draft, sets: Sets, fewest: Mapping[str, int]) -> bool:
        """Return whether *draft* fits after taking rounds off *sets*.

        A pair that only rounds the session off loses them first, and one for the first top region
        only when no other can; then the pair with most, the last of equals. No exercise gets
        fewer sets than *fewest* says.
        """
        over = self._over(draft, sets)
        if over <= 0:
            return True
        pairs = draft.timed[::-1]
        ranks = [self._rank(pair, sets, fewest) for pair in pairs]
        while over > 0:
            rank = max(ranks, default=NO_ROUND)
            if rank == NO_ROUND:
                return False
            place = ranks.index(rank)
            pair = pairs[place]
            for name in pair.names:
                if sets[name] == rank[2] > fewest[name]:
                    sets[name] -= 1
                    over -= pair.one_more(name, sets, self._longest)
            ranks[place] = self._rank(pair, sets, fewest)
        return True

    def _rank(
        self, pair: TimedPair, sets: Sets, fewest: Mapping[str, int]
    ) -> tuple[bool, int, int]:
        """Return how soon *pair* loses a round.

        Whether it is not for the first top region, how little it is needed, and its rounds.
        """
        rounds, is_spare, least = 0, True, 0
        for name in pair.names:
            is_other, role = self._ranks[name]
            least = role if role < least else least
            count = sets[name]
            if count > fewest[name]:
                rounds = count if count > rounds else rounds
                is_spare = is_spare and is_other
        return (is_spare, least, rounds) if rounds else NO_ROUND

    def _later(self, week: Week, wanted: Sets, before: Sets) -> Sets:
        """Return the sets of a later phase: no fewer than *before*, as many as fit."""
        wanted = {**wanted, **{name: before[name] for name in self._staying}}
        sets = {name: max(before[name], most) for name, most in wanted.items()}
        if sets != before:
            fewest = self._at_least(sets, before)
            for session, draft in week.drafts.items():
                if not self._cut_rounds(draft, sets, fewest) and self._hand:
                    raise TooLongError(session)
            self._even_out(week, sets, wanted, fewest)
        return sets

    def _even_out(self, week: Week, sets: Sets, wanted: Sets, fewest: Sets) -> None:
        """Change *sets* so that no region has more than the first of the top regions.

        Then give back what there is time for, as far as *wanted*.
        """
        weekly = self._weekly(week, sets)
        self._balance(week.names, weekly, sets, fewest)
        if all(sets[name] >= wanted[name] for name in week.names):
            return
        room_s = {name: -self._over(draft, sets) for name, draft in week.drafts.items()}
        for name in self._by_weight(week):
            if sets[name] < wanted[name]:
                if self._region_of[name] is self._region:
                    self._make_room(name, week, weekly, room_s, sets, fewest)
                self._give_back(name, week.places[name], weekly, room_s, sets)

    def _make_room(
        self,
        name: str,
        week: Week,
        weekly: dict[Region, int],
        room_s: dict[str, int],
        sets: Sets,
        fewest: Sets,
    ) -> None:
        """Take sets off what matters least where one more of *name* does not fit."""
        for session, pair in week.places[name]:
            for other in reversed(week.drafts[session].names):
                while (
                    pair.one_more(name, sets, self._longest) > room_s[session]
                    and self._region_of[other] is not self._region
                    and sets[other] > fewest[other]
                ):
                    sets[other] -= 1
                    weekly[self._region_of[other]] -= len(week.places[other])
                    for place, its_pair in week.places[other]:
                        room_s[place] += its_pair.one_more(other, sets, self._longest)

    def _by_weight(self, week: Week) -> list[str]:
        """Return the exercises of *week*, those for the first top region first, then by weight."""
        places: dict[str, int] = {}
        for draft in week.drafts.values():
            for place, name in enumerate(draft.names):
                places[name] = min(places.get(name, place), place)
        return sorted(places, key=lambda name: (self._ranks[name], places[name]))

    def _weekly(self, week: Week, sets: Sets) -> dict[Region, int]:
        """Return the sets of each region in a week."""
        weekly: dict[Region, int] = {}
        for name in week.names:
            region = self._region_of[name]
            weekly[region] = weekly.get(region, 0) + sets[name]
        return weekly

    def _balance(
        self, names: Sequence[str], weekly: dict[Region, int], sets: Sets, fewest: Sets
    ) -> None:
        """Take sets off any region that has more in a week than the first of the top regions."""
        while ahead := self._ahead(weekly):
            cut = [
                name
                for name in names
                if self._region_of[name] in ahead and sets[name] > fewest[name]
            ]
            if not cut:
                return
            longest = max(reversed(cut), key=lambda name: sets[name])
            sets[longest] -= 1
            weekly[self._region_of[longest]] -= names.count(longest)

    def _ahead(self, weekly: Mapping[Region, int]) -> list[Region]:
        """Return the regions with more sets a week than the first of the top regions."""
        most = weekly.get(self._region) if self._region else None
        if not most or max(weekly.values()) == most:
            return []
        return [one for one, count in weekly.items() if count > most]

    def _give_back(
        self,
        name: str,
        places: Sequence[tuple[str, TimedPair]],
        weekly: dict[Region, int],
        room_s: dict[str, int],
        sets: Sets,
    ) -> None:
        """Give an exercise one set more, where that fits and keeps the balance."""
        for session, pair in places:
            if pair.one_more(name, sets, self._longest) > room_s[session]:
                return
        region = self._region_of[name]
        most = weekly.get(self._region) if self._region else None
        if most and region is not self._region and weekly[region] + len(places) > most:
            return
        weekly[region] += len(places)
        for session, pair in places:
            room_s[session] -= pair.one_more(name, sets, self._longest)
        sets[name] += 1

    def _lasting(self, week: Week, sets: Sets, number: int) -> Mapping[str, list[int]]:
        set_s = {name: one.sets_s[number] for name, one in self._timing.items()}
        return {
            name: [pair.seconds(sets, set_s) for pair in draft.timed]
            for name, draft in week.drafts.items()
        }

    def _over(self, draft: Draft, sets: Sets) -> int:
        """Return by how many seconds *draft* is too long; below 0 there is room."""
        longest = self._longest
        return sum([pair.seconds(sets, longest) for pair in draft.timed]) - self._frame.room_s
