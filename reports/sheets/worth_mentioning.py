"""What a client who may train is asked to mention to a doctor or physiotherapist all the same."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from reports.words import common as words
from reports.words.phrasing import capitalised, listed


def moderate_pains(assessment: Assessment) -> Mapping[str, int]:
    """Return the pains that are worth a mention, by item.

    None where a clinician is to be seen first, or has looked at them and cleared the client.
    """
    sheet = assessment.sheet
    rule = sheet.questionnaire.rules.pain
    looked_at = any(flag.id == rule.severe and flag.cleared for flag in assessment.gate.flags)
    if assessment.outcome is not Outcome.TRAIN or looked_at:
        return {}
    pains = {item: sheet.get(item) or 0 for item in rule.items.values()}
    return {item: pain for item, pain in pains.items() if pain >= rule.moderate_from}


def to_be_looked_at(assessment: Assessment, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the cautions at which a doctor or physiotherapist is to look, in few words."""
    cautions = (catalogue.caution[one] for one in assessment.gate.cautions)
    named = assessment.sheet.questionnaire.named
    return tuple(named[one.id].short for one in cautions if one.mention)


def worth_mentioning(assessment: Assessment, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the answers that are worth a mention, and in one line the pains."""
    names = assessment.sheet.questionnaire.named
    amber = [capitalised(one) for one in to_be_looked_at(assessment, catalogue)]
    amber += [capitalised(names[item].short) for item in assessment.gate.amber]
    pains = [f"{names[item].short} ({pain})" for item, pain in moderate_pains(assessment).items()]
    if pains:
        least = assessment.sheet.questionnaire.rules.pain.moderate_from
        amber.append(words.MENTION_PAIN.format(least=least, where=listed(pains)))
    return tuple(amber)
