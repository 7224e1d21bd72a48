"""A TOML file read with the line of every entry, so that a mistake can be traced to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from questions.nearest import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model")

_MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_WITH_VALUE = ("enum", "literal_error", "string_type", "int_type", "bool_type", "tuple_type")
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
        except RecursionError as error:
            raise ContentError([Fault(self.name, 1, "file", "is nested too deeply")]) from error

    def entries(self, table: str) -> list[Entry]:
        """Return the entries of ``[[table]]`` (or the one ``[table]``), in order.

        What is no table is left out; ``strays`` names it.
        """
        return [
            Entry(self, table, index, data)
            for index, data in enumerate(self._listed(table))
            if isinstance(data, dict)
        ]

    def strays(self, tables: tuple[str, ...], values: tuple[str, ...] = ()) -> Iterator[Fault]:
        """Yield what does not belong at the top of the file.

        That is each name that is none of *tables* and *values*, each of *tables* that is no
        table, and each of *values* that is missing or no text.
        """
        for name in self.data:
            if name not in (*tables, *values):
                yield self.fault(name, f"unknown table{nearest(name, (*tables, *values))}")
        for name in tables:
            for one in self._listed(name):
                if not isinstance(one, dict):
                    yield self.fault(name, f"must be written as [[{name}]], not as {one!r}")
        yield from self._wrong_values(values)

    def _wrong_values(self, names: tuple[str, ...]) -> Iterator[Fault]:
        for name in names:
            value = self.data.get(name)
            if value is None:
                yield self.fault(name, f"is missing; write {name} = and a text in quotes")
            elif not (isinstance(value, str) and value):
                yield self.fault(name, f"must be a text in quotes, not {value!r}")

    def fault(self, name: str, message: str) -> Fault:
        """Return a fault at the top-level *name*, at the first line where it is not there."""
        written = re.search(rf"^\s*{re.escape(name)}\s*=", self.text, re.MULTILINE)
        line = self.text[: written.start()].count("\n") + 1 if written else self.line_of(name, 0)
        return Fault(self.name, line, name, message)

    def _listed(self, table: str) -> list[Any]:
        found = self.data.get(table, [])
        return found if isinstance(found, list) else [found]

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
            if _only_follows(problem, problems):
                continue
            where = [str(part) for part in problem["loc"]]
            key = next((part for part in where if part in entry.data), None)
            dotted = ".".join(part for part in where if part != entry.data.get("kind"))
            message = _in_words(problem, missing)
            faults.append(entry.fault(f"{dotted}: {message}" if dotted else message, key))
        return None


def read_entries(
    entries: Iterable[Entry], adapter: TypeAdapter[Model], faults: list[Fault]
) -> list[tuple[Entry, Model]]:
    """Return those of *entries* that are right as models; the mistakes go to *faults*."""
    read = [(entry, validated(entry, adapter, faults)) for entry in entries]
    return [(entry, value) for entry, value in read if value is not None]


def repeated(entries: Iterable[tuple[Entry, str]]) -> Iterator[Fault]:
    """Yield a fault for each entry whose name (the text beside it) has stood before it."""
    seen: set[str] = set()
    for entry, name in entries:
        if name in seen:
            yield entry.fault(f"{name!r} stands more than once")
        seen.add(name)


def _only_follows(problem: ErrorDetails, problems: list[ErrorDetails]) -> bool:
    """Return whether *problem* is a list that is too short because what is in it is wrong."""
    place = problem["loc"]
    return problem["type"] == "too_short" and any(
        other["loc"][: len(place)] == place for other in problems if other is not problem
    )


def _in_words(problem: ErrorDetails, missing: list[str]) -> str:
    """Return what is wrong, what was written and what is allowed."""
    message = problem["msg"].removeprefix("Value error, ")
    if problem["type"] in _UNKNOWN:
        return f"unknown key{nearest(str(problem['loc'][-1]), missing)}"
    given = problem["input"]
    if problem["type"] in _WITH_VALUE and isinstance(given, str | int | float):
        allowed = re.findall("'([^']*)'", problem.get("ctx", {}).get("expected", ""))
        message += f", not {given!r}{nearest(str(given), allowed)}"
    return message
