"""What stands on the disk of a draft: as it is, or sealed where the gym seals its records.

A draft has a key of its own, which is in memory only: with the program that keeps the draft,
and in the user's runtime folder where the system has one in memory. The client can go on in
the same sitting; a laptop that was switched off holds nothing that anyone could read.
"""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from assessment.files.atomic_write import write_whole_file
from assessment.records.sealing.gym_key import NAME as GYM_KEY_NAME

MOUNTS = Path("/proc/mounts")
IN_MEMORY = ("tmpfs", "ramfs")
FOLDER = "posterior-chain"


class Cover(Protocol):
    """How the lines of a draft stand in its file."""

    def close(self, line: bytes) -> bytes:
        """Return what is written for *line*, without a line end."""

    def open(self, written: bytes) -> bytes:
        """Return the line that *written* stands for; empty where it cannot be read any more."""

    def forget(self) -> None:
        """Let nobody read what was written until now."""


class Uncovered:
    """Lines stand as they are."""

    def close(self, line: bytes) -> bytes:
        """Return *line*."""
        return line

    def open(self, written: bytes) -> bytes:
        """Return *written*."""
        return written

    def forget(self) -> None:
        """Do nothing: the file goes, and with it what it holds."""


class SealedCover:
    """Lines stand sealed, each an age file in base64, for the draft's own key.

    *key_path* is where the key is kept in memory for another start of the program; None:
    only this one has it.
    """

    def __init__(self, key_path: Path | None) -> None:
        self._key_path = key_path
        self._secret = ""

    def close(self, line: bytes) -> bytes:
        """Return *line* sealed.

        Raises:
            OSError: The key cannot be kept.
        """
        from assessment.records.sealing import age

        return base64.b64encode(age.sealed(line, age.public_of(self._key())))

    def open(self, written: bytes) -> bytes:
        """Return the line in *written*; empty where its key is gone.

        A line from before the gym sealed its records stands as it is.
        """
        from assessment.records.errors import WrongSecretError
        from assessment.records.sealing import age

        if written.startswith(b"{"):
            return written
        secret = self._secret or self._kept_key()
        try:
            return age.opened(base64.b64decode(written, validate=True), secret) if secret else b""
        except (ValueError, WrongSecretError):
            return b""

    def forget(self) -> None:
        """Take the key away: what was written until now is closed for good."""
        self._secret = ""
        if self._key_path:
            self._key_path.unlink(missing_ok=True)

    def _key(self) -> str:
        """Return the key of this draft, made where there is none."""
        from assessment.records.sealing import age

        self._secret = self._secret or self._kept_key()
        if not self._secret:
            self._secret = age.new_secret()
            if self._key_path:
                self._key_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_whole_file(self._key_path, self._secret.encode())
        return self._secret

    def _kept_key(self) -> str:
        try:
            return self._key_path.read_text(encoding="ascii") if self._key_path else ""
        except (OSError, UnicodeDecodeError):
            return ""


def cover_of(draft: Path) -> Cover:
    """Return how the draft at *draft* stands on the disk: sealed where the gym's key is there."""
    if not draft.with_name(GYM_KEY_NAME).exists():
        return Uncovered()
    folder = memory_folder()
    return SealedCover(folder / FOLDER / f"{draft.stem}.key" if folder else None)


def memory_folder(
    environment: Mapping[str, str] = os.environ, mounts: Path = MOUNTS
) -> Path | None:
    """Return a folder of this person that is in memory and never on a disk, None for none."""
    named = environment.get("XDG_RUNTIME_DIR", "")
    if sys.platform != "linux" or not named or not Path(named).is_dir():
        return None
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    folder = Path(named).resolve()
    kinds = {Path(parts[1]): parts[2] for parts in map(str.split, lines) if len(parts) > 2}
    place = next((one for one in (folder, *folder.parents) if one in kinds), None)
    return folder if place and kinds[place] in IN_MEMORY else None
