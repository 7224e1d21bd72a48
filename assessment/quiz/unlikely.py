"""Numbers that are more often a slip of the finger than an answer: they are asked back once."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.answers import AnswerSheet
from assessment.quiz import words
from questions.model import NumberItem
from reports.words.phrasing import item_with_answer


def unlikely(sheet: AnswerSheet, answers: Mapping[str, object]) -> frozenset[tuple[str, object]]:
    """Return those of *answers* that are unlikely, but for what stands in *sheet* already."""
    return frozenset(
        (item_id, raw)
        for item_id, raw in answers.items()
        if isinstance(item := sheet.questionnaire.by_id.get(item_id), NumberItem)
        and item.ask_back_from is not None
        and isinstance(raw, int | float)
        and raw >= item.ask_back_from
        and sheet.given.get(item_id) != raw
    )


def asked_back(
    sheet: AnswerSheet, answers: Mapping[str, object], odd: frozenset[tuple[str, object]]
) -> str:
    """Return what asks whether the *odd* ones of *answers* are meant."""
    given, ids = sheet.with_answers(answers), {item_id for item_id, _ in odd}
    said = (item_with_answer(given, one) for one in answers if one in ids)
    return words.YOU_SAID.format(said="; ".join(said))
