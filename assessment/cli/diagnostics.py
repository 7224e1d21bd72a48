"""This computer and this gym: ``settings`` and ``doctor``.

``doctor`` must run where a library is broken: what needs one is imported where it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from assessment.cli.streams.exits import FAILED, fail, refuse
from assessment.doctor.checks import examine
from assessment.files.folders import is_there, log_folder, settings_path
from assessment.files.full_disk import reason
from assessment.settings.editing import write_example
from assessment.settings.model import SETTINGS
from assessment.settings.reading import SettingsFile, read_settings


@click.command()
@click.option("--init", is_flag=True, help="Write a file to start from, if there is none yet.")
@click.option("--edit", is_flag=True, help="Change them on a screen.")
def settings(init: bool, edit: bool) -> None:
    """Show the gym's settings, what of them is used, and how its records are kept.

    The settings are one file: what stands on the paper, the kit of the gym, when answers are
    hidden, and how long records are kept. What is wrong is named with its line, and exit
    status 2.
    """
    from assessment.doctor.gym_checks import store_findings

    path = settings_path()
    try:
        if init and not write_example(path):
            refuse(str(path), ("is there already; nothing was written",))
    except OSError as error:
        fail(f"{path}: cannot be written: {reason(error)}")
    if edit:
        _edit(path)
    found = read_settings(path)
    click.echo(f"{path}{'' if is_there(path) else ' (not there)'}")
    for line in _lines(found):
        click.echo(f"  {line}")
    for finding in store_findings():
        click.echo(f"{finding.name:10} {finding.words}")
    if found.every_fault:
        refuse("settings", tuple(map(str, found.every_fault)))


def _edit(path: Path) -> NoReturn:
    """Show the settings screen, and end with its status."""
    from assessment.ui.settings.settings_app import run_settings

    sys.exit(run_settings(path, log_folder()))


def _lines(found: SettingsFile) -> Iterator[str]:
    """Yield each setting as it is used."""
    for setting in SETTINGS:
        value = found.values.get(setting.dotted_key)
        used = None if setting.fault_in(value, found.path.parent) else value
        yield f"{setting.dotted_key:21} {setting.say(used)}"


@click.command()
def doctor() -> None:
    """Check this computer: each line says fine, or what to do."""
    fine = True
    for finding in examine():
        click.echo(str(finding))
        fine = fine and finding.fine
    if not fine:
        sys.exit(FAILED)
