"""``rules.toml`` -> ``Rules``, with every mistake named by file, line and id."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources.abc import Traversable
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from questions.rules import LevelGroup, Rules
from questions.source import Entry, Fault, TomlSource, read_entries, validated

FILE = "rules.toml"
LEVEL_GROUP = "level_group"
SINGLE = tuple(one.name for one in fields(Rules) if one.name != "level_groups")
"""Tables that stand once each."""


def read_rules(folder: Traversable, faults: list[Fault]) -> tuple[Rules | None, dict[str, Entry]]:
    """Return the rules in *folder* and where each stands; the mistakes go to *faults*."""
    source = TomlSource(folder / FILE)
    before = len(faults)
    faults += source.strays((*SINGLE, LEVEL_GROUP))
    entries = {name: entry for name in SINGLE for entry in source.entries(name)[:1]}
    faults += [Fault(FILE, 1, name, "is missing") for name in SINGLE if name not in entries]
    kinds = get_type_hints(Rules)
    values: dict[str, Any] = {
        name: validated(entry, TypeAdapter(kinds[name]), faults) for name, entry in entries.items()
    }
    groups = read_entries(source.entries(LEVEL_GROUP), TypeAdapter(LevelGroup), faults)
    for entry, _ in groups[:1]:
        entries[LEVEL_GROUP] = entry
    if len(faults) > before:
        return None, entries
    return Rules(**values, level_groups=tuple(one for _, one in groups)), entries
