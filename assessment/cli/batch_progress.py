"""How far a batch of reports is: a bar on a terminal, a plain line elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

LABEL = "Making reports"
PLAIN = "Reports to make: {of}, {jobs} at a time."


@dataclass(frozen=True, slots=True)
class Progress:
    """``step`` when one is done with; ``tell`` says a sentence above the bar."""

    step: Callable[[], None]
    tell: Callable[[str], None]


@contextmanager
def progress_over(of: int, jobs: int) -> Iterator[Progress]:
    """Yield the progress of *of* reports that *jobs* processes make."""
    if not sys.stderr.isatty():
        click.echo(PLAIN.format(of=of, jobs=jobs), err=True)
        yield Progress(lambda: None, lambda sentence: click.echo(sentence, err=True))
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(LABEL), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Bar(*columns, console=console) as bar:
        task = bar.add_task(LABEL, total=of)

        def tell(sentence: str) -> None:
            console.print(sentence, markup=False, highlight=False, soft_wrap=True)

        yield Progress(lambda: bar.advance(task), tell)
