"""Running the command: within this process in most tests, as other programs do in a few."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

import pytest

from assessment.cli import main
from tests.surroundings import PATIENCE_S, environment_at

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty home folder."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Return a function that runs the command here, in an empty folder, and keeps what it says.

    It takes a hundredth of the time of a start. What only a process has (a seed of its hashes,
    a time zone, an encoding, modules not loaded yet) needs ``start``.
    """

    def do(
        *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        typed, printed, told = (_stream(content) for content in (stdin, b"", b""))
        with (
            chdir(tmp_path),
            patch.dict(os.environ, environment_at(home, **environment), clear=True),
            patch.multiple(sys, argv=["posterior-chain", *arguments], stdin=typed),
            patch.multiple(sys, stdout=printed, stderr=told),
        ):
            try:
                status = main()
            finally:
                gc.enable()  # a command that is over soon turns it off
                gc.unfreeze()
        return subprocess.CompletedProcess(arguments, status, _said(printed), _said(told))

    return do


@pytest.fixture
def start(tmp_path: Path, home: Path) -> Run:
    """Return a function that does what ``run`` does, in a process of its own."""

    def do(
        *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "assessment", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment_at(home, **environment),
            timeout=PATIENCE_S,
            check=False,
        )

    return do


def _stream(content: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", errors="surrogateescape")


def _said(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue()
