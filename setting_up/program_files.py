"""Which files are the program's own: not a person's, and none that Python or start.py made."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

TOP = frozenset(
    (
        *(".ci", "assessment", "benchmarks", "docs", "examples", "questions", "reports"),
        *("setting_up", "tests", "vendor", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md"),
        *("DECISIONS.md", "LICENSE", "Makefile", "README.md", "pyproject.toml", "start.py"),
        *("requirements.lock", "requirements-server.lock", "requirements-dev.lock"),
    )
)
"""What stands in the folder of the program; a test holds it against what git knows."""
NEEDED = frozenset(
    ("assessment", "questions", "reports", "setting_up", "vendor", "start.py", "pyproject.toml")
) | {"requirements.lock"}
"""Without these it is no copy of the program."""
MADE = frozenset(("__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"))


def program_files(folder: Path) -> list[Path]:
    """Return the program's own files in *folder*, relative to it and sorted.

    What a person put there stays out: where git knows the files, by its list, else by name.
    """
    names = _tracked(folder)
    files = _below_top(folder) if names is None else map(Path, names)
    return sorted(file for file in files if is_own(folder, file))


def is_own(folder: Path, file: Path) -> bool:
    """Return whether *file* is there and has its place in the program; no link has."""
    path = folder / file
    return path.is_file() and not path.is_symlink() and file.parts[0] in TOP


def copy_file(source: Path, target: Path) -> None:
    """Copy *source* to *target*, which any disk may hold: a USB stick knows no rights of files."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    if os.access(source, os.X_OK):
        with contextlib.suppress(OSError):
            target.chmod(0o755)


def _tracked(folder: Path) -> list[str] | None:
    """Return the names that git keeps, None where there is no git or it does not answer."""
    git = shutil.which("git")
    if git is None or not (folder / ".git").exists():
        return None
    done = subprocess.run(
        [git, "-C", str(folder), "ls-files", "-z"], capture_output=True, check=False
    )
    return os.fsdecode(done.stdout).split("\0") if done.returncode == 0 else None


def _below_top(folder: Path) -> Iterator[Path]:
    for name in TOP:
        if (folder / name).is_file():
            yield Path(name)
        for parent, folders, files in os.walk(folder / name):
            folders[:] = [one for one in folders if one not in MADE]
            for file in files:
                if not file.endswith(".pyc"):
                    yield (Path(parent) / file).relative_to(folder)
