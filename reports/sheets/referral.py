"""What a client does instead of training, and what to say to a clinician."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Flag, Outcome
from questions.model import UP, Urgency
from reports.words import referral as words
from reports.words.phrasing import capitalised, item_with_answer, listed

PREGNANCY_WARNING = "pregnancy_warning"
"""The flag for which there is a place of its own to call (docs/rules.md 2.2, R14)."""


MOST_IN_ONE_COLUMN, MOST_IN_TWO_COLUMNS = 2, 9
"""Answers on the page of a referral; with more, they are set smaller."""
MAY_GET_URGENT = (Outcome.SAME_DAY, Outcome.SEE_CLINICIAN)
"""Outcomes that do not call the ambulance yet, and say when to."""


@dataclass(frozen=True, slots=True)
class Action:
    """What to do now; texts and lists are empty where the outcome has no use for them.

    ``answers`` are the client's own yes and unsure answers, the most urgent first, or for an
    incomplete sheet the questions that have no answer.
    """

    title: str
    why: str
    steps: tuple[str, ...]
    say: str
    answers: tuple[str, ...]
    also_mention: tuple[str, ...]
    until_then: str
    ambulance_signs: tuple[str, ...]
    for_clinician: bool
    who: str = ""
    how_soon: str = ""

    @property
    def columns(self) -> int:
        """How many columns the answers stand in, so that the page stays one."""
        return 2 if self.crowding and len(self.answers) > 1 else 1

    @property
    def crowding(self) -> str:
        """How closely the page is set so that it stays one: "", "long" or "long crowded"."""
        shown = len(self.answers) + len(self.also_mention)
        if shown <= MOST_IN_ONE_COLUMN:
            return ""
        return "long" if shown <= MOST_IN_TWO_COLUMNS else "long crowded"


def action_of(assessment: Assessment) -> Action | None:
    """Return what the client of *assessment* does instead of training; None: may train."""
    outcome = assessment.outcome
    if outcome is Outcome.TRAIN:
        return None
    if outcome is Outcome.INCOMPLETE:
        return _incomplete(assessment)
    text = words.GATED[outcome]
    flags = assessment.gate.flags
    own_place = outcome is Outcome.SAME_DAY and any(flag.id == PREGNANCY_WARNING for flag in flags)
    names = assessment.sheet.questionnaire.by_id
    return Action(
        title=text.title,
        why=text.why,
        steps=(*((words.MATERNITY_UNIT,) if own_place else ()), *text.steps),
        say=text.say,
        answers=_answers(assessment.sheet, flags),
        also_mention=tuple(capitalised(names[item].short) for item in assessment.gate.amber),
        until_then=text.until_then,
        ambulance_signs=words.AMBULANCE_SIGNS if outcome in MAY_GET_URGENT else (),
        for_clinician=outcome is not Outcome.POSTPONE,
        who=words.WHO_MATERNITY if own_place else text.who,
        how_soon=text.how_soon,
    )


def answers_of_flag(sheet: AnswerSheet, flag: Flag) -> Iterator[str]:
    """Yield the answers that put *flag* up: its own, its follow-ups', very strong pain."""
    if sheet.get(flag.id) in UP:
        yield item_with_answer(sheet, flag.id)
    for item in follow_ups_up(sheet, flag):
        yield item_with_answer(sheet, item)
    if flag.id == sheet.questionnaire.rules.pain.severe and (
        places := listed(list(_severe_pains(sheet)))
    ):
        yield places


def follow_ups_up(sheet: AnswerSheet, flag: Flag) -> Iterator[str]:
    """Yield the follow-ups of *flag* that put it up as well."""
    for item in sheet.questionnaire.checks:
        if item.follow_up_of == flag.id and sheet.get(item.id) in UP:
            yield item.id


def _severe_pains(sheet: AnswerSheet) -> Iterator[str]:
    """Yield the places where pain alone puts the flag up."""
    rule = sheet.questionnaire.rules.pain
    for place in sheet.questionnaire.items_of("signs"):
        if place.id in rule.regions and (sheet.get(place.id) or 0) >= rule.severe_from:
            yield item_with_answer(sheet, place.id)


def _answers(sheet: AnswerSheet, flags: tuple[Flag, ...]) -> tuple[str, ...]:
    urgencies = list(Urgency)
    ordered = sorted(flags, key=lambda flag: urgencies.index(flag.urgency))
    return tuple(capitalised(answer) for flag in ordered for answer in answers_of_flag(sheet, flag))


def _incomplete(assessment: Assessment) -> Action:
    names = assessment.sheet.questionnaire.by_id
    missing = tuple(capitalised(names[item].short) for item in assessment.gate.unanswered)
    return Action(words.INCOMPLETE_TITLE, words.INCOMPLETE_WHY, (), "", missing, (), "", (), False)
