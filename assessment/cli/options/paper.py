"""The options of commands that write paper, and the print options that they and the gym ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.given_path import GivenPath
from assessment.cli.streams.exits import refuse

if TYPE_CHECKING:
    from reports.output.print_options import PrintOptions

HTML = click.option("--html", is_flag=True, help="Write one HTML file instead of a PDF.")
OR_HTML = click.option(
    "--or-html",
    is_flag=True,
    help="Write HTML (OUT with .html) where this computer cannot make a PDF.",
)
SIZE = click.option(
    "--size",
    shell_complete=lambda *typed: _values("size", *typed),
    help="Paper: A4 or letter.  [default: as in the settings, else A4]",
)
INK = click.option(
    "--ink",
    shell_complete=lambda *typed: _values("ink", *typed),
    help="colour, grey or saver.  [default: as in the settings, else colour]",
)
SETTINGS = click.option(
    "--settings",
    type=GivenPath(),
    help="Settings file of the gym, in place of the usual one.",
)


def _values(key: str, _: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """Return what the setting *key* may be and *typed* begins, for a shell that completes it."""
    from typing import get_args

    from reports.output import print_options

    kind = {"size": print_options.Size, "ink": print_options.Ink}[key]
    return [value for value in get_args(kind) if value.startswith(typed)]


def gym_print_options(settings: Path | None, wishes: Mapping[str, str | None]) -> PrintOptions:
    """Return what the gym's settings and *wishes*, which go before them, ask for.

    What is wrong in the settings is told; what is wrong in *wishes* is refused.
    """
    from assessment.files.folders import settings_path
    from assessment.settings.model import REPORT
    from assessment.settings.reading import SettingsFile, read_settings

    path = settings or settings_path()
    if settings and not settings.is_file():
        why = "it is not a file" if settings.exists() else "there is no such file"
        refuse(str(settings), (why,))
    given = {f"{REPORT}.{key}": wish for key, wish in wishes.items() if wish is not None}
    _, wrong = SettingsFile(values=given).used(REPORT)
    if wrong:
        refuse("report", tuple(f"--{fault.key}: {fault.reason}" for fault in wrong))
    found = read_settings(path)
    used, unmet = replace(found, values={**found.values, **given}).used(REPORT)
    for fault in (*found.faults, *unmet):
        click.echo(fault, err=True)
    return used.print_options
