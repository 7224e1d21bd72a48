"""Red flags and cautions -> what may happen next. Never reads a score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.core.answers import AnswerSheet, Clearance
from questions.model import UP, Derived, Urgency
from questions.rules import Rules


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
    """A red flag that is up. ``answer`` is what counts: yes, or unsure.

    ``cleared``: a clearance names it, and lifts it.
    """

    id: str
    answer: str
    urgency: Urgency
    cleared: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """What safety and cautions say, each list in the order of the questionnaire.

    ``unanswered`` holds the items without which nothing can be decided: asked safety,
    gateway and caution items, and the age.
    """

    outcome: Outcome
    flags: tuple[Flag, ...]
    amber: tuple[str, ...]
    cautions: tuple[str, ...]
    unanswered: tuple[str, ...]


def gate(sheet: AnswerSheet) -> Gate:
    """Return what *sheet* allows (docs/rules.md 2.2 to 2.4 and 3)."""
    questionnaire, answers, unasked = sheet.questionnaire, sheet.known, sheet.unasked
    derived = [one for one in questionnaire.derived if one.condition.holds(answers)]
    agreed = is_agreed(sheet)
    flags = tuple(_flags(sheet, derived, agreed=agreed))
    unanswered = [
        item for item in questionnaire.gate_ids if item not in answers and item not in unasked
    ]
    return Gate(
        outcome=_outcome(flags, unanswered=bool(unanswered)),
        flags=flags,
        amber=(
            *[check for check in questionnaire.ambers if answers.get(check) in UP],
            *(one.id for one in derived if one.kind == "amber"),
        ),
        cautions=(
            *[check for check in questionnaire.cautions if answers.get(check) in UP],
            *(one.id for one in derived if one.kind == "caution"),
            *_cautions_of_clearance(questionnaire.rules, flags, agreed=agreed),
        ),
        unanswered=tuple(unanswered),
    )


def is_regular(sheet: AnswerSheet) -> bool:
    """Return whether the client is known to be regularly active."""
    rule = sheet.questionnaire.rules.regular
    days, minutes = sheet.get("active_days") or 0, sheet.get("active_minutes") or 0
    return days >= rule.active_days and minutes >= rule.active_minutes


def is_agreed(sheet: AnswerSheet) -> bool:
    """Return whether a doctor's word lifts the flag of a client who is regularly active.

    A flag that is up through a follow-up alone is up: it stands in the way as well.
    """
    rule = sheet.questionnaire.rules.agreed
    return (
        sheet.is_up(rule.flag)
        and sheet.get(rule.by) == "yes"
        and is_regular(sheet)
        and not any(sheet.is_up(other) for other in rule.not_with)
        and _raised(sheet).keys().isdisjoint(rule.not_with)
    )


def _raised(sheet: AnswerSheet) -> Mapping[str, list[Urgency]]:
    """Return the urgencies of the follow-ups that are up, by their flag."""
    raised: dict[str, list[Urgency]] = {}
    for follow_up, flag, urgency in sheet.questionnaire.urgent_follow_ups:
        if sheet.is_up(follow_up):
            raised.setdefault(flag, []).append(urgency)
    return raised


def _flags(sheet: AnswerSheet, derived: list[Derived], *, agreed: bool) -> Iterator[Flag]:
    """Yield the red flags that are up, each with the higher urgency of a follow-up that is."""
    questionnaire, answers = sheet.questionnaire, sheet.known
    clearance = sheet.get("clearance")
    named = clearance.flags if isinstance(clearance, Clearance) else ()
    raised, of_pain = _raised(sheet), sheet.flag_of_pain
    lifted = questionnaire.rules.agreed.flag if agreed else None
    for flag, own in questionnaire.red_flags.items():
        answer = answers.get(flag)
        is_up = answer in UP or flag == of_pain
        if flag in raised or (is_up and flag != lifted):
            urgency = min((*raised.get(flag, ()), own), key=lambda one: one.rank)
            yield Flag(flag, "unsure" if answer == "unsure" else "yes", urgency, flag in named)
    for one in derived:
        if one.urgency:
            yield Flag(one.id, "yes", one.urgency, one.id in named)


def _outcome(flags: tuple[Flag, ...], *, unanswered: bool) -> Outcome:
    """Return the outcome that comes first in the order of docs/rules.md 3.2."""
    urgencies = {flag.urgency for flag in flags}
    if Urgency.EMERGENCY in urgencies:
        return Outcome.EMERGENCY
    if Urgency.SAME_DAY in urgencies:
        return Outcome.SAME_DAY
    if unanswered:
        return Outcome.INCOMPLETE
    if any(flag.urgency is Urgency.CLINICIAN and not flag.cleared for flag in flags):
        return Outcome.SEE_CLINICIAN
    return Outcome.POSTPONE if Urgency.POSTPONE in urgencies else Outcome.TRAIN


def _cautions_of_clearance(rules: Rules, flags: tuple[Flag, ...], *, agreed: bool) -> Iterator[str]:
    """Yield the cautions that a clearance, or a doctor's word, leaves behind, each once."""
    found = {rules.cleared.caution_for(flag.id) for flag in flags if flag.cleared}
    if agreed:
        found.add(rules.agreed.caution)
    for caution in (*rules.cleared.cautions, rules.cleared.caution):
        if caution in found:
            yield caution
