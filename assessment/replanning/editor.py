"""A plan on which a trainer works: changes made, undone and done again, each with its effect."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from assessment.core.assess import Assessment
from assessment.core.plan.changes.errors import ChangeError
from assessment.core.plan.changes.model import NO_CHANGES, Change, Edit, PlanChanges
from assessment.core.plan.changes.ranges import DoseRange, dose_range
from assessment.replanning.candidates import Candidate, Place, candidates
from assessment.replanning.effects import Effect, effect_of
from assessment.replanning.judging import changed_plan


@dataclass
class PlanEditor:
    """The plan of one client while *by* changes it on the day *on*. Nothing here is kept yet.

    ``by_rules`` is the assessment as the rules made it (``PastScreening.by_rules``), ``changes``
    what was changed so far: what a record holds already can be undone too. Nothing that the
    rules forbid ever gets in. Keep it with ``casebook.plan_changes.with_plan_changes``.
    """

    by_rules: Assessment
    by: str
    on: datetime.date
    changes: PlanChanges = NO_CHANGES
    plan: Assessment = field(init=False)
    """The plan as it is now; its bytes are the first ones again once all is undone."""
    _undone: list[tuple[Change, ...]] = field(default_factory=list, init=False)
    _steps: list[int] = field(default_factory=list, init=False)
    """How many changes each step made that this trainer may undo at once."""

    def __post_init__(self) -> None:
        """Raises: ChangeError: the changes so far may not be (see ``kept_plan``)."""
        self.plan = changed_plan(self.by_rules, self.changes)
        self._steps = [1] * len(self.changes.changes)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._steps)

    @property
    def can_redo(self) -> bool:
        """Whether there is something undone that can be done again."""
        return bool(self._undone)

    def make(self, *edits: Edit) -> Effect:
        """Make *edits* in one step; return what they do to the plan.

        Raises:
            ChangeError: One may not be, and nothing is changed; the message says what is allowed.
        """
        effect = self._take(self.changes.with_edits(self.by, self.on, edits))
        self._steps.append(len(edits))
        self._undone.clear()
        return effect

    def undo(self) -> Effect:
        """Undo the last step; return what that does.

        Of what a record held as one, so much goes that the rest may stand without it.

        Raises:
            IndexError: There is none.
        """
        count = 0
        while True:
            count += self._steps.pop()
            kept, gone = self.changes.changes[:-count], self.changes.changes[-count:]
            try:
                effect = self._take(PlanChanges(kept))
            except ChangeError:
                continue
            self._undone.append(gone)
            return effect

    def redo(self) -> Effect:
        """Make what was undone last once more; return what that does.

        Raises:
            IndexError: There is none.
        """
        again = self._undone.pop()
        self._steps.append(len(again))
        return self._take(PlanChanges((*self.changes.changes, *again)))

    def try_out(self, *edits: Edit) -> Effect:
        """Return what *edits* would do, and change nothing.

        Raises:
            ChangeError: One may not be.
        """
        tried = self.changes.with_edits(self.by, self.on, edits)
        return effect_of(self.plan, changed_plan(self.by_rules, tried))

    def candidates(self, place: Place) -> tuple[Candidate, ...]:
        """Return every exercise for *place*, what may be chosen first.

        Raises:
            ChangeError: There is no such place.
        """
        return candidates(self.by_rules, self.changes, place)

    def dose_range(self, exercise: str) -> DoseRange:
        """Return how much and how hard *exercise* of the plan may be, by the id of the phase.

        Raises:
            KeyError: The plan does not have it.
        """
        one = {each.exercise.id: each for each in self.plan.exercises}[exercise]
        programme = self.plan.programme
        phases = tuple(each.phase for each in programme.phases) if programme else ()
        return dose_range(exercise, one.region, one.permits, phases)

    def _take(self, changes: PlanChanges) -> Effect:
        made = changed_plan(self.by_rules, changes)
        effect = effect_of(self.plan, made)
        self.plan, self.changes = made, changes
        return effect
