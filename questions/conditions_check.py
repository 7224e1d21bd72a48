"""What is wrong with conditions: what nothing can open, what goes round, what opens nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from questions.model import (
    WORST,
    AnswerTest,
    CheckItem,
    ChoiceItem,
    Condition,
    Derived,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
)
from questions.nearest import nearest
from questions.questionnaire import GATEWAYS, Page
from questions.source import Entry, Fault


def misplaced_conditions(
    items: Sequence[tuple[Entry, Item]],
    derived: Sequence[tuple[Entry, Derived]],
    pages: Sequence[Page],
    known: Mapping[str, Item],
) -> Iterator[Fault]:
    """Yield the conditions that can never hold, circles, what comes too early, idle gateways."""
    order = {item: place for place, item in enumerate(one for page in pages for one in page.items)}
    for entry, item in items:
        if condition := item.condition:
            key = "opened_by" if item.opened_by else "asked_when"
            yield from (entry.fault(f"{key} {what}", key) for what in _wrong(condition, known))
            yield from (
                entry.fault(f"{key} {what}", key)
                for test in condition.tests
                for what in _out_of_order(test, item, known, order)
            )
    for entry, one in derived:
        yield from (entry.fault(what) for what in _wrong(one.condition, known))
    yield from _idle_gateways(items)


def _wrong(condition: Condition, known: Mapping[str, Item]) -> Iterator[str]:
    """Yield why *condition* can never hold, if so."""
    wrong = [what for test in condition.tests for what in _wrong_by_itself(test, known)]
    yield from wrong
    if not wrong and not _can_hold(condition, known):
        yield "asks what cannot be true together"


def _out_of_order(
    test: AnswerTest, item: Item, known: Mapping[str, Item], order: Mapping[str, int]
) -> Iterator[str]:
    """Yield what is wrong where *item* hangs on itself, or on what is asked after it."""
    if test.item not in known:
        return
    if _depends_on(known[test.item], item.id, known):
        yield f"goes in a circle with {test.item!r}"
    elif order.get(test.item, -1) > order.get(item.id, len(order)):
        yield f"names {test.item!r}, which is asked later"


def _wrong_by_itself(test: AnswerTest, known: Mapping[str, Item]) -> Iterator[str]:
    """Yield why *test* can never be passed, if so."""
    item = known.get(test.item)
    if item is None:
        yield f"names no item: {test.item!r}{nearest(test.item, known)}"
        return
    values = (*(test.has or ()), *(test.is_in or ()), *(test.is_not or ()))
    options = getattr(item, "values", ())
    for value in values:
        if value not in options:
            hint = nearest(str(value), map(str, options))
            yield f"names no answer to {item.id!r}: {value!r}{hint}"
    if not _fits(test, item):
        yield f"asks of {item.id!r} (kind {item.kind!r}) what its answers cannot say"


def _fits(test: AnswerTest, item: Item) -> bool:
    """Return whether an answer to *item* can pass *test*, and can fail it."""
    if test.up is not None:
        return isinstance(item, CheckItem)
    if test.has is not None or test.filled is not None:
        return isinstance(item, ManyItem)
    if test.is_in is not None or test.is_not is not None:
        named = {*(test.is_in or ()), *(test.is_not or ())}
        kinds = (CheckItem, ChoiceItem, ScaleItem)
        return isinstance(item, kinds) and not named.issuperset(item.values)
    if isinstance(item, ScaleItem):
        least, most = 0, WORST
    elif isinstance(item, NumberItem):
        least, most = item.minimum, item.maximum
    else:
        return False
    if test.over is not None:
        return least <= test.over < most
    edge = next(one for one in (test.at_least, test.under, test.not_at_least) if one is not None)
    return least < edge <= most


def _can_hold(condition: Condition, known: Mapping[str, Item]) -> bool:
    """Return whether one answer to each item can pass all that *condition* asks of it."""
    ways: list[tuple[AnswerTest, ...]] = [(test,) for test in condition.any_of]
    return any(_all_pass((*condition.all_of, *way), known) for way in ways or [()])


def _all_pass(tests: Sequence[AnswerTest], known: Mapping[str, Item]) -> bool:
    items = {test.item for test in tests}
    return all(_can_pass([one for one in tests if one.item == item], known[item]) for item in items)


def _can_pass(tests: Sequence[AnswerTest], item: Item) -> bool:
    """Return whether one answer to *item* passes all *tests*."""
    answers: Iterable[object]
    if isinstance(item, NumberItem):
        answers = range(int(item.minimum), int(item.maximum) + 1)
    elif isinstance(item, (CheckItem, ChoiceItem, ScaleItem)):
        answers = item.values
    else:
        return True  # a list can name all that is asked for
    return any(all(test.says(answer) for test in tests) for answer in answers)


def _depends_on(item: Item, target: str, known: Mapping[str, Item]) -> bool:
    """Return whether *item* is asked, directly or not, because of *target*."""
    waiting, seen = [item.id], set[str]()
    while waiting:
        current = waiting.pop()
        if current == target:
            return True
        seen.add(current)
        condition = known[current].condition
        parents = condition.items if condition else ()
        waiting += [parent for parent in parents if parent in known and parent not in seen]
    return False


def _idle_gateways(items: Sequence[tuple[Entry, Item]]) -> Iterator[Fault]:
    """Yield the gateways that open nothing."""
    tests = [test for _, item in items for test in (item.condition.tests if item.condition else ())]
    for entry, item in items:
        if item.section == GATEWAYS and not any(test.item == item.id for test in tests):
            yield entry.fault("is a gateway that opens nothing")
