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

REPORT = "report"
KNOWN = {REPORT: ("gym", "address", "logo", "accent", "size", "ink", "without")}
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
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says, table by table, and one sentence for each line that is not used."""

    report: Mapping[str, Any] = field(default_factory=dict)
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
    report = data.get(REPORT, {})
    if not isinstance(report, dict):
        faults.append(f"{path}: {REPORT}: must be written as [{REPORT}]")
        report = {}
    known = KNOWN[REPORT]
    faults += [
        f"{path}: {REPORT}.{key}: unknown{nearest(key, known)}"
        for key in report
        if key not in known
    ]
    return Settings({key: report[key] for key in report if key in known}, tuple(faults))


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
