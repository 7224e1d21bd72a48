"""``report``: answers in, the paper out."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.earlier import EARLIER, files_of, read_earlier
from assessment.cli.leaving import refuse
from assessment.cli.reading import FILE, STDIN, assessed, read, refuse_incomplete
from assessment.cli.writing import (
    HTML,
    INK,
    OR_HTML,
    SETTINGS,
    SIZE,
    Found,
    gym_paper,
    today,
    write_found,
)

if TYPE_CHECKING:
    from reports.render import Sheets


@click.command()
@FILE
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to write the report. An older file there is replaced.",
)
@click.option(
    "--sheet",
    type=click.Choice(["client", "trainer", "both"]),
    default="both",
    show_default=True,
    help="For whom it is.",
)
@EARLIER
@HTML
@OR_HTML
@SIZE
@INK
@SETTINGS
def report(
    file: str,
    target: Path,
    sheet: Sheets,
    earlier: tuple[str, ...],
    html: bool,
    or_html: bool,
    size: str | None,
    ink: str | None,
    settings: Path | None,
) -> None:
    """Write the report on the answers in FILE, and print where it is.

    With - as FILE the answers document comes from standard input. Answers with a safety
    question open are refused, with a list of what is missing. What is wrong in the gym's
    settings is told, and the report comes without it.
    """
    gc.disable()  # one report and it is over: to look for garbage would only take time
    for one in (file, *files_of(earlier)):
        if one != STDIN and target.exists() and Path(one).exists() and target.samefile(one):
            refuse(one, ("the report would replace the answers; name another file",))
    find = _found(file, earlier)
    paper = gym_paper(settings, {"size": size, "ink": ink})
    click.echo(write_found(find, target, sheet, html=html, or_html=or_html, paper=paper))
    gc.freeze()  # and to look once more on leaving takes a tenth of a second


def _found(file: str, earlier: tuple[str, ...]) -> Callable[[], Found]:
    """Return what reads *file* and finds what its answers mean, or leaves with every fault.

    A file can be read when it is wanted, and read again. Standard input and a pipe give their
    answers once, so they are read at once; so are *earlier* ones, about which there may be
    something to say.
    """

    def find() -> Found:
        assessment = assessed(read(file))
        refuse_incomplete(file, assessment)
        return Found(assessment, read_earlier(earlier, assessment, today()) if earlier else ())

    if Path(file).is_file() and not earlier:
        return find
    known = find()
    return lambda: known
