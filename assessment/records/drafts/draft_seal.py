"""The lines of a draft on the disk: sealed where the gym seals its records, else as they are.

A draft has a key of its own, which is in memory only: with the program that keeps the draft,
and in the user's runtime folder where the system has one in memory. The client can go on in
the same sitting; a laptop that was switched off holds nothing that anyone could read.
"""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from assessment.files.atomic_write import write_whole_file
from assessment.files.owner_only import make_folder
from assessment.records.errors import WrongSecretError
from assessment.records.sealing.public_key import NAME as GYM_KEY_NAME

MOUNTS = Path("/proc/mounts")
IN_MEMORY = ("tmpfs", "ramfs")
FOLDER = "posterior-chain"


class DraftSeal:
    """Seals the lines of the draft at *draft*, from the moment that the gym seals its records."""

    def __init__(self, draft: Path) -> None:
        self._draft = draft
        self._secret = ""

    def close(self, line: bytes) -> bytes:
        """Return what is written for *line*, without a line end: an age file in base64, or *line*.

        Raises:
            OSError: The key cannot be kept.
        """
        if not self._is_on:
            return line
        from assessment.records.sealing import age_format

        self._secret = self._secret or self._kept_secret()
        if not self._secret:
            self._secret = age_format.new_secret()
            if path := self._key_path():
                make_folder(path.parent)
                write_whole_file(path, self._secret.encode())
        return base64.b64encode(age_format.sealed(line, age_format.public_of(self._secret)))

    def open(self, written: bytes) -> bytes:
        """Return the line that *written* stands for; empty where its key is gone."""
        if written.startswith(b"{"):
            return written
        from assessment.records.sealing import age_format

        with suppress(ValueError, WrongSecretError):
            secret = self._secret or self._kept_secret()
            return age_format.opened(base64.b64decode(written, validate=True), secret)
        return b""

    def forget(self) -> None:
        """Take the key away: what was written until now is closed for good."""
        self._secret = ""
        if path := self._key_path():
            path.unlink(missing_ok=True)

    @property
    def _is_on(self) -> bool:
        return self._draft.with_name(GYM_KEY_NAME).exists()

    def _key_path(self) -> Path | None:
        """Return where the key is kept for another start of the program; None: nowhere."""
        memory = memory_folder() if self._is_on else None
        return memory / FOLDER / f"{self._draft.stem}.key" if memory else None

    def _kept_secret(self) -> str:
        path = self._key_path()
        with suppress(OSError, UnicodeDecodeError):
            return path.read_text(encoding="ascii") if path else ""
        return ""


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
