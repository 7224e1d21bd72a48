"""The commands of ``start.py``."""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from setting_up import note
from setting_up.layout import (
    LAUNCH,
    MISLEADING,
    PROGRAM_PARTS,
    PYTHON,
    ROOT,
    SERVER_PARTS,
    START,
    TEST_PARTS,
    WINDOWS,
    site_packages,
)
from setting_up.updates.rescue import settle
from setting_up.words import SetUpError, explain_system_error, say

HELP = f"""\
Set up posterior-chain and start it.

  {START}                  start the quiz; the first time, set up before
  {START} run ARGUMENTS    the same, and give ARGUMENTS to posterior-chain
  {START} setup            only set up
  {START} setup --server   the same, to speak to a PostgreSQL server as well
  {START} setup --tests    the same, with what the tests need
  {START} setup --icon     the same, with icons for quiz and desk
      --remove-icon                take the icons away again
  {START} bundle FOLDER    write all that a computer without internet needs
      --for SYSTEM --python 3.12   for another kind of computer
      --server                     with what speaks to a server
  {START} update NEWER     take a newer copy, a folder or a ZIP file; keep all records
      --into FOLDER                in the place of the copy in FOLDER
  {START} uninstall        remove what was set up; ask first, but with --yes
  {START} test [OPTIONS]   set up and run the tests; OPTIONS go to pytest
  {START} --help           show this

The first time needs the internet, but not in a bundle. Everything goes into
the folder .venv beside start.py. docs/install.md says more."""  # noqa: S608  # no SQL

FOR_TWO_CORES = ["-n", "3", "--dist", "worksteal"]
"""One more than the cores: many tests wait for another process."""
DONE = {"bundle": "bundled", "update": "updated", "uninstall": "removed"}
"""What cannot be done when a command fails; all others set up."""
DONE_HALF = {"bundle": "The bundle", "update": "The update", "uninstall": "The removal"}
STARTED_BY_ICON: dict[str, list[str]] = {"quiz": [], "desk": ["desk"]}
ENDINGS = [signal.SIGTERM] if WINDOWS else [signal.SIGTERM, signal.SIGHUP]
"""Somebody ends us, the window is closed."""
STOPPED = "Stopped. {what} was not finished; type the same again, and it begins anew."


NO_NAME = "No name of a folder or file stands there."
NO_FOLDER_HERE = (
    "The folder that you are in is not there any more. Go to another one (cd), or type whole paths."
)
NO_PATH = "'{start}' cannot be looked at: {why}."
MOST_SHOWN = 60
"""Characters of a path that are repeated."""


class UsageError(Exception):
    """What was typed is no command; the message can be shown as is."""


class Options(argparse.ArgumentParser):
    """The options of one command. What it cannot read raises ``UsageError``."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False, prog="start.py")

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed."""
        raise UsageError(message)


def given_path(text: str) -> Path:
    """Return the path *text* as a person typed it.

    Raises:
        SetUpError: It can be none.
    """
    if not text:
        raise SetUpError(NO_NAME)
    path = Path(os.path.expanduser(text))  # noqa: PTH111  # ~nobody is a name like another
    try:
        path.absolute()
    except OSError:
        raise SetUpError(NO_FOLDER_HERE) from None
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return path  # whether that is a fault, only the command knows
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", "") or error
        raise SetUpError(NO_PATH.format(start=ascii(text)[1:-1][:MOST_SHOWN], why=why)) from None
    return path


def main(arguments: list[str]) -> int:
    """Do what *arguments* ask and return the exit status."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("run", [])
    if name in {"-h", "--help", "help"}:
        print(HELP)
        return 0
    for ending in ENDINGS:
        if signal.getsignal(ending) is signal.SIG_DFL:  # nohup wants to outlive the window
            signal.signal(ending, signal.default_int_handler)  # each ends like Ctrl-C
    try:
        settle(ROOT)
        if name not in COMMANDS:
            raise UsageError("there is no such command")
        return COMMANDS[name](rest)
    except UsageError as error:
        say(f"start.py does not know: {' '.join(arguments)}\n({error})\n\n{HELP}")
        return 2
    except (SetUpError, OSError) as error:
        say(explain(error, DONE.get(name, "set up")))
        return 1
    except KeyboardInterrupt:
        say(STOPPED.format(what=DONE_HALF.get(name, "The set-up")))
        return 130


def explain(error: SetUpError | OSError, done: str = "set up") -> str:
    """Return the sentence about *error*, which kept something from being *done*."""
    return explain_system_error(error, done) if isinstance(error, OSError) else str(error)


def run_program(arguments: list[str]) -> int:
    """Start posterior-chain with *arguments*."""
    make_ready(PROGRAM_PARTS)
    return hand_over([str(LAUNCH), *arguments])


def run_tests(options: list[str]) -> int:
    """Run the tests as the pytest *options* say, or all of them on two cores."""
    make_ready(TEST_PARTS)
    os.chdir(ROOT)
    return hand_over(["-m", "pytest", *(options or FOR_TWO_CORES)])


def only_set_up(arguments: list[str]) -> int:
    """Set up; where all is there, look for Pango once more."""
    options = Options()
    options.add_argument("--server", action="append_const", dest="locks", const=SERVER_PARTS)
    options.add_argument("--tests", action="append_const", dest="locks", const=TEST_PARTS)
    options.add_argument("--icon", action="store_true")
    options.add_argument("--remove-icon", action="store_true")
    asked = options.parse_args(arguments)
    if asked.icon and asked.remove_icon:
        raise UsageError("--icon and --remove-icon at once")
    if asked.remove_icon:
        return remove_icons()
    made = [make_ready(lock) for lock in asked.locks or [PROGRAM_PARTS]]
    if not any(made):
        from setting_up.pango import provide_pango

        provide_pango()
    say(f"posterior-chain is set up. Start it with: {START}")
    if asked.icon:
        from setting_up import icons

        say("\n".join(("There are icons for the quiz and the desk now:", *lines_of(icons.add()))))
    return 0


def remove_icons() -> int:
    """Take the icons of this copy away."""
    from setting_up import icons

    removed = icons.remove()
    head = "The icons are gone:" if removed else "There are no icons of this copy here."
    say("\n".join((head, *lines_of(removed))))
    return 0


def lines_of(paths: list[Path]) -> list[str]:
    """Return a line for each of *paths*."""
    return [f"  {path}" for path in paths]


def bundle(arguments: list[str]) -> int:
    """Write a bundle for a computer without internet."""
    from setting_up.bundles.making import make_bundle
    from setting_up.bundles.targets import python_of, target_of, this_computer, this_python

    options = Options()
    options.add_argument("folder", type=given_path)
    options.add_argument("--for", dest="target", default=this_computer())
    options.add_argument("--python", default=this_python())
    options.add_argument("--server", action="store_true")
    asked = options.parse_args(arguments)
    target, python = target_of(asked.target), python_of(asked.python)
    show_bars()
    make_bundle(asked.folder, target, python, SERVER_PARTS if asked.server else PROGRAM_PARTS)
    say(f"The bundle for {target.name} with Python {python} is in {asked.folder}.")
    return 0


def open_window(arguments: list[str]) -> int:
    """Do what an icon is for: start the quiz or the desk, and keep a window that says why not."""
    options = Options()
    options.add_argument("what", choices=STARTED_BY_ICON)
    what = options.parse_args(arguments).what
    try:
        make_ready(PROGRAM_PARTS)
        status = start_beside([str(LAUNCH), *STARTED_BY_ICON[what]])
    except (SetUpError, OSError) as error:
        say(explain(error))
        status = 1
    if status and sys.stdin.isatty():
        say("Press Enter to close this window.")
        sys.stdin.readline()
    return status


def update(arguments: list[str]) -> int:
    """Take a newer copy in the place of this one, or of another."""
    from setting_up.updates import updating

    options = Options()
    options.add_argument("source", type=given_path, nargs="?")
    options.add_argument("--into", type=given_path)
    asked = options.parse_args(arguments)
    if asked.source is None and asked.into is None:
        raise UsageError("the folder or the ZIP file with the newer copy is missing")
    show_bars()
    done = updating.update(asked.source or ROOT, asked.into or ROOT)
    say(done.summary())
    return 0


def remove(arguments: list[str]) -> int:
    """Remove what was set up."""
    from setting_up.removing import uninstall

    options = Options()
    options.add_argument("--yes", action="store_true")
    return 0 if uninstall(sure=options.parse_args(arguments).yes) else 1


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run_program,
    "setup": only_set_up,
    "bundle": bundle,
    "open": open_window,
    "update": update,
    "uninstall": remove,
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


def show_bars() -> None:
    """Show progress with rich's bars where rich is there, after a set-up."""
    from setting_up.steps import use_rich

    if note.holds(PROGRAM_PARTS):
        use_rich(site_packages())


def hand_over(arguments: list[str]) -> int:
    """Become Python in ``.venv`` with *arguments*; Windows cannot, so start it there and wait.

    ``-P``: a folder called ``reports`` where the person happens to stand is not ours.
    """
    if WINDOWS:
        return start_beside(arguments)
    command = program_command(arguments)
    return os.execv(command[0], command)


def start_beside(arguments: list[str]) -> int:
    """Start Python in ``.venv`` with *arguments* and return its exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program
    return subprocess.call(program_command(arguments))


def program_command(arguments: list[str]) -> list[str]:
    """Return how Python in ``.venv`` is started with *arguments*, led to no foreign code."""
    for name in MISLEADING:
        os.environ.pop(name, None)
    return [str(PYTHON), "-P", *arguments]
