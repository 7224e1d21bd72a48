"""The note in ``.venv`` that says it is complete, and what it was made from."""

import hashlib
import json
import sys
from pathlib import Path

from setting_up.layout import (
    ASKED_FOR,
    ENVIRONMENT,
    NOTE,
    PROGRAM,
    PROGRAM_PARTS,
    PYTHON,
    ROOT,
    SERVER_PARTS,
    TEST_PARTS,
    path_file,
    site_packages,
)


def holds(*locks: Path) -> bool:
    """Return whether what *locks* name is noted as there, and all that the note lists is."""
    try:
        note = json.loads(NOTE.read_text(encoding="utf-8"))
        wanted = facts(*locks).items()
        return wanted <= note["facts"].items() and all(
            (ENVIRONMENT / name).exists() for name in note["files"]
        )
    except (FileNotFoundError, ValueError, LookupError, TypeError, AttributeError):
        return False  # none, or not one of ours


def folder() -> str | None:
    """Return where all was when it was noted; None if the note does not say."""
    found = json.loads(NOTE.read_text(encoding="utf-8")).get("folder")
    return found if isinstance(found, str) else None


def is_ready(lock: Path) -> bool:
    """Return whether all that *lock* names is there, and what was asked for before."""
    return holds(lock, *extras())


def extras() -> set[Path]:
    """Return the locks that were asked for so far, beside the program's."""
    try:
        asked_for = ASKED_FOR.read_text(encoding="utf-8").split()
    except (FileNotFoundError, UnicodeDecodeError):
        return set()
    return {lock for lock in (SERVER_PARTS, TEST_PARTS) if lock.name in asked_for}


def ask_for(*locks: Path) -> None:
    """Keep that *locks* were asked for, whatever becomes of this set-up."""
    ASKED_FOR.write_text("".join(f"{lock.name}\n" for lock in locks), encoding="utf-8")


def write(*locks: Path) -> None:
    """Note that ``.venv`` has all that *locks* name."""
    parts = sorted(entry for entry in site_packages().iterdir() if entry.name != "__pycache__")
    files = [PYTHON, PROGRAM, path_file(), *parts, *site_packages().glob("*/__init__.py")]
    note = {
        "folder": str(ROOT),
        "facts": facts(*locks),
        "files": [file.relative_to(ENVIRONMENT).as_posix() for file in files],
    }
    NOTE.write_text(json.dumps(note, indent=1), encoding="utf-8")


def facts(*locks: Path) -> dict[str, str]:
    """Return what ``.venv`` depends on; where one of these changes, it is made anew.

    A newer 3.11.x in the place of an older one is no change: nothing has to be fetched for it.
    """
    return {
        "python": f"{sys.implementation.cache_tag} in {sys.base_prefix}",
        **{lock.name: sha256(lock) for lock in {PROGRAM_PARTS, *locks}},
    }


def count_parts(lock: Path) -> int:
    """Return how many parts *lock* names."""
    return sum(line[:1].isalnum() for line in lock.read_text(encoding="utf-8").splitlines())


def sha256(file: Path) -> str:
    """Return the SHA-256 of what *file* holds."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
