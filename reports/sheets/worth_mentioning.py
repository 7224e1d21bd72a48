"""What a client who may train is asked to mention to a doctor or physiotherapist all the same."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.scores.signs import PAIN_ITEMS
from reports.words import common as words
from reports.words.phrasing import capitalised, listed

MODERATE_FROM = 6
"""Usual pain, 0 to 10, from which it counts as moderate (Boonstra 2016). Own rule: mention it."""


def moderate_pains(assessment: Assessment) -> Mapping[str, int]:
    """Return the pains that are worth a mention, by item.

    None where a clinician has cleared the client, and so knows of them, or is to be seen first.
    """
    sheet = assessment.sheet
    if assessment.outcome is not Outcome.TRAIN or sheet.get("clearance"):
        return {}
    pains = {item: sheet.get(item) or 0 for item in PAIN_ITEMS.values()}
    return {item: pain for item, pain in pains.items() if pain >= MODERATE_FROM}


def worth_mentioning(assessment: Assessment) -> tuple[str, ...]:
    """Return the answers that are worth a mention, and in one line the pains."""
    names = assessment.sheet.questionnaire.by_id
    amber = [capitalised(names[item].short) for item in assessment.gate.amber]
    pains = [f"{names[item].short} ({pain})" for item, pain in moderate_pains(assessment).items()]
    if pains:
        amber.append(words.MENTION_PAIN.format(least=MODERATE_FROM, where=listed(pains)))
    return tuple(amber)
