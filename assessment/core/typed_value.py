"""What a person types for a number or a text -> an answer, the same on screen, lines and paper."""

from __future__ import annotations

from assessment.core.answers import AnswerError, Value, allowed_numbers, value_of
from questions.model import NumberItem, TextItem

MOST_DIGITS = 12
"""Characters of a typed number; no figure that we ask for has so many."""


def typed_value(item: NumberItem | TextItem, typed: str) -> Value | None:
    """Return what a person *typed* as an answer to *item*; nothing typed is not answered.

    Raises:
        AnswerError: It does not fit.
    """
    text = typed.strip()
    if not text or isinstance(item, TextItem):
        return value_of(item, text or None)
    plain = text.replace(",", ".") if item.kind == "decimal" else text
    if len(plain) > MOST_DIGITS:
        raise AnswerError(allowed_numbers(item))
    if not plain.isascii() or not plain.replace(".", "", item.kind == "decimal").isdigit():
        raise AnswerError(allowed_numbers(item))
    return value_of(item, int(plain) if plain.isdigit() else float(plain))
