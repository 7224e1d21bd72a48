"""What must hold of every assessment, checked against content and evidence, not the chooser."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.model import Catalogue, Exercise
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.plan.client import Client
from assessment.rule_check.evidence import objections
from assessment.rule_check.gate_checks import find_gate_faults
from assessment.rule_check.plan_checks import find_plan_faults
from assessment.rule_check.swap_checks import find_swap_faults


def find_faults(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield in words everything in *assessment* that must not be."""
    yield from find_gate_faults(assessment)
    yield from _of_what_is_shown(assessment)
    yield from _of_the_scores(assessment)
    if assessment.outcome is Outcome.TRAIN:
        client = Client.of(assessment.sheet, assessment.gate.cautions)
        for one in assessment.exercises:
            yield from _of_an_exercise(one.exercise, assessment, catalogue)
            if not client.held.isdisjoint((one.region, *one.exercise.primary)):
                yield f"{one.exercise.id} for {one.region.value}, hurt in the last 6 weeks"
            if not one.because:
                yield f"{one.exercise.id} is chosen without a reason"
            yield from find_swap_faults(one, assessment, catalogue)
        yield from _of_empty_regions(assessment)
        programme = assessment.programme
        if programme is None:
            yield "nobody told this client what to do: no programme"
            return
        for session in programme.sessions:
            for exercise in session.warm_up:
                yield from _of_an_exercise(catalogue.exercise[exercise], assessment, catalogue)
        yield from find_plan_faults(assessment, programme, client, catalogue)


def _of_what_is_shown(assessment: Assessment) -> Iterator[str]:
    shown = assessment.regions is not None
    if shown != assessment.outcome.shows_score:
        yield f"outcome {assessment.outcome.value} and scores shown: {shown}"
    if assessment.outcome is not Outcome.TRAIN and (assessment.exercises or assessment.programme):
        yield f"outcome {assessment.outcome.value} with exercises"


def _of_the_scores(assessment: Assessment) -> Iterator[str]:
    scores = [*(assessment.regions or {}).values()]
    for score in scores:
        if not 0 <= score.low <= score.high <= 100:
            yield f"range of {score.region.value}: {score.low} to {score.high}"
        if score.score is not None and not score.low <= score.score <= score.high:
            yield f"score of {score.region.value} outside its range"


def _of_an_exercise(
    exercise: Exercise, assessment: Assessment, catalogue: Catalogue
) -> Iterator[str]:
    rule = assessment.sheet.questionnaire.rules.client
    level = rule.level(assessment.sheet.get("experience"))
    if exercise.level > level:
        yield f"{exercise.id} is of level {exercise.level}, the client of level {level}"
    if not exercise.automatic:
        yield f"{exercise.id} is never to be chosen by the program"
    yield from _excluded(exercise, assessment, catalogue)
    equipment = frozenset(assessment.sheet.get("equipment") or ())
    yield from objections(exercise.id, level, assessment.gate.cautions, equipment)


def _excluded(exercise: Exercise, assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield the cautions and the kit that forbid *exercise* to this client."""
    for caution_id in assessment.gate.cautions:
        caution = catalogue.caution[caution_id]
        if exercise.pattern in caution.excludes:
            yield f"{exercise.id} ({exercise.pattern.value}) in spite of {caution_id}"
        elif caution_id in exercise.excluded_by or exercise.level > caution.most_level:
            yield f"{exercise.id} in spite of {caution_id}"
    if not exercise.possible_with(frozenset(assessment.sheet.get("equipment") or ())):
        yield f"{exercise.id} without its kit"


def _of_empty_regions(assessment: Assessment) -> Iterator[str]:
    """Yield the top regions that get no exercise and no word about it."""
    trained = {
        region for one in assessment.exercises for region in (one.region, *one.exercise.primary)
    }
    told = {one.region for one in assessment.empty_regions if one.because}
    for region in assessment.top:
        if region not in trained and region not in told and region not in assessment.crowded_out:
            yield f"{region.value} is left empty without a word"
