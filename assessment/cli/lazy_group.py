"""A group of commands whose modules are imported when one of them is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

RESERVED = ("list",)
"""Commands whose functions end in _, since Python itself has something of that name."""


class LazyGroup(click.Group):
    """Commands that stand in modules of *package*, each as a function of its own name.

    *places* has the module of each command.
    """

    def __init__(self, *, package: str, places: Mapping[str, str], **settings: Any) -> None:
        super().__init__(**settings)
        self._package = package
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names of all commands."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Return the command of this name, if there is one."""
        if cmd_name not in self._places:
            return None
        module = import_module(f"{self._package}.{self._places[cmd_name]}")
        name = cmd_name.replace("-", "_")
        found: click.Command = getattr(module, f"{name}_" if name in RESERVED else name)
        return found
