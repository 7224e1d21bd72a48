"""Groups of commands: listed in whole sentences, and imported when one of them is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

RESERVED = ("list",)
"""Commands whose functions end in _, since Python itself has something of that name."""
WHOLE_SENTENCE = 1000
"""Characters of a sentence; by itself click cuts one at 45 and ends it in dots."""


class SentenceGroup(click.Group):
    """Commands that lists and completions name with the whole first sentence of their help."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        wanted = "[COMMAND [ARGS]]" if self.invoke_without_command else "COMMAND [ARGS]"
        self.subcommand_metavar = wanted  # click's own ends in dots, as what was cut does

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, if there is one."""
        found = self._found(ctx, cmd_name)
        if found is not None:
            found.short_help = found.get_short_help_str(WHOLE_SENTENCE)
        return found

    def _found(self, ctx: click.Context, name: str) -> click.Command | None:
        return super().get_command(ctx, name)


class LazyGroup(SentenceGroup):
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

    def _found(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002  # as above
        if name not in self._places:
            return None
        module = import_module(f"{self._package}.{self._places[name]}")
        function = name.replace("-", "_")
        found: click.Command = getattr(module, f"{function}_" if name in RESERVED else function)
        return found
