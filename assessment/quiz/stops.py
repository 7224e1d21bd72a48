"""The answers after which a client sees somebody first, to be asked about once more. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.core.answers import AnswerSheet
from assessment.core.gate import Flag, Outcome, gate
from assessment.quiz import words
from questions.model import Derived, Urgency
from reports.sheets.referral import answers_of_flag, follow_ups_up

URGENCIES = {
    Outcome.EMERGENCY: Urgency.EMERGENCY,
    Outcome.SAME_DAY: Urgency.SAME_DAY,
    Outcome.SEE_CLINICIAN: Urgency.CLINICIAN,
}
"""The outcomes that are asked about, and the flags that lead there."""
MOST_IN_A_SENTENCE = 2


@dataclass(frozen=True, slots=True)
class Stop:
    """Answers that stand in the way: their flags, in words, and the pages to change them on."""

    flags: frozenset[str]
    answers: tuple[str, ...]
    pages: tuple[str, ...]

    @property
    def question(self) -> str:
        """Ask whether the answers are meant; many of them stand below the question."""
        if len(self.answers) > MOST_IN_A_SENTENCE:
            return words.YOU_SAID_THESE
        return words.YOU_SAID.format(said="; ".join(self.answers))

    @property
    def text(self) -> str:
        """Return the answers that the question does not hold, a line each."""
        many = len(self.answers) > MOST_IN_A_SENTENCE
        return "\n".join(f"- {answer}" for answer in self.answers) if many else ""


def stop_of(sheet: AnswerSheet) -> Stop | None:
    """Return what keeps the client of *sheet* from training until somebody was seen."""
    result = gate(sheet)
    urgency = URGENCIES.get(result.outcome)
    flags = [flag for flag in result.flags if flag.urgency is urgency and not flag.cleared]
    if urgency is None or not flags:
        return None
    items = {item for flag in flags for item in _items_of(sheet, flag)}
    pages = (page for page in sheet.questionnaire.pages if not items.isdisjoint(page.items))
    return Stop(
        flags=frozenset(flag.id for flag in flags),
        answers=tuple(one for flag in flags for one in answers_of_flag(sheet, flag)),
        pages=tuple(page.id for page in pages),
    )


def _items_of(sheet: AnswerSheet, flag: Flag) -> Iterator[str]:
    """Yield the items whose answers put *flag* up."""
    named = sheet.questionnaire.named[flag.id]
    if isinstance(named, Derived):
        yield from (test.item for test in named.condition.tests)
    elif sheet.is_up(flag.id):
        yield flag.id
    yield from follow_ups_up(sheet, flag)
    if flag.id == sheet.flag_of_pain:
        rule = sheet.questionnaire.rules.pain
        yield from (one for one in rule.items.values() if (sheet.get(one) or 0) >= rule.severe_from)
