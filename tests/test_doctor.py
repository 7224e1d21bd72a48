"""The doctor on content with mistakes: each one in a line, with file, line and id."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from assessment.doctor import checks


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of all content that may be broken, and let the doctor look at it."""
    for package, name in (("questions", "bank"), ("assessment", "catalogue")):
        source = Path(str(files(package) / name))
        shutil.copytree(source, tmp_path / package / name)
    monkeypatch.setattr(checks, "files", lambda package: tmp_path / package)
    return tmp_path


def content_lines() -> list[str]:
    return [str(finding) for finding in checks.examine() if finding.name == "content"]


@pytest.mark.usefixtures("content")
def test_what_ships_is_fine() -> None:
    (line,) = content_lines()
    assert line.startswith("fine")
    assert "52 exercises" in line


def test_mistakes_of_both_are_named(content: Path) -> None:
    ability = content / "questions" / "bank" / "ability.toml"
    ability.write_text("item = 3\n", encoding="utf-8")
    doses = content / "assessment" / "catalogue" / "doses.toml"
    doses.write_text("dose = 3\n", encoding="utf-8")
    lines = content_lines()
    assert all(line.startswith("TO DO") for line in lines)
    assert any("mend ability.toml:1: item: must be written as [[item]]" in line for line in lines)
    assert any("mend doses.toml:1: dose: must be written as [[dose]]" in line for line in lines)
