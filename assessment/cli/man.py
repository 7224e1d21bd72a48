"""``man``: the manual page, made from the help of all commands."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator

import click

from assessment.cli.completion import PROGRAM
from assessment.cli.streams.exits import EXIT_STATUSES
from assessment.reporting.request import report_day
from assessment.version import VERSION

WIDTH = 70
"""Characters of a line of the source, so that it can be read too."""
ENVIRONMENT = {
    "POSTERIOR_CHAIN_DATABASE": "Where the records are, in place of the file of this computer.",
    "PGPASSWORD": "The password of a PostgreSQL server; better kept in the file .pgpass.",
    "NO_COLOR": "Show screens without colours.",
    "TERM": "The kind of terminal; with dumb the quiz asks line by line.",
}


@click.command()
@click.pass_context
def man(context: click.Context) -> None:
    """Print the manual page, for `man -l -` or a folder of manuals."""
    root = context.find_root()
    click.echo("\n".join(_page(root.command, root)))


def _page(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield the lines of the page on *command*, as troff reads them."""
    first, *rest = _paragraphs(command)
    yield f'.TH {PROGRAM.upper()} 1 {report_day()} "{PROGRAM} {VERSION}" "User Commands"'
    yield f".SH NAME\n{_text(PROGRAM)} \\- {_text(first.rstrip('.'))}"
    yield f".SH SYNOPSIS\n{_usage(command, context)}"
    yield ".SH DESCRIPTION\n" + "\n.PP\n".join(map(_text, rest))
    yield ".SH OPTIONS"
    yield from _options(command, context)
    yield ".SH COMMANDS"
    yield from _commands(command, context)
    yield ".SH EXIT STATUS"
    yield from _list({str(status): means for status, means in EXIT_STATUSES.items()})
    yield ".SH ENVIRONMENT"
    yield from _list(ENVIRONMENT)


def _commands(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield a section for each command below *command* that a person can find."""
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is None or found.hidden:
            continue
        below = click.Context(found, context, name)
        yield f".SS {_text(below.command_path)}\n{_usage(found, below)}"
        yield "\n".join(f".PP\n{_text(one)}" for one in _paragraphs(found))
        yield from _options(found, below)
        yield from _commands(found, below)


def _usage(command: click.Command, context: click.Context) -> str:
    pieces = " ".join(command.collect_usage_pieces(context))
    return f".B {_text(context.command_path)}\n{_text(pieces)}"


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    records = [one.get_help_record(context) for one in command.get_params(context)]
    return _list({record[0]: record[1] for record in records if record and record[1]})


def _list(told: dict[str, str]) -> Iterator[str]:
    for name, means in told.items():
        yield f".TP\n.B {_text(name)}\n{_text(means)}"


def _paragraphs(command: click.Command) -> list[str]:
    """Return the help of *command*, each paragraph in one line."""
    parts = inspect.cleandoc(command.help or "").split("\n\n")
    return [" ".join(part.split()) for part in parts]


def _text(text: str) -> str:
    """Return *text* in short lines that troff prints as they stand."""
    lines = textwrap.fill(text, WIDTH, break_on_hyphens=False, break_long_words=False)
    plain = lines.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", plain, flags=re.MULTILINE)
