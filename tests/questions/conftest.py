"""A bank that may be broken."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """Return a copy of the shipped bank that may be broken."""
    with as_file(files("questions") / "bank") as shipped:
        return shutil.copytree(shipped, tmp_path / "bank")


def break_it(bank: Path, file: str, old: str, new: str) -> int:
    """Replace the first *old* in *file* and return the line where it stood."""
    path = bank / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
