"""Changing the settings file: what is not changed stays to the letter, and nothing half-written."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.settings import editing
from assessment.settings.editing import SettingsFileError, changed, example, save_settings
from assessment.settings.reading import read_settings

EXAMPLE = example()
OWN = """\
# my gym
[report]   # paper
gym = "A"  # the name
odd = 3    # unknown here

# about the quiz
[quiz]
lock_minutes=5
"""


def test_comments_unknown_lines_and_spaces_stay() -> None:
    new = changed(OWN, {"report.gym": "B", "report.size": "letter"})
    assert new == OWN.replace('gym = "A"', 'gym = "B"').replace(
        "# paper\n", '# paper\nsize = "letter"\n'
    )


def test_none_takes_a_line_away_and_a_table_is_made_where_there_is_none() -> None:
    new = changed(OWN, {"quiz.lock_minutes": None, "records.keep_months": 24})
    assert new == OWN.replace("lock_minutes=5\n", "") + "\n[records]\nkeep_months = 24\n"
    assert changed(OWN, {"records.keep_months": None}) == OWN


def test_a_new_file_begins_as_the_example_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    save_settings(path, {"quiz.kit": ["band"]})
    assert path.read_text() == EXAMPLE.replace("[quiz]\n", '[quiz]\nkit = ["band"]\n')
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("content", [b"[report\n", b'gym = "\xff"', b"report = 3\n"])
def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsFileError, match="nothing was changed"):
        save_settings(path, {"report.gym": "B"})
    assert path.read_bytes() == content


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(OWN)

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(editing, "write_whole_file", full)
    with pytest.raises(SettingsFileError, match="cannot be written"):
        save_settings(path, {"report.gym": "B"})
    assert path.read_text() == OWN


def test_what_another_program_changed_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(OWN)
    read_settings(path)
    path.write_text(OWN.replace("lock_minutes=5", "lock_minutes=9"))
    save_settings(path, {"report.gym": "B"})
    found = read_settings(path)
    assert (found.values["report.gym"], found.values["quiz.lock_minutes"]) == ("B", 9)


@settings(deadline=None)
@given(name=st.text(max_size=40), start=st.sampled_from([OWN, EXAMPLE, "", "[report]"]))
def test_any_text_comes_back_as_it_was_typed(name: str, start: str) -> None:
    new = changed(start, {"report.gym": name})
    assert tomllib.loads(new)["report"]["gym"] == name
    assert [line for line in start.splitlines() if line.startswith("#")] == [
        line for line in new.splitlines() if line.startswith("#")
    ]
