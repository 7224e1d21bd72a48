"""A TOML file read with the line of every entry, so that a mistake can be traced to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from questions.nearest import nearest

Model = TypeVar("Model")

_MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
"""Kinds of error as pydantic calls them."""

_HEADER = re.compile(r"^\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?")


@dataclass(frozen=True)
class Fault:
    """One mistake in the content: where it stands and what is wrong."""

    file: str
    line: int
    id: str
    message: str

    def __str__(self) -> str:
        """Return ``file:line: id: message``."""
        return f"{self.file}:{self.line}: {self.id}: {self.message}"


class ContentError(Exception):
    """The content (questions, exercises) has mistakes; ``faults`` has every one of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True)
class Entry:
    """One ``[table]`` or ``[[table]]`` of a file, with the place where it stands."""

    source: TomlSource
    table: str
    index: int
    data: dict[str, Any]

    @property
    def id(self) -> str:
        """The entry's own id, or its position where it has none."""
        return str(self.data.get("id", f"{self.table} {self.index + 1}"))

    def fault(self, message: str, key: str | None = None) -> Fault:
        """Return a fault at this entry, at its *key* where that is given and written."""
        line = self.source.line_of(self.table, self.index, key)
        return Fault(self.source.name, line, self.id, message)


class TomlSource:
    """The text of one TOML file and its tables.

    Raises:
        ContentError: The file is not UTF-8 or not TOML.
    """

    def __init__(self, file: Traversable) -> None:
        self.name = file.name
        try:
            self.text = file.read_text(encoding="utf-8")
            self.data: dict[str, Any] = tomllib.loads(self.text)
        except OSError as error:
            raise ContentError([Fault(self.name, 1, "file", "is not there")]) from error
        except UnicodeDecodeError as error:
            raise ContentError([Fault(self.name, 1, "file", f"is not UTF-8: {error}")]) from error
        except tomllib.TOMLDecodeError as error:
            at_line = re.search(r"at line (\d+)", str(error))
            line = int(at_line[1]) if at_line else 1
            raise ContentError([Fault(self.name, line, "file", f"is not TOML: {error}")]) from error

    def entries(self, table: str) -> list[Entry]:
        """Return the entries of ``[[table]]`` (or the one ``[table]``), in order."""
        found = self.data.get(table, [])
        tables = found if isinstance(found, list) else [found]
        return [Entry(self, table, index, data) for index, data in enumerate(tables)]

    def stray_tables(self, known: Iterable[str]) -> list[Fault]:
        """Return a fault for each top-level name of the file that is not *known*."""
        known = tuple(known)
        return [
            Fault(self.name, self.line_of(name, 0), name, f"unknown table{nearest(name, known)}")
            for name in self.data
            if name not in known
        ]

    def line_of(self, table: str, index: int, key: str | None = None) -> int:
        """Return the line (from 1) of entry *index* of *table*, or of its *key*."""
        seen, start = -1, 1
        for number, line in enumerate(self.text.splitlines(), start=1):
            header = _HEADER.match(line)
            if header and header[1] == table:
                seen, start = seen + 1, number
            inside = seen == index and (not header or header[1].startswith(f"{table}."))
            if inside and key and re.match(rf"\s*(\[+{table}\.)?{re.escape(key)}\s*[=.\]]", line):
                return number
            if seen == index and key is None:
                return number
            if seen > index:
                break
        return self.line_of(table, index) if key else start


def validated(entry: Entry, adapter: TypeAdapter[Model], faults: list[Fault]) -> Model | None:
    """Return *entry* as a model, or None after adding every mistake in it to *faults*."""
    try:
        return adapter.validate_python(entry.data)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        missing = [str(problem["loc"][-1]) for problem in problems if problem["type"] in _MISSING]
        for problem in problems:
            where = [str(part) for part in problem["loc"]]
            key = next((part for part in where if part in entry.data), None)
            dotted = ".".join(part for part in where if part != entry.data.get("kind"))
            message = problem["msg"].removeprefix("Value error, ")
            if problem["type"] in _UNKNOWN:
                message = f"unknown key{nearest(where[-1], missing)}"
            faults.append(entry.fault(f"{dotted}: {message}" if dotted else message, key))
        return None
