"""The tables of a TOML file -> their entries as models, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeAlias, TypeVar

from pydantic import TypeAdapter

from questions.model import Closed
from questions.nearest import nearest
from questions.source import ContentError, Entry, Fault, TomlSource, read_entries

Kind = TypeVar("Kind", bound=Closed)
Read: TypeAlias = list[tuple[Entry, Kind]]


def read_tables(
    file: Traversable, kinds: Mapping[str, type[Closed]], faults: list[Fault]
) -> list[Read[Any]]:
    """Return the entries that are right of each table in *kinds*, which are all that *file* has.

    The mistakes go to *faults*.
    """
    source = TomlSource(file)
    faults += source.strays(tuple(kinds))
    return [
        read_entries(source.entries(table), TypeAdapter(kind), faults)
        for table, kind in kinds.items()
    ]


def require(file: str, wanted: Iterable[tuple[object, str]]) -> None:
    """Make sure that all of *wanted* hold: what has to be true of *file*, and the words if not.

    Raises:
        ContentError: Something does not hold.
    """
    if faults := [Fault(file, 1, "file", message) for holds, message in wanted if not holds]:
        raise ContentError(faults)


def unknown(entry: Entry, key: str, names: Iterable[str], known: set[str]) -> Iterator[Fault]:
    """Yield a fault for each of *names* that is not *known*."""
    for name in names:
        if name not in known:
            yield entry.fault(
                f"{key} names {name!r}, which is not there{nearest(name, known)}", key
            )
