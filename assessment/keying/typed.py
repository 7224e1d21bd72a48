"""What is typed for a line of the form -> a raw answer, or why not; and the way back."""

from __future__ import annotations

import re
from datetime import date

from assessment.core.answers import AnswerError, Clearance, Value, value_of
from assessment.core.days import DAY, NoDayError, typed_day
from assessment.core.shown import shown
from assessment.core.typed_value import typed_value
from assessment.keying import words
from questions.form import NUMBER_OF_WORD, box_numbers
from questions.model import (
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
    TextItem,
)
from questions.questionnaire import Questionnaire

NO_ANSWER = ("-", "–")
AS_IT_IS = "="
"""Before words that would be taken for something else."""
SEPARATORS = r"[,;\s]+"
CLEARANCE = re.compile(rf"(?P<by>.+?)\s*,\s*(?P<on>{DAY})\s*[,;\s]\s*(?P<flags>\S.*)")
"""A name, a day, and what is cleared."""
NO_FLAG = "0"
"""In place of what is cleared."""
LETTERS = {"yes": "y", "no": "n", "unsure": "u", "unstated": "u"}


def parse_typed(item: Item, typed: str, questionnaire: Questionnaire, today: date) -> Value | None:
    """Return what was *typed* for *item* on *today* as its answer; None takes an answer away.

    Raises:
        AnswerError: It does not fit; the message is a sentence that names the code.
    """
    text = typed.strip()
    if text in NO_ANSWER:
        return None
    match item:
        case NumberItem():
            return _fitting(item, text)
        case TextItem():
            return _fitting(item, text.removeprefix(AS_IT_IS))
        case ManyItem():
            return value_of(item, _many(item, text))
        case ClearanceItem():
            return _clearance(item, text.removeprefix(AS_IT_IS), questionnaire, today)
    return _one(item, text)


def _fitting(item: NumberItem | TextItem, text: str) -> Value | None:
    """Return *text* as it is typed anywhere, or why not in a sentence with the code."""
    try:
        return typed_value(item, text)
    except AnswerError as error:
        raise AnswerError(words.MUST.format(code=item.code, error=error)) from error


def keys_for(item: Item, value: Value, questionnaire: Questionnaire) -> str:
    """Return what is typed for the answer *value* to *item*."""
    numbers = box_numbers(item)
    if isinstance(value, tuple):
        return ",".join(str(numbers[one]) for one in value) or "0"
    if isinstance(value, Clearance):
        codes = [questionnaire.named[flag].code for flag in value.flags]
        return f"{value.by}, {value.on.isoformat()}, {' '.join(codes) or NO_FLAG}"
    if isinstance(value, (str, int)) and value in numbers:
        return _letter(item, value) or str(numbers[value])
    return str(value)


def _letter(item: Item, value: str | int) -> str:
    """Return the letter for *value* where *item* is asked with yes and no, else nothing."""
    values = getattr(item, "values", ())
    return LETTERS[str(value)] if set(values) <= set(NUMBER_OF_WORD) else ""


def allowed_keys(item: Item) -> str:
    """Return what may be typed for *item*, in a few characters."""
    match item:
        case NumberItem():
            return words.KEYS_NUMBER.format(least=item.minimum, most=item.maximum)
        case ManyItem():
            return words.KEYS_MANY.format(most=len(item.options))
        case ClearanceItem():
            return words.KEYS_CLEARANCE
        case TextItem():
            return words.KEYS_TEXT
    return "/".join(_letter(item, value) or str(box_numbers(item)[value]) for value in item.values)


def _one(item: CheckItem | ChoiceItem | ScaleItem, text: str) -> str | int:
    """Return the option that *text* means, a number on paper or the letter of a word."""
    key = text.casefold()
    for value, number in box_numbers(item).items():
        if key in (str(number), str(value), _letter(item, value)):
            return value
    raise AnswerError(words.TAKES.format(code=item.code, allowed=_allowed(item), found=shown(text)))


def _allowed(item: CheckItem | ChoiceItem | ScaleItem) -> str:
    if set(item.values) <= {*NUMBER_OF_WORD}:
        unsure = [option.label for option in item.options if LETTERS[str(option.value)] == "u"]
        return words.Y_N_U.format(unsure=unsure[0].lower()) if unsure else words.Y_N
    numbers = [str(number) for number in box_numbers(item).values()]
    return words.ONE_OF.format(numbers=", ".join(numbers[:-1]), last=numbers[-1])


def _many(item: ManyItem, text: str) -> list[str | int]:
    """Return the options whose numbers stand in *text*."""
    if item.all_label and text.casefold() == words.ALL:
        return list(item.everything)
    by_number = {str(number): value for value, number in box_numbers(item).items()}
    keys = [key for key in re.split(SEPARATORS, text) if key]
    if keys == ["0"]:
        return []
    none = item.none_label.lower()
    if "0" in keys and all(key in by_number for key in keys if key != "0"):
        raise AnswerError(words.NONE_ALONE.format(code=item.code, none=none, found=shown(text)))
    if twice := [key for key in keys if keys.count(key) > 1]:
        raise AnswerError(words.TWICE.format(code=item.code, key=twice[0][:20]))
    if not keys or any(key not in by_number for key in keys):
        several = words.SEVERAL_OR_ALL if item.all_label else words.SEVERAL
        allowed = several.format(most=len(by_number), none=none)
        raise AnswerError(words.TAKES.format(code=item.code, allowed=allowed, found=shown(text)))
    return [by_number[key] for key in keys]


def _clearance(
    item: ClearanceItem, text: str, questionnaire: Questionnaire, today: date
) -> Value | None:
    """Return the name, the day after it and the flags after that, by their codes or ids."""
    found = CLEARANCE.fullmatch(text)
    if found is None:
        raise AnswerError(words.CLEARANCE.format(code=item.code, found=shown(text)))
    by_code = {one.code.casefold(): flag for flag, one in questionnaire.named.items()}
    typed = [flag for flag in re.split(SEPARATORS, found["flags"]) if flag not in ("", NO_FLAG)]
    flags = [by_code.get(flag.casefold(), flag) for flag in typed]
    try:
        day = typed_day(found["on"], today)
        return value_of(item, {"by": found["by"], "on": day.isoformat(), "for": flags})
    except NoDayError as error:
        raise AnswerError(words.NO_DAY.format(code=item.code, error=error)) from error
    except AnswerError as error:
        raise AnswerError(words.CLEARANCE.format(code=item.code, found=shown(text))) from error
