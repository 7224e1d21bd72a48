"""``Assessment`` -> the JSON document of docs/rules.md 8.2. Rounding happens here."""

from __future__ import annotations

from assessment.catalogue.model import Swap
from assessment.core.assess import Assessment
from assessment.core.notes import notes_on
from assessment.core.plan.choices import Role
from assessment.core.plan.minutes.sessions import Session
from assessment.core.plan.programme import PhasePlan, Prescription, Programme
from assessment.core.scores.measurements import Compared, Measurement
from assessment.core.scores.norms import score_marks
from assessment.core.scores.scoring import RegionScore, Score
from assessment.exchange.answers_document import raw_of
from assessment.exchange.documents import (
    AssessmentDocument,
    ExercisePart,
    MarksPart,
    MeasurementPart,
    NormPart,
    PhasePart,
    ProgrammePart,
    RegionPart,
    ScorePart,
    SessionPart,
    SwapPart,
    SwapsPart,
)
from assessment.exchange.plan_changes_document import plan_changes_document
from assessment.exchange.score_steps import working_of

DECIMALS = 1
_TRAINER = "trainer"


def document_of(assessment: Assessment) -> AssessmentDocument:
    """Return *assessment* as its document, keys in the order of docs/rules.md 8.2.

    A plan that a trainer changed says so; one that the rules made has no key for it.
    """
    document = _document(assessment)
    if assessment.changes:
        document["plan_changes"] = plan_changes_document(assessment.changes)
    if note := assessment.client_notes.get(None):
        document["client_note"] = note.text
    return document


def _document(assessment: Assessment) -> AssessmentDocument:
    gate, programme = assessment.gate, assessment.programme
    questionnaire = assessment.sheet.questionnaire
    return {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "outcome": gate.outcome,
        "flags": [
            {"id": flag.id, "answer": flag.answer, "urgency": flag.urgency} for flag in gate.flags
        ],
        "amber": list(gate.amber),
        "cautions": list(gate.cautions),
        "unanswered": list(gate.unanswered),
        "implied": list(assessment.sheet.implied),
        "notes": [
            {"id": note.id, "items": list(note.items), "text": note.text}
            for note in notes_on(assessment.sheet)
        ],
        "four_signs": [
            {"id": sign.id, "state": sign.state, "answers": list(sign.answers)}
            for sign in assessment.signs
        ],
        "overall": _score(assessment.overall) if assessment.overall else None,
        "regions": {
            region: _region(score, assessment) for region, score in assessment.regions.items()
        }
        if assessment.regions
        else None,
        "top_regions": list(assessment.top),
        "doing_well": list(assessment.doing_well),
        "levels": dict(assessment.levels) if assessment.levels else None,
        "exercises": [_exercise(one, assessment) for one in assessment.exercises],
        "left_out": [
            {"id": one.exercise.id, "because": list(one.because)} for one in assessment.left_out
        ],
        "programme": _programme(programme, assessment) if programme else None,
    }


def _programme(programme: Programme, assessment: Assessment) -> ProgrammePart:
    exercises, chosen = assessment.exercises, assessment.chosen_by_trainer
    firm = {
        one.exercise.id: "answer" if assessment.top and one.is_asked_for else "region"
        for one in exercises
        if not assessment.rounds_off(one)
    }
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
                exercise: _TRAINER
                if exercise in chosen
                else firm.get(exercise, "kind" if role is Role.KIND else "filler")
                for exercise, role in roles.items()
            }
            for session, roles in programme.roles.items()
        },
        "empty_regions": [
            {
                "region": one.region,
                "because": list(one.because),
                "instead": one.instead.text,
            }
            for one in assessment.empty_regions
        ],
        "crowded_out": list(assessment.crowded_out),
        "swaps": {one.exercise.id: _swaps(one) for one in assessment.exercises},
        "takes_over": {
            one.exercise.id: {"week": harder.week, "exercise": harder.exercise.id}
            for one in exercises
            if (harder := one.takes_over) is not None
        },
        "pain_limit": programme.pain_limit.id,
        "stays": programme.stays,
        "short": list(programme.short),
        "retest_weeks": list(programme.retest_weeks),
        "measurements": [_measurement(one) for one in assessment.measurements],
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, DECIMALS)


def _score(score: Score) -> ScorePart:
    return {
        "score": _rounded(score.score),
        "low": round(score.low, DECIMALS),
        "high": round(score.high, DECIMALS),
        "band": score.band,
    }


def _region(score: RegionScore, assessment: Assessment) -> RegionPart:
    return {
        **_score(score),
        "function": _rounded(score.function),
        "signs": _rounded(score.signs),
        "exposure": score.exposure,
        "contributions": [
            {
                "item": part.item,
                "answer": raw_of(part.answer),
                "severity": part.severity,
                "weight": part.weight,
            }
            for part in score.contributions
        ],
        "working": working_of(assessment.sheet, score, _measured_in(score, assessment)),
    }


def _measured_in(score: RegionScore, assessment: Assessment) -> list[MeasurementPart]:
    """Return the measurements that count in the region, with the marks that they stand to."""
    return [
        _measurement(one)
        for one in assessment.measurements
        if one.severity is not None and one.compared and one.compared.norm.region is score.region
    ]


def _exercise(one: Prescription, assessment: Assessment) -> ExercisePart:
    part: ExercisePart = {
        "id": one.exercise.id,
        "region": one.region,
        "because": list(one.because),
        "sets": one.first.sets,
        "repetitions": list(one.first.repetitions),
        "seconds": None,
        "unit": one.dose.unit,
        "tempo": one.dose.tempo,
        "rest_s": one.dose.rest_s,
        "setting_up_s": one.permits.catalogue.schedule.setting_up.seconds_for(one.how.kit),
        "effort": one.first.rpe,
        "way": one.how.figure if one.how.figure != one.exercise.id else None,
        "changes": list(one.changes),
    }
    if one.chosen_with:
        part["chosen_with"] = list(one.chosen_with)
    if one.with_trainer:
        part["with_trainer"] = one.with_trainer
    if note := assessment.client_notes.get(one.exercise.id):
        part["client_note"] = note.text
    return part


def _swaps(one: Prescription) -> SwapsPart:
    return {
        "easier": _swap(one.swaps.easier),
        "harder": _swap(one.swaps.harder),
        "no_kit": _swap(one.swaps.no_kit),
        "if_it_hurts": _swap(one.swaps.if_it_hurts),
    }


def _swap(swap: Swap | None) -> SwapPart | None:
    return {"text": swap.text, "exercise": swap.exercise} if swap else None


def _phase(number: int, plan: PhasePlan, exercises: tuple[Prescription, ...]) -> PhasePart:
    """Return what differs from the first weeks: days, minutes and doses."""
    return {
        "id": plan.phase.id,
        "weeks": list(plan.phase.weeks),
        "days_per_week": plan.days,
        "sessions": [{"name": one.name, "minutes": _minutes(one.seconds)} for one in plan.sessions],
        "exercises": [
            {
                "id": one.exercise.id,
                "sets": work.sets,
                "repetitions": list(work.repetitions),
                "sides": one.exercise.sides,
                "effort": work.rpe,
            }
            for one in exercises
            for work in (one.work[number],)
        ],
    }


def _session(session: Session) -> SessionPart:
    return {
        "name": session.name,
        "minutes": _minutes(session.seconds),
        "blocks": [
            {
                "name": block.name,
                "minutes": _minutes(block.seconds),
                "exercises": list(block.exercises),
            }
            for block in session.blocks
        ],
    }


def _measurement(one: Measurement) -> MeasurementPart:
    return {
        "id": one.protocol.id,
        "figures": dict(one.figures),
        "worse": one.worse,
        "severity": one.severity,
        "norm": _norm(one.compared) if one.compared else None,
        "real_change": one.real_change,
    }


def _norm(compared: Compared) -> NormPart:
    norm, row = compared.norm, compared.row
    low_under, good_from, good_over = score_marks(norm, row)
    marks: MarksPart = {}
    if low_under is not None:
        marks["low_under"] = round(low_under, DECIMALS)
    if good_from is not None:
        marks["good_from"] = round(good_from, DECIMALS)
    if good_over is not None:
        marks["good_over"] = round(good_over, DECIMALS)
    return {
        **marks,
        "sample": norm.sample,
        "source": list(norm.source),
        "mark": norm.mark_of(row),
    }


def _minutes(seconds: float) -> float:
    return round(seconds / 60, DECIMALS)
