"""Values -> words: lists, counts, days, scores and answers, each in one way everywhere."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from math import floor

from assessment.core.answers import AnswerSheet, Clearance, Value
from assessment.core.scores.scoring import band_of
from questions.model import (
    CheckItem,
    ChoiceItem,
    Derived,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
)
from reports.words import common as words

SIDES_ITEM, PAIN_PREFIX, LEFT_RIGHT = "hurts_sides", "pain_", ("left", "right")
"""The item that tells on which side it hurts, and how its values are made of places."""


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Return *parts* as one phrase: ``a, b and c``; empty for none."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def counted(count: int, singular: str) -> str:
    """Return *count* in figures with its noun: ``1 set``, ``2 sets``."""
    return f"{count} {singular}" if count == 1 else f"{count} {singular}s"


def capitalised(text: str) -> str:
    """Return *text* with its first letter large and the others as they are."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Return *text* with its first letter small, except where it starts with "I"."""
    return text if text.startswith("I ") else text[:1].lower() + text[1:]


def day_in_words(day: datetime.date) -> str:
    """Return *day* as ``12 May 2026``, whatever the language of the computer."""
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"


def day_in_short(day: datetime.date) -> str:
    """Return *day* as ``12 May 2026`` with three letters of the month at most."""
    return f"{day.day} {words.MONTHS[day.month - 1][:3]} {day.year}"


def score_in_figures(score: float, decimals: int = 0) -> str:
    """Return *score* (0 to 100) rounded, but never into a band that it has not reached."""
    factor = 10**decimals
    rounded = floor(score * factor + 0.5) / factor
    if band_of(rounded) is not band_of(score):
        rounded = floor(score * factor) / factor
    return f"{rounded:.{decimals}f}"


def range_in_figures(low: float, high: float, decimals: int = 0) -> str:
    """Return ``60 to 80``, or an empty text where both ends print alike."""
    ends = score_in_figures(low, decimals), score_in_figures(high, decimals)
    return "" if ends[0] == ends[1] else words.RANGE.format(low=ends[0], high=ends[1])


def figure(number: float) -> str:
    """Return *number* with at most one decimal, and none where it is whole."""
    return f"{round(number, 1):g}"


def minutes_of(seconds: Sequence[int]) -> tuple[int, tuple[int, ...]]:
    """Return the whole minutes of all *seconds* together, and of each so that they add up.

    The sum is rounded up; what is left over goes to the parts that rounding down cut most.
    """
    total = -(-sum(seconds) // 60)
    parts = [part // 60 for part in seconds]
    cut_most = sorted(range(len(parts)), key=lambda index: -(seconds[index] % 60))
    for index in cut_most[: total - sum(parts)]:
        parts[index] += 1
    return total, tuple(parts)


def answer_in_words(item: Item, value: Value) -> str:
    """Return the answer *value* to *item* as the client would say it, starting small."""
    if isinstance(value, Clearance):
        return words.CLEARED_BY.format(by=value.by, on=day_in_words(value.on))
    match item:
        case ManyItem() if isinstance(value, tuple):
            labels = {option.value: _label(option.label) for option in item.options}
            return listed([labels[one] for one in value]) or _label(item.none_label)
        case ChoiceItem() | ScaleItem() | CheckItem():
            return next(_label(one.label) for one in item.options if one.value == value)
        case NumberItem() if isinstance(value, (int, float)):
            return f"{value:g} {_unit(item.unit, value)}"
    return str(value)


def item_with_answer(sheet: AnswerSheet, item_id: str) -> str:
    """Return an answered item in few words with its answer: ``hip pain, left (3 out of 10)``.

    What follows from other answers has none of its own.
    """
    item = sheet.questionnaire.named[item_id]
    if isinstance(item, Derived):
        return item.short
    answer = answer_in_words(item, sheet.get(item_id))
    return words.ANSWERED.format(what=with_side(item.short, sheet, item_id), answer=answer)


def with_side(what: str, sheet: AnswerSheet, item_id: str) -> str:
    """Return *what* hurts with the side on which it does: ``hip pain, left``."""
    side = side_of_pain(sheet, item_id)
    return words.WITH_SIDE.format(what=what, side=side) if side else what


def side_of_pain(sheet: AnswerSheet, item_id: str) -> str:
    """Return on which side it hurts where *item_id* asks how much; empty where nobody said."""
    if item_id not in sheet.questionnaire.rules.pain.regions:
        return ""
    place = item_id.removeprefix(PAIN_PREFIX)
    said = sheet.get(SIDES_ITEM) or ()
    return words.SIDES.get(tuple(side for side in LEFT_RIGHT if f"{place}_{side}" in said), "")


def _label(label: str) -> str:
    """Return an option's label without what stands in brackets."""
    return uncapitalised(label.split(" (")[0])


def _unit(unit: str, value: float) -> str:
    first, _, rest = unit.partition(" ")
    if value == 1:
        first = first.removesuffix("s")
    return f"{first} {rest}".rstrip()
