"""``records push`` and ``records pull``: meet a server, or the file of another computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assessment.cli.records import words
from assessment.cli.records.open_desk import folder, open_here, say, told
from assessment.cli.streams.progress import progress

if TYPE_CHECKING:
    from assessment.records.store.opening import Use
    from assessment.records.store.transactions import Store
    from assessment.records.sync.syncing import Brought

ADDRESS = click.argument("address", metavar="URL")


@click.command()
@ADDRESS
def push(address: str) -> None:
    """Bring to the store at URL what it has not.

    URL is postgresql+psycopg://NAME@SERVER/DATABASE or sqlite:///FILE. Keep the password in
    the file .pgpass or in PGPASSWORD, not in the URL. What is erased here is erased there.
    Cut off anywhere, it goes on where it stopped.
    """
    from assessment.records.sealing.public_key import read_gym_key
    from assessment.records.store.opening import Use
    from assessment.records.store.repository import note
    from assessment.records.sync.syncing import bring

    with told():
        here, there = open_here(), _there(address, Use.TARGET)
        if not read_gym_key(folder()).seals:
            say(words.UNSEALED_SERVER)
        with progress("Pushing") as shown:
            brought = bring(here, there, shown.at)
        note(here, "pushed", None, f"{brought.records} records")
    click.echo(summary(brought, "there"))


@click.command()
@ADDRESS
def pull(address: str) -> None:
    """Bring here what the store at URL has and this one has not; see push for URL."""
    from assessment.records.store.opening import Use
    from assessment.records.sync.syncing import bring

    with told():
        there, here = _there(address, Use.SOURCE), open_here()
        with progress("Pulling") as shown:
            brought = bring(there, here, shown.at)
        arrived(here, keys=brought.keys, erased=brought.erased)
    click.echo(summary(brought, "here"))


def arrived(here: Store, *, keys: int, erased: int) -> None:
    """After a copy came in: settle it, and say what a person has to see to."""
    from assessment.records.sync.arrivals import settle_arrival

    with progress("Sealing") as shown:
        arrival = settle_arrival(here, folder(), keys=keys, erased=erased, on_progress=shown.at)
    if arrival.has_new_key:
        say(words.NEW_KEY)
    for path in arrival.left:
        say(f"{path} may still hold a client who was erased; delete it by hand.")


def summary(brought: Brought, where: str) -> str:
    """Return what came along, in one line."""
    parts = [f"{brought.records} records are new {where}"]
    if brought.removed:
        parts.append(f"{brought.removed} that were erased were taken away")
    if brought.damaged:
        parts.append(f"{brought.damaged} are not whole and stayed where they were")
    return "; ".join(parts) + "."


def _there(address: str, use: Use) -> Store:
    from assessment.records.store.addresses import address_of
    from assessment.records.store.opening import open_store

    return open_store(address_of(address), say, use)
