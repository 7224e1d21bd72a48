"""Red flags and cautions -> what may happen next. Never reads a score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.core.answers import AnswerSheet
from questions.model import CheckItem, Urgency

UP = ("yes", "unsure")
"""Unsure counts as yes, everywhere in safety and cautions."""


class Outcome(StrEnum):
    """What the program does with the answers."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    INCOMPLETE = "incomplete"
    SEE_CLINICIAN = "see_clinician"
    POSTPONE = "postpone"
    TRAIN = "train"

    @property
    def shows_score(self) -> bool:
        """Whether regions and overall may be shown (docs/rules.md 3.2)."""
        return self in (Outcome.SEE_CLINICIAN, Outcome.POSTPONE, Outcome.TRAIN)


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag that is up. ``answer`` is what counts: yes, or unsure."""

    id: str
    answer: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Gate:
    """What safety and cautions say, each list in the order of the questionnaire.

    ``unanswered`` holds the items without which nothing can be decided: asked safety and
    caution items, and the age.
    """

    outcome: Outcome
    flags: tuple[Flag, ...]
    amber: tuple[str, ...]
    cautions: tuple[str, ...]
    unanswered: tuple[str, ...]


def gate(sheet: AnswerSheet) -> Gate:
    """Return what *sheet* allows (docs/rules.md 2.2, 2.3 and 3)."""
    answers = sheet.visible
    by_pain = _flag_of_pain(sheet)
    up = tuple(
        check
        for check in sheet.questionnaire.checks
        if answers.get(check.id) in UP or check.id == by_pain
    )
    flags = _flags(sheet, up)
    unanswered = tuple(
        item.id
        for item in sheet.questionnaire.gate_items
        if item.id not in answers and sheet.asks(item.id)
    )
    cleared = sheet.get("clearance") is not None
    return Gate(
        outcome=_outcome({flag.urgency for flag in flags}, bool(unanswered), cleared=cleared),
        flags=flags,
        amber=tuple(check.id for check in up if check.amber),
        cautions=(
            *(check.id for check in up if check.section == "cautions"),
            *_cautions_of_age(sheet),
        ),
        unanswered=unanswered,
    )


def _flags(sheet: AnswerSheet, up: tuple[CheckItem, ...]) -> tuple[Flag, ...]:
    """Return the red flags among *up*, each with the higher urgency of its follow-up."""
    raised = {check.follow_up_of: check.urgency for check in up if check.follow_up_of}
    return tuple(
        Flag(check.id, _flag_answer(sheet, check.id), raised.get(check.id) or check.urgency)
        for check in up
        if check.urgency and not check.follow_up_of
    )


def _flag_answer(sheet: AnswerSheet, flag: str) -> str:
    """Return the answer to a flag as it counts: strong pain makes a yes of no or nothing."""
    answer: str = sheet.get(flag) or "yes"
    return "yes" if answer == "no" else answer


def _outcome(urgencies: set[Urgency], unanswered: bool, *, cleared: bool) -> Outcome:
    """Return the outcome that comes first in the order of docs/rules.md 3.2."""
    if Urgency.EMERGENCY in urgencies:
        return Outcome.EMERGENCY
    if Urgency.SAME_DAY in urgencies:
        return Outcome.SAME_DAY
    if unanswered:
        return Outcome.INCOMPLETE
    if Urgency.CLINICIAN in urgencies and not cleared:
        return Outcome.SEE_CLINICIAN
    return Outcome.POSTPONE if Urgency.POSTPONE in urgencies else Outcome.TRAIN


def _flag_of_pain(sheet: AnswerSheet) -> str | None:
    """Return the flag that severe pain anywhere puts up by itself, or None."""
    rule = sheet.questionnaire.rules.pain
    worst = max(sheet.get(item) or 0 for item in rule.items.values())
    return rule.severe if worst >= rule.severe_from else None


def _cautions_of_age(sheet: AnswerSheet) -> tuple[str, ...]:
    """Return the cautions that are never asked."""
    age_years = sheet.get("age_years")
    if age_years is None:
        return ()
    cautions = sheet.questionnaire.rules.age_cautions
    return tuple(one.id for one in cautions if one.holds_at(age_years))
