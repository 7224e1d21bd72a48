#!/usr/bin/env python3
"""Goes back to the version before, after an update that did not end.

While the folders of two versions change places, this file is ``start.py``, since it needs nothing
but itself. What it goes by is on the disk, so that it may be cut off and begin anew.
"""

import json
import os
import shutil
import sys
from pathlib import Path

WORK = ".update"
"""The folder of an update that is under way; one that has ended has none."""
LOCK = "lock"
"""Held by the update while it lives."""
PLAN = "plan.json"
"""What changes places, and the files of the store. Written first; gone when the update is done."""
OLD = "old"
TOUCHED = "store-touched"
"""There from the moment on that the newer program may have changed the store."""
BESIDE = ("-wal", "-shm")
"""What SQLite adds to the name of a file for the files beside it."""
UNDER_WAY = "An update of posterior-chain is under way. Please wait until it has ended."
WENT_BACK = "An update of posterior-chain was cut off. All is as it was before it."


if sys.platform == "win32":
    import msvcrt

    def take(lock: int) -> bool:
        """Return whether the open file *lock* is ours; the system frees it when we end."""
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def take(lock: int) -> bool:
        """Return whether the open file *lock* is ours; the system frees it when we end."""
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def settle(folder: Path) -> None:
    """Go back where an update of *folder* was cut off; leave if one is under way."""
    work = folder / WORK
    if not work.is_dir():
        return
    with (work / LOCK).open("a") as lock:
        if not take(lock.fileno()):
            sys.exit(UNDER_WAY)
    was_done = not (work / PLAN).exists()
    go_back(folder)
    if not was_done:
        print(WENT_BACK, file=sys.stderr)


def go_back(folder: Path) -> None:
    """Put all in *folder* back to where it was before the update, and end it."""
    work = folder / WORK
    if (work / PLAN).exists():
        plan = json.loads((work / PLAN).read_text(encoding="utf-8"))
        for name in plan["names"]:
            put_back(work / OLD / name, folder / name, was_there=name in plan["before"])
        start = work / OLD / "start.py"
        if start.exists():
            os.replace(start, folder / "start.py")  # noqa: PTH105  # one move for all of them
        if plan["store"]:
            backup = Path(plan["backup"])
            if (work / TOUCHED).exists():
                put_store_back(backup, Path(plan["store"]))
                (work / TOUCHED).unlink()
            backup.unlink(missing_ok=True)
    shutil.rmtree(work)


def put_back(old: Path, place: Path, *, was_there: bool) -> None:
    """Put *old* back to *place*, or take away what is new there."""
    if os.path.lexists(old) or not was_there:
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
    if os.path.lexists(old):
        os.replace(old, place)  # noqa: PTH105


def put_store_back(backup: Path, store: Path) -> None:
    """Let the file *store* be as in *backup*."""
    copy = store.with_name(store.name + ".going-back")
    shutil.copyfile(backup, copy)
    copy.chmod(0o600)
    for ending in BESIDE:
        store.with_name(store.name + ending).unlink(missing_ok=True)
    os.replace(copy, store)  # noqa: PTH105


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    settle(here)
    os.execv(sys.executable, [sys.executable, str(here / "start.py"), *sys.argv[1:]])
