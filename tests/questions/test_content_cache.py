"""What is kept between starts: used when it is whole and ours, read anew otherwise."""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from questions.content_cache import read_cached


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "words.toml").write_text("one = 1")
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(folder))
    return folder


class Reader:
    """Reads content, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"read": self.times}


def ask(content: Path, reader: Reader) -> dict[str, int]:
    return read_cached("words", (content,), dict, reader)


def test_it_is_read_once_and_kept_for_the_owner_only(content: Path, cache: Path) -> None:
    reader = Reader()
    assert ask(content, reader) == ask(content, reader) == {"read": 1}
    (file,) = cache.iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_changed_content_is_read_anew_and_the_old_is_dropped(content: Path, cache: Path) -> None:
    reader = Reader()
    ask(content, reader)
    (content / "words.toml").write_text("one = 2")
    assert ask(content, reader) == {"read": 2}
    assert len(list(cache.iterdir())) == 1


def test_changed_code_is_read_anew(content: Path, cache: Path) -> None:
    reader = Reader()
    ask(content, reader)
    (content / "model.py").write_text("x = 1")
    assert ask(content, reader) == {"read": 2}
    assert cache.is_dir()


@pytest.mark.parametrize("harm", ["changed", "cut", "empty", "pickle"])
def test_damage_is_noticed(content: Path, cache: Path, harm: str) -> None:
    reader = Reader()
    ask(content, reader)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(
        {
            "changed": whole[:-3] + b"X" + whole[-2:],
            "cut": whole[:-4],
            "empty": b"",
            "pickle": pickle.dumps({"read": 99}),
        }[harm]
    )
    assert ask(content, reader) == {"read": 2}


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions there")
@pytest.mark.parametrize("harm", ["file", "folder", "link", "pipe"])
def test_what_others_could_have_written_is_not_used(
    content: Path, cache: Path, tmp_path: Path, harm: str
) -> None:
    reader = Reader()
    ask(content, reader)
    (file,) = cache.iterdir()
    match harm:
        case "file":
            file.chmod(0o666)
        case "folder":
            cache.chmod(0o777)
        case "link":
            file.rename(tmp_path / "elsewhere")
            file.symlink_to(tmp_path / "elsewhere")
        case _:
            file.unlink()
            os.mkfifo(file)
    assert ask(content, reader) == {"read": 2}


def test_a_folder_that_cannot_be_written_to_is_no_trouble(content: Path, cache: Path) -> None:
    cache.write_text("a file in its place")
    assert ask(content, Reader()) == {"read": 1}
