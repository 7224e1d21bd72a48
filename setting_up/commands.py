"""The commands of ``start.py``."""

import argparse
import contextlib
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

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
    site_packages,
)
from setting_up.words import SetUpError, explain_system_error, say

HELP = f"""\
Set up posterior-chain and start it.

  {START}                  start the quiz; the first time, set up before
  {START} run ARGUMENTS    the same, and give ARGUMENTS to posterior-chain
  {START} setup            only set up
  {START} setup --server   the same, to speak to a PostgreSQL server as well
  {START} setup --tests    the same, with what the tests need
  {START} bundle FOLDER    write all that a computer without internet needs
      --for SYSTEM --python 3.12   for another kind of computer
      --server                     with what speaks to a server
  {START} test [OPTIONS]   set up and run the tests; OPTIONS go to pytest
  {START} --help           show this

The first time needs the internet, but not in a bundle. Everything goes into
the folder .venv beside start.py. docs/install.md says more."""

ON_TWO_CORES = ["-n", "2", "--dist", "worksteal"]
STOPPED = "Stopped. {what} was not finished; type the same again, and it begins anew."


class UsageError(Exception):
    """What was typed is no command; the message can be shown as is."""


class Options(argparse.ArgumentParser):
    """The options of one command. What it cannot read raises ``UsageError``."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False, prog="start.py")

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed."""
        raise UsageError(message)


def main(arguments: list[str]) -> int:
    """Do what *arguments* ask and return the exit status."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("run", [])
    if name in {"-h", "--help", "help"}:
        print(HELP)
        return 0
    try:
        if name not in COMMANDS:
            raise UsageError("there is no such command")
        return COMMANDS[name](rest)
    except UsageError as error:
        say(f"start.py does not know: {' '.join(arguments)}\n({error})\n\n{HELP}")
        return 2
    except (SetUpError, OSError) as error:
        say(explain_system_error(error) if isinstance(error, OSError) else str(error))
        return 1
    except KeyboardInterrupt:
        say(STOPPED.format(what="The set-up" if name in SETS_UP else name.capitalize()))
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


def only_set_up(arguments: list[str]) -> int:
    """Set up; where all is there, look for Pango once more."""
    options = Options()
    options.add_argument("--server", action="append_const", dest="locks", const=SERVER_PARTS)
    options.add_argument("--tests", action="append_const", dest="locks", const=TEST_PARTS)
    asked = options.parse_args(arguments)
    made = [make_ready(lock) for lock in asked.locks or [PROGRAM_PARTS]]
    if not any(made):
        from setting_up.pango import provide_pango

        provide_pango()
    say(f"posterior-chain is set up. Start it with: {START}")
    return 0


def bundle(arguments: list[str]) -> int:
    """Write a bundle for a computer without internet."""
    from setting_up.bundles.making import make_bundle
    from setting_up.bundles.targets import python_of, target_of, this_computer, this_python

    options = Options()
    options.add_argument("folder", type=Path)
    options.add_argument("--for", dest="target", default=this_computer())
    options.add_argument("--python", default=this_python())
    options.add_argument("--server", action="store_true")
    asked = options.parse_args(arguments)
    target, python = target_of(asked.target), python_of(asked.python)
    show_bars()
    make_bundle(asked.folder, target, python, SERVER_PARTS if asked.server else PROGRAM_PARTS)
    say(f"The bundle for {target.name} with Python {python} is in {asked.folder}.")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run_program,
    "setup": only_set_up,
    "bundle": bundle,
    "test": run_tests,
}
SETS_UP = {"run", "setup", "test"}


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


def show_bars() -> None:
    """Show progress with rich's bars where rich is there, after a set-up."""
    from setting_up.steps import use_rich

    if note.holds(PROGRAM_PARTS):
        use_rich(site_packages())


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
