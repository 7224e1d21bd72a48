"""Changes of a plan as a document has them, judged anew: nothing is believed that was stored."""

from __future__ import annotations

from assessment.core.assess import Assessment
from assessment.core.plan.changes import words
from assessment.core.plan.changes.errors import Reason
from assessment.exchange.answers_document import AnswersFileError
from assessment.exchange.plan_changes_document import plan_changes_of
from assessment.replanning.judging import KeptPlan, Refused, kept_plan


def stored_plan(assessment: Assessment, document: object) -> KeptPlan:
    """Return *assessment*, as the rules made it, with the changes of *document* that may be kept.

    A document comes from a record, perhaps of another computer and of other rules. What the rules
    of today forbid is left out and told, and so is one that cannot be read at all.
    """
    if document is None:
        return KeptPlan(assessment, ())
    try:
        changes = plan_changes_of(document)
    except AnswersFileError as error:
        told = words.REFUSED[Reason.UNREADABLE].format(fault=error.faults[0])
        return KeptPlan(assessment, (Refused(None, Reason.UNREADABLE, told),))
    return kept_plan(assessment, changes)
