"""``records bundle``, ``merge`` and ``backup``: all records in one file, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.given_path import GivenPath
from assessment.cli.records import words
from assessment.cli.records.open_desk import ask, check_free, folder, open_here, say, told
from assessment.cli.records.sync import arrived
from assessment.cli.streams.exits import FAILED, fail
from assessment.cli.streams.progress import progress, working
from assessment.files.full_disk import reason

if TYPE_CHECKING:
    from assessment.records.sync.bundle_checks import Preview

LOOKING = "Looking at it ..."
TARGET = click.argument("file", type=GivenPath())
REPLACE = click.option("--replace", is_flag=True, help="Replace a file that is there.")


@click.command()
@TARGET
@REPLACE
def bundle(file: Path, replace: bool) -> None:
    """Write all records to FILE, for the USB stick; merge takes them in elsewhere."""
    _write(file, "bundled", replace=replace)


@click.command()
@TARGET
@click.option("--yes", is_flag=True, help="Merge without asking.")
def merge(file: Path, yes: bool) -> None:
    """Show what is new in the bundle FILE, ask, and take it in. It may be done twice."""
    from assessment.records.store.repository import note
    from assessment.records.sync import bundle as bundles
    from assessment.records.sync.bundle_checks import preview

    with told():
        here = open_here()
        with working(LOOKING):
            found = preview(here, file)
        for line in lines_of(found):
            click.echo(line)
        if not yes and not click.confirm("Take it in?", err=True):
            click.echo("Nothing was changed.")
            return
        with progress("Merging") as shown:
            bundles.merge(here, file, shown.at)
        note(here, "merged", None, f"{found.new} records")
        arrived(here, keys=found.keys, erased=found.removed)
    click.echo("It is all here now.")


def lines_of(found: Preview) -> list[str]:
    """Return what merging would do, a line each; what it would not do is left out."""
    parts = (
        (found.new, "records are new here"),
        (found.known, "records are here already"),
        (found.resealed, "records come sealed for the gym's newer key"),
        (found.removed, "records will be taken away: they were erased elsewhere"),
        (found.barred, "records stay away: they were erased here"),
        (found.keys, "keys of the gym are new here"),
        (found.unsealed, "of the new ones are not sealed in this file"),
        (found.newer, "of the new ones were made by a newer program: kept, not shown"),
        (found.ahead, "of the new ones have a day still to come: a clock was wrong there"),
    )
    return [f"{number:6}  {what}" for number, what in parts if number or what == parts[0][1]]


@click.command()
@TARGET
@REPLACE
@click.option("--check", is_flag=True, help="Rehearse: open FILE, count, change nothing.")
def backup(file: Path, replace: bool, check: bool) -> None:
    """Write a backup of all records to FILE, or rehearse with one that is there.

    A backup is a bundle: `records merge FILE` brings it back, also into a new store.
    """
    if check:
        _rehearse(file)
        return
    _write(file, "backed up", replace=replace)
    say(f"Rehearse it now and then: posterior-chain records backup --check {file}")


def _write(file: Path, action: str, *, replace: bool) -> None:
    """Write the bundle, read it again, and say what is in it."""
    from assessment.records.sealing.public_key import read_gym_key
    from assessment.records.store.repository import note
    from assessment.records.sync import bundle as bundles

    check_free(file, replaces=replace)
    with told():
        if file.exists():
            bundles.check_replaceable(file)
        here = open_here()
        try:
            with progress("Writing") as shown:
                count = bundles.write_bundle(here, file, shown.at)
        except OSError as error:
            fail(f"{file}: cannot be written: {reason(error)}. The records are as they were.")
        with progress("Reading again") as shown:
            whole = sum(1 for _ in shown.over(bundles.values_of(file)))
        note(here, action, None, f"{count} records")
    if not read_gym_key(folder()).seals:
        say(words.UNSEALED_COPY)
    click.echo(f"{file}: {count} records, read again and whole ({whole} lines).")


def _rehearse(file: Path) -> None:
    """Open every record in *file* and say what was found; exit status 1 where one is broken."""
    from assessment.records.sealing.gym_keys import keys_among
    from assessment.records.sealing.payload import NO_KEYS
    from assessment.records.sync.bundle import keys_in
    from assessment.records.sync.bundle_checks import check

    with told():
        keys = keys_in(file)
        opened = keys_among(keys, ask("Passphrase")) if keys else NO_KEYS
        with progress("Opening") as shown:
            found = check(file, opened, shown.tell, shown.step)
    click.echo(f"{found.records} records of {found.clients} clients: {found.opened} opened.")
    if found.sealed:
        click.echo(f"{found.sealed} are sealed for another key, and were not opened.")
    if found.newer:
        click.echo(f"{found.newer} were made by a newer program, and were not opened.")
    if found.broken:
        click.echo(f"{found.broken} are broken. Make a new backup from the store.")
        sys.exit(FAILED)
    click.echo("The backup is whole. Nothing was changed.")
