"""Chosen exercises and minutes -> how many sets of each, phase by phase, so that all fits.

What the first weeks have time for is what stays: later weeks have as many sets or more, and fit
with them. The first of the top regions gets no fewer sets a week than any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from assessment.catalogue.schedule import Frame, Schedule
from assessment.core.plan.choices import Choice, Role
from assessment.core.plan.hand import Hand, TooLongError
from assessment.core.plan.minutes.balance import Balance, lead_of
from assessment.core.plan.minutes.pairing import in_given_order, paired
from assessment.core.plan.minutes.rounds import Rounds
from assessment.core.plan.minutes.sessions import TimedPair
from assessment.core.plan.minutes.week import Dosed, Draft, Fitted, Sets, Week
from questions.model import Region


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
        self._rounds = Rounds(dosed, region, frame.room_s)
        self._balance = Balance(dosed, region, self._rounds)
        self._frame = frame
        self._schedule = schedule
        self._timing = {name: one.timing for name, one in dosed.items()}
        self._staying = [name for name, one in dosed.items() if one.stays]
        asked = hand.doses if hand else {}
        self._asked = [name for name, one in asked.items() if one.sets and name in dosed]
        """The exercises of which a trainer asks for so many sets."""

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
        ahead = self._balance.ahead_by(week, phases)
        while not self._hand:
            if spare := self._spare(week, ahead) or self._rare(week):
                session, choice = spare
                left[session].remove(choice)
                week, phases = self._fit(left)
                ahead = self._balance.ahead_by(week, phases)
            elif with_room := self._with_room(left, week, lead_of(ahead)):
                left, week, phases, ahead = with_room
            else:
                break
        lasting = [self._lasting(week, sets, number) for number, sets in enumerate(phases)]
        return Fitted(week.drafts, phases, lasting, ahead)

    def _spare(self, week: Week, ahead: Container[Region]) -> tuple[str, Choice] | None:
        """Return an exercise for a region that is *ahead* of the first, and its session, if any."""
        return next((spare for spare in self._not_needed(week) if spare[1].region in ahead), None)

    def _with_room(
        self, sessions: Mapping[str, Sequence[Choice]], week: Week, behind: int
    ) -> tuple[dict[str, list[Choice]], Week, list[Sets], Counter[Region]] | None:
        """Return *sessions* without an exercise whose minutes bring the first region forward.

        It is *behind* by so many sets; the other's region keeps another exercise. With them come
        their week, its sets and what is ahead then. None where there is nothing like that.
        """
        if not behind:
            return None
        served = Counter(one.region for draft in week.drafts.values() for one in draft.choices)
        for session, choice in self._not_needed(week):
            if choice.region is not self._balance.region and served[choice.region] > 1:
                left = {name: list(chosen) for name, chosen in sessions.items()}
                left[session].remove(choice)
                fitted = self._fit(left)
                ahead = self._balance.ahead_by(*fitted)
                if lead_of(ahead) < behind:
                    return left, *fitted, ahead
        return None

    def _not_needed(self, week: Week) -> Iterator[tuple[str, Choice]]:
        """Yield what no session needs, with its session, what matters least first."""
        for name in reversed(list(week.drafts)):
            for one in reversed(week.drafts[name].choices):
                if not one.is_needed:
                    yield name, one

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
        self._balance.even_out(week, sets, first, fewest)
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
            if not self._rounds.cut(draft, sets, fewest):
                raise TooLongError(session)
            return draft
        kept, whole = list(chosen), dict(sets)
        draft = self._draft(kept)
        while (
            len(kept) > self._frame.least_exercises
            and kept[-1].role is Role.FILLER
            and self._rounds.over(draft, sets) > 0
        ):
            kept.pop()
            draft = self._draft(kept)
        while not self._rounds.cut(draft, sets, fewest):
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

    def _later(self, week: Week, wanted: Sets, before: Sets) -> Sets:
        """Return the sets of a later phase: no fewer than *before*, as many as fit."""
        wanted = {**wanted, **{name: before[name] for name in self._staying}}
        sets = {name: max(before[name], most) for name, most in wanted.items()}
        if sets != before:
            fewest = self._at_least(sets, before)
            for session, draft in week.drafts.items():
                if not self._rounds.cut(draft, sets, fewest) and self._hand:
                    raise TooLongError(session)
            self._balance.even_out(week, sets, wanted, fewest)
        return sets

    def _lasting(self, week: Week, sets: Sets, number: int) -> Mapping[str, list[int]]:
        set_s = {name: one.sets_s[number] for name, one in self._timing.items()}
        return {
            name: [pair.seconds(sets, set_s) for pair in draft.timed]
            for name, draft in week.drafts.items()
        }
