"""The gym's settings file: one TOML file, written by hand or on a screen, read line by line.

A wrong line is a ``SettingFault`` with its place, and all the others are used.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assessment.core.shown import in_one_line
from assessment.settings.file_text import NotTextError, file_text, lines_of, toml_in
from assessment.settings.model import KNOWN, SETTINGS, GymSettings
from questions.nearest import nearest
from reports.errors import UnmetWishError

MOST_BAD_LINES = 5
"""With more lines that are not TOML it is no such file, or a bracket stays open."""
NO_FILE = "cannot be read (it is not a file)"
CURLY_SIGNS, CURLY = "“”„‘’«»", " (the signs around a text must be straight)"

_HEAD = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")
_LINE_NUMBER = re.compile(r"at line (\d+)")
_CHECKS = {one.dotted_key: one for one in SETTINGS}


@dataclass(frozen=True, slots=True)
class SettingFault:
    """A line that is not used, as one sentence: where it stands, why, and what is used instead.

    ``name`` is its table, or ``report.gym``; empty where it cannot be known.
    """

    path: Path
    line: int | None
    name: str
    reason: str
    instead: str = ""

    @property
    def key(self) -> str:
        """The key alone: ``gym``."""
        return self.name.rpartition(".")[2]

    def __str__(self) -> str:
        """Return the sentence."""
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        parts = (place, in_one_line(self.name), self.reason + self.instead)
        return ": ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What the file says, by ``report.gym``, unchecked; and what of its shape is wrong.

    ``lines`` has the number of the line of each table and key.
    """

    path: Path = Path("settings.toml")
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[SettingFault, ...] = ()

    def used(self, *tables: str) -> tuple[GymSettings, tuple[SettingFault, ...]]:
        """Return what is used of *tables*, and a fault for each line that is not."""
        used: dict[str, Any] = {}
        faults: list[SettingFault] = []
        for name, raw in self.values.items():
            setting = _CHECKS[name]
            if setting.table in tables:
                try:
                    used[setting.key] = setting.check(raw, self.path.parent)
                except UnmetWishError as error:
                    faults.append(self.fault(name, str(error), setting.said.instead))
        return GymSettings(**used), tuple(faults)

    @property
    def every_fault(self) -> tuple[SettingFault, ...]:
        """All that is wrong with the file: its shape, and each value that is not used."""
        return (*self.faults, *self.used(*KNOWN)[1])

    def fault(self, name: str, reason: str, instead: str = "") -> SettingFault:
        """Return the fault of the line called *name*."""
        line = self.lines.get(name) or self.lines.get(name.partition(".")[0])
        return SettingFault(self.path, line, name, reason, instead)


def read_settings(path: Path | None) -> SettingsFile:
    """Return the settings in *path*; a file that is not there says nothing, and that is fine."""
    if path is None:
        return SettingsFile()
    try:
        if path.exists() and not path.is_file():
            return _unread(path, NO_FILE)
        text = file_text(path.read_bytes()).text
    except (FileNotFoundError, NotADirectoryError):
        return SettingsFile(path)
    except NotTextError as error:
        return _unread(path, str(error))
    except OSError as error:
        return _unread(path, f"cannot be read ({error.strerror})")
    data, broken = _parsed(text, path)
    shape = SettingsFile(path, lines=_lines_of(text))
    values, faults = _known(data, shape)
    return replace(shape, values=values, faults=(*broken, *faults))


def _known(
    data: Mapping[str, Any], shape: SettingsFile
) -> tuple[Mapping[str, Any], list[SettingFault]]:
    """Return the values of *data* that are settings, and a fault for each that is not."""
    values: dict[str, Any] = {}
    faults = [
        shape.fault(name, f"unknown{nearest(name, KNOWN)}") for name in data if name not in KNOWN
    ]
    for table, known in KNOWN.items():
        held = data.get(table, {})
        if not isinstance(held, dict):
            faults.append(shape.fault(table, f"must be written as [{table}]"))
            continue
        for key, value in held.items():
            if key in known:
                values[f"{table}.{key}"] = value
            else:
                faults.append(shape.fault(f"{table}.{key}", f"unknown{nearest(key, known)}"))
    return values, faults


def _unread(path: Path, reason: str) -> SettingsFile:
    return SettingsFile(path, faults=(SettingFault(path, None, "", reason),))


def _parsed(text: str, path: Path) -> tuple[Mapping[str, Any], list[SettingFault]]:
    """Return what is TOML in *text*, and a fault for each line that is not."""
    lines = [line.rstrip("\r\n") for line in lines_of(text)]
    faults: list[SettingFault] = []
    first = ""
    while True:
        try:
            return toml_in("\n".join([*lines, ""])), faults
        except tomllib.TOMLDecodeError as error:
            first = first or str(error)
            found = _LINE_NUMBER.search(str(error))
            index = int(found[1]) - 1 if found else len(lines)
            if len(faults) == MOST_BAD_LINES or index >= len(lines) or not lines[index].strip():
                reason = f"is not TOML, so none of it is used: {first}"
                return {}, [SettingFault(path, None, "", reason)]
            hint = CURLY if set(CURLY_SIGNS) & set(lines[index]) else ""
            shown = in_one_line(lines[index].strip())
            reason = f"is not TOML, so it is not used{hint}: {shown}"
            faults.append(SettingFault(path, index + 1, "", reason))
            lines[index] = ""


def _lines_of(text: str) -> Mapping[str, int]:
    """Return the number of the line of each table and key that stands at the start of one."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(lines_of(text), start=1):
        if head := _HEAD.match(line):
            table = head[1]
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found
