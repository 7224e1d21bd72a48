"""Which reports in a folder are whole and up to date, so that they need not be made again.

Beside them stands a list, a line for each: the file, a hash of what it was made of, a hash of
what is in it. No answer and no name is in it. A line that was cut off counts as none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from questions.content_cache import fingerprint

LIST = ".posterior-chain-made.jsonl"
OWNER_ONLY = 0o600
ENDINGS = (".css", ".html", ".py", ".toml", ".ttf")


class MadeList:
    """The list of *folder*, which is there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / LIST
        self._lines = _lines_in(self._path)

    def has(self, name: str, made_of: str) -> bool:
        """Return whether the file called *name* is there, whole, and made of just that."""
        line = self._lines.get(name)
        if line is None or line.get("made_of") != made_of:
            return False
        with suppress(OSError):
            return (
                line.get("holds") == hashlib.sha256((self._folder / name).read_bytes()).hexdigest()
            )
        return False

    def add(self, name: str, made_of: str, content: bytes) -> None:
        """Note that the file called *name* now holds *content*, made of *made_of*.

        Raises:
            OSError: It cannot be noted.
        """
        line = {"file": name, "made_of": made_of, "holds": hashlib.sha256(content).hexdigest()}
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        with os.fdopen(os.open(self._path, flags, OWNER_ONLY), "ab") as file:
            file.write(b"\n" + json.dumps(line).encode() + b"\n")  # apart from one cut off
        self._lines[name] = line


def hash_of(what: Mapping[str, Any]) -> str:
    """Return a hash that stands for *what* a report is made of, and for the program that makes it.

    *what* holds JSON values.
    """
    text = json.dumps([what, _program()], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _lines_in(path: Path) -> dict[str, dict[str, str]]:
    """Return the last line on each file."""
    lines: dict[str, dict[str, str]] = {}
    with suppress(OSError):
        for raw in path.read_bytes().splitlines():
            with suppress(ValueError, KeyError, TypeError):
                line = json.loads(raw)
                lines[line["file"]] = line
    return lines


@cache
def _program() -> str:
    """Return a hash of all that decides what a page looks like besides its answers."""
    folders = (
        files("questions"),
        files("assessment") / "catalogue",
        files("assessment") / "core",
        files("reports"),
    )
    return fingerprint(folders, ENDINGS) + version("weasyprint")
