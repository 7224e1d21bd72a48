"""Begin the gym's settings file, and change lines of it: every other character stays as it is."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from assessment.files.atomic_write import write_whole_file
from assessment.files.full_disk import reason
from assessment.files.owner_only import make_folder
from assessment.settings import words
from assessment.settings.file_text import TOO_DEEP, NotTextError, file_text, lines_of, toml_in
from assessment.settings.model import KNOWN, SETTINGS

NOT_TOML = (
    "{path} has a line that cannot be read, so nothing was changed. Mend it by hand: {reason}"
)
NOT_SAFELY = "what stands where in it cannot be told for certain"
NOTE_COLUMN = 31
"""Where the notes of the example stand."""


class SettingsFileError(Exception):
    """The file cannot be changed; its text says why, and what was there is there."""


def example() -> str:
    """Return a commented file to start from, with a line for each setting."""
    tables = []
    for table in KNOWN:
        lines = [
            f"# {one.said.example}".ljust(NOTE_COLUMN) + f"# {one.said.note}"
            if one.said.note
            else f"# {one.said.example}"
            for one in SETTINGS
            if one.table == table
        ]
        tables.append("\n".join([f"[{table}]", *lines]))
    return "\n\n".join([words.EXAMPLE_HEAD, *tables]) + "\n"


def write_example(path: Path) -> bool:
    """Write a commented example to *path* and return True, or False where a file is there.

    Raises:
        OSError: It cannot be written there.
    """
    if path.exists():
        return False
    make_folder(path.parent)
    write_whole_file(path, example().encode())
    return True


def save_settings(path: Path, changes: Mapping[str, object]) -> None:
    """Write *changes*, by ``report.gym``, to the file at *path*; None takes a line away.

    The file is read anew first, so what another program changed meanwhile stays. Where there
    is none, it begins as the commented example. Only its owner may read it.

    Raises:
        SettingsFileError: It cannot be read or written; it is as it was.
    """
    real = Path(os.path.realpath(path))
    try:
        there = file_text(real.read_bytes() if real.exists() else example().encode())
        new = changed(there.text, changes)
        make_folder(real.parent)
        write_whole_file(real, there.encoded(new))
    except OSError as error:
        raise SettingsFileError(f"{path}: cannot be written ({reason(error)})") from error
    except NotTextError as error:
        raise SettingsFileError(f"{path} {error}; nothing was changed") from error
    except ValueError as error:  # tomlkit's own are of this kind
        raise SettingsFileError(NOT_TOML.format(path=path, reason=error)) from error


def changed(text: str, changes: Mapping[str, object]) -> str:
    """Return the TOML *text* with *changes*; comments and unknown lines stay.

    Raises:
        ValueError: *text* is not TOML, has something else where a table should be, or cannot be
            changed so that all the rest of it stays.
    """
    import tomlkit

    wanted = _with_values(toml_in(text), changes)
    try:
        written = _changed(text, changes)
        is_safe = _filled(toml_in(written)) == _filled(wanted)
    except tomlkit.exceptions.TOMLKitError as error:  # it reads less than the library of Python
        raise ValueError(str(error)) from error
    except RecursionError:  # nor does it go as deep
        raise ValueError(TOO_DEEP) from None
    if not is_safe:
        raise ValueError(NOT_SAFELY)
    return written


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Return *data* without tables that hold nothing: they come and go with their last line."""
    return {name: value for name, value in data.items() if value != {}}


def _with_values(data: dict[str, Any], changes: Mapping[str, object]) -> dict[str, Any]:
    """Return *data* with *changes*."""
    for name, value in changes.items():
        table, _, key = name.partition(".")
        if not isinstance(data.get(table, {}), dict):
            raise ValueError(f"{table} must be written as [{table}]")
        if value is not None:
            data.setdefault(table, {})[key] = value
        elif table in data:
            data[table].pop(key, None)
    return data


def _changed(text: str, changes: Mapping[str, object]) -> str:
    """Return *text* with *changes* as ``tomlkit`` and ``_with_line`` make them."""
    import tomlkit

    document = tomlkit.parse(text)
    new: list[tuple[str, str, object]] = []
    for name, value in changes.items():
        table, _, key = name.partition(".")
        found: Any = document.get(table)
        if isinstance(found, tomlkit.items.InlineTable) or (found is not None and key in found):
            if value is not None:
                found[key] = value
            elif key in found:
                del found[key]
        elif value is not None:
            new.append((table, key, value))
    written = tomlkit.dumps(document)
    for table, key, value in new:
        written = _with_line(written, table, key, value)
    return written


def _with_line(text: str, table: str, key: str, value: object) -> str:
    """Return *text* with a line for *key* under the head of *table*, which is added if need be.

    tomlkit would put it at the end of the table, below a comment that speaks of the next one. It
    is left to tomlkit where the text says otherwise what stands where, as in a text of many lines.
    """
    import tomlkit

    line = f"{key} = {tomlkit.item(value).as_string()}"
    lines = lines_of(text)
    end = "\r\n" if any(one.endswith("\r\n") for one in lines) else "\n"
    written = "".join(_placed(lines, table, line, end))
    with suppress(tomlkit.exceptions.ParseError):
        before, after = tomlkit.parse(text).unwrap(), tomlkit.parse(written).unwrap()
        before.setdefault(table, {})[key] = value
        if before == after:
            return written
    document = tomlkit.parse(text)
    document.setdefault(table, tomlkit.table())[key] = value
    return tomlkit.dumps(document)


def _placed(lines: list[str], table: str, line: str, end: str) -> list[str]:
    """Return *lines* with one more *line* in *table*: under its head, or beside its dotted keys."""
    named = rf"""(?:{re.escape(table)}|"{re.escape(table)}"|'{re.escape(table)}')"""
    for number, one in enumerate(lines):
        if re.match(rf"\s*\[\s*{named}\s*\]", one):
            head = one if one.endswith("\n") else f"{one}{end}"
            return [*lines[:number], head, f"{line}{end}", *lines[number + 1 :]]
    for number, one in enumerate(lines):
        if re.match(rf"\s*{named}\s*\.", one):
            return [*lines[:number], f"{table}.{line}{end}", *lines[number:]]
    gap = [] if not lines else [end] if lines[-1].endswith("\n") else [end, end]
    return [*lines, *gap, f"[{table}]{end}", f"{line}{end}"]
