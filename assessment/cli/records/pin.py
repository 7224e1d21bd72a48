"""``records pin``: the PIN of a desk whose records are not sealed."""

from __future__ import annotations

import click

from assessment.cli.records.open_desk import NAME, ask, ask_new, folder, open_here, say, told
from assessment.cli.streams.exits import refuse


@click.command()
def pin() -> None:
    """Choose the PIN that opens the desk, or another one in its place."""
    from assessment.records.sealing.desk_session import Desk
    from assessment.records.sealing.guard import Guard
    from assessment.records.sealing.pin import ONLY_A_PIN

    with told():
        desk = Desk(open_here(), folder())
        if desk.guard is Guard.PASSPHRASE:
            refuse(NAME, ("the records are sealed: the passphrase opens the desk, not a PIN",))
        if desk.guard is Guard.PIN:
            desk.open(ask("PIN until now"))
        desk.choose_pin(ask_new("PIN, 4 to 12 digits"))
    say(ONLY_A_PIN)
    click.echo("The PIN is chosen.")
