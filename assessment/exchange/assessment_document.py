"""``Assessment`` -> the JSON document of the contract's section 6. Rounding happens here."""

from __future__ import annotations

from typing import Any

from assessment.core.assess import Assessment
from assessment.core.plan.doses import Work
from assessment.core.plan.programme import PhasePlan, Prescription, Programme
from assessment.core.plan.sessions import Session
from assessment.core.scores.measurements import Compared, Measurement
from assessment.core.scores.norms import score_marks
from assessment.core.scores.scoring import RegionScore, Score
from assessment.exchange.score_steps import working_of

DECIMALS = 1


def document_of(assessment: Assessment) -> dict[str, Any]:
    """Return *assessment* as JSON values, keys in the contract's order."""
    gate, programme = assessment.gate, assessment.programme
    questionnaire = assessment.sheet.questionnaire
    return {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "outcome": gate.outcome.value,
        "flags": [
            {"id": flag.id, "answer": flag.answer, "urgency": flag.urgency.value}
            for flag in gate.flags
        ],
        "amber": list(gate.amber),
        "cautions": list(gate.cautions),
        "unanswered": list(gate.unanswered),
        "overall": _score(assessment.overall) if assessment.overall else None,
        "regions": {
            region.value: _region(score)
            | {"working": working_of(assessment.sheet, score) | _measured_in(score, assessment)}
            for region, score in assessment.regions.items()
        }
        if assessment.regions
        else None,
        "top_regions": [region.value for region in assessment.top],
        "exercises": [_exercise(one) for one in assessment.exercises],
        "left_out": [
            {"id": one.exercise.id, "because": list(one.because)} for one in assessment.left_out
        ],
        "programme": _programme(programme, assessment) if programme else None,
    }


def _programme(programme: Programme, assessment: Assessment) -> dict[str, Any]:
    exercises = assessment.exercises
    for_regions = {one.exercise.id for one in exercises if not assessment.rounds_off(one)}
    return {
        "weeks": programme.weeks,
        "sessions": [_session(session) for session in programme.sessions],
        "phases": [
            _phase(number, plan, assessment.exercises)
            for number, plan in enumerate(programme.phases)
        ],
        "warm_up": [
            {
                "id": drill.exercise.id,
                "repetitions": drill.repetitions,
                "changes": list(drill.changes),
            }
            for drill in programme.drills
        ],
        "cool_down": [stretch.id for stretch in programme.stretches],
        "chosen_for": {
            session: {
                exercise: "region" if exercise in for_regions else hold.name.lower()
                for exercise, hold in holds.items()
            }
            for session, holds in programme.holds.items()
        },
        "empty_regions": [
            {
                "region": one.region.value,
                "because": list(one.because),
                "instead": one.instead.text,
            }
            for one in assessment.empty_regions
        ],
        "crowded_out": [region.value for region in assessment.crowded_out],
        "swaps": {one.exercise.id: _swaps(one) for one in assessment.exercises},
        "retest_weeks": list(programme.retest_weeks),
        "measurements": [_measurement(one) for one in assessment.measurements],
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, DECIMALS)


def _score(score: Score) -> dict[str, Any]:
    return {
        "score": _rounded(score.score),
        "low": _rounded(score.low),
        "high": _rounded(score.high),
        "band": score.band.value if score.band else None,
    }


def _region(score: RegionScore) -> dict[str, Any]:
    return {
        **_score(score),
        "function": _rounded(score.function),
        "signs": _rounded(score.signs),
        "exposure": score.exposure,
        "contributions": [
            {
                "item": part.item,
                "answer": list(part.answer) if isinstance(part.answer, tuple) else part.answer,
                "severity": part.severity,
                "weight": part.weight,
            }
            for part in score.contributions
        ],
    }


def _measured_in(score: RegionScore, assessment: Assessment) -> dict[str, Any]:
    """Return the measurements that count in the region, with the marks that they stand to."""
    return {
        "measurements": [
            _measurement(one)
            for one in assessment.measurements
            if one.severity is not None
            and one.compared
            and one.compared.norm.region is score.region
        ]
    }


def _exercise(one: Prescription) -> dict[str, Any]:
    return {
        "id": one.exercise.id,
        "region": one.region.value,
        "because": list(one.because),
        **_work(one.first),
        "seconds": None,
        "tempo": one.dose.tempo,
        "rest_s": one.dose.rest_s,
        "effort": one.first.rpe,
        "changes": list(one.changes),
    }


def _swaps(one: Prescription) -> dict[str, Any]:
    """Return what may stand in for an exercise; null where that is not for this client."""
    return {
        way: swap and {"text": swap.text, "exercise": swap.exercise}
        for way, swap in one.swaps._asdict().items()
    }


def _work(work: Work) -> dict[str, Any]:
    return {"sets": work.sets, "repetitions": list(work.repetitions)}


def _phase(number: int, plan: PhasePlan, exercises: tuple[Prescription, ...]) -> dict[str, Any]:
    """Return what differs from the first weeks: days, minutes and doses."""
    return {
        "id": plan.phase.id,
        "weeks": list(plan.phase.weeks),
        "days_per_week": plan.days,
        "sessions": [
            {"name": one.name, "minutes": _rounded(one.seconds / 60)} for one in plan.sessions
        ],
        "exercises": [
            {
                "id": one.exercise.id,
                **_work(work),
                "sides": one.exercise.sides,
                "effort": work.rpe,
            }
            for one in exercises
            for work in (one.work[number],)
        ],
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "name": session.name,
        "minutes": _rounded(session.seconds / 60),
        "blocks": [
            {
                "name": block.name,
                "minutes": _rounded(block.seconds / 60),
                "exercises": list(block.exercises),
            }
            for block in session.blocks
        ],
    }


def _measurement(one: Measurement) -> dict[str, Any]:
    return {
        "id": one.protocol.id,
        "figures": dict(one.figures),
        "worse": one.worse,
        "severity": one.severity,
        "norm": _norm(one.compared) if one.compared else None,
        "real_change": one.real_change,
    }


def _norm(compared: Compared) -> dict[str, Any]:
    """Return the marks that are there; a norm has one of the two good marks, or none."""
    norm, row = compared.norm, compared.row
    marks = {name: _rounded(mark) for name, mark in score_marks(norm, row)._asdict().items()}
    return {
        **{name: mark for name, mark in marks.items() if mark is not None},
        "sample": norm.sample,
        "source": list(norm.source),
        "mark": norm.mark_of(row),
    }
