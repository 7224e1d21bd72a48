"""TOML files -> ``Questionnaire``, with every mistake named by file, line and id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Annotated, Any, NamedTuple

from pydantic import Field, TypeAdapter

from questions.model import CheckItem, ClearanceItem, Condition, Item, NumberItem, Urgency
from questions.nearest import nearest
from questions.questionnaire import Page, Protocol, Questionnaire, RegionWords, Section
from questions.rules_reader import read_rules, unknown_in_rules
from questions.source import (
    ContentError,
    Entry,
    Fault,
    TomlSource,
    read_entries,
    repeated,
    validated,
)

SECTION_FILES = (
    "about",
    "safety",
    "cautions",
    "ability",
    "signs",
    "exposure",
    "tests",
    "clearance",
)
"""One file for each section, in the order of the questionnaire."""
MEASURED = "tests"
"""The section whose every item has a protocol."""

_ITEM: TypeAdapter[Item] = TypeAdapter(Annotated[Item, Field(discriminator="kind")])
_SECTION = TypeAdapter(Section)
_PAGE = TypeAdapter(Page)
_PROTOCOL = TypeAdapter(Protocol)
_REGION = TypeAdapter(RegionWords)


class _Sections(NamedTuple):
    """All sections; their items and protocols with the place where each stands."""

    sections: tuple[Section, ...]
    items: list[tuple[Entry, Item]]
    protocols: list[tuple[Entry, Protocol]]


def read_questionnaire(folder: Traversable) -> Questionnaire:
    """Return the questionnaire written in *folder*.

    Raises:
        ContentError: It has mistakes; all of them are named.
    """
    faults: list[Fault] = []
    head = TomlSource(folder / "questionnaire.toml")
    faults += head.strays(("region", "scale"), ("id", "version", "title"))
    for table in ("region", "scale"):
        faults += repeated((entry, entry.id) for entry in head.entries(table))
    scales = {entry.id: entry.data.get("options") for entry in head.entries("scale")}
    regions = read_entries(head.entries("region"), _REGION, faults)

    sections, items, protocols = _sections(folder, scales, faults)
    flow = TomlSource(folder / "flow.toml")
    faults += flow.strays(("page",))
    pages = read_entries(flow.entries("page"), _PAGE, faults)
    rules, rule_entries = read_rules(folder, faults)

    if rules and not faults:
        faults += _mistakes_between(items, pages, {section.id for section in sections})
        faults += _mismeasured(items, protocols)
        faults += unknown_in_rules(rules, rule_entries, {item.id: item for _, item in items})
    if rules is None or faults:
        raise ContentError(faults)
    return Questionnaire(
        id=head.data["id"],
        version=head.data["version"],
        title=head.data["title"],
        regions=tuple(region for _, region in regions),
        sections=sections,
        items=tuple(item for _, item in items),
        protocols=tuple(protocol for _, protocol in protocols),
        pages=tuple(page for _, page in pages),
        rules=rules,
    )


def _sections(folder: Traversable, scales: Mapping[str, Any], faults: list[Fault]) -> _Sections:
    """Return what the sections' files hold; what is wrong by itself goes to *faults*."""
    sections: list[Section] = []
    items: list[tuple[Entry, Item]] = []
    protocols: list[tuple[Entry, Protocol]] = []
    for name in SECTION_FILES:
        source = TomlSource(folder / f"{name}.toml")
        tables = ("section", "item", "protocol") if name == MEASURED else ("section", "item")
        faults += source.strays(tables)
        faults += repeated((entry, entry.table) for entry in source.entries("section"))
        sections += (
            section for _, section in read_entries(source.entries("section"), _SECTION, faults)
        )
        read = ((entry, _item(entry, name, scales, faults)) for entry in source.entries("item"))
        items += ((entry, item) for entry, item in read if item)
        protocols += read_entries(source.entries("protocol"), _PROTOCOL, faults)
    return _Sections(tuple(sections), items, protocols)


def _item(
    entry: Entry, section: str, scales: Mapping[str, Any], faults: list[Fault]
) -> Item | None:
    """Return one item, its named scale and its follow-up condition filled in."""
    data = dict(entry.data, section=section)
    options = data.get("options")
    if isinstance(options, str):
        if options not in scales:
            message = f"unknown scale {options!r}{nearest(options, scales)}"
            faults.append(entry.fault(message, "options"))
            return None
        data["options"] = scales[options]
    parent = data.get("follow_up_of")
    if parent is not None:
        data["asked_when"] = {"any_of": [parent], "is_in": ["yes", "unsure"]}
    return validated(Entry(entry.source, entry.table, entry.index, data), _ITEM, faults)


def _mistakes_between(
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


def _mismeasured(
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
