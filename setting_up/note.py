"""The note in ``.venv`` that says it is complete, and what it was made from."""

import hashlib
import json
import sys
from pathlib import Path

from setting_up.layout import (
    ENVIRONMENT,
    NOTE,
    PROGRAM,
    PROGRAM_PARTS,
    PYTHON,
    ROOT,
    TEST_PARTS,
    path_file,
    site_packages,
)


def holds(*, with_tests: bool) -> bool:
    """Return whether there is a note, it fits what is here now, and all it lists is there."""
    try:
        note = json.loads(NOTE.read_text(encoding="utf-8"))
        wanted = facts(with_tests=with_tests).items()
        return wanted <= note["facts"].items() and all(
            (ENVIRONMENT / name).exists() for name in note["files"]
        )
    except (FileNotFoundError, ValueError, LookupError, TypeError, AttributeError):
        return False  # none, or not one of ours


def write(*, with_tests: bool) -> None:
    """Note that ``.venv`` is complete."""
    files = [PYTHON, PROGRAM, path_file(), *sorted(site_packages().glob("*.dist-info"))]
    note = {
        "facts": facts(with_tests=with_tests),
        "files": [file.relative_to(ENVIRONMENT).as_posix() for file in files],
    }
    NOTE.write_text(json.dumps(note, indent=1), encoding="utf-8")


def facts(*, with_tests: bool) -> dict[str, str]:
    """Return what ``.venv`` depends on; where one of these changes, it is made anew.

    A newer 3.11.x in the place of an older one is no change: nothing has to be fetched for it.
    """
    locks = [PROGRAM_PARTS, TEST_PARTS] if with_tests else [PROGRAM_PARTS]
    return {
        "folder": str(ROOT),
        "python": f"{sys.implementation.cache_tag} in {sys.base_prefix}",
        **{lock.name: sha256(lock) for lock in locks},
    }


def sha256(file: Path) -> str:
    """Return the SHA-256 of what *file* holds."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
