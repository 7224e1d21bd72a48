"""What must hold of every assessment, checked against content and evidence, not the chooser."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.gym_choices import NO_CHOICES
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.plan.programme import Programme
from assessment.rule_check.gate_checks import find_gate_faults
from assessment.rule_check.plans.exercise_checks import find_barred, find_exercise_faults
from assessment.rule_check.plans.frame_checks import find_frame_faults
from assessment.rule_check.plans.person import Person
from assessment.rule_check.plans.session_checks import find_session_faults
from assessment.rule_check.plans.swap_checks import find_swap_faults
from assessment.rule_check.plans.week_checks import find_week_faults
from assessment.rule_check.plans.word_checks import find_word_faults


def find_faults(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield in words everything in *assessment* that must not be; of plans with its rule."""
    yield from find_gate_faults(assessment)
    yield from _of_what_is_shown(assessment)
    yield from _of_the_scores(assessment)
    if assessment.outcome is Outcome.TRAIN:
        if assessment.programme is None:
            yield "nobody told this client what to do: no programme"
            return
        yield from _of_the_plan(assessment, assessment.programme, catalogue)
        yield from _of_empty_regions(assessment)


def _of_the_plan(
    assessment: Assessment, programme: Programme, catalogue: Catalogue
) -> Iterator[str]:
    there = [one.exercise.id for one in assessment.exercises if one.with_trainer]
    person = Person(
        assessment.sheet,
        assessment.gate.cautions,
        catalogue,
        is_changed=bool(assessment.changes),
        with_trainer=there,
        gym=assessment.basis.permits.gym if assessment.basis else NO_CHOICES,
    )
    warm_up = {name for session in programme.sessions for name in session.warm_up}
    chosen = {one.exercise.id for one in assessment.exercises}
    for one in assessment.exercises:
        yield from find_exercise_faults(one, person, catalogue)
        yield from find_week_faults(one, programme, person)
        yield from find_swap_faults(one, person, chosen | warm_up, catalogue)
    for drill in programme.drills:
        if drill.exercise.id not in chosen:
            faults = find_barred(drill.exercise.id, drill.how, person, catalogue)
            yield from (f"warm-up: {fault}" for fault in faults)
    for name in sorted(warm_up - chosen - {drill.exercise.id for drill in programme.drills}):
        yield f"warm-up: {name} is no drill and not of the plan"
    yield from find_session_faults(assessment, programme, person)
    yield from find_frame_faults(assessment, programme, person)
    yield from find_word_faults(assessment, programme, person)


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


def _of_empty_regions(assessment: Assessment) -> Iterator[str]:
    """Yield the top regions that get no exercise and no word about it."""
    trained = {
        region for one in assessment.exercises for region in (one.region, *one.exercise.primary)
    }
    told = {one.region for one in assessment.empty_regions if one.because}
    for region in assessment.top:
        told_otherwise = (*assessment.crowded_out, *assessment.left_by_trainer)
        if region not in trained and region not in told and region not in told_otherwise:
            yield f"empty: {region.value} is left empty without a word"
