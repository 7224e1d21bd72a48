"""``records list`` and ``records show``: who was here, and what came out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from assessment.cli.options.ids import ANY_ID, SHORT_ID
from assessment.cli.records import words
from assessment.cli.records.open_desk import open_desk, say, told
from assessment.cli.streams.progress import progress

if TYPE_CHECKING:
    from assessment.casebook.clients import Client
    from assessment.records.sealing.desk_session import Desk


@click.command("list")
@click.option("--search", default="", help="Part of a name.")
@click.option("--due", is_flag=True, help="Only clients whose day to look again has come.")
def list_(search: str, due: bool) -> None:
    """List the clients: id, name, last screening, result, day to look again."""
    from assessment.casebook.clients import clients_of
    from assessment.records.store.screening_day import today

    with told():
        desk = open_desk()
        with progress("Opening") as shown:
            clients = clients_of(desk, shown.at)
    found = clients.search(search)
    if due:
        found = [client for client in found if client.is_due(today())]
    if not found:
        say(words.NOT_FOUND if clients.all else words.NOBODY)
    for client in found:
        click.echo(line_of(client))


def line_of(client: Client) -> str:
    """Return *client* as one line of a list."""
    name = client.name or words.NO_NAME
    parts = (
        client.key.hex[-SHORT_ID:],
        f"{name if client.last.card else words.CLOSED:24}",
        client.last.record.day.isoformat(),
        f"{client.last.result:24}",
        f"look again {client.due}" if client.due else "",
    )
    return "  ".join(parts).rstrip()


@click.command()
@click.argument("name", metavar="ID", type=ANY_ID)
@click.option("--answers", is_flag=True, help="Only the answers, as a file for assess and report.")
def show(name: str, answers: bool) -> None:
    """Print the record called ID, or all records of the client called ID in short.

    An id may be cut short to its last characters, as the list shows it.
    """
    from assessment.records.errors import NotFoundError
    from assessment.records.store.repository import note, record_named

    with told():
        desk = open_desk()
        try:
            record = record_named(desk.store, name)
        except NotFoundError:
            _show_client(desk, name)
            return
        content = desk.content(record)
        note(desk.store, "opened", record.id)
    click.echo(json.dumps(content.answers if answers else content.as_json, indent=2))


def _show_client(desk: Desk, name: str) -> None:
    """Print one line for each record of a client, the corrected ones too."""
    from assessment.casebook.summaries import summary_of
    from assessment.records.store.repository import client_named, note, records_of

    client = client_named(desk.store, name)
    note(desk.store, "opened", client)
    for record in records_of(desk.store, client):
        corrects = f"corrects {record.corrects.hex[-SHORT_ID:]}" if record.corrects else ""
        parts = (
            record.id.hex[-SHORT_ID:],
            record.day.isoformat(),
            f"{summary_of(desk, record).result:24}",
            corrects,
        )
        click.echo("  ".join(parts).rstrip())
