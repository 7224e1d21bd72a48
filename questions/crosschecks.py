"""What is wrong between entries of the questionnaire that are right by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from questions.model import (
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    Derived,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
    Urgency,
)
from questions.nearest import nearest
from questions.questionnaire import Page, Protocol
from questions.rules import Rules
from questions.source import Entry, Fault

MEASURED = "tests"
"""The section whose every item has a protocol."""


def mistakes_between(
    items: list[tuple[Entry, Item]],
    derived: list[tuple[Entry, Derived]],
    pages: list[tuple[Entry, Page]],
    places: Mapping[str, set[str]],
) -> Iterator[Fault]:
    """Yield what is wrong between entries that are right by themselves.

    *places* has the ids that a page may name as its section and its chapter.
    """
    known = {item.id: item for _, item in items}
    seen: set[str] = set()
    codes: set[str] = set()
    for entry, one in (*items, *derived):
        if one.id in seen:
            yield entry.fault("this id stands more than once", "id")
        if one.code.casefold() in codes:
            yield entry.fault("this code stands more than once", "code")
        seen.add(one.id)
        codes.add(one.code.casefold())
        yield from _not_more_urgent(entry, one, known)
    yield from _misplaced(items, pages, places, known)


def _not_more_urgent(
    entry: Entry, item: Item | Derived, known: Mapping[str, Item]
) -> Iterator[Fault]:
    """Yield a fault where a follow-up is not more urgent than what it follows."""
    if isinstance(item, CheckItem) and item.follow_up_of:
        parent = known.get(item.follow_up_of)
        of_parent = parent.urgency if isinstance(parent, CheckItem) else None
        is_more = item.urgency and of_parent and item.urgency.rank < of_parent.rank
        if not is_more:
            yield entry.fault("a follow-up must be more urgent than its question", "urgency")


FITTING: Mapping[str, tuple[type, ...]] = {
    "checklist": (CheckItem,),
    "ratings": (ScaleItem,),
    "body_map": (ManyItem, NumberItem),
    "counts": (ManyItem, NumberItem),
    "group": (NumberItem, ChoiceItem, ScaleItem),
}
"""The kinds of items on a page of each kind; any may stand alone."""


def _misplaced(
    items: list[tuple[Entry, Item]],
    pages: list[tuple[Entry, Page]],
    places: Mapping[str, set[str]],
    known: Mapping[str, Item],
) -> Iterator[Fault]:
    """Yield pages that name what is not there, and items that no page shows once."""
    shown: Counter[str] = Counter()
    seen: list[str] = []
    for entry, page in pages:
        if page.chapter in seen[:-1]:
            yield entry.fault(f"chapter {page.chapter!r} is over when this page comes", "chapter")
        elif page.chapter not in seen:
            seen.append(page.chapter)
        for what, ids in places.items():
            if (name := getattr(page, what)) not in ids:
                yield entry.fault(f"unknown {what} {name!r}{nearest(name, ids)}", what)
        yield from _unfitting(entry, page, known)
        shown.update(page.items)
    for entry, item in items:
        wanted = 0 if isinstance(item, ClearanceItem) else 1
        if shown[item.id] != wanted:
            yield entry.fault(f"stands on {shown[item.id]} pages, must stand on {wanted}")


def _unfitting(entry: Entry, page: Page, known: Mapping[str, Item]) -> Iterator[Fault]:
    """Yield what *page* names and cannot show."""
    for item_id in page.items:
        if item_id not in known:
            yield entry.fault(f"names no item: {item_id!r}{nearest(item_id, known)}", "items")
            continue
        item = known[item_id]
        if not isinstance(item, FITTING.get(page.kind, object)):
            yield entry.fault(f"{item_id!r} does not fit a page of kind {page.kind!r}", "items")
        elif page.kind != "single" and isinstance(item, NumberItem) and not _is_count(item):
            yield entry.fault(f"{item_id!r} must be a whole number from 0 there", "items")


def _is_count(item: NumberItem) -> bool:
    """Return whether each digit that is typed for *item* is an answer by itself."""
    return item.kind == "integer" and item.minimum == 0


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
    rules: Rules,
    entries: Mapping[str, Entry],
    known: Mapping[str, Item],
    derived: list[tuple[Entry, Derived]],
) -> Iterator[Fault]:
    """Yield the items and flags that a rule names and the questionnaire does not have."""
    for table, item in dict.fromkeys(rules.items_named()):
        if item not in known:
            yield entries[table].fault(f"names no item: {item!r}{nearest(item, known)}")
    flags = {
        one.id
        for one in (*known.values(), *(one for _, one in derived))
        if isinstance(one, (CheckItem, Derived)) and one.urgency is Urgency.CLINICIAN
    }
    named = Counter(flag for one in rules.cleared.cautions.values() for flag in one)
    for flag, times in named.items():
        if flag not in flags:
            hint = nearest(flag, flags)
            yield entries["cleared"].fault(f"names no flag that a clinician clears: {flag!r}{hint}")
        elif times > 1:
            yield entries["cleared"].fault(f"names {flag!r} more than once")
