"""Makes ``.venv``: Python, the parts that a lock names, and a way to the program."""

import contextlib
import os
import shlex
import shutil
import signal
import sys
import time
import venv
from collections.abc import Iterator
from pathlib import Path

from setting_up import note
from setting_up.layout import (
    ASKED_FOR,
    ENVIRONMENT,
    LOCK,
    NOTE,
    PROGRAM,
    PROGRAM_PARTS,
    PYTHON,
    ROOT,
    VENDOR,
    WINDOWS,
    path_file,
    site_packages,
)
from setting_up.pango import provide_pango
from setting_up.steps import Step, run
from setting_up.words import SetUpError, explain_pip, say


def set_up(lock: Path) -> None:
    """Put into ``.venv`` what *lock* names, and what was asked for before.

    Raises:
        SetUpError: It cannot be done; the message says why and what to do.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C
    with only_one():
        if note.is_ready(lock):
            return  # another start.py was here first
        pip = vendored_pip()
        say("Setting up posterior-chain. This happens once and needs the internet.")
        has_program_parts = note.holds(PROGRAM_PARTS)
        locks = sorted({lock, *note.extras()} - {PROGRAM_PARTS}) or [PROGRAM_PARTS]
        missing = [one for one in locks if not note.holds(one)]
        note.ask_for(*locks)
        NOTE.unlink(missing_ok=True)
        if not has_program_parts:
            make_environment()
        for one in missing:
            install_parts(pip, one)
        connect_program()
        note.write(*locks)
        if not has_program_parts:
            provide_pango()


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Let one set-up at a time work in ``.venv``; a second one waits for the first."""
    ENVIRONMENT.mkdir(exist_ok=True)
    with LOCK.open("a") as lock:
        if not WINDOWS:  # programs that we start hold the lock too, should we be killed
            os.set_inheritable(lock.fileno(), True)
        if not take(lock.fileno()):
            with Step("Waiting for another start.py that is setting up"):
                while not take(lock.fileno()):
                    time.sleep(0.1)
        yield


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


def make_environment() -> None:
    """Empty ``.venv`` and put Python there, without pip: Debian's python3 cannot add it."""
    if ENVIRONMENT.is_symlink():
        raise SetUpError(
            f"{ENVIRONMENT.name} is a link to another folder, which would be emptied. "
            "Please remove the link and start again."
        )
    for entry in ENVIRONMENT.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry not in (LOCK, ASKED_FOR):
            entry.unlink()
    venv.create(ENVIRONMENT, with_pip=False, symlinks=not WINDOWS)


def install_parts(pip: Path, lock: Path) -> None:
    """Install with *pip* what *lock* names: those versions with those hashes, and nothing else.

    Settings of the person for pip (a proxy, a certificate) count, but not where to install.

    Raises:
        SetUpError: pip did not manage.
    """
    command = [str(PYTHON), "-I", str(pip / "pip"), "install"]
    command += ["--require-hashes", "--no-deps", "--requirement", str(lock)]
    command += ["--no-input", "--no-color", "--progress-bar=off", "--no-warn-script-location"]
    outcome = run(
        "Fetching and installing its parts",
        command,
        PIP_CONSTRAINT="",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_PREFIX="",
        PIP_ROOT="",
        PIP_TARGET="",
        PIP_USER="0",
    )
    if not outcome.ok:
        raise SetUpError(explain_pip(outcome.output))


def vendored_pip() -> Path:
    """Return the pip that came with the program.

    Raises:
        SetUpError: It is not the file that ``vendor/pip.sha256`` vouches for.
    """
    expected, name = (VENDOR / "pip.sha256").read_text(encoding="ascii").split()
    wheel = VENDOR / name
    if not wheel.is_file() or note.sha256(wheel) != expected:
        raise SetUpError(
            f"The file vendor/{name} is missing or damaged, so nothing was installed. "
            "Please fetch posterior-chain again."
        )
    return wheel


def connect_program() -> None:
    """Let Python in ``.venv`` import the program from where it is, and give it a command."""
    way = os.path.relpath(ROOT, site_packages())  # plain ASCII, whatever the folder is called
    path_file().write_text(f"{way}\n", encoding="ascii")
    if WINDOWS:
        PROGRAM.write_text('@"%~dp0python.exe" -P -m assessment %*\n', encoding="ascii")
        return
    start = f'exec {shlex.quote(str(PYTHON))} -P -m assessment "$@"'
    PROGRAM.write_bytes(os.fsencode(f"#!/bin/sh\n{start}\n"))
    PROGRAM.chmod(0o755)
