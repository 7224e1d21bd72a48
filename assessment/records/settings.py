"""The gym's settings: one TOML file in the user's config folder, written by hand.

Here it is only read and its shape checked; what the values mean is for those who use them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from questions.nearest import nearest

REPORT, QUIZ, RECORDS = "report", "quiz", "records"
KNOWN = {
    REPORT: ("gym", "address", "logo", "accent", "size", "ink", "without"),
    QUIZ: ("lock_minutes",),
    RECORDS: ("keep_months", "idle_minutes"),
}
"""Tables of the file, with the keys that each may have."""

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
# lock_minutes = 5             # so long without a key, and the answers are hidden

[records]
# keep_months = 24             # what is older is erased by "records retention"
# idle_minutes = 5             # so long without a key, and the trainer's desk shuts
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says, table by table, and one sentence for each line that is not used."""

    report: Mapping[str, Any] = field(default_factory=dict)
    quiz: Mapping[str, Any] = field(default_factory=dict)
    records: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def read_settings(path: Path) -> Settings:
    """Return the settings in *path*; a file that is not there says nothing, and that is fine."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError:
        return Settings(faults=(f"{path}: is not UTF-8, so none of it is used",))
    except OSError as error:
        return Settings(faults=(f"{path}: cannot be read ({error.strerror})",))
    except tomllib.TOMLDecodeError as error:
        return Settings(faults=(f"{path}: is not TOML, so none of it is used: {error}",))
    faults = [
        f"{path}: {name}: unknown{nearest(name, KNOWN)}" for name in data if name not in KNOWN
    ]
    tables = {name: _known_lines(data, name, path, faults) for name in KNOWN}
    return Settings(tables[REPORT], tables[QUIZ], tables[RECORDS], tuple(faults))


def _known_lines(
    data: Mapping[str, Any], name: str, path: Path, faults: list[str]
) -> Mapping[str, Any]:
    """Return the lines of the table called *name* that are known; add a fault for the others."""
    table, known = data.get(name, {}), KNOWN[name]
    if not isinstance(table, dict):
        faults.append(f"{path}: {name}: must be written as [{name}]")
        return {}
    faults += [
        f"{path}: {name}.{key}: unknown{nearest(key, known)}" for key in table if key not in known
    ]
    return {key: table[key] for key in table if key in known}


def write_example(path: Path) -> bool:
    """Write a commented example to *path* and return True, or False where a file is there.

    Raises:
        OSError: It cannot be written there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(EXAMPLE)
    except FileExistsError:
        return False
    return True
