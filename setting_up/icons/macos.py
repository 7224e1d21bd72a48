"""Starters for macOS: files that Terminal runs at a double click."""

import shlex
from pathlib import Path

from setting_up.icons.starters import STARTERS, Starter, command_of
from setting_up.layout import ROOT


def add() -> list[Path]:
    """Make the starters and return their files."""
    made = []
    for starter in STARTERS:
        for file in _places(starter):
            file.parent.mkdir(exist_ok=True)
            file.write_text(script_of(starter), encoding="utf-8")
            file.chmod(0o755)
            made.append(file)
    return made


def find(root: Path = ROOT) -> list[Path]:
    """Return the starters of the program in *root*."""
    return [
        file
        for starter in STARTERS
        for file in _places(starter)
        if file.is_file()
        and shlex.join(command_of(starter, root)[1:]) in file.read_text("utf-8", "replace")
    ]


def remove(root: Path = ROOT) -> list[Path]:
    """Remove the starters of the program in *root*, and no others; return what they were."""
    removed = find(root)
    for file in removed:
        file.unlink()
    return removed


def script_of(starter: Starter, root: Path = ROOT) -> str:
    """Return what the file of *starter* says."""
    command = shlex.join(command_of(starter, root))
    return f"#!/bin/sh\n# {starter.comment}. Made by start.py.\nexec {command}\n"


def _places(starter: Starter) -> list[Path]:
    """Return the files of *starter*: among the person's programs and on the desktop."""
    folders = (Path.home() / "Applications", Path.home() / "Desktop")
    return [folder / f"{starter.name}.command" for folder in folders]
