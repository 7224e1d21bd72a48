"""This computer and this gym: ``settings`` and ``doctor``."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from assessment.cli.leaving import FAILED, refuse


@click.command()
@click.option("--init", is_flag=True, help="Write a file to start from, if there is none yet.")
def settings(init: bool) -> None:
    """Show where the gym's settings are and what of them is used.

    They are one file: gym name, address, logo, colour of headings, paper size, ink, and what a
    client sheet is printed without. What is wrong is named, with exit status 2.
    """
    from assessment.records.folders import settings_path
    from assessment.records.settings import read_settings, write_example
    from reports.letterhead import paper_of

    path = settings_path()
    if init and not write_example(path):
        refuse(str(path), ("is there already; nothing was written",))
    found = read_settings(path)
    paper, unmet = paper_of(found.report, path.parent)
    click.echo(f"{path}{'' if path.exists() else ' (not there)'}")
    for name, value in asdict(paper).items():
        shown = ", ".join(sorted(value)) if isinstance(value, frozenset) else value
        click.echo(f"  {name:8} {'a picture' if name == 'logo' and value else shown or '-'}")
    if found.faults or unmet:
        refuse("settings", (*found.faults, *unmet))


@click.command()
def doctor() -> None:
    """Check this computer: each line says fine, or what to do."""
    from assessment.doctor import examine

    findings = list(examine())
    for finding in findings:
        click.echo(str(finding))
    if not all(finding.fine for finding in findings):
        sys.exit(FAILED)
