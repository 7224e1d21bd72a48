"""What is wrong between entries of the questionnaire that are right by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from questions.model import CheckItem, ClearanceItem, Condition, Item, NumberItem, Urgency
from questions.nearest import nearest
from questions.questionnaire import Page, Protocol
from questions.rules import Rules
from questions.source import Entry, Fault

MEASURED = "tests"
"""The section whose every item has a protocol."""


def mistakes_between(
    items: list[tuple[Entry, Item]], pages: list[tuple[Entry, Page]], sections: set[str]
) -> Iterator[Fault]:
    """Yield what is wrong between entries that are right by themselves."""
    known = {item.id: item for _, item in items}
    seen: set[str] = set()
    codes: set[str] = set()
    for entry, item in items:
        if item.id in seen:
            yield entry.fault("this id stands more than once", "id")
        if item.code.casefold() in codes:
            yield entry.fault("this code stands more than once", "code")
        seen.add(item.id)
        codes.add(item.code.casefold())
        yield from _broken_links(entry, item, known)
    yield from _misplaced(items, pages, sections, known)


def _broken_links(entry: Entry, item: Item, known: Mapping[str, Item]) -> Iterator[Fault]:
    """Yield what one item refers to wrongly."""
    for other in item.asked_when.any_of if item.asked_when else ():
        if other not in known:
            message = f"asked_when names no item: {other!r}{nearest(other, known)}"
            yield entry.fault(message, "asked_when")
        elif _depends_on(known[other], item.id, known):
            yield entry.fault(f"asked_when goes in a circle with {other!r}", "asked_when")
    if isinstance(item, CheckItem) and item.urgency is not None and item.follow_up_of:
        parent = known.get(item.follow_up_of)
        order = list(Urgency)
        parent_urgency = parent.urgency if isinstance(parent, CheckItem) else None
        if parent_urgency is None or order.index(item.urgency) >= order.index(parent_urgency):
            yield entry.fault("a follow-up must be more urgent than its question", "urgency")


def _depends_on(item: Item, target: str, known: Mapping[str, Item]) -> bool:
    """Return whether *item* is asked, directly or not, because of *target*."""
    waiting, seen = [item], set[str]()
    while waiting:
        current = waiting.pop()
        if current.id == target:
            return True
        seen.add(current.id)
        condition: Condition | None = current.asked_when
        parents = condition.any_of if condition else ()
        waiting += [known[parent] for parent in parents if parent in known and parent not in seen]
    return False


def _misplaced(
    items: list[tuple[Entry, Item]],
    pages: list[tuple[Entry, Page]],
    sections: set[str],
    known: Mapping[str, Item],
) -> Iterator[Fault]:
    """Yield pages that name what is not there, and items that no page shows once."""
    shown: dict[str, int] = dict.fromkeys(known, 0)
    kinds = {"checklist": CheckItem, "rows": NumberItem}
    for entry, page in pages:
        if page.section not in sections:
            yield entry.fault(f"unknown section {page.section!r}{nearest(page.section, sections)}")
        for item_id in page.items:
            if item_id not in known:
                yield entry.fault(f"names no item: {item_id!r}{nearest(item_id, known)}", "items")
                continue
            shown[item_id] += 1
            kind = kinds.get(page.kind)
            if kind and not isinstance(known[item_id], kind):
                yield entry.fault(f"{item_id!r} does not fit a page of kind {page.kind!r}", "items")
    for entry, item in items:
        wanted = 0 if isinstance(item, ClearanceItem) else 1
        if shown[item.id] != wanted:
            yield entry.fault(f"stands on {shown[item.id]} pages, must stand on {wanted}")


def mismeasured(
    items: list[tuple[Entry, Item]], protocols: list[tuple[Entry, Protocol]]
) -> Iterator[Fault]:
    """Yield protocols that name what is not theirs, and measurements without just one."""
    known = {item.id: item for _, item in items}
    measured = {item.id: 0 for item in known.values() if item.section == MEASURED}
    seen: set[str] = set()
    for entry, protocol in protocols:
        if protocol.id in seen:
            yield entry.fault("this id stands more than once", "id")
        seen.add(protocol.id)
        for item_id in protocol.items:
            if item_id in measured:
                measured[item_id] += 1
            elif item_id in known:
                section = known[item_id].section
                yield entry.fault(f"{item_id!r} belongs to section {section!r}", "items")
            else:
                message = f"names no item: {item_id!r}{nearest(item_id, measured)}"
                yield entry.fault(message, "items")
    for entry, item in items:
        count = measured.get(item.id, 1)
        if count != 1:
            yield entry.fault(f"stands in {count} protocols, must stand in 1")


def unknown_in_rules(
    rules: Rules, entries: Mapping[str, Entry], known: Mapping[str, object]
) -> Iterator[Fault]:
    """Yield the items that a rule names and the questionnaire does not ask."""
    for table, item in dict.fromkeys(rules.items_named()):
        if item not in known:
            yield entries[table].fault(f"names no item: {item!r}{nearest(item, known)}")
