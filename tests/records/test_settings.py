"""The gym's settings file: read line by line, a wrong line named, the rest used."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from assessment.records.settings import EXAMPLE, Settings, read_settings, write_example
from reports.letterhead import paper_of
from reports.paper import Paper


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()


def test_what_is_known_is_used_and_what_is_not_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[report]\ngym = "Northside"\nlogoo = "x"\n[reprot]\ngym = "Y"\n')
    found = read_settings(path)
    assert found.report == {"gym": "Northside"}
    assert found.faults == (
        f"{path}: reprot: unknown (did you mean 'report'?)",
        f"{path}: report.logoo: unknown (did you mean 'logo'?)",
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[report\n", "is not TOML, so none of it is used"),
        (b"gym = '\xff'", "is not UTF-8"),
        (b"report = 3", "must be written as [report]"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    found = read_settings(path)
    assert found.report == {}
    assert len(found.faults) == 1
    assert says in found.faults[0]


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    assert "cannot be read" in read_settings(tmp_path).faults[0]


def test_the_example_is_written_once_and_every_line_of_it_works(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    assert write_example(path)
    assert not write_example(path)
    assert read_settings(path) == Settings()
    lines = [line.removeprefix("# ") for line in EXAMPLE.splitlines()]
    used = "\n".join(line for line in lines if "=" in line or line.startswith("["))
    wishes = tomllib.loads(used)["report"] | {"logo": ""}
    paper, faults = paper_of({key: wish for key, wish in wishes.items() if wish}, tmp_path)
    assert faults == ()
    assert paper == Paper(
        gym="Northside Gym",
        address="1 River Street, Northside",
        without=frozenset({"drawings"}),
    )
