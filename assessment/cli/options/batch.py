"""The options of ``report`` for many reports at once, and what may not be mixed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from assessment.cli.options.day import PastDay
from assessment.cli.options.given_path import GivenPath
from assessment.cli.options.ids import CLIENT_ID

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_JOBS = 61

MIXED = "FILE and -o are for one report. --all, --since and --client go with --out DIR."
ALL_AND_SOME = "--all means every client. Leave out either --all or --client."
NO_OR_HTML = "--or-html is for one report. Use --html here."
NO_EARLIER = "--earlier is for one FILE. Earlier screenings in the records are taken by themselves."
NO_FOLDER = "Name the folder for the reports: --out DIR."
NOTHING_CHOSEN = "--out, --jobs and --newest go with --all, --since or --client."
NO_FILE = "Name a FILE of answers, or one of --all, --since and --client."
NO_TARGET = "Name the report on FILE: -o OUT.pdf."


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """Which screenings of the store are wanted, and where their reports go."""

    every: bool = False
    since: datetime.date | None = None
    clients: tuple[str, ...] = ()
    newest_only: bool = False
    out: Path | None = None
    jobs: int | None = None

    @property
    def chooses(self) -> bool:
        """Whether it names screenings of the store; otherwise there has to be a file."""
        return self.every or self.since is not None or bool(self.clients)

    @property
    def folder(self) -> Path:
        """The folder for the reports.

        Raises:
            click.UsageError: None was named.
        """
        if self.out is None:
            raise click.UsageError(NO_FOLDER)
        return self.out

    def one_report(
        self, file: str | None, target: Path | None, *, or_html: bool, earlier: bool
    ) -> tuple[str, Path] | None:
        """Return *file* and *target* where one report is wanted, None where those of the records.

        Raises:
            click.UsageError: What was typed does not go together, or something is missing.
        """
        if self.chooses:
            self._check(mixed=bool(file or target), or_html=or_html, earlier=earlier)
            return None
        if self.out or self.jobs or self.newest_only:
            raise click.UsageError(NOTHING_CHOSEN)
        if not file:
            raise click.UsageError(NO_FILE)
        if not target:
            raise click.UsageError(NO_TARGET)
        return file, target

    def _check(self, *, mixed: bool, or_html: bool, earlier: bool) -> None:
        if mixed:
            raise click.UsageError(MIXED)
        if self.every and self.clients:
            raise click.UsageError(ALL_AND_SOME)
        if or_html:
            raise click.UsageError(NO_OR_HTML)
        if earlier:
            raise click.UsageError(NO_EARLIER)
        if self.out is None:
            raise click.UsageError(NO_FOLDER)


def with_batch_options(command: Command) -> Command:
    """Give *command* the options that make ``BatchOptions``."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


OPTIONS = (
    click.option("--all", "every", is_flag=True, help="Every screening in the records."),
    click.option(
        "--since",
        type=PastDay(),
        metavar="DAY",
        help="Screenings finished on DAY, such as 2026-11-29, or later.",
    ),
    click.option(
        "--client",
        "clients",
        multiple=True,
        metavar="NAME",
        type=CLIENT_ID,
        help="Screenings of a client: name, part of it, or id. May be given again.",
    ),
    click.option("--newest", "newest_only", is_flag=True, help="Of each client the newest only."),
    click.option(
        "--out",
        metavar="DIR",
        type=GivenPath(folder=True),
        help="Folder for these reports; it is made where there is none.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(1, MOST_JOBS),
        help="How many processes make reports.  [default: one a processor core]",
    ),
)
