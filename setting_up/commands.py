"""The commands of ``start.py``."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from setting_up import note
from setting_up.layout import (
    FOREIGN_CODE,
    LAUNCH,
    PROGRAM_PARTS,
    PYTHON,
    ROOT,
    SERVER_PARTS,
    START,
    TEST_PARTS,
    WINDOWS,
)
from setting_up.words import SetUpError, explain_system_error, say

HELP = f"""\
Set up posterior-chain and start it.

  {START}                  start the quiz; the first time, set up before
  {START} run ARGUMENTS    the same, and give ARGUMENTS to posterior-chain
  {START} setup            only set up
  {START} setup --server   the same, to speak to a PostgreSQL server as well
  {START} setup --tests    the same, with what the tests need
  {START} test [OPTIONS]   set up and run the tests; OPTIONS go to pytest
  {START} --help           show this

The first time needs the internet. Everything goes into the folder .venv
beside start.py; to undo it, delete that folder."""

ON_TWO_CORES = ["-n", "2", "--dist", "worksteal"]
STOPPED = f"The set-up was stopped half-way. Run {START} again, and it begins anew."


def main(arguments: list[str]) -> int:
    """Do what *arguments* ask and return the exit status."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("run", [])
    if name in {"-h", "--help", "help"}:
        print(HELP)
        return 0
    if name not in COMMANDS:
        return refuse(arguments)
    try:
        return COMMANDS[name](rest)
    except (SetUpError, OSError) as error:
        say(explain_system_error(error) if isinstance(error, OSError) else str(error))
        return 1
    except KeyboardInterrupt:
        say(STOPPED)
        return 130


def run_program(arguments: list[str]) -> int:
    """Start posterior-chain with *arguments*."""
    make_ready(PROGRAM_PARTS)
    return hand_over([str(LAUNCH), *arguments])


def run_tests(options: list[str]) -> int:
    """Run the tests as the pytest *options* say, or all of them on two cores."""
    make_ready(TEST_PARTS)
    os.chdir(ROOT)
    return hand_over(["-m", "pytest", *(options or ON_TWO_CORES)])


def only_set_up(options: list[str]) -> int:
    """Set up; where all is there, look for Pango once more."""
    if not OPTIONS.keys() >= set(options):
        return refuse(["setup", *options])
    locks = [OPTIONS[option] for option in options] or [PROGRAM_PARTS]
    made = [make_ready(lock) for lock in locks]
    if not any(made):
        from setting_up.pango import provide_pango

        provide_pango()
    say(f"posterior-chain is set up. Start it with: {START}")
    return 0


OPTIONS = {"--server": SERVER_PARTS, "--tests": TEST_PARTS}
"""What ``setup`` brings beside the program."""
COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run_program,
    "setup": only_set_up,
    "test": run_tests,
}


def make_ready(lock: Path) -> bool:
    """Set up what *lock* names if need be; return whether there was need."""
    if note.is_ready(lock):
        if note.folder() != str(ROOT):
            from setting_up.moving import follow_the_folder

            with contextlib.suppress(OSError):  # where nothing can be written, it still starts
                follow_the_folder()
        return False
    from setting_up.environment import set_up  # slow to import, and rarely wanted

    set_up(lock)
    return True


def hand_over(arguments: list[str]) -> int:
    """Become Python in ``.venv`` with *arguments*; Windows cannot, so start it there and wait.

    ``-P``: a folder called ``reports`` where the person happens to stand is not ours.
    """
    command = [str(PYTHON), "-P", *arguments]
    for name in FOREIGN_CODE:
        os.environ.pop(name, None)
    if not WINDOWS:
        os.execv(command[0], command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program
    return subprocess.call(command)


def refuse(arguments: list[str]) -> int:
    """Say that *arguments* are no command."""
    say(f"start.py does not know: {' '.join(arguments)}\n\n{HELP}")
    return 2
