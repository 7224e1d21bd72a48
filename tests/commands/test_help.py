"""Every command and every option is told of by its own help, and by the manual."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

import click
import pytest
from click.testing import CliRunner

from assessment.cli.program import command
from assessment.cli.streams.exits import ENDED, EXIT_STATUSES, HUNG_UP
from assessment.ui.terminal.safe_app import SIGNAL_STATUS
from tests.surroundings import PATIENCE_S

ROOT = click.Context(command, info_name="posterior-chain", **command.context_settings)
"""Of all that is run: a command keeps the names of its help option that it is first asked in."""


class Told(NamedTuple):
    """A command as one types it, without the program's name."""

    name: str
    command: click.Command


def commands_below(group: click.Group, *path: str) -> Iterator[Told]:
    """Yield each command that a person can find, groups before what is in them."""
    context = click.Context(group, ROOT)
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


@pytest.mark.parametrize("told", COMMANDS, ids=lambda told: told.name)
def test_no_line_of_help_is_cut(told: Told) -> None:
    context = click.Context(told.command, ROOT, told.name) if told.name else ROOT
    lines = told.command.get_help(context).splitlines()
    assert [line for line in lines if line.endswith("...")] == []


def test_exit_statuses_are_told_of_and_those_of_signals_are_right() -> None:
    told = command.get_help(ROOT)
    assert re.findall(r"Exit status (\d+): \w", told) == ["0", "1", "2", "129", "143"]
    hang_up, terminate = 1, signal.SIGTERM
    assert (SIGNAL_STATUS + hang_up, SIGNAL_STATUS + terminate) == (HUNG_UP, ENDED)


def manual() -> str:
    return CliRunner().invoke(command, ["man"], prog_name="posterior-chain").stdout


def test_the_manual_has_each_command_option_and_exit_status() -> None:
    page = manual().replace("\\-", "-")
    for told in COMMANDS[1:]:
        assert f".SS posterior-chain {told.name}\n" in page
    names = [name for told in COMMANDS for one in options_of(told) for name in one.opts]
    assert [name for name in names if not re.search(rf"^\.B .*{name}\b", page, re.MULTILINE)] == []
    for status, means in EXIT_STATUSES.items():
        assert f".B {status}\n{means}"[:60] in page


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
def test_the_manual_is_well_formed() -> None:
    page = manual()
    found = subprocess.run(
        ["mandoc", "-Tlint", "-Wwarning"],  # noqa: S607
        input=page,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (found.returncode, found.stdout) == (0, "")
