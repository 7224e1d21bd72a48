"""The group of commands ``records``."""

from __future__ import annotations

import click

from assessment.cli.lazy_group import LazyGroup

PLACES = {
    "add": "adding",
    "audit": "rights",
    "backup": "copies",
    "bundle": "copies",
    "clearance": "adding",
    "erase": "rights",
    "export": "exporting",
    "list": "looking",
    "merge": "copies",
    "pin": "desk_pin",
    "pull": "meeting",
    "push": "meeting",
    "retention": "rights",
    "show": "looking",
}
"""Where each command stands in this package."""


@click.group(cls=LazyGroup, package="assessment.cli.records", places=PLACES)
def records() -> None:
    """Find, print, copy and erase finished screenings.

    They are in a file of this computer, or in the database that POSTERIOR_CHAIN_DATABASE
    names (postgresql+psycopg://NAME@SERVER/DATABASE). Only this person of the computer may
    read them; `seal` protects them even from whoever takes the disk.
    """
