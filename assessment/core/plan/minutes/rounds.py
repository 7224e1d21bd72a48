"""How long sessions are, and which rounds go first where they are too long."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.plan.choices import Role
from assessment.core.plan.minutes.sessions import TimedPair
from assessment.core.plan.minutes.week import Dosed, Draft, Sets
from questions.model import Region

NO_ROUND = (False, -len(Role), 0)
"""The rank of a pair that can lose no round."""


class Rounds:
    """Takes rounds off the sessions of one client, which hold *room_s* seconds of exercises."""

    def __init__(self, dosed: Mapping[str, Dosed], region: Region | None, room_s: int) -> None:
        self._room_s = room_s
        self.ranks = {
            name: (one.choice.region is not region, -one.choice.role) for name, one in dosed.items()
        }
        """Whether an exercise is for another region than the first, and how little it is needed."""
        self.longest = {name: max(one.timing.sets_s) for name, one in dosed.items()}
        """The longest that a set takes in any phase, in seconds."""

    def over(self, draft: Draft, sets: Sets) -> int:
        """Return by how many seconds *draft* is too long; below 0 there is room."""
        longest = self.longest
        return sum([pair.seconds(sets, longest) for pair in draft.timed]) - self._room_s

    def cut(self, draft: Draft, sets: Sets, fewest: Mapping[str, int]) -> bool:
        """Return whether *draft* fits after taking rounds off *sets*.

        A pair that only rounds the session off loses them first, and one for the first top region
        only when no other can; then the pair with most, the last of equals. No exercise gets
        fewer sets than *fewest* says.
        """
        over = self.over(draft, sets)
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
                    over -= pair.one_more(name, sets, self.longest)
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
            is_other, role = self.ranks[name]
            least = role if role < least else least
            count = sets[name]
            if count > fewest[name]:
                rounds = count if count > rounds else rounds
                is_spare = is_spare and is_other
        return (is_spare, least, rounds) if rounds else NO_ROUND
