"""The group of commands ``records``."""

from __future__ import annotations

import click

from assessment.cli.lazy_group import LazyGroup

PLACES = {
    "add": "add",
    "audit": "erase",
    "backup": "bundle",
    "bundle": "bundle",
    "clearance": "add",
    "erase": "erase",
    "export": "export",
    "list": "listing",
    "merge": "bundle",
    "pin": "pin",
    "plan": "plan",
    "pull": "sync",
    "push": "sync",
    "retention": "erase",
    "show": "listing",
}
"""Where each command stands in this package."""


@click.group(cls=LazyGroup, package="assessment.cli.records", places=PLACES)
def records() -> None:
    """Find, print, copy and erase finished screenings.

    They are in a file of this computer, or in the database that POSTERIOR_CHAIN_DATABASE
    names (postgresql+psycopg://NAME@SERVER/DATABASE). Only this person of the computer may
    read them; `seal` protects them even from whoever takes the disk.
    """
