"""The first of the top regions gets no fewer sets a week than any other, as far as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assessment.core.plan.minutes.rounds import Rounds
from assessment.core.plan.minutes.sessions import TimedPair
from assessment.core.plan.minutes.week import Dosed, Sets, Week
from questions.model import Region


def lead_of(ahead: Mapping[Region, int]) -> int:
    """Return how many sets the first top region lacks, where others are so far *ahead*."""
    return max(ahead.values(), default=0)


class Balance:
    """Keeps ``region``, the first of the top regions if there is one, ahead of all others."""

    def __init__(self, dosed: Mapping[str, Dosed], region: Region | None, rounds: Rounds) -> None:
        self.region = region
        self._rounds = rounds
        self._region_of = {name: one.choice.region for name, one in dosed.items()}

    def ahead_by(self, week: Week, phases: Sequence[Sets]) -> Counter[Region]:
        """Return by how many sets, over all phases, regions are ahead of the first top region."""
        by: Counter[Region] = Counter()
        for sets in phases:
            by.update(self._ahead(self._weekly(week, sets)))
        return by

    def even_out(self, week: Week, sets: Sets, wanted: Sets, fewest: Sets) -> None:
        """Change *sets* so that no region has more than the first of the top regions.

        Then give back what there is time for, as far as *wanted*.
        """
        weekly = self._weekly(week, sets)
        self._take_off(week.names, weekly, sets, fewest)
        if all(sets[name] >= wanted[name] for name in week.names):
            return
        room_s = {name: -self._rounds.over(draft, sets) for name, draft in week.drafts.items()}
        for name in self._by_weight(week):
            if sets[name] < wanted[name]:
                if self._region_of[name] is self.region:
                    self._make_room(name, week, weekly, room_s, sets, fewest)
                self._give_back(name, week.places[name], weekly, room_s, sets)

    def _ahead(self, weekly: Mapping[Region, int]) -> dict[Region, int]:
        """Return by how many sets a week regions are ahead of the first of the top regions."""
        most = weekly.get(self.region) if self.region else None
        if not most or max(weekly.values()) == most:
            return {}
        return {one: count - most for one, count in weekly.items() if count > most}

    def _weekly(self, week: Week, sets: Sets) -> dict[Region, int]:
        """Return the sets of each region in a week."""
        weekly: dict[Region, int] = {}
        for name in week.names:
            region = self._region_of[name]
            weekly[region] = weekly.get(region, 0) + sets[name]
        return weekly

    def _take_off(
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
                    pair.one_more(name, sets, self._rounds.longest) > room_s[session]
                    and self._region_of[other] is not self.region
                    and sets[other] > fewest[other]
                ):
                    sets[other] -= 1
                    weekly[self._region_of[other]] -= len(week.places[other])
                    for place, its_pair in week.places[other]:
                        room_s[place] += its_pair.one_more(other, sets, self._rounds.longest)

    def _by_weight(self, week: Week) -> list[str]:
        """Return the exercises of *week*, those for the first top region first, then by weight."""
        places: dict[str, int] = {}
        for draft in week.drafts.values():
            for place, name in enumerate(draft.names):
                places[name] = min(places.get(name, place), place)
        return sorted(places, key=lambda name: (self._rounds.ranks[name], places[name]))

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
            if pair.one_more(name, sets, self._rounds.longest) > room_s[session]:
                return
        region = self._region_of[name]
        most = weekly.get(self.region) if self.region else None
        if most and region is not self.region and weekly[region] + len(places) > most:
            return
        weekly[region] += len(places)
        for session, pair in places:
            room_s[session] -= pair.one_more(name, sets, self._rounds.longest)
        sets[name] += 1
