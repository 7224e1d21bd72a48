"""``records erase``, ``retention`` and ``audit``: what a client may ask for, and who did what."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from assessment.cli.options.day import PastDay
from assessment.cli.options.ids import CLIENT_ID, SHORT_ID
from assessment.cli.records import words
from assessment.cli.records.open_desk import NAME, folder, open_desk, open_here, say, told
from assessment.cli.streams.exits import refuse

if TYPE_CHECKING:
    from assessment.records.erasing import Erased, OldRecords

YES = click.option("--yes", is_flag=True, help="Erase without asking.")


@click.command()
@click.argument("client", type=CLIENT_ID)
@YES
def erase(client: str, yes: bool) -> None:
    """Erase the client called CLIENT (an id) everywhere on this computer.

    Records, drafts under the same name, reports that were made here, and what they leave in
    the files. It cannot be taken back. A push or a bundle erases the client elsewhere too; a
    copy that comes in later does not bring them back. Papers, backups and bundles that exist
    already are for you to take away.
    """
    from assessment.casebook.clients import name_of
    from assessment.casebook.erase_client import erase_everything
    from assessment.files.folders import draft_path, keying_path
    from assessment.records.store.repository import client_named, records_of

    with told():
        desk = open_desk()
        key = client_named(desk.store, client)
        count, name = len(records_of(desk.store, key)), name_of(desk, key)
        asked = f"Erase {name or words.NO_NAME} with {count} records for good?"
        if not yes and not click.confirm(asked, err=True):
            click.echo("Nothing was changed.")
            return
        erased = erase_everything(desk, key, (draft_path(), keying_path()))
    tell_erased(erased)


@click.command()
@click.option("--months", type=click.IntRange(1, 600), help="In place of the gym's settings.")
@click.option(
    "--today",
    "said",
    type=PastDay(),
    help="The day that it is, where nothing was made for over a year.",
)
@YES
def retention(months: int | None, said: date | None, yes: bool) -> None:
    """Erase what is older than the gym keeps records for; show how many first.

    The months stand in the settings: keep_months under [records]. Without them nothing is
    ever erased by itself, and neither is it with them: this command does it, or the desk.
    By a clock that may be wrong nothing is erased.
    """
    from assessment.files.folders import settings_path
    from assessment.records.erasing import erase_records, old_records
    from assessment.records.store.repository import note
    from assessment.settings.model import RECORDS
    from assessment.settings.reading import read_settings

    settings, faults = read_settings(settings_path()).used(RECORDS)
    kept = months or settings.keep_months
    if kept is None:
        refuse(
            NAME,
            (
                *map(str, faults),
                "no months are set: add keep_months under [records], or use --months",
            ),
        )
    with told():
        desk = open_desk()
        now = datetime.now(tz=UTC)
        found = old_records(desk.store, kept, now)
        old = found.old
        if fault := _clock_fault(found, now, said):
            refuse(NAME, (fault,))
        click.echo(f"{len(old)} records are older than {kept} months.")
        if found.doubtful:
            say(words.DOUBTFUL.format(count=len(found.doubtful)))
        if not old or not (yes or click.confirm("Erase them for good?", err=True)):
            click.echo("Nothing was changed.")
            return
        erased = erase_records(desk.store, folder(), old)
        note(desk.store, "erased", None, f"{erased.records} records older than {kept} months")
    tell_erased(erased)


def _clock_fault(found: OldRecords, now: datetime, said: date | None) -> str:
    """Return why nothing may be erased by this clock, empty where it may; *said* is the day."""
    from assessment.records.store.screening_day import is_believable, local_day

    today = local_day(now)
    if not is_believable(now) or (said and said != today):
        return words.WRONG_CLOCK.format(today=today)
    if found.pause and not said:
        before, after = found.pause
        return words.LONG_PAUSE.format(before=before, after=after, today=today)
    return ""


@click.command()
@click.option("--last", default=100, show_default=True, type=click.IntRange(1), help="How many.")
def audit(last: int) -> None:
    """Print who opened, copied, printed and erased what; no answer and no name is in it."""
    from assessment.records.store.repository import all_of
    from assessment.records.store.values import AuditEntry

    with told():
        entries = all_of(open_here(), AuditEntry)[-last:]
    for entry in entries:
        target = entry.target.hex[-SHORT_ID:] if entry.target else ""
        when = f"{entry.at.astimezone():%Y-%m-%d %H:%M}"
        parts = (
            when,
            f"{entry.who:12}",
            f"{entry.action:10}",
            f"{target:{SHORT_ID}}",
            entry.detail,
        )
        click.echo("  ".join(parts).rstrip())


def tell_erased(erased: Erased) -> None:
    """Say what was taken away, and what a person has to see to."""
    for path in erased.left:
        say(f"{path} may still hold answers of a client; delete it by hand.")
    click.echo(f"{erased.records} records are erased, with drafts and papers of theirs made here.")
