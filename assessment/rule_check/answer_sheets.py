"""The answer sheets of a walk: a calm client, one for whom all is hard, and clients by chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from questions.model import (
    UP,
    CheckItem,
    ChoiceItem,
    Item,
    ManyItem,
    NumberItem,
    Region,
    ScaleItem,
    TextItem,
    Urgency,
)
from questions.questionnaire import GATEWAYS, Questionnaire

Raw = dict[str, Any]
"""Raw answers by item id, as an answers document has them."""

AGE_EDGES = (16, 17, 18, 40, 41, 49, 50, 54, 55, 56, 59, 60, 64, 65, 69, 70, 79, 80, 100)
CALM: Mapping[str, Any] = {
    "age_years": 40,
    "sex": "female",
    "experience": "experienced",
    "minutes": 30,
    "active_days": 5,
    "active_minutes": 60,
}
CHANCE_OF_GATEWAY, CHANCE_OF_CAUTION, CHANCE_OF_FLAG, CHANCE_OF_GAP = 0.15, 0.1, 0.008, 0.03
CHANCE_OF_OPEN_CHECK = 0.0005
CHANCE_OF_CLOSED = 0.1
"""That a client has an own answer to a question which another answer closed."""
CHANCE_OF_CLEARANCE = 0.7
"""Where a flag that needs a clinician is up."""


def calm(questionnaire: Questionnaire) -> Raw:
    """Return the answers of a healthy adult who may do everything, with all the kit.

    Nothing is answered that no answer opens.
    """
    equipment = questionnaire.by_id["equipment"]
    kit = list(equipment.values) if isinstance(equipment, ManyItem) else []
    return filled(questionnaire, {**CALM, "equipment": kit})


def hard(questionnaire: Questionnaire, region: Region | None = None) -> Raw:
    """Return the same client, for whom all that trains *region* (or everything) is very hard."""
    return calm(questionnaire) | {
        item.id: 3
        for item in questionnaire.items
        if isinstance(item, ScaleItem) and (region in item.weights if region else item.weights)
    }


def calm_answer(item: Item) -> object:
    """Return the answer of a healthy adult to *item*; None where there is none to give."""
    if item.section == "tests":
        return None
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


def filled(
    questionnaire: Questionnaire, raw: Raw, answer: Callable[[Item], object] = calm_answer
) -> Raw:
    """Return *raw* with an *answer* to all that it leaves open; what it closes stays closed.

    A place that was hurt lately was hurt at least once in two years.
    """
    given, known = dict(raw), dict(raw)
    for item in _in_order(questionnaire):
        if item.id in given:
            continue
        if item.opened_by and item.opened_by.holds(known) is False:
            known[item.id] = item.implied
        elif (not item.asked_when or item.asked_when.holds(known)) and (
            value := answer(item)
        ) is not None:
            given[item.id] = known[item.id] = value
    for site in given.get(questionnaire.rules.injuries.recent, ()):
        count = questionnaire.rules.injuries.item_of[site]
        given[count] = given.get(count) or 1
    return given


def _in_order(questionnaire: Questionnaire) -> Iterator[Item]:
    """Yield every item after those that it depends on."""
    yield from (item for item in questionnaire.items if item.condition is None)
    yield from questionnaire.conditional


def by_chance(questionnaire: Questionnaire, seed: int) -> Raw:
    """Return the answers of a client made from *seed*: always the same ones."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, nothing secret
    trouble = chance.random()
    age = chance.choice((*AGE_EDGES, chance.randint(16, 100)))
    raw = filled(questionnaire, {"age_years": age}, lambda item: _drawn(item, chance, trouble))
    if chance.random() < CHANCE_OF_CLOSED:
        closed = [one for one in questionnaire.conditional if one.id not in raw]
        one = chance.choice(closed)
        raw |= {one.id: value} if (value := _drawn(one, chance, 1.0)) is not None else {}
    clinician = [
        one.id
        for one in questionnaire.checks
        if one.urgency is Urgency.CLINICIAN and raw.get(one.id) in UP
    ]
    if clinician and chance.random() < CHANCE_OF_CLEARANCE:
        named = clinician if chance.random() < 0.8 else [chance.choice(clinician)]
        raw["clearance"] = cleared(*named)
    return raw


def cleared(*flags: str) -> Raw:
    """Return a clearance that names *flags*."""
    return {"by": "Dr Calm", "on": "2026-01-02", "for": list(flags)}


def _drawn(item: Item, chance: random.Random, trouble: float) -> object:
    """Return an answer by *chance*; more *trouble* (0 to 1) makes abilities and signs worse."""
    if chance.random() < (CHANCE_OF_OPEN_CHECK if isinstance(item, CheckItem) else CHANCE_OF_GAP):
        return None
    match item:
        case CheckItem():
            return chance.choice(UP) if chance.random() < _likely(item) else "no"
        case ScaleItem():
            return min(4, int(chance.expovariate(1.0) * 2.5 * trouble))
        case NumberItem() if item.section == "signs":
            most = 7 if item.id.startswith("pain_") else 4
            return min(most, int(chance.expovariate(1.0) * 2 * trouble))
        case NumberItem():
            return chance.randint(item.minimum, item.maximum)
        case ChoiceItem():
            return chance.choice(item.values)
        case ManyItem():
            share = _share(item, chance, trouble)
            return [value for value in item.values if chance.random() < share]
    return "Client" if isinstance(item, TextItem) else None


def _share(item: ManyItem, chance: random.Random, trouble: float) -> float:
    """Return how much of a list is likely to be named."""
    if item.section in (GATEWAYS, "signs"):
        return 0.3 * trouble
    return 1.0 if chance.random() < 0.5 else chance.random()


def _likely(item: CheckItem) -> float:
    if item.section == GATEWAYS:
        return CHANCE_OF_GATEWAY
    return CHANCE_OF_FLAG if item.urgency else CHANCE_OF_CAUTION
