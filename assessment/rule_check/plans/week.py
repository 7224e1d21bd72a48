"""The sessions of a week as the checks see them: what is there, and what has to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assessment.core.assess import Assessment
from assessment.core.plan.minutes.sessions import COOL_DOWN, EASY_WALK, WARM_UP, Block, Session
from assessment.core.plan.programme import Prescription, Programme
from assessment.rule_check.plans.evidence import Row
from assessment.rule_check.plans.person import Person
from questions.model import Region

HINGE = "hinge_loaded"
NO_TIME = frozenset(("minutes", "six_exercises"))
"""Why exercises are left out that would be right for a client."""
A_SET_MORE_S = 200
"""What a set of one more exercise takes, at the most: ten repeats for each side, and the rest."""
ENOUGH_MINUTES = 30
"""In fewer there is hardly time for all that a session has to have."""
MINUTE_S = 60


class Week(NamedTuple):
    """The sessions of a week and what is prescribed, by exercise."""

    programme: Programme
    prescribed: Mapping[str, Prescription]
    person: Person
    first: tuple[Region, ...]
    """The first of the top regions, if there is one."""
    is_short: bool
    """Whether there is no time or no room for all that would be right for the client."""

    @classmethod
    def of(cls, assessment: Assessment, programme: Programme, person: Person) -> Week:
        """Return the week of *assessment*."""
        return cls(
            programme,
            {one.exercise.id: one for one in assessment.exercises},
            person,
            assessment.top[:1],
            _is_short(assessment, programme, person),
        )

    def rows(self, session: Session) -> list[Row]:
        """Return what the evidence says of the exercises of *session*."""
        rows = self.person.evidence.rows
        return [rows[name] for name in session.exercises if name in self.prescribed]

    def is_full(self) -> bool:
        """Return whether time is short, and all that is in any session has to be there."""
        return self.is_short and not any(self.spare(one) for one in self.programme.sessions)

    def spare(self, session: Session) -> str:
        """Return an exercise of *session* that does not have to be there, or nothing.

        What has to is the one of its kind, of the first top region, of the highest level of the
        plan or with the client's kit, the loaded hinge, and what an answer asks for.
        """
        rows = self.rows(session)
        return next((row.id for row in rows if not self.is_needed(row, rows)), "")

    def is_needed(self, row: Row, rows: Sequence[Row]) -> bool:
        """Return whether a session of *rows* has to have *row*."""
        evidence, one = self.person.evidence, self.prescribed[row.id]
        others = [other for other in rows if other is not row]
        every = self.prescribed.values()
        if row.pattern == HINGE or row.level == max(each.exercise.level for each in every):
            return True
        if self.person.asking(row.id):
            return True
        kinds = [kind for kind in evidence.kinds.values() if row.pattern in kind]
        if any(all(other.pattern not in kind for other in others) for kind in kinds):
            return True
        if [each for each in every if each.how.kit] == [one]:
            return True
        regions = [self.prescribed[other.id].region for other in others]
        return one.region in self.first and one.region not in regions


def parts_of(session: Session) -> Iterator[Block]:
    """Yield the parts of *session* that hold its exercises."""
    return (one for one in session.blocks if one.name not in (WARM_UP, COOL_DOWN, EASY_WALK))


def _is_short(assessment: Assessment, programme: Programme, person: Person) -> bool:
    most = person.evidence.most_exercises[person.minutes]
    sessions = [session for phase in programme.phases for session in phase.sessions]
    return (
        person.minutes < ENOUGH_MINUTES
        or any(not NO_TIME.isdisjoint(one.because) for one in assessment.left_out)
        or any(len(session.exercises) >= most for session in sessions)
        or any(one.seconds > person.minutes * MINUTE_S - A_SET_MORE_S for one in sessions)
    )
