"""TOML files -> ``Questionnaire``, with every mistake named by file, line and id."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Annotated, Any, NamedTuple

from pydantic import Field, TypeAdapter

from questions.conditions_check import misplaced_conditions
from questions.crosschecks import MEASURED, mismeasured, mistakes_between, unknown_in_rules
from questions.model import Derived, Item
from questions.nearest import nearest
from questions.questionnaire import (
    Chapter,
    EarlierVersion,
    Page,
    Protocol,
    Questionnaire,
    RegionWords,
    Section,
)
from questions.rules_reader import read_rules
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
    "lately",
    "cautions",
    "signs",
    "ability",
    "exposure",
    "tests",
    "clearance",
)
"""One file for each section, in the order of the questionnaire."""

_ITEM: TypeAdapter[Item] = TypeAdapter(Annotated[Item, Field(discriminator="kind")])
_SECTION = TypeAdapter(Section)
_PAGE = TypeAdapter(Page)
_CHAPTER = TypeAdapter(Chapter)
_DERIVED = TypeAdapter(Derived)
_VERSION = TypeAdapter(EarlierVersion)
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
    faults += flow.strays(("page", "chapter"))
    for table in ("page", "chapter"):
        faults += repeated((entry, entry.id) for entry in flow.entries(table))
    pages = read_entries(flow.entries("page"), _PAGE, faults)
    chapters = read_entries(flow.entries("chapter"), _CHAPTER, faults)
    never_asked = TomlSource(folder / "derived.toml")
    faults += never_asked.strays(("derived",))
    derived = read_entries(never_asked.entries("derived"), _DERIVED, faults)
    history = TomlSource(folder / "versions.toml")
    faults += history.strays(("version",))
    versions = read_entries(history.entries("version"), _VERSION, faults)
    rules, rule_entries = read_rules(folder, faults)

    if rules and not faults:
        known = {item.id: item for _, item in items}
        places = {
            "section": {section.id for section in sections},
            "chapter": {chapter.id for _, chapter in chapters},
        }
        faults += mistakes_between(items, derived, pages, places)
        faults += misplaced_conditions(items, derived, [page for _, page in pages], known)
        faults += mismeasured(items, protocols)
        faults += (
            entry.fault("is this version itself, not an earlier one", "id")
            for entry, version in versions
            if version.id == head.data["version"]
        )
        faults += unknown_in_rules(rules, rule_entries, known, derived)
    if rules is None or faults:
        raise ContentError(faults)
    return Questionnaire(
        id=head.data["id"],
        version=head.data["version"],
        title=head.data["title"],
        regions=tuple(region for _, region in regions),
        sections=sections,
        items=tuple(item for _, item in items),
        derived=tuple(one for _, one in derived),
        protocols=tuple(protocol for _, protocol in protocols),
        chapters=tuple(chapter for _, chapter in chapters),
        pages=tuple(page for _, page in pages),
        earlier_versions=tuple(version for _, version in versions),
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
        data["asked_when"] = {"all_of": [{"item": parent, "up": True}]}
    return validated(Entry(entry.source, entry.table, entry.index, data), _ITEM, faults)
