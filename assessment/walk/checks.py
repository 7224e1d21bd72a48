"""What must hold of every assessment, checked against the content and not against the chooser."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.model import Catalogue, Exercise
from assessment.core.assess import Assessment
from assessment.core.client import LEVELS, Client
from assessment.core.gate import Outcome
from assessment.core.sessions import WARM_UP, Session
from assessment.walk.swap_checks import faults_of_swaps

MOST_EXERCISES = 6


def faults_of(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield in words everything in *assessment* that must not be."""
    yield from _of_the_gate(assessment)
    yield from _of_the_scores(assessment)
    if assessment.outcome is Outcome.TRAIN:
        held = Client.of(assessment.sheet, assessment.gate.cautions).held
        for one in assessment.exercises:
            yield from _of_an_exercise(one.exercise, assessment, catalogue)
            if not held.isdisjoint((one.region, *one.exercise.primary)):
                yield f"{one.exercise.id} for {one.region.value}, hurt in the last 6 weeks"
            if not one.because:
                yield f"{one.exercise.id} is chosen without a reason"
            yield from faults_of_swaps(one, assessment, catalogue)
        yield from _of_the_sessions(assessment, catalogue)
        yield from _of_the_weeks(assessment, catalogue)
        yield from _of_empty_regions(assessment)


def fell(before: Assessment, after: Assessment) -> Iterator[str]:
    """Yield the scores that are lower in *after*, where one answer is worse than in *before*."""
    if before.regions is None or after.regions is None:
        return
    for region, score in before.regions.items():
        new = after.regions[region].score
        if score.score is not None and new is not None and new < score.score:
            yield f"the score of {region.value} falls from {score.score} to {new}"
    one, two = before.overall, after.overall
    if one and two and one.score is not None and two.score is not None and two.score < one.score:
        yield f"the overall score falls from {one.score} to {two.score}"


def _of_the_gate(assessment: Assessment) -> Iterator[str]:
    shown = assessment.regions is not None
    if shown != assessment.outcome.shows_score:
        yield f"outcome {assessment.outcome.value} and scores shown: {shown}"
    if assessment.outcome is not Outcome.TRAIN and (assessment.exercises or assessment.programme):
        yield f"outcome {assessment.outcome.value} with exercises"
    cleared = assessment.sheet.get("clearance") is not None
    open_flags = [
        flag.id for flag in assessment.gate.flags if flag.urgency != "clinician" or not cleared
    ]
    if assessment.outcome is Outcome.TRAIN and (open_flags or assessment.gate.unanswered):
        yield f"training in spite of {[*open_flags, *assessment.gate.unanswered]}"


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
    level = LEVELS.get(assessment.sheet.get("experience"), 1)
    if exercise.level > level:
        yield f"{exercise.id} is of level {exercise.level}, the client of level {level}"
    if not exercise.automatic:
        yield f"{exercise.id} is never to be chosen by the program"
    yield from _excluded(exercise, assessment, catalogue)


def _excluded(exercise: Exercise, assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield the cautions and the kit that forbid *exercise* to this client."""
    for caution_id in assessment.gate.cautions:
        caution = catalogue.caution[caution_id]
        if caution.excludes_everything or exercise.pattern in caution.excludes:
            yield f"{exercise.id} ({exercise.pattern.value}) in spite of {caution_id}"
        elif caution_id in exercise.excluded_by or exercise.level > caution.most_level:
            yield f"{exercise.id} in spite of {caution_id}"
    if not exercise.possible_with(frozenset(assessment.sheet.get("equipment") or ())):
        yield f"{exercise.id} without its kit"


def _of_the_sessions(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    programme = assessment.programme
    if programme is None:
        yield "nobody told this client what to do: no programme"
        return
    chosen = {one.exercise.id for one in assessment.exercises}
    for session in programme.sessions:
        ids = set(session.exercises)
        if len(ids) > MOST_EXERCISES:
            yield f"session {session.name} has {len(ids)} exercises"
        if not ids <= chosen:
            yield f"session {session.name} has {sorted(ids - chosen)}, which are not prescribed"
        if not ids and not assessment.left_out:
            yield f"session {session.name} is empty and nothing says why"
        yield from _of_the_warm_up(session, assessment, catalogue)
    yield from _of_the_minutes(assessment)


def _of_the_minutes(assessment: Assessment) -> Iterator[str]:
    """Yield the sessions of any weeks that take longer than the client has."""
    minutes = assessment.sheet.get("minutes") or 30
    programme = assessment.programme
    if programme is None:
        return
    phases = [("", programme.sessions), *((one.phase.id, one.sessions) for one in programme.phases)]
    for phase, sessions in phases:
        for session in sessions:
            if session.seconds > minutes * 60:
                took = f"{session.seconds / 60:.1f} of {minutes} minutes"
                yield f"session {session.name} takes {took} {phase}".rstrip()


def _of_the_warm_up(
    session: Session, assessment: Assessment, catalogue: Catalogue
) -> Iterator[str]:
    for block in session.blocks:
        if block.name == WARM_UP:
            for exercise in block.exercises:
                yield from _of_an_exercise(catalogue.exercise[exercise], assessment, catalogue)


def _of_the_weeks(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield the doses of any weeks that are over what a caution allows."""
    for caution_id in assessment.gate.cautions:
        most = catalogue.caution[caution_id].most_effort
        for one in assessment.exercises:
            for work in one.work:
                if work.effort[1] > most:
                    yield f"{one.exercise.id} at effort {work.effort[1]} in spite of {caution_id}"


def _of_empty_regions(assessment: Assessment) -> Iterator[str]:
    """Yield the top regions that get no exercise and no word about it."""
    trained = {
        region for one in assessment.exercises for region in (one.region, *one.exercise.primary)
    }
    told = {one.region for one in assessment.empty_regions if one.because}
    for region in assessment.top:
        if region not in trained and region not in told and region not in assessment.crowded_out:
            yield f"{region.value} is left empty without a word"
