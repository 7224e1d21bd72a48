"""A store that is made once, and copied for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.trainer import copy_of, fill


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store of five clients."""
    folder = tmp_path_factory.mktemp("desk")
    fill(folder)
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    """Return a folder with a store of its own."""
    return copy_of(filled, tmp_path / "store")
