"""Running the command as other programs do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.surroundings import environment_at

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty home folder."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Return a function that runs the command in an empty folder and keeps what it says."""

    def do(
        *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "assessment", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment_at(home, **environment),
            timeout=120,
            check=False,
        )

    return do
