"""Makes ``.venv``: Python, the parts that a lock names, and a way to the program."""

import contextlib
import errno
import os
import shutil
import subprocess
import time
import venv
from collections.abc import Iterator
from pathlib import Path

from setting_up import note
from setting_up.bundles.contents import check_files, check_fits, contents
from setting_up.layout import (
    ASKED_FOR,
    BUNDLED,
    ENVIRONMENT,
    LOCK,
    NOTE,
    PROGRAM,
    PROGRAM_PARTS,
    PYTHON,
    ROOT,
    SCRIPTS,
    START,
    WINDOWS,
    path_file,
    site_packages,
)
from setting_up.pango import provide_pango
from setting_up.pip import counted, heeded_settings, pip_command, pip_environment, vendored_pip
from setting_up.steps import Step, run
from setting_up.updates.rescue import take
from setting_up.words import SetUpError, explain_pip, last_lines, say

NO_LINKS = (
    "This disk knows no links, as most USB sticks do not, so nothing can be set up on it. "
    f"Please copy the folder to the computer's own disk and run {START} there."
)
NOT_BUNDLED = (
    "Not all parts that {lock} names came along in this copy of posterior-chain. A bundle is for "
    "the program alone, or with --server to speak to a server too. Please make it anew."
)
NOT_THERE = (
    "The parts were fetched, but not all are where they belong, so posterior-chain is not set up:\n"
    f"{{faults}}\nPlease run {START} again."
)


def set_up(lock: Path) -> None:
    """Put into ``.venv`` what *lock* names, and what was asked for before.

    Raises:
        SetUpError: It cannot be done; the message says why and what to do.
    """
    with only_one():
        if note.is_ready(lock):
            return  # another start.py was here first
        wheel = vendored_pip()
        bundle = contents()
        if bundle:
            check_fits(bundle)
            check_files(ROOT, bundle)
        needs = "no internet" if bundle else "the internet"
        say(f"Setting up posterior-chain. This happens once and needs {needs}.")
        has_program_parts = note.holds(PROGRAM_PARTS)
        locks = sorted({lock, *note.extras()} - {PROGRAM_PARTS}) or [PROGRAM_PARTS]
        missing = [one for one in locks if not note.holds(one)]
        note.ask_for(*locks)
        NOTE.unlink(missing_ok=True)
        if not has_program_parts:
            make_environment()
        for one in missing:
            install_parts(wheel, one)
        connect_program()
        for one in locks:
            check_parts(wheel, one)
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


def make_environment() -> None:
    """Empty ``.venv`` and put Python there, without pip: Debian's python3 cannot add it."""
    if ENVIRONMENT.is_symlink():
        raise SetUpError(
            f"{ENVIRONMENT.name} is a link to another folder, which would be emptied. "
            "Please remove the link and start again."
        )
    check_links()
    for entry in ENVIRONMENT.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry not in (LOCK, ASKED_FOR):
            entry.unlink()
    builder = venv.EnvBuilder(symlinks=not WINDOWS)
    # By a relative name: venv refuses a folder with ":" in its name, since that cannot be put on
    # PATH, and writes its name into scripts for shells. Neither is wanted here.
    with contextlib.chdir(ROOT):
        context = builder.ensure_directories(ENVIRONMENT.name)
        builder.create_configuration(context)
        builder.setup_python(context)


def check_links() -> None:
    """See that the disk knows links, which Python's folder is made of; Windows needs none.

    Raises:
        SetUpError: It does not.
    """
    if WINDOWS:
        return
    link = ENVIRONMENT / "link"
    try:
        link.symlink_to("nowhere")
    except OSError as error:
        if error.errno in {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}:
            raise SetUpError(NO_LINKS) from None
        raise
    link.unlink()


def install_parts(wheel: Path, lock: Path) -> None:
    """Install with pip what *lock* names: those versions with those hashes, and nothing else.

    Raises:
        SetUpError: pip did not manage.
    """
    command = [
        *pip_command(PYTHON, wheel, "install"),
        *("--require-hashes", "--no-deps", "--no-warn-script-location"),
        *("--requirement", str(lock)),
    ]
    if BUNDLED.is_dir():
        command += ["--no-index", "--no-cache-dir", "--find-links", str(BUNDLED)]
        settings = {}
    else:
        settings = heeded_settings(PYTHON, wheel, "install")
    outcome = run(
        "Fetching and installing its parts",
        command,
        pip_environment(settings),
        counted(note.count_parts(lock)),
    )
    if not outcome.ok and BUNDLED.is_dir() and "No matching distribution" in outcome.output:
        raise SetUpError(NOT_BUNDLED.format(lock=lock.name))
    if not outcome.ok:
        raise SetUpError(explain_pip(outcome.output))


def check_parts(wheel: Path, lock: Path) -> None:
    """Import what *lock* names, and the program.

    Raises:
        SetUpError: Something is not where Python in ``.venv`` looks for it, or is broken.
    """
    with Step("Looking whether all is there") as step:
        script = str(SCRIPTS / "check_parts.py")
        done = subprocess.run(
            [str(PYTHON), "-I", script, str(wheel), str(lock)],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
        step.ok = done.returncode == 0
    if not step.ok:
        raise SetUpError(NOT_THERE.format(faults=last_lines(done.stdout + done.stderr)))


def connect_program() -> None:
    """Let Python in ``.venv`` import the program from where it is, and give it a command.

    Both name no folder, so that all of it can be moved.
    """
    way = os.path.relpath(ROOT, site_packages())  # plain ASCII, whatever the folder is called
    path_file().write_text(f"{way}\n", encoding="ascii")
    if WINDOWS:
        PROGRAM.write_text(BATCH_FILE.replace("\n", "\r\n"), encoding="ascii", newline="")
        return
    PROGRAM.write_text(SHELL_SCRIPT, encoding="ascii")
    PROGRAM.chmod(0o755)


SHELL_SCRIPT = """\
#!/bin/sh
# Start posterior-chain. Made by start.py.
unset PYTHONPATH PYTHONHOME PYTHONPLATLIBDIR PYTHONINSPECT PYTHONOPTIMIZE PYTHONWARNINGS
case $0 in */*) me=$0 ;; *) me=./$0 ;; esac
while [ -L "$me" ]; do
	target=$(readlink -- "$me")
	case $target in /*) me=$target ;; *) me=${me%/*}/$target ;; esac
done
bin=${me%/*}
if ! [ -x "$bin/python" ]; then
	echo "posterior-chain is no longer set up: the Python that it ran with is gone." >&2
	echo "Please run python3 start.py in its folder again, which sets it up anew." >&2
	exit 1
fi
exec "$bin/python" -P "$bin/../../setting_up/scripts/launch.py" "$@"
"""
BATCH_FILE = """\
@echo off
setlocal
for %%v in (PATH HOME PLATLIBDIR INSPECT OPTIMIZE WARNINGS) do set PYTHON%%v=
if not exist "%~dp0python.exe" (
  echo posterior-chain is no longer set up. Please run py start.py in its folder again. 1>&2
  exit /b 1
)
"%~dp0python.exe" -P "%~dp0..\\..\\setting_up\\scripts\\launch.py" %*
"""
