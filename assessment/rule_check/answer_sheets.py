"""The answer sheets of a walk: every single thing, every pair of cautions, and chance."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping
from typing import Any

from questions.model import (
    CheckItem,
    ChoiceItem,
    Item,
    ManyItem,
    NumberItem,
    Region,
    ScaleItem,
    TextItem,
)
from questions.questionnaire import Questionnaire

Raw = dict[str, Any]
"""Raw answers by item id, as an answers document has them."""

AGE_EDGES = (16, 17, 18, 40, 41, 49, 50, 59, 60, 64, 65, 69, 70, 79, 80, 100)
UNDER_18_AGE, OVER_65_AGE = 17, 70
CHANCE_OF_CAUTION, CHANCE_OF_FLAG, CHANCE_OF_GAP = 0.06, 0.004, 0.03


def calm(questionnaire: Questionnaire) -> Raw:
    """Return the answers of a healthy adult who may do everything, with all the kit."""
    raw = {item.id: _calm(item) for item in questionnaire.items if item.section not in ("tests",)}
    equipment = questionnaire.by_id["equipment"]
    raw["equipment"] = list(equipment.values) if isinstance(equipment, ManyItem) else []
    return {key: value for key, value in raw.items() if value is not None} | {
        "age_years": 40,
        "sex": "female",
        "experience": "experienced",
        "minutes": 30,
        "active_days": 5,
        "active_minutes": 60,
    }


def hard(questionnaire: Questionnaire, region: Region | None = None) -> Raw:
    """Return the same client, for whom all that trains *region* (or everything) is very hard."""
    return calm(questionnaire) | {
        item.id: 3
        for item in questionnaire.items
        if isinstance(item, ScaleItem) and (region in item.weights if region else item.weights)
    }


def systematic(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield every single answer to every item, for several clients, and every pair of cautions."""
    bases = [
        calm(questionnaire),
        hard(questionnaire),
        *(hard(questionnaire, region) for region in Region),
    ]
    for base in bases:
        yield base
        for item in questionnaire.items:
            asked = asking(questionnaire, item, base)
            yield from (asked | {item.id: value} for value in _every(item))
            yield {key: value for key, value in base.items() if key != item.id}
        for level, minutes in itertools.product(("new", "some", "experienced"), (15, 20, 30, 45)):
            yield base | {"experience": level, "minutes": minutes}
            yield base | {"experience": level, "minutes": minutes, "equipment": []}
        for level, kit in itertools.product(("new", "some", "experienced"), base["equipment"]):
            others = [one for one in base["equipment"] if one != kit]
            yield base | {"experience": level, "equipment": [kit]}
            yield base | {"experience": level, "equipment": others}
    yield from pairs_of_cautions(questionnaire)


def asking(questionnaire: Questionnaire, item: Item, base: Raw) -> Raw:
    """Return *base*, changed where it must be for *item* to be asked."""
    condition = item.asked_when
    if condition is None or any(condition.holds_for(base.get(one)) for one in condition.any_of):
        return base
    lead = questionnaire.by_id[condition.any_of[0]]
    value = next(value for value in _every(lead) if condition.holds_for(value))
    return asking(questionnaire, lead, base) | {lead.id: value}


def pairs_of_cautions(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield each pair of cautions, each caution with itself too, for clients of each level.

    Those that come from the age pair with the others by an age at either edge.
    """
    base = hard(questionnaire)
    cautions = [check for check in questionnaire.checks if check.section == "cautions"]
    for one, two in itertools.combinations_with_replacement(cautions, 2):
        asked = asking(questionnaire, two, asking(questionnaire, one, base))
        for level in ("new", "some", "experienced"):
            yield asked | {"experience": level, one.id: "yes", two.id: "unsure"}
            for age in (UNDER_18_AGE, OVER_65_AGE):
                both = {one.id: "yes", two.id: "yes"}
                yield asked | both | {"experience": level, "age_years": age}


def by_chance(questionnaire: Questionnaire, seed: int) -> Raw:
    """Return the answers of a client made from *seed*: always the same ones."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, nothing secret
    trouble = chance.random()
    raw: Raw = {}
    for item in questionnaire.items:
        gap = chance.random() < CHANCE_OF_GAP and not isinstance(item, CheckItem)
        if not gap and item.kind != "clearance":
            raw[item.id] = _drawn(item, chance, trouble)
    raw["age_years"] = chance.choice((*AGE_EDGES, chance.randint(16, 100)))
    raw["equipment"] = [one for one in raw.get("equipment", []) if chance.random() < 0.9]
    return raw


def worse(raw: Mapping[str, Any], item: Item) -> Raw | None:
    """Return *raw* with one answer a step worse, or None where there is no worse one."""
    value = raw.get(item.id)
    if isinstance(item, ScaleItem) and isinstance(value, int) and value < 4:
        return {**raw, item.id: value + 1}
    rated = isinstance(item, NumberItem) and item.section == "signs"
    if rated and isinstance(item, NumberItem) and value is not None and value < item.maximum:
        return {**raw, item.id: value + 1}
    return None


def _calm(item: Item) -> object:
    match item:
        case CheckItem():
            return "no"
        case ScaleItem():
            return 0
        case NumberItem():
            return item.minimum
        case ChoiceItem():
            return "no" if "no" in item.values else item.values[0]
        case ManyItem():
            return []
        case _:
            return None


def _every(item: Item) -> Iterator[object]:
    """Yield each value that *item* can have; of numbers those at the edges."""
    match item:
        case CheckItem() | ScaleItem() | ChoiceItem():
            yield from item.values
        case NumberItem():
            ages = AGE_EDGES if item.id == "age_years" else ()
            middle = (item.minimum + item.maximum) // 2
            yield from (*ages, item.minimum, item.minimum + 1, middle, item.maximum)
        case ManyItem():
            yield from ([], list(item.values), *([value] for value in item.values))
        case _:
            return


def _drawn(item: Item, chance: random.Random, trouble: float) -> object:
    """Return an answer by *chance*; more *trouble* (0 to 1) makes abilities and signs worse."""
    match item:
        case CheckItem():
            flag = item.section == "safety" and not item.amber
            likely = CHANCE_OF_FLAG if flag else CHANCE_OF_CAUTION
            return chance.choice(("yes", "unsure")) if chance.random() < likely else "no"
        case ScaleItem():
            return min(4, int(chance.expovariate(1.0) * 2.5 * trouble))
        case NumberItem():
            if item.section == "signs":
                most = 7 if item.id.startswith("pain_") else 4
                return min(most, int(chance.expovariate(1.0) * 2 * trouble))
            return chance.randint(item.minimum, item.maximum)
        case ChoiceItem():
            return chance.choice(item.values)
        case ManyItem():
            share = 1.0 if chance.random() < 0.5 else chance.random()
            return [value for value in item.values if chance.random() < share]
        case TextItem():
            return "Client"
        case _:
            return None
