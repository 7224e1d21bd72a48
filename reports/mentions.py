"""What a client who may train is asked to mention to a doctor or physiotherapist all the same."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.core.assess import Assessment
from assessment.core.signs import PAIN_ITEMS
from reports import words
from reports.phrasing import capitalised

MODERATE_FROM = 6
"""Usual pain, 0 to 10, from which it counts as moderate (Boonstra 2016). Own rule: mention it."""


def mentions_of(assessment: Assessment) -> Iterator[str]:
    """Yield answers that are worth a mention, and pain that is often moderate.

    Nothing of pain where a clinician has cleared the client, and so knows of it.
    """
    sheet = assessment.sheet
    names = sheet.questionnaire.by_id
    for item in assessment.gate.amber:
        yield capitalised(names[item].short)
    if sheet.get("clearance"):
        return
    for item in dict.fromkeys(PAIN_ITEMS.values()):  # two regions share the hip
        pain = sheet.get(item) or 0
        if pain >= MODERATE_FROM:
            yield words.MENTION_PAIN.format(where=capitalised(names[item].short), pain=pain)
