"""Every command and every option is told of: by its own help, and by the README."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from assessment.cli.program import command

README = Path(__file__).parent.parent.parent / "README.md"
"""Not there where the tests run against an installed wheel."""


class Told(NamedTuple):
    """A command as one types it, without the program's name."""

    name: str
    command: click.Command


def commands_below(group: click.Group, *path: str) -> Iterator[Told]:
    """Yield each command that a person can find, groups before what is in them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None, name
        if found.hidden:
            continue
        yield Told(" ".join((*path, name)), found)
        if isinstance(found, click.Group):
            yield from commands_below(found, *path, name)


COMMANDS = [Told("", command), *commands_below(command)]


def options_of(told: Told) -> list[click.Option]:
    options = [one for one in told.command.params if isinstance(one, click.Option)]
    return [one for one in options if not one.hidden]


@pytest.mark.parametrize("told", COMMANDS, ids=lambda told: told.name)
def test_help_says_what_a_command_and_each_of_its_options_do(told: Told) -> None:
    assert told.command.help
    assert [one.opts for one in options_of(told) if not one.help] == []


@pytest.mark.skipif(not README.is_file(), reason="README.md is not beside the tests")
@pytest.mark.parametrize("told", COMMANDS, ids=lambda told: told.name)
def test_the_readme_names_each_command_and_option(told: Told) -> None:
    readme = README.read_text("utf-8")
    name = told.name if " " in told.name else f"posterior-chain {told.name}".rstrip()
    assert re.search(rf"{re.escape(name)}\b", readme)
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", readme))
    assert [one.opts for one in options_of(told) if named.isdisjoint(one.opts)] == []
