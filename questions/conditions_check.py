"""What is wrong with conditions: what nothing can open, what goes round, what opens nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from questions.model import (
    WORST,
    AnswerTest,
    CheckItem,
    ChoiceItem,
    Derived,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
)
from questions.nearest import nearest
from questions.questionnaire import GATEWAYS
from questions.source import Entry, Fault


def misplaced_conditions(
    items: Sequence[tuple[Entry, Item]],
    derived: Sequence[tuple[Entry, Derived]],
    known: Mapping[str, Item],
) -> Iterator[Fault]:
    """Yield the conditions that can never hold, that go in a circle, and idle gateways."""
    for entry, item in items:
        key = "opened_by" if item.opened_by else "asked_when"
        for test in item.condition.tests if item.condition else ():
            yield from (entry.fault(f"{key} {what}", key) for what in _wrong(test, known))
            if test.item in known and _depends_on(known[test.item], item.id, known):
                yield entry.fault(f"{key} goes in a circle with {test.item!r}", key)
    for entry, one in derived:
        for test in one.condition.tests:
            yield from (entry.fault(what) for what in _wrong(test, known))
    yield from _idle_gateways(items)


def _wrong(test: AnswerTest, known: Mapping[str, Item]) -> Iterator[str]:
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
