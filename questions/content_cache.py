"""Content that was read and checked once, kept for the next start of the program.

Reading and checking all TOML takes longer than everything else that one assessment needs.
What is kept is found by a hash over the content, the code that reads it and the version of
Python, so a changed file is always read anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import platformdirs

Content = TypeVar("Content")

OWNER_ONLY = 0o600
OTHERS_WRITE = 0o022
DIGEST_BYTES = 32
NO_TRICKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither a link to somewhere else nor a pipe that never answers."""
ENDINGS = (".toml", ".py", ".html")


def read_cached(
    name: str,
    folders: tuple[Traversable, ...],
    kind: type[Content],
    read: Callable[[], Content],
) -> Content:
    """Return the content that *folders* hold: as it was kept or, failing that, by *read*.

    Nothing is kept where the cache folder cannot be written to, and what is there is used
    only if it belongs to this user.
    """
    path = _cache_folder() / f"{name}-{fingerprint(folders)}.pickle"
    content = _load(path)
    if isinstance(content, kind):
        return content
    fresh = read()
    with suppress(OSError):
        _keep(fresh, path, name)
    return fresh


def own_cache_folder() -> Path | None:
    """Return the folder for what is kept; None where others could write to it, or nobody can."""
    folder = _cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder if _is_ours_alone(folder.lstat()) else None
    except OSError:
        return None


def _cache_folder() -> Path:
    try:
        return Path(platformdirs.user_cache_dir("posterior-chain", appauthor=False))
    except RuntimeError:  # nobody knows whose home it would be in
        return Path(os.devnull, "HOME is not set")


def fingerprint(folders: tuple[Traversable, ...], endings: tuple[str, ...] = ENDINGS) -> str:
    """Return a hash over the files in *folders* with such *endings*, and the version of Python."""
    digest = hashlib.sha256(sys.version.encode())
    for folder in folders:
        for file in _files(folder, endings):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:24]


def _files(folder: Traversable, endings: tuple[str, ...]) -> Iterator[Traversable]:
    """Yield the files below *folder* with such *endings*, always in the same order."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _files(entry, endings)
        elif entry.name.endswith(endings):
            yield entry


def _load(path: Path) -> object:
    """Return what is kept at *path*, or None where there is nothing that can be trusted."""
    try:
        if not _is_ours_alone(path.parent.lstat()):
            return None
        descriptor = os.open(path, os.O_RDONLY | NO_TRICKS)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not (stat.S_ISREG(status.st_mode) and _is_ours_alone(status)):
                return None
            digest, payload = file.read(DIGEST_BYTES), file.read()
        if hashlib.sha256(payload).digest() != digest:
            return None
        return pickle.loads(payload)  # noqa: S301  # our own file, like the .pyc beside it
    except Exception:  # noqa: BLE001  # a damaged cache must never stop the program
        return None


def _is_ours_alone(status: os.stat_result) -> bool:
    """Return whether a file or folder belongs to this user and nobody else may write to it."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & OTHERS_WRITE


def _keep(content: object, path: Path, name: str) -> None:
    """Write *content* to *path* in one piece and drop what was kept of older content."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            payload = pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL)
            file.write(hashlib.sha256(payload).digest() + payload)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    for older in path.parent.glob(f"{name}-*.pickle"):
        if older != path:
            older.unlink(missing_ok=True)
