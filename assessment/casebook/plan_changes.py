"""A trainer's changes to the plan of a record: kept as a new record, and carried to a re-test.

For a screen: ``PastScreening.by_rules`` and ``PastScreening.changes`` begin a
``replanning.editor.PlanEditor``; what comes of it is kept with :func:`with_plan_changes`. Where
:func:`to_carry_over` finds something after a re-test, ask whether to keep it, show the sentences
of ``refused``, and keep ``assessment.changes`` in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assessment.casebook.corrections import assessed, keep_correction
from assessment.casebook.history import PastScreening
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.model import PlanChanges
from assessment.core.plan.changes.refusals import sentence
from assessment.exchange.assessment_document import document_of
from assessment.exchange.plan_changes_document import plan_changes_document
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.values import Record
from assessment.replanning.judging import KeptPlan, changed_plan, kept_plan

ACTION = "plan"
"""What the log calls it."""


def with_plan_changes(desk: Desk, old: Record, changes: PlanChanges) -> Record:
    """Keep a new record in place of *old* with *changes* of its plan, all of them; return it.

    Without changes the plan is again as the rules make it. The checks of the rules are asked once
    more, whoever asked them before.

    Raises:
        ChangeError: One may not be, or today's rules cannot assess the record; nothing is kept.
        StoreError: It is not kept.
    """
    content = desk.content(old)
    by_rules = assessed(old, content)
    if by_rules is None:
        raise ChangeError(Reason.NO_PLAN, sentence(Reason.NO_PLAN))
    made = changed_plan(by_rules, changes)
    kept = plan_changes_document(changes) if changes else None
    content = replace(content, assessment=document_of(made), plan_changes=kept)
    return keep_correction(desk, old, content, ACTION)


def to_carry_over(screenings: Sequence[PastScreening]) -> KeptPlan | None:
    """Return the newest plan with the changes of the last time, as far as they may be kept.

    *screenings* are those of one client, oldest first. None: there is nothing to carry over, as
    the newest has a changed plan already, has none at all, or none was changed before.
    """
    *before, newest = screenings
    by_rules = newest.by_rules
    if by_rules is None or not by_rules.exercises or newest.changes or newest.refused:
        return None
    last = next((one for one in reversed(before) if one.record.day < newest.record.day), None)
    return kept_plan(by_rules, last.changes) if last and last.changes else None
