"""Begin the gym's settings file, and change lines of it: every other character stays as it is."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assessment.files.atomic_write import write_whole_file
from assessment.files.owner_only import make_folder, open_owner_only
from assessment.settings import words
from assessment.settings.model import KNOWN, SETTINGS

NOT_TOML = (
    "{path} has a line that cannot be read, so nothing was changed. Mend it by hand: {reason}"
)
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
    make_folder(path.parent)
    try:
        with open(path, "x", encoding="utf-8", opener=open_owner_only) as file:
            file.write(example())
    except FileExistsError:
        return False
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
        text = real.read_text(encoding="utf-8") if real.exists() else example()
        new = changed(text, changes)
        make_folder(real.parent)
        write_whole_file(real, new.encode())
    except OSError as error:
        raise SettingsFileError(f"{path}: cannot be written ({error.strerror})") from error
    except ValueError as error:  # what is not UTF-8, and tomlkit's own, are of this kind
        raise SettingsFileError(NOT_TOML.format(path=path, reason=error)) from error


def changed(text: str, changes: Mapping[str, object]) -> str:
    """Return the TOML *text* with *changes*; comments and unknown lines stay.

    Raises:
        ValueError: *text* is not TOML, or has something else where a table should be.
    """
    import tomlkit

    document = tomlkit.parse(text)
    new: list[tuple[str, str]] = []
    for name, value in changes.items():
        table, _, key = name.partition(".")
        found: Any = document.get(table)
        if found is not None and not isinstance(found, dict):
            raise ValueError(f"{table} must be written as [{table}]")
        if found is not None and key in found:
            if value is None:
                del found[key]
            else:
                found[key] = value
        elif value is not None:
            new.append((table, f"{key} = {tomlkit.item(value).as_string()}"))
    written = tomlkit.dumps(document)
    for table, line in new:
        written = _with_line(written, table, line)
    tomlkit.parse(written)
    return written


def _with_line(text: str, table: str, line: str) -> str:
    """Return *text* with *line* right under the head of *table*, which is added if need be.

    tomlkit would put it at the end of the table, below a comment that speaks of the next one.
    """
    lines = text.splitlines(keepends=True)
    for number, one in enumerate(lines):
        if re.match(rf"\s*\[\s*{re.escape(table)}\s*\]", one):
            head = one if one.endswith("\n") else f"{one}\n"
            return "".join([*lines[:number], head, f"{line}\n", *lines[number + 1 :]])
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap}[{table}]\n{line}\n"
