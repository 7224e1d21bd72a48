"""The gym's settings: one TOML file in the user's config folder, written by hand or on a screen.

Here it is only read and its shape checked; what the values mean is for those who use them. A
wrong line is named with its number, and all the others are used.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from questions.nearest import nearest

REPORT, QUIZ, RECORDS = "report", "quiz", "records"
KNOWN = {
    REPORT: ("gym", "address", "logo", "accent", "size", "ink", "without"),
    QUIZ: ("kit", "lock_minutes"),
    RECORDS: ("keep_months", "idle_minutes"),
}
"""Tables of the file, with the keys that each may have."""
MOST_BAD_LINES = 5
"""With more lines that are not TOML it is no such file, or a bracket stays open."""
MOST_SHOWN = 60
"""Characters of a wrong line that are shown."""

_HEAD = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")
_LINE_NUMBER = re.compile(r"at line (\d+)")

EXAMPLE = """\
# Settings of posterior-chain. Take away the # in front of what you want to use.

[report]
# gym = "Northside Gym"
# address = "1 River Street, Northside"
# logo = "logo.png"            # PNG or JPEG, beside this file
# accent = "#0F6B6B"           # colour of headings; dark enough to read on white
# size = "A4"                  # A4 or letter
# ink = "colour"               # colour, grey or saver
# without = ["drawings"]       # of the client sheet: body_map, drawings, log

[quiz]
# kit = ["band", "dumbbell"]   # what "Everything in this gym" stands for
# lock_minutes = 5             # so long without a key, and the answers are hidden

[records]
# keep_months = 24             # what is older is erased by "records retention"
# idle_minutes = 5             # so long without a key, and the trainer's desk shuts
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says, table by table, and one sentence for each line that is not used.

    ``lines`` has the number of each line: of ``report`` and of ``report.gym``.
    """

    report: Mapping[str, Any] = field(default_factory=dict)
    quiz: Mapping[str, Any] = field(default_factory=dict)
    records: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    path: Path = Path("settings.toml")
    lines: Mapping[str, int] = field(default_factory=dict)

    def named(self, table: str, faults: Iterable[str]) -> tuple[str, ...]:
        """Return *faults* of *table*, each ``key: what is wrong``, with file and line."""
        found = []
        for one in faults:
            key = one.partition(":")[0]
            found.append(f"{_place(self.path, self.lines, f'{table}.{key}')}: {table}.{one}")
        return tuple(found)


def read_settings(path: Path) -> Settings:
    """Return the settings in *path*; a file that is not there says nothing, and that is fine."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(path=path)
    except UnicodeDecodeError:
        return Settings(faults=(f"{path}: is not UTF-8, so none of it is used",), path=path)
    except OSError as error:
        return Settings(faults=(f"{path}: cannot be read ({error.strerror})",), path=path)
    data, faults = _parsed(text, path)
    lines = _lines_of(text)
    faults += [
        f"{_place(path, lines, name)}: {name}: unknown{nearest(name, KNOWN)}"
        for name in data
        if name not in KNOWN
    ]
    tables = {name: _known_lines(data, name, path, lines, faults) for name in KNOWN}
    return Settings(tables[REPORT], tables[QUIZ], tables[RECORDS], tuple(faults), path, lines)


def _parsed(text: str, path: Path) -> tuple[Mapping[str, Any], list[str]]:
    """Return what is TOML in *text*, and a fault for each line that is not."""
    lines = text.splitlines()
    faults: list[str] = []
    first = ""
    while True:
        try:
            return tomllib.loads("\n".join([*lines, ""])), faults
        except tomllib.TOMLDecodeError as error:
            first = first or str(error)
            found = _LINE_NUMBER.search(str(error))
            index = int(found[1]) - 1 if found else len(lines)
            if len(faults) == MOST_BAD_LINES or index >= len(lines) or not lines[index].strip():
                return {}, [f"{path}: is not TOML, so none of it is used: {first}"]
            wrong = lines[index].strip()[:MOST_SHOWN]
            faults.append(f"{path}, line {index + 1}: is not TOML, so it is not used: {wrong}")
            lines[index] = ""


def _lines_of(text: str) -> Mapping[str, int]:
    """Return the number of the line of each table and key that stands at the start of one."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _HEAD.match(line):
            table = head[1]
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found


def _place(path: Path, lines: Mapping[str, int], name: str) -> str:
    return f"{path}, line {lines[name]}" if name in lines else str(path)


def _known_lines(
    data: Mapping[str, Any],
    name: str,
    path: Path,
    lines: Mapping[str, int],
    faults: list[str],
) -> Mapping[str, Any]:
    """Return the lines of the table called *name* that are known; add a fault for the others."""
    table, known = data.get(name, {}), KNOWN[name]
    if not isinstance(table, dict):
        faults.append(f"{_place(path, lines, name)}: {name}: must be written as [{name}]")
        return {}
    for key in table:
        if key not in known:
            place = _place(path, lines, f"{name}.{key}")
            faults.append(f"{place}: {name}.{key}: unknown{nearest(key, known)}")
    return {key: table[key] for key in table if key in known}


def write_example(path: Path) -> bool:
    """Write a commented example to *path* and return True, or False where a file is there.

    Raises:
        OSError: It cannot be written there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "x", encoding="utf-8", opener=_owner_only) as file:
            file.write(EXAMPLE)
    except FileExistsError:
        return False
    return True


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
