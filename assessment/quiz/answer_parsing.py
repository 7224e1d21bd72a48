"""What was typed -> an answer, or a sentence on why it is none. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.core.answers import AnswerError, TooYoungError
from assessment.core.typed_value import typed_value
from assessment.quiz import words
from questions.model import NumberItem, TextItem


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed is no answer; ``too_young`` is that the quiz is not made for this age."""

    reason: str
    too_young: bool = False


def judged(item: TextItem | NumberItem, typed: str) -> dict[str, object] | Refused:
    """Return the answer to *item* by its id, or why what was *typed* is none."""
    try:
        value = typed_value(item, typed)
    except TooYoungError as error:
        return Refused(error.explanation, too_young=True)
    except AnswerError as error:
        return Refused(refusal(item, typed, error))
    if value is None and isinstance(item, NumberItem):
        return Refused(words.NEED_NUMBER if item.required else words.NEED_NUMBER_OR_NOT)
    return {item.id: value}


def refusal(item: TextItem | NumberItem, typed: str, error: AnswerError) -> str:
    """Return why what was *typed* is no answer to *item*, as a sentence."""
    if isinstance(item, TextItem):
        return words.REFUSED.format(reason=error)
    allowed = words.out_of_range(item.minimum, item.maximum)
    return f"{allowed} {words.YOU_TYPED.format(typed=typed.strip())}"
