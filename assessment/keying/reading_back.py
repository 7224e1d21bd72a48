"""What was keyed in, read back: what is up, what is open, what adds to a check total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from assessment.core.answers import AnswerSheet
from assessment.core.typed_value import MOST_DIGITS
from assessment.keying import words
from assessment.keying.typed import keys_for
from questions.form import Part, box_numbers
from questions.model import UP, CheckItem, Item, NumberItem

ON_A_LINE = 8
"""Answers that stand side by side."""


def adds(item: Item) -> bool:
    """Return whether an answer to *item* can add to a check total."""
    return bool(box_numbers(item)) or isinstance(item, NumberItem)


def read_back(part: Part, sheet: AnswerSheet) -> Iterator[str]:
    """Yield which lines of *part* are yes, not sure and without an answer."""
    asked = [item for item in part.items if sheet.asks(item.id)]
    checks = [item for item in asked if isinstance(item, CheckItem)]
    for what, value in zip((words.YES, words.UNSURE), UP, strict=True):
        codes = [item.code for item in checks if sheet.get(item.id) == value]
        if codes:
            yield words.READ_BACK.format(what=what, codes=", ".join(codes))
    empty = [item.code for item in asked if sheet.get(item.id) is None]
    if empty:
        yield words.READ_BACK.format(what=words.EMPTY, codes=", ".join(empty))


def keyed_lines(part: Part, sheet: AnswerSheet) -> Iterator[str]:
    """Yield the answers of *part* that add to its total, several on a line."""
    keyed = [
        f"{item.code} {keys_for(item, value)}"
        for item in part.items
        if (value := sheet.get(item.id)) is not None and adds(item)
    ]
    for start in range(0, len(keyed), ON_A_LINE):
        yield "  " + "   ".join(keyed[start : start + ON_A_LINE])


def number_typed(typed: str) -> Decimal | None:
    """Return *typed* as a number, with a point or a comma; None where it is none."""
    plain = typed.replace(",", ".")
    if len(plain) > MOST_DIGITS or not plain.isascii() or not plain.replace(".", "", 1).isdigit():
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def counted_answers(sheet: AnswerSheet) -> str:
    """Return how many answers there are: ``1 answer``, ``12 answers``."""
    count = len(sheet.given)
    return words.ANSWER if count == 1 else words.ANSWERS.format(count=count)
