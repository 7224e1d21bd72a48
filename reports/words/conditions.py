"""Conditions -> words: when a line of the form is asked, and which lines an answer opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from questions.model import AnswerTest, Condition, Item
from questions.questionnaire import Questionnaire
from reports.words.phrasing import listed

ONLY_IF = "Only if {what}"
AND, OR = " and ", ", or "
YOU_TICKED, YOU_DID_NOT_TICK = "you ticked {what}", "you did not tick {what}"
UP, CHOSEN, ANYTHING = "Yes or Not sure in {codes}", "{answers} in {codes}", "anything in {codes}"
OVER, ONE_OVER = "{codes} is over {limit}", "one of {first} to {last} is over {limit}"
AT_LEAST, UNDER = "{codes} ({short}) is {limit} or more", "{codes} ({short}) is under {limit}"

OPENS, OPENS_BY_TICKS = "Yes or Not sure? Also {lines}.", "Any tick? Also {lines}."
OPENS_FROM = "From {limit} on: also {lines}."
LINES = "{codes} in part\u00a0{number}"
MANY_LINES = "look through part\u00a0{number}"
MOST_LINES = 14
"""Lines that are named one by one; of more the part is named."""


def only_if(item: Item, questionnaire: Questionnaire) -> str:
    """Return in words when *item* is asked, by the codes of the form; empty: always."""
    return ONLY_IF.format(what=_when(item.condition, questionnaire)) if item.condition else ""


def opens(item: Item, part_of: Mapping[str, int], questionnaire: Questionnaire) -> Iterator[str]:
    """Yield which lines of other parts *item* opens, by its answer; ``part_of`` has their parts."""
    opened: dict[tuple[str, int], list[Item]] = {}
    for other_id, number in part_of.items():
        other = questionnaire.by_id[other_id]
        for test in other.condition.tests if other.condition else ():
            asks = test.item == item.id and number != part_of[item.id]
            if asks and other in questionnaire.gate_items and (form := _opens_by(test, other)):
                opened.setdefault((form, number), []).append(other)
    for (form, number), others in sorted(opened.items(), key=lambda one: one[0]):
        codes = listed([one.code for one in others])
        lines = MANY_LINES if len(others) > MOST_LINES else LINES
        yield form.replace("{lines}", lines.format(codes=codes, number=number))


def _opens_by(test: AnswerTest, other: Item) -> str:
    """Return the sentence for what *test* opens *other* by; empty where another says it better."""
    if test.up:
        return OPENS
    if test.has or test.filled:
        return OPENS_BY_TICKS
    alone = other.condition is not None and test in other.condition.any_of
    return OPENS_FROM.replace("{limit}", str(test.at_least)) if test.at_least and alone else ""


def _when(condition: Condition, questionnaire: Questionnaire) -> str:
    every = [_said(test, items, questionnaire) for test, items in _alike(condition.all_of)]
    either = [_said(test, items, questionnaire) for test, items in _alike(condition.any_of)]
    one_of = OR.join(either).replace(OR + YOU_TICKED.format(what=""), OR)
    return AND.join([*every, one_of] if either else every)


def _alike(tests: tuple[AnswerTest, ...]) -> Iterator[tuple[AnswerTest, list[str]]]:
    """Yield each thing that is looked at once, with all items of which it is asked."""
    found: dict[AnswerTest, list[str]] = {}
    for test in tests:
        found.setdefault(replace(test, item=tests[0].item), []).append(test.item)
    yield from found.items()


def _said(test: AnswerTest, item_ids: list[str], questionnaire: Questionnaire) -> str:
    items = [questionnaire.by_id[item_id] for item_id in item_ids]
    codes = listed([item.code for item in items], "or")
    short = items[0].short
    match test:
        case AnswerTest(up=True):
            return YOU_TICKED.format(what=UP.format(codes=codes))
        case AnswerTest(filled=True):
            return YOU_TICKED.format(what=ANYTHING.format(codes=codes))
        case AnswerTest(is_not=tuple() as values):
            chosen = CHOSEN.format(answers=_labels(items[0], values), codes=codes)
            return YOU_DID_NOT_TICK.format(what=chosen)
        case AnswerTest(over=int() as limit) if items[1:]:
            return ONE_OVER.format(first=items[0].code, last=items[-1].code, limit=limit)
        case AnswerTest(over=int() as limit):
            return OVER.format(codes=codes, limit=limit)
        case AnswerTest(at_least=int() as limit):
            return AT_LEAST.format(codes=codes, short=short, limit=limit)
        case AnswerTest(under=int() as limit):
            return UNDER.format(codes=codes, short=short, limit=limit)
    values = test.has or test.is_in or ()
    return YOU_TICKED.format(what=CHOSEN.format(answers=_labels(items[0], values), codes=codes))


def _labels(item: Item, values: tuple[object, ...]) -> str:
    """Return the first words of the answers *values*: ``low back, hip or calf``."""
    options = getattr(item, "options", ())
    labels = [re.split(r",| or | \(", one.label)[0] for one in options if one.value in values]
    return listed([labels[0], *(label.lower() for label in labels[1:])], "or")
