"""How a result was worked out: the method, its limits, and the sources of what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.scores.scoring import BANDS
from reports.sheets.measurements import cited
from reports.sheets.referral import follow_ups_up
from reports.sheets.sources import short_with_doi
from reports.sheets.worth_mentioning import moderate_pains
from reports.words import common as words

EARLIER_BACK_PAIN = "earlier_back_pain"
"""The item of which a tip tells more than the answer."""
OWN_ACTIVITY = "own_activity"
"""The measure behind the line for the client's own goal."""


@dataclass(frozen=True, slots=True)
class ScoringMethod:
    """The last page: paragraphs, limits, and the sources in short."""

    method: tuple[str, ...]
    limits: tuple[str, ...]
    sources: tuple[str, ...]


def scoring_method(assessment: Assessment, catalogue: Catalogue) -> ScoringMethod:
    """Return how *assessment* was worked out."""
    rules = assessment.sheet.questionnaire.rules
    method = [sentence.format(exposure=rules.exposure.most) for sentence in words.METHOD]
    if assessment.exercises:
        method.append(words.METHOD_EXERCISES)
    return ScoringMethod(
        method=tuple(method),
        limits=words.LIMITS,
        sources=short_with_doi(set(cited_by(assessment, catalogue)), catalogue),
    )


def band_ranges() -> list[str]:
    """Return each band with the whole numbers that belong to it: ``few, 0 to 19``."""
    edges = [int(edge) for edge, _ in BANDS]
    highest = [100, *(edge - 1 for edge in edges[:-1])]
    return [
        words.BAND_FROM.format(band=words.BAND_WORDS[band], low=low, high=high)
        for low, high, (_, band) in reversed(list(zip(edges, highest, BANDS, strict=True)))
    ]


def cited_by(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield the keys of all that is printed: flags, exercises, doses, cautions, reasons, norms."""
    items = assessment.sheet.questionnaire.named
    for item in _told_of(assessment):
        yield from items[item].source
    for one in assessment.exercises:
        yield from one.exercise.source
        yield from one.dose.source
        for item in one.because:
            yield from items[item].source
    for caution in assessment.gate.cautions:
        yield from catalogue.caution[caution].source
    if assessment.exercises:
        yield from catalogue.schedule.sources
        yield from catalogue.measure[OWN_ACTIVITY].source
    yield from cited(assessment, catalogue)


def _told_of(assessment: Assessment) -> Iterator[str]:
    """Yield the items of which more is told than the answer: flags, what to mention, a tip."""
    sheet = assessment.sheet
    for flag in assessment.gate.flags:
        yield flag.id
        yield from follow_ups_up(sheet, flag)
    yield from assessment.gate.amber
    yield from moderate_pains(assessment)
    if sheet.get(EARLIER_BACK_PAIN) == "yes":
        yield EARLIER_BACK_PAIN
