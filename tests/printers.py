"""Printers and openers that are scripts: they note what they were given, or do not work."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("its programs are shell scripts", allow_module_level=True)


@dataclass(frozen=True)
class Program:
    """A program on the PATH, and what it was started with."""

    folder: Path
    name: str

    @property
    def _log(self) -> Path:
        return self.folder / f"{self.name}-jobs"

    @property
    def jobs(self) -> list[list[str]]:
        """The arguments of each time that it was started."""
        return [line.split("\t")[:-1] for line in self._log.read_text().splitlines()]

    @property
    def was_started(self) -> bool:
        return self._log.exists()

    @property
    def content(self) -> bytes:
        """What it read last."""
        return (self.folder / f"{self.name}-content").read_bytes()


def program(folder: Path, name: str, then: str = "exit 0") -> Program:
    """Return a program called *name* in *folder* that notes its job and does *then*."""
    folder.mkdir(exist_ok=True)
    log, content = (shlex.quote(f"{folder / name}-{one}") for one in ("jobs", "content"))
    script = folder / name
    script.write_text(
        f"#!/bin/sh\nprintf '%s\\t' \"$@\" >>{log}\necho >>{log}\n/bin/cat >{content}\n{then}\n"
    )
    script.chmod(0o755)
    return Program(folder, name)
