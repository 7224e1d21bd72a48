"""The check total of a part of the form: what a person adds up on paper, from the answers.

It is the sum of the numbers beside the ticked boxes and of the numbers that were written.
"""

from __future__ import annotations

from decimal import Decimal

from assessment.core.answers import AnswerSheet, Value
from questions.form import Part, box_numbers
from questions.model import Item, NumberItem


def check_total(part: Part, sheet: AnswerSheet) -> Decimal:
    """Return the check total of *part*, by the own answers in *sheet*."""
    answers = ((item, sheet.given.get(item.id)) for item in part.items)
    return sum(
        (_adds(item, value) for item, value in answers if value is not None), start=Decimal(0)
    )


def total_in_figures(total: Decimal) -> str:
    """Return *total* without zeros that say nothing: ``12`` or ``12.5``."""
    text = f"{total:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _adds(item: Item, value: Value) -> Decimal:
    """Return what one answer adds; words and names add nothing."""
    if isinstance(item, NumberItem):
        return Decimal(str(value))
    numbers = box_numbers(item)
    chosen = value if isinstance(value, tuple) else (value,)
    return Decimal(sum(numbers.get(one, 0) for one in chosen if isinstance(one, (str, int))))
