"""``rules.toml`` -> ``Rules``, with every mistake named by file, line and id."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources.abc import Traversable
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from questions.rules import AgeCaution, Rules
from questions.source import Entry, Fault, TomlSource, read_entries, validated

FILE = "rules.toml"
AGE_CAUTION = "age_caution"
SINGLE = tuple(one.name for one in fields(Rules) if one.name != "age_cautions")
"""Tables that stand once each."""


def read_rules(folder: Traversable, faults: list[Fault]) -> tuple[Rules | None, dict[str, Entry]]:
    """Return the rules in *folder* and where each stands; the mistakes go to *faults*."""
    source = TomlSource(folder / FILE)
    before = len(faults)
    faults += source.strays((*SINGLE, AGE_CAUTION))
    entries = {name: entry for name in SINGLE for entry in source.entries(name)[:1]}
    faults += [Fault(FILE, 1, name, "is missing") for name in SINGLE if name not in entries]
    kinds = get_type_hints(Rules)
    values: dict[str, Any] = {
        name: validated(entry, TypeAdapter(kinds[name]), faults) for name, entry in entries.items()
    }
    ages = read_entries(source.entries(AGE_CAUTION), TypeAdapter(AgeCaution), faults)
    if len(faults) > before:
        return None, entries
    return Rules(**values, age_cautions=tuple(one for _, one in ages)), entries
