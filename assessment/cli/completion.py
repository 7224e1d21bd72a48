"""``completion``: what a shell needs to complete commands, options and ids."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from assessment.cli import COMPLETING

PROGRAM = "posterior-chain"
SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script by which SHELL completes what is typed.

    Keep it where the shell looks, or read it in when the shell starts. The ids of records
    and clients come from the store's own list: no passphrase is asked for and nothing is opened.
    """
    found = get_completion_class(shell)
    assert found is not None, shell  # noqa: S101  # click has all of SHELLS
    click.echo(found(context.find_root().command, {}, PROGRAM, COMPLETING).source())
