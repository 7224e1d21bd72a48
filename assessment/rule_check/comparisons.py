"""What must hold between two sheets, of which one has a worse answer or one more way open."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Gate, Outcome, gate
from assessment.core.scores.scoring import overall_score, score_regions
from assessment.rule_check.answer_sheets import calm_answer
from questions.model import WORST, Item, ManyItem, NumberItem, ScaleItem
from questions.questionnaire import Questionnaire

SEVERITY = tuple(Outcome)
"""The outcomes, the most severe first."""


def rated(questionnaire: Questionnaire) -> tuple[Item, ...]:
    """Return the items whose answer can be a step worse: what is rated, and signs in numbers."""
    return tuple(item for item in questionnaire.items if _worst(item) is not None)


def worse(sheet: AnswerSheet, item: Item) -> AnswerSheet | None:
    """Return *sheet* with one answer a step worse, or None where there is no worse one."""
    value = sheet.given.get(item.id)
    most = _worst(item)
    if most is None or not isinstance(value, int) or value >= most:
        return None
    return sheet.with_answer(item.id, value + 1)


def _worst(item: Item) -> int | None:
    """Return the worst answer to what is rated."""
    if isinstance(item, ScaleItem):
        return WORST
    return item.maximum if isinstance(item, NumberItem) and item.section == "signs" else None


def opened(sheet: AnswerSheet, gateway: Item) -> AnswerSheet | None:
    """Return *sheet* with one more way open by *gateway*, or None where it is open already."""
    value = sheet.given.get(gateway.id)
    if isinstance(gateway, ManyItem) and isinstance(value, tuple):
        more = next((one for one in gateway.values if one not in value), None)
        return None if more is None else sheet.with_answer(gateway.id, [*value, more])
    return sheet.with_answer(gateway.id, "yes") if value == "no" else None


def answered_no(before: AnswerSheet, more: AnswerSheet) -> AnswerSheet:
    """Return *more* with a no to all that it asks beyond *before*."""
    new = {
        item.id: answer
        for item in more.asked_items()
        if not before.asks(item.id)
        and item.id not in more.given
        and (answer := calm_answer(item)) is not None
    }
    return answered_no(before, more.with_answers(new)) if new else more


def fallen_scores(before: Assessment, worse: AnswerSheet, catalogue: Catalogue) -> Iterator[str]:
    """Yield the scores that are lower for *worse*, where one answer is worse than in *before*."""
    if before.regions is None:
        return
    regions = score_regions(worse, catalogue.norms)
    for region, score in before.regions.items():
        new = regions[region].score
        if score.score is not None and new is not None and new < score.score:
            yield f"the score of {region.value} falls from {score.score} to {new}"
    one, two = before.overall, overall_score(regions, worse.questionnaire.rules.overall)
    if one and two and one.score is not None and two.score is not None and two.score < one.score:
        yield f"the overall score falls from {one.score} to {two.score}"


def lost_flags(before: Gate, worse: AnswerSheet) -> Iterator[str]:
    """Yield the flags of *before* that are gone, or less urgent, where something hurts more."""
    after = {flag.id: flag.urgency for flag in gate(worse).flags}
    for flag in before.flags:
        if flag.id not in after:
            yield f"{flag.id} is no flag any more"
        elif after[flag.id].rank > flag.urgency.rank:
            yield f"{flag.id} is less urgent"


def milder_when_open(before: Gate, after: Gate) -> Iterator[str]:
    """Yield how a sheet with one more way open comes out milder than *before*."""
    if SEVERITY.index(after.outcome) > SEVERITY.index(before.outcome):
        yield f"{before.outcome.value} becomes {after.outcome.value}"
    flags = {flag.id for flag in after.flags}
    yield from (f"{flag.id} is no flag any more" for flag in before.flags if flag.id not in flags)
