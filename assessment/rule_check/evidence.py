"""What the evidence itself forbids, read from a table of its own and not from the catalogue."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class Row(NamedTuple):
    """One exercise: how the body moves, for whom at the earliest, with what, and not with what."""

    pattern: str
    level: int
    kit: tuple[frozenset[str], ...]
    """One of these is needed; none: nothing is."""
    avoid: frozenset[str]
    """Ids of cautions."""


class Evidence(NamedTuple):
    """The rows of docs/evidence.md 5.1 by exercise, and the patterns of 3.2 by caution."""

    rows: Mapping[str, Row]
    excludes: Mapping[str, frozenset[str]]


def objections(
    exercise: str, level: int, cautions: Collection[str], equipment: frozenset[str]
) -> Iterator[str]:
    """Yield in words what the evidence has against *exercise* for such a client."""
    evidence = _evidence()
    row = evidence.rows.get(exercise)
    if row is None:
        yield f"{exercise} is not an exercise of the evidence"
        return
    if row.level > level:
        yield f"{exercise} is of level {row.level} by the evidence, the client of level {level}"
    if row.kit and not any(kit <= equipment for kit in row.kit):
        yield f"{exercise} without the kit that the evidence names"
    for caution in cautions:
        excludes = evidence.excludes.get(caution, frozenset())
        if caution in row.avoid or row.pattern in excludes:
            yield f"{exercise} ({row.pattern}) in spite of {caution}, which the evidence excludes"


@cache
def _evidence() -> Evidence:
    text = files("assessment.rule_check").joinpath("evidence.toml").read_text("utf-8")
    tables: dict[str, dict[str, Any]] = tomllib.loads(text)
    rows = {
        name: Row(
            row["pattern"],
            row["level"],
            tuple(frozenset(kit) for kit in row["kit"]),
            frozenset(row["avoid"]),
        )
        for name, row in tables["exercise"].items()
    }
    excludes = {name: frozenset(one["excludes"]) for name, one in tables["caution"].items()}
    return Evidence(rows, excludes)
