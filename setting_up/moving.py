"""Follows the folder when a person has moved it: nothing is fetched again."""

import os
from pathlib import Path

from setting_up import icons, note
from setting_up.environment import connect_program, only_one
from setting_up.layout import PROGRAM_PARTS, PYTHON, ROOT


def follow_the_folder() -> None:
    """Bring up to date all that names the folder where the program was."""
    with only_one():
        before = note.folder()
        connect_program()
        if before:
            mend_scripts(Path(before), ROOT)
            mend_starters(Path(before))
        note.write(PROGRAM_PARTS, *note.extras())


def mend_scripts(before: Path, now: Path) -> None:
    """Let the commands of parts, such as ``pytest``, find Python in *now* in place of *before*."""
    old, new = (os.fsencode(folder) for folder in (before, now))
    for script in PYTHON.parent.iterdir():
        if script.is_symlink() or not script.is_file():
            continue
        content = script.read_bytes()
        if content.startswith(b"#!") and old in content:
            script.write_bytes(content.replace(old, new))


def mend_starters(before: Path) -> None:
    """Let starters of the program in *before* start it here, if it is there no longer."""
    if not (before / "start.py").exists() and icons.find(before):
        icons.add()
