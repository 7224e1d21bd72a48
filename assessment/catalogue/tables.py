"""One table of a TOML file -> its entries as models, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import TypeAdapter

from questions.model import Closed
from questions.nearest import nearest
from questions.source import Entry, Fault, TomlSource, validated

Kind = TypeVar("Kind", bound=Closed)
Read = list[tuple[Entry, Kind]]


def read_table(
    file: Traversable,
    table: str,
    kind: type[Kind],
    faults: list[Fault],
    tables: tuple[str, ...] = (),
) -> Read[Kind]:
    """Return the entries of *table* that are right; the mistakes go to *faults*.

    ``tables`` are all that the file may have; what is none of them is a mistake that the
    first of them reports.
    """
    source = TomlSource(file)
    if not tables or table == tables[0]:
        faults += source.strays(tables or (table,))
    adapter = TypeAdapter(kind)
    read = [(entry, validated(entry, adapter, faults)) for entry in source.entries(table)]
    return [(entry, value) for entry, value in read if value is not None]


def unknown(entry: Entry, key: str, names: Iterable[str], known: set[str]) -> Iterator[Fault]:
    """Yield a fault for each of *names* that is not *known*."""
    for name in names:
        if name not in known:
            yield entry.fault(
                f"{key} names {name!r}, which is not there{nearest(name, known)}", key
            )
