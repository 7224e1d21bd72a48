"""What a person types who has a form in the hand: from the answers alone, by what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from questions.form import form_parts
from questions.questionnaire import Questionnaire
from tests.contract import CHECKS, CHOICES, CODES, LISTS, VERSION

PRINTED: dict[str, dict[object, int]] = {
    "sex": {"female": 1, "male": 2, "unstated": 3},
    "goal": {"comfort": 1, "fitness": 2, "muscle": 3, "strength": 4, "sport": 5},
    "experience": {"new": 1, "some": 2, "experienced": 3},
    "pain_days": {"never": 1, "monthly": 2, "weekly": 3, "most_days": 4, "daily": 5},
}
DERIVED = {"known_disease_inactive": "R31", "young_back_pain": "R32"}
YES_NO = {"yes": ("y", 1), "no": ("n", 0), "unsure": ("u", 2), "unstated": ("u", 2)}
TAKEN = {"<", ">", "?", "-", "–"} | {code.casefold() for code in CODES.values()}


def typed(item: str, answer: Any) -> tuple[str, Decimal]:
    """Return what is typed for *answer*, and what it adds to the check total."""
    if answer is None:
        return "", Decimal(0)
    if item == "name":
        special = answer.casefold() in TAKEN or answer.startswith("=")
        return (f"={answer}" if special else answer), Decimal(0)
    if item == "clearance":
        codes = [CODES.get(flag) or DERIVED[flag] for flag in answer["for"]]
        return f"{answer['by']}, {answer['on']}, {' '.join(codes) or '0'}", Decimal(0)
    if item in PRINTED:
        number = PRINTED[item][answer]
        return str(number), Decimal(number)
    if item in LISTS:
        numbers = [LISTS[item].index(one) + 1 for one in answer]
        return ",".join(map(str, numbers)) or "0", Decimal(sum(numbers))
    if item in CHECKS or isinstance(answer, str):
        assert item in CHECKS or item in CHOICES
        letter, number = YES_NO[answer]
        return letter, Decimal(number)
    return str(answer), Decimal(str(answer))


def lines_typed(answers: Mapping[str, Any], questionnaire: Questionnaire) -> Iterator[str]:
    """Yield what is typed for the whole form: each asked line, each total, and the last Enter."""
    from assessment.exchange.answers_document import sheet_of

    sheet = sheet_of(
        {"questionnaire": "posterior-chain", "version": VERSION, "answers": dict(answers)},
        questionnaire,
    )
    for part in form_parts(questionnaire):
        total = Decimal(0)
        for item in part.items:
            if sheet.asks(item.id) or item.id == sheet.flag_of_pain:
                line, number = typed(item.id, answers.get(item.id))
                total += number
                yield line
        if part.id != "clearance":
            yield str(total)
    yield ""
