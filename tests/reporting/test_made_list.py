"""The list of what is whole and up to date in a folder of reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.reporting import made_list
from assessment.reporting.made_list import LIST, MadeList, hash_of

NAME = "2026-03-01-0a1b2c3d.pdf"


@pytest.fixture(autouse=True)
def _program_is_hashed_anew() -> Iterator[None]:
    yield
    made_list._program.cache_clear()


def listed(folder: Path, content: bytes = b"%PDF") -> MadeList:
    (folder / NAME).write_bytes(content)
    found = MadeList(folder)
    found.add(NAME, "a", content)
    return found


def test_a_report_is_known_by_all_who_read_the_list(tmp_path: Path) -> None:
    first = listed(tmp_path)
    for one in (first, MadeList(tmp_path)):
        assert one.has(NAME, "a")
        assert not one.has(NAME, "b")
        assert not one.has("other.pdf", "a")


@pytest.mark.parametrize("found", [b"%PD", b"%PDG", b""])
def test_a_file_that_changed_is_not_whole(tmp_path: Path, found: bytes) -> None:
    one = listed(tmp_path)
    (tmp_path / NAME).write_bytes(found)
    assert not one.has(NAME, "a")
    (tmp_path / NAME).unlink()
    assert not one.has(NAME, "a")


@pytest.mark.parametrize(
    "spoilt", [b"\xff\xfe", b"[]", b"7", b"{}", b'{"file": []}', b'{"file": "x"', b"null"]
)
def test_what_is_no_line_counts_as_none(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / LIST).write_bytes(spoilt)
    assert not MadeList(tmp_path).has(NAME, "a")
    listed(tmp_path)
    assert MadeList(tmp_path).has(NAME, "a")


def test_the_last_line_on_a_file_counts(tmp_path: Path) -> None:
    one = listed(tmp_path)
    (tmp_path / NAME).write_bytes(b"new")
    one.add(NAME, "b", b"new")
    again = MadeList(tmp_path)
    assert (again.has(NAME, "a"), again.has(NAME, "b")) == (False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_the_list_is_for_its_owner_only(tmp_path: Path) -> None:
    listed(tmp_path)
    assert (tmp_path / LIST).stat().st_mode & 0o077 == 0


def test_a_hash_stands_for_the_answers_and_for_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = hash_of({"records": ["a"], "day": "2026-03-01"})
    assert hash_of({"day": "2026-03-01", "records": ["a"]}) == before
    assert hash_of({"day": "2026-03-02", "records": ["a"]}) != before
    for name, other in (("fingerprint", lambda *_: "0"), ("version", lambda _: "71.0")):
        with monkeypatch.context() as patch:
            patch.setattr(made_list, name, other)
            made_list._program.cache_clear()
            assert hash_of({"records": ["a"], "day": "2026-03-01"}) != before
