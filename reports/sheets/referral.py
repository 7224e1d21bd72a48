"""What a client does instead of training, and what to say to a clinician."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Flag, Outcome
from questions.model import CheckItem, Derived, Urgency
from reports.words import referral as words
from reports.words import signs as sign_words
from reports.words.phrasing import capitalised, item_with_answer, listed, with_side

PREGNANCY_WARNING = "pregnancy_warning"
"""The flag for which there is a place of its own to call (docs/rules.md 2.2, R14)."""


MOST_IN_ONE_COLUMN, MOST_IN_TWO_COLUMNS, MOST_CROWDED = 2, 9, 28
"""Answers on the page of a referral; with more, they are set smaller."""
MAY_GET_URGENT = (Outcome.SAME_DAY, Outcome.SEE_CLINICIAN)
"""Outcomes that do not call the ambulance yet, and say when to."""


@dataclass(frozen=True, slots=True)
class Action:
    """What to do now; texts and lists are empty where the outcome has no use for them.

    ``answers`` are why, in the client's own yes and unsure answers where it is asked, the most
    urgent first; for an incomplete sheet the questions that have no answer, and ``up_already``
    is then what is known. ``open_questions`` have no answer, and a yes would be an emergency.
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
    open_questions: tuple[str, ...] = ()
    up_already: tuple[str, ...] = ()

    @property
    def columns(self) -> int:
        """How many columns the answers stand in, so that the page stays one."""
        return 2 if self.crowding and len(self.answers) > 1 else 1

    @property
    def crowding(self) -> str:
        """How closely the page is set so that it stays one; "" where all of it has room."""
        shown = len(self.answers) + len(self.also_mention) + 2 * len(self.open_questions)
        if shown <= MOST_IN_ONE_COLUMN:
            return ""
        if shown <= MOST_IN_TWO_COLUMNS:
            return "long"
        return "long crowded" if shown <= MOST_CROWDED else "long crowded packed"


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
    names = assessment.sheet.questionnaire.named
    return Action(
        title=text.title,
        why=text.why,
        steps=(*((words.MATERNITY_UNIT,) if own_place else ()), *text.steps),
        say=text.say,
        answers=_answers(assessment.sheet, _reasons(assessment)),
        also_mention=tuple(capitalised(names[item].short) for item in assessment.gate.amber),
        until_then=text.until_then,
        ambulance_signs=words.AMBULANCE_SIGNS if outcome in MAY_GET_URGENT else (),
        for_clinician=outcome is not Outcome.POSTPONE,
        who=words.WHO_MATERNITY if own_place else text.who,
        how_soon=text.how_soon,
        open_questions=tuple(_open_questions(assessment)),
    )


def answers_of_flag(sheet: AnswerSheet, flag: Flag) -> Iterator[str]:
    """Yield what puts *flag* up: its own answer, its follow-ups', very strong pain, or others."""
    if sheet.is_up(flag.id) or isinstance(sheet.questionnaire.named[flag.id], Derived):
        yield item_with_answer(sheet, flag.id)
    for item in follow_ups_up(sheet, flag):
        yield item_with_answer(sheet, item)
    if flag.id == sheet.flag_of_pain:
        yield words.USUAL_PAIN.format(places=listed(list(_severe_pains(sheet))))


def follow_ups_up(sheet: AnswerSheet, flag: Flag) -> Iterator[str]:
    """Yield the follow-ups of *flag* that put it up as well."""
    for item in _follow_ups(sheet, flag):
        if sheet.is_up(item.id):
            yield item.id


def _follow_ups(sheet: AnswerSheet, flag: Flag) -> Iterator[CheckItem]:
    """Yield the follow-ups of *flag* that have an urgency of their own."""
    for item in sheet.questionnaire.checks:
        if item.follow_up_of == flag.id and item.urgency:
            yield item


def _open_questions(assessment: Assessment) -> Iterator[str]:
    """Yield the questions without an answer by which today would become now."""
    sheet = assessment.sheet
    for flag in assessment.gate.flags:
        for item in _follow_ups(sheet, flag) if flag.urgency is Urgency.SAME_DAY else ():
            is_open = sheet.asks(item.id) and sheet.get(item.id) is None
            if item.urgency is Urgency.EMERGENCY and is_open:
                yield item.text


def _reasons(assessment: Assessment) -> tuple[Flag, ...]:
    """Return the flags that led here: what a clinician cleared only where help is urgent."""
    flags = assessment.gate.flags
    if assessment.outcome in (Outcome.EMERGENCY, Outcome.SAME_DAY):
        return flags
    return tuple(flag for flag in flags if not flag.cleared)


def _severe_pains(sheet: AnswerSheet) -> Iterator[str]:
    """Yield the places where pain alone puts the flag up, each with its number."""
    for item, place in sign_words.PAINS.items():
        pain = sheet.get(item) or 0
        if pain >= sheet.questionnaire.rules.pain.severe_from:
            yield words.PAIN.format(place=with_side(place, sheet, item), pain=pain)


def _answers(sheet: AnswerSheet, flags: tuple[Flag, ...]) -> tuple[str, ...]:
    ordered = sorted(flags, key=lambda flag: flag.urgency.rank)
    return tuple(capitalised(answer) for flag in ordered for answer in answers_of_flag(sheet, flag))


def _incomplete(assessment: Assessment) -> Action:
    names = assessment.sheet.questionnaire.by_id
    return Action(
        title=words.INCOMPLETE_TITLE,
        why=words.INCOMPLETE_WHY,
        steps=(),
        say="",
        answers=tuple(capitalised(names[item].short) for item in assessment.gate.unanswered),
        also_mention=(),
        until_then="",
        ambulance_signs=(),
        for_clinician=False,
        up_already=_answers(assessment.sheet, _reasons(assessment)),
    )
