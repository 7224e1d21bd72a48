"""Changes of a plan, made and judged: the checks of the walk decide what may be kept."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.core.assess import Assessment
from assessment.core.plan.changes import words
from assessment.core.plan.changes.applying import with_changes
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.model import Change, PlanChanges
from assessment.rule_check.checks import find_faults


@dataclass(frozen=True, slots=True)
class Refused:
    """A change that may not be kept any more, and why, in a sentence."""

    change: Change | None
    """None where the changes cannot be read at all."""
    reason: Reason
    sentence: str


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan with all changes that may be kept, and those that may not."""

    assessment: Assessment
    refused: tuple[Refused, ...]


def changed_plan(assessment: Assessment, changes: PlanChanges) -> Assessment:
    """Return *assessment*, as the rules made it, with *changes*, which the checks accept.

    Without changes it is *assessment* itself.

    Raises:
        ChangeError: One may not be; ``number`` says which.
    """
    made = with_changes(assessment, changes)
    if changes and assessment.basis is not None:
        fault = next(find_faults(made, assessment.basis.permits.catalogue), None)
        if fault is not None:
            told = words.REFUSED[Reason.CHECK].format(fault=fault)
            raise ChangeError(Reason.CHECK, told, number=len(changes.changes) - 1)
    return made


def first_refusal(assessment: Assessment, changes: PlanChanges) -> ChangeError | None:
    """Return why the first of *changes* that may not be is refused, after those before it.

    What is wrong with a plan as a whole is found by :func:`changed_plan` at its end only; this
    names the change that brought it.
    """
    for end, _ in enumerate(changes.changes, start=1):
        try:
            changed_plan(assessment, PlanChanges(changes.changes[:end]))
        except ChangeError as error:
            error.number = end - 1
            return error
    return None


def kept_plan(assessment: Assessment, changes: PlanChanges) -> KeptPlan:
    """Return *assessment*, as the rules made it, with as many of *changes* as may be kept.

    They are tried one after the other; one that may not be is left out and told.
    """
    try:
        return KeptPlan(changed_plan(assessment, changes), ())
    except ChangeError:
        pass
    made, kept, refused = assessment, PlanChanges(), []
    for change in changes.changes:
        tried = PlanChanges((*kept.changes, change))
        try:
            made, kept = changed_plan(assessment, tried), tried
        except ChangeError as error:
            refused.append(Refused(change, error.reason, str(error)))
    return KeptPlan(made, tuple(refused))
