"""What must hold of flags, cautions, the outcome and what is called well, read from the answers.

The figures are written here a second time, by docs/rules.md 2 and 3, and not read from the bank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.core.answers import AnswerSheet, Clearance
from assessment.core.assess import Assessment
from assessment.core.gate import Gate, Outcome
from questions.model import UP, Region, Urgency
from questions.questionnaire import GATE_SECTIONS

Get = Callable[..., Any]
"""The answer to an item, its own or the implied one, or a default."""


def _is_inactive(get: Get) -> bool:
    return bool(get("active_days", 0) < 3 or get("active_minutes", 0) < 30)


DERIVED: Mapping[str, Callable[[Get], bool]] = {
    "known_disease_inactive": lambda get: get("diabetes_or_kidney") in UP and _is_inactive(get),
    "young_back_pain": lambda get: (
        get("age_years", 99) < 18
        and get("pain_low_back", 0) > 0
        and get("arching_hurts_back") in UP
    ),
    "amber_young_back_pain": lambda get: get("age_years", 99) < 18 and get("pain_low_back", 0) > 0,
    "amber_first_back_pain_50": lambda get: (
        get("age_years", 0) >= 50
        and get("pain_low_back", 0) >= 4
        and get("earlier_back_pain") == "no"
    ),
    "age_65": lambda get: get("age_years", 0) >= 65,
    "under_18": lambda get: get("age_years", 99) < 18,
    "neck_pain": lambda get: get("pain_neck", 0) > 0,
    "sore_back": lambda get: get("pain_low_back", 0) >= 4,
    "sore_shoulder": lambda get: get("pain_shoulder", 0) >= 4,
    "stiff_upper_back": lambda get: (
        get("age_years", 0) >= 60
        and get("posture_rounded", 0) > 0
        and (get("posture_can_straighten") == "no" or get("amber_height_loss") in UP)
    ),
}
SEVERE_PAIN, SEVERE_FROM = "severe_pain", 8
HEART = ("heart_condition", "chest_pain", "faint_or_breathless", "walking_cramp")
PRESSURE = ("high_bp", "very_high_bp")
LEFT = ("heart_cleared", "bp_cleared", "illness_cleared")
"""The cautions that a clearance leaves: of the heart, of blood pressure, of all else."""
WELL_PAIN, PRESENT_INJURIES = 3, 2
"""Usual pain under which a region may be called well; injuries together that are a sign."""


def find_gate_faults(assessment: Assessment) -> Iterator[str]:
    """Yield in words what the answers of *assessment* say and its gate does not, or otherwise."""
    sheet, gate = assessment.sheet, assessment.gate
    yield from _of_own_answers(sheet, gate)
    yield from _of_the_derived(sheet, gate)
    yield from _of_severe_pain(sheet, gate)
    yield from _of_the_clearance(sheet, gate)
    yield from _of_the_outcome(sheet, gate)
    yield from _of_what_is_well(assessment)


def is_agreed(sheet: AnswerSheet) -> bool:
    """Return whether a doctor's word makes a heart condition no flag."""
    get = _getter(sheet)
    followed = {one.follow_up_of for one in sheet.questionnaire.checks if get(one.id) in UP}
    return (
        get("heart_condition") in UP
        and get("heart_agreed") == "yes"
        and not _is_inactive(get)
        and not any(get(flag) in UP or flag in followed for flag in HEART[1:])
    )


def _getter(sheet: AnswerSheet) -> Get:
    def get(item: str, default: Any = None) -> Any:
        value = sheet.known.get(item)
        return default if value is None else value

    return get


def _of_own_answers(sheet: AnswerSheet, gate: Gate) -> Iterator[str]:
    """Yield each yes and unsure that does not count: an own answer always does."""
    flags = {flag.id: flag.urgency for flag in gate.flags}
    order = list(Urgency)
    for item in sheet.questionnaire.checks:
        if sheet.given.get(item.id) not in UP:
            continue
        if not sheet.asks(item.id) and item.id != sheet.flag_of_pain and item.urgency:
            yield f"{item.id} is {sheet.given[item.id]} and not asked any more"
        if item.urgency and not (item.id == HEART[0] and is_agreed(sheet)):
            urgency = flags.get(item.follow_up_of or item.id)
            if urgency is None or order.index(urgency) > order.index(item.urgency):
                yield f"{item.id} is up and raises no flag"
        if item.amber and item.id not in gate.amber:
            yield f"{item.id} is up and not among the amber signs"
        if item.section == "cautions" and item.id not in gate.cautions:
            yield f"{item.id} is up and no caution"


def _of_the_derived(sheet: AnswerSheet, gate: Gate) -> Iterator[str]:
    up = {*(flag.id for flag in gate.flags), *gate.amber, *gate.cautions}
    get = _getter(sheet)
    for name, holds in DERIVED.items():
        if holds(get) is not (name in up):
            yield f"{name} is {'up' if name in up else 'not up'} against the answers"


def _of_severe_pain(sheet: AnswerSheet, gate: Gate) -> Iterator[str]:
    """Yield a severe pain that is no flag, whatever its own question says."""
    worst = max(sheet.known.get(item) or 0 for item in sheet.questionnaire.rules.pain.regions)
    if worst >= SEVERE_FROM:
        if SEVERE_PAIN not in {flag.id for flag in gate.flags}:
            yield f"pain of {worst} and no flag"
        if sheet.asks(SEVERE_PAIN) or SEVERE_PAIN in gate.unanswered:
            yield f"pain of {worst} and {SEVERE_PAIN} is asked"


def _of_the_clearance(sheet: AnswerSheet, gate: Gate) -> Iterator[str]:
    """Yield what is lifted and should not be, and the cautions that a clearance should leave."""
    clearance = sheet.given.get("clearance")
    named = clearance.flags if isinstance(clearance, Clearance) else ()
    lifted = [flag for flag in gate.flags if flag.cleared]
    for flag in gate.flags:
        if flag.cleared is not (flag.id in named):
            yield f"{flag.id} is {'' if flag.cleared else 'not '}lifted against the clearance"
    left = {_caution_left(flag.id) for flag in lifted} | ({LEFT[0]} if is_agreed(sheet) else set())
    for caution in LEFT:
        if (caution in left) is not (caution in gate.cautions):
            yield f"{caution} against the clearance"


def _caution_left(flag: str) -> str:
    return LEFT[0] if flag in HEART else LEFT[1] if flag in PRESSURE else LEFT[2]


def _of_the_outcome(sheet: AnswerSheet, gate: Gate) -> Iterator[str]:
    """Yield an outcome that is not the first that applies, and questions that it forgot."""
    without = {
        item.id
        for item in sheet.questionnaire.items
        if (item.section in GATE_SECTIONS or item.id == "age_years")
        and item.id not in sheet.given
        and sheet.asks(item.id)
    }
    if without != set(gate.unanswered):
        yield f"unanswered are {sorted(without)}, told are {sorted(gate.unanswered)}"
    urgencies = [flag.urgency for flag in gate.flags if not flag.cleared]
    urgent = {flag.urgency for flag in gate.flags}
    applies = {
        Outcome.EMERGENCY: Urgency.EMERGENCY in urgent,
        Outcome.SAME_DAY: Urgency.SAME_DAY in urgent,
        Outcome.INCOMPLETE: bool(without),
        Outcome.SEE_CLINICIAN: Urgency.CLINICIAN in urgencies,
        Outcome.POSTPONE: Urgency.POSTPONE in urgent,
        Outcome.TRAIN: True,
    }
    first = next(outcome for outcome, is_so in applies.items() if is_so)
    if gate.outcome is not first:
        yield f"outcome {gate.outcome.value}, the first that applies is {first.value}"


def _of_what_is_well(assessment: Assessment) -> Iterator[str]:
    """Yield each region that is called well and stands out, hurts, or is named by a sign."""
    pains = assessment.sheet.questionnaire.rules.pain.items
    named = set(_named_by_signs(assessment.sheet))
    for region in assessment.doing_well:
        pain = assessment.sheet.known.get(pains[region])
        if region in assessment.top:
            yield f"{region.value} is called well and a top region"
        if region in named:
            yield f"{region.value} is called well and named by one of the four signs"
        if pain is None or pain >= WELL_PAIN:
            yield f"{region.value} is called well with a pain of {pain}"


def _named_by_signs(sheet: AnswerSheet) -> Iterator[Region]:
    """Yield the regions that a present sign of the four names."""
    rules, get = sheet.questionnaire.rules, _getter(sheet)
    if get("pain_low_back", 0):
        yield Region.LOW_BACK
    if get("pain_hip", 0):
        yield from (Region.GLUTE_MAX, Region.GLUTE_MED)
    if get("posture_rounded", 0):
        yield Region.UPPER_BACK
    hurt = [
        site
        for site in ("hip", "knee", "hamstring", "calf", "ankle")
        for _ in range(get(f"injuries_{site}", 0))
    ]
    if len(hurt) >= PRESENT_INJURIES:
        sites = rules.injuries.sites.items()
        yield from (region for region, its in sites if not set(its).isdisjoint(hurt))
    kinds = rules.stalled.kinds.items()
    yield from (region for region, its in kinds if not its.isdisjoint(get("stalled", ())))
