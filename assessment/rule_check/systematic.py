"""Sheets of every single thing and of pairs: answers, gateways, edges, cautions, clearances."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from assessment.rule_check.answer_sheets import AGE_EDGES, Raw, calm, cleared, filled, hard
from questions.model import (
    UP,
    AnswerTest,
    CheckItem,
    ChoiceItem,
    Condition,
    Derived,
    Item,
    ManyItem,
    NumberItem,
    Region,
    ScaleItem,
)
from questions.questionnaire import GATEWAYS, Questionnaire

LEVELS = ("new", "some", "experienced")


def systematic(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield every single answer to every item, for several clients, and all that goes in pairs."""
    regions = (hard(questionnaire, region) for region in Region)
    for base in (calm(questionnaire), hard(questionnaire), *regions):
        yield base
        yield from single_answers(questionnaire, base)
        yield from _of_plans(base)
    yield from lifters(questionnaire)
    yield from gateways(questionnaire)
    yield from closed_answers(questionnaire)
    yield from follow_ups(questionnaire)
    yield from edges(questionnaire)
    yield from pains(questionnaire)
    yield from agreements(questionnaire)
    yield from clearances(questionnaire)
    yield from pairs_of_cautions(questionnaire)


def single_answers(questionnaire: Questionnaire, base: Raw) -> Iterator[Raw]:
    """Yield each item opened, with every answer and with none, and all else at its best."""
    for item in questionnaire.items:
        opened = opening(questionnaire, item, base)
        yield from (filled(questionnaire, opened | {item.id: value}) for value in _every(item))
        whole = filled(questionnaire, opened)
        yield {key: value for key, value in whole.items() if key != item.id}


def _of_plans(base: Raw) -> Iterator[Raw]:
    """Yield *base* with each experience, minutes and piece of kit."""
    for level, minutes in itertools.product(LEVELS, (15, 20, 30, 45)):
        yield base | {"experience": level, "minutes": minutes}
        yield base | {"experience": level, "minutes": minutes, "equipment": []}
    for level, kit in itertools.product(LEVELS, base["equipment"]):
        others = [one for one in base["equipment"] if one != kit]
        yield base | {"experience": level, "equipment": [kit]}
        yield base | {"experience": level, "equipment": others}


def lifters(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield fit and practised clients of each goal and kit, with what makes a region stand out.

    The hardest exercises are for them alone.
    """
    base = calm(questionnaire)
    kits = [base["equipment"], *([kit] for kit in base["equipment"]), ["dumbbell", "ghd"]]
    signs: list[Raw] = [
        {},
        {"stalled": ["run"]},
        {"stalled": ["run", "lift"]},
        {"injuries_hamstring": 2},
        {"injuries_hamstring": 2, "injuries_ankle": 1, "injury_last_6_weeks": ["ankle"]},
    ]
    goals = list(_every(questionnaire.by_id["goal"]))
    for goal, kit, days, sign in itertools.product(goals, kits, (2, 3), signs):
        raw = base | {"goal": goal, "equipment": kit, "days_per_week": days} | sign
        yield filled(questionnaire, raw)


def gateways(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield each gateway alone and each pair, with what they open left open and answered no."""
    base = calm(questionnaire)
    ways = [
        {item.id: value}
        for item in questionnaire.items_of(GATEWAYS)
        for value in _every(item)
        if value not in ("no", [])
    ]
    for one, two in itertools.combinations_with_replacement(ways, 2):
        yield base | one | two
        yield filled(questionnaire, base | one | two)


def closed_answers(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield an own answer of every kind to each item that another answer has closed."""
    base = calm(questionnaire)
    for item in questionnaire.conditional:
        yield from (base | {item.id: value} for value in _every(item))


def follow_ups(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield each follow-up with its flag: every answer of both, and either one missing."""
    base = calm(questionnaire)
    for item in questionnaire.checks:
        if item.follow_up_of:
            flag = questionnaire.by_id[item.follow_up_of]
            opened = filled(questionnaire, opening(questionnaire, flag, base))
            for answer, more in itertools.product((*UP, "no", None), repeat=2):
                yield opened | {flag.id: answer, item.id: more}


def edges(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield both sides of each edge of every condition, all that it asks for together.

    Of what any one is enough for, one at a time.
    """
    base = calm(questionnaire)
    for one in (*questionnaire.conditional, *questionnaire.derived):
        condition = one.condition
        if condition is None:
            continue
        for way in range(max(1, len(condition.any_of))):
            tests = (*condition.all_of, *condition.any_of[way : way + 1])
            others = [test for test in condition.any_of if test not in tests]
            for values in itertools.product(*(_edges(test, questionnaire) for test in tests)):
                raw = {test.item: _failing(test, questionnaire) for test in others} | base
                for test, value in zip(tests, values, strict=True):
                    raw = opening(questionnaire, questionnaire.by_id[test.item], raw)
                    raw = raw | {test.item: value}
                yield filled(questionnaire, raw)


def pains(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield every pain of each place, with the flag of a severe one answered no and yes."""
    base, rule = calm(questionnaire), questionnaire.rules.pain
    for item_id in rule.regions:
        item = questionnaire.by_id[item_id]
        opened = opening(questionnaire, item, base)
        for pain, severe in itertools.product(range(11), ("no", "yes")):
            yield filled(questionnaire, opened | {item_id: pain, rule.severe: severe})


def agreements(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield a doctor's word with each thing that it hangs on, and without it."""
    rule = questionnaire.rules.agreed
    ways = [opening(questionnaire, questionnaire.by_id[rule.by], calm(questionnaire))]
    against = [
        one.id
        for one in questionnaire.checks
        if one.id in rule.not_with or one.follow_up_of in rule.not_with
    ]
    ways += [
        opening(questionnaire, questionnaire.by_id[flag], ways[0]) | {flag: answer}
        for flag in against
        for answer in UP
    ]
    ways += [ways[0] | {flag: "yes"} for flag in against]
    regular = questionnaire.rules.regular
    days = (regular.active_days - 1, regular.active_days, None)
    minutes = (regular.active_minutes - 1, regular.active_minutes, None)
    for way, word, *active in itertools.product(ways, (*UP, "no", None), days, minutes):
        answers = {"active_days": active[0], "active_minutes": active[1]}
        yield filled(questionnaire, way) | {rule.by: word} | answers


def clearances(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield each flag with a clearance for it, for none, for another one and for all of them."""
    base = calm(questionnaire)
    clearable = [flag for flag, one in questionnaire.urgencies.items() if one == "clinician"]
    others = dict(zip(clearable, (*clearable[1:], clearable[0]), strict=True))
    for flag in questionnaire.urgencies:
        up = filled(questionnaire, holding(questionnaire, flag, base))
        other = others.get(flag, clearable[0])
        for named in ([flag], [], [other], clearable):
            yield up | {"clearance": cleared(*(one for one in named if one in clearable))}


def pairs_of_cautions(questionnaire: Questionnaire) -> Iterator[Raw]:
    """Yield each pair of cautions, each caution with itself too, for clients of each level."""
    base = hard(questionnaire)
    cautions = [one.id for one in questionnaire.checks if one.section == "cautions"]
    cautions += [one.id for one in questionnaire.derived if one.kind == "caution"]
    cautions += sorted(questionnaire.rules.cautions_left)
    for one, two in itertools.combinations_with_replacement(cautions, 2):
        both = holding(questionnaire, two, holding(questionnaire, one, base), answer="unsure")
        whole = filled(questionnaire, both)
        yield from (whole | {"experience": level} for level in LEVELS)


def holding(questionnaire: Questionnaire, name: str, base: Raw, answer: str = "yes") -> Raw:
    """Return *base* with the flag or caution *name* up, by *answer* or by what it derives from."""
    if name in questionnaire.rules.cautions_left:
        flag = _flag_that_leaves(questionnaire, name)
        flags = [*base.get("clearance", {}).get("for", ()), flag]
        up = holding(questionnaire, flag, base, answer)
        return up | {"clearance": cleared(*flags)}
    one = questionnaire.named[name]
    if isinstance(one, Derived):
        return _meeting(questionnaire, one.condition, base)
    return opening(questionnaire, one, base) | {name: answer}


def _flag_that_leaves(questionnaire: Questionnaire, caution: str) -> str:
    """Return a flag that is asked, of which a clearance leaves *caution*."""
    return next(
        one.id
        for one in questionnaire.checks
        if one.urgency == "clinician"
        and not one.follow_up_of
        and questionnaire.rules.cleared.caution_for(one.id) == caution
    )


def opening(questionnaire: Questionnaire, item: Item, base: Raw) -> Raw:
    """Return *base*, changed where it must be for *item* to be asked."""
    return _meeting(questionnaire, item.condition, base) if item.condition else base


def _meeting(questionnaire: Questionnaire, condition: Condition, base: Raw) -> Raw:
    """Return *base*, changed where it must be for *condition* to hold."""
    raw = base
    for test in condition.all_of:
        raw = _passing(questionnaire, test, raw)
    if condition.any_of and not any(one.says(raw.get(one.item)) for one in condition.any_of):
        raw = _passing(questionnaire, condition.any_of[0], raw)
    return raw


def _passing(questionnaire: Questionnaire, test: AnswerTest, base: Raw) -> Raw:
    now = base.get(test.item)
    if test.says(now):
        return base
    item = questionnaire.by_id[test.item]
    passes: Any = next(value for value in _edges(test, questionnaire) if test.says(value))
    if isinstance(item, ManyItem) and now:
        passes = [*now, *passes]
    return opening(questionnaire, item, base) | {item.id: passes}


def _failing(test: AnswerTest, questionnaire: Questionnaire) -> object:
    return next(value for value in _edges(test, questionnaire) if not test.says(value))


def _edges(test: AnswerTest, questionnaire: Questionnaire) -> Sequence[object]:
    """Return answers on both sides of the edge of *test*."""
    item = questionnaire.by_id[test.item]
    match item:
        case NumberItem() | ScaleItem():
            tests = (test.over, test.at_least, test.under, test.not_at_least)
            edge = next(one for one in tests if one is not None)
            least, most = (0, 4) if isinstance(item, ScaleItem) else (item.minimum, item.maximum)
            values = [one for one in (edge - 1, edge, edge + 1) if least <= one <= most]
            return values if test.not_at_least is None else [*values, None]
        case ManyItem():
            named = [[value] for value in item.values if test.says([value])]
            other = [[value] for value in item.values if not test.says([value])]
            return [*named, [], *other[:1]]
        case CheckItem() | ChoiceItem():
            return item.values
    return ()


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
