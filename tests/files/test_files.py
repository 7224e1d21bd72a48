"""Files of health answers are their owner's alone, and a lock is one program's alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from assessment.files.file_lock import FileLockedError, file_lock
from assessment.files.owner_only import make_folder, open_owner_only


def test_only_the_owner_may_read_a_new_file_and_its_folders(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_folder(folder)
    make_folder(folder)  # where it is there already, nothing happens
    with open(folder / "file", "w", opener=open_owner_only) as file:
        file.write("x")
    assert stat.S_IMODE((folder / "file").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_lock_is_had_once_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    with file_lock(path):
        with pytest.raises(FileLockedError), file_lock(path, patience_seconds=0.05):
            pass
        assert os.access(path, os.R_OK)
    with file_lock(path):
        pass


def test_a_lock_where_nothing_can_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), file_lock(tmp_path / "none" / "x.lock"):
        pass
