"""``report``: answers in, the paper out."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.batch_options import Choice, with_batch_options
from assessment.cli.earlier import EARLIER, files_of, read_earlier
from assessment.cli.exits import refuse
from assessment.cli.input import STDIN, assessed, read, refuse_incomplete
from assessment.cli.output import (
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
from assessment.cli.print_options import COPIES, PRINT, check_copies, print_all

if TYPE_CHECKING:
    from reports.html.render import Sheets


@click.command()
@click.argument("file", metavar="[FILE]", required=False)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Where to write the report on FILE. An older file there is replaced.",
)
@with_batch_options
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
@PRINT
@COPIES
def report(
    file: str | None,
    target: Path | None,
    sheet: Sheets,
    earlier: tuple[str, ...],
    html: bool,
    or_html: bool,
    size: str | None,
    ink: str | None,
    settings: Path | None,
    to_printer: bool,
    copies: int | None,
    **chosen: Any,
) -> None:
    """Write the report on the answers in FILE, and print where it is.

    With - as FILE the answers document comes from standard input. Answers with a safety
    question open are refused, with a list of what is missing. What is wrong in the gym's
    settings is told, and the report comes without it.

    Without FILE the answers come from the records: --all, --since or --client, and --out DIR.
    The desk is opened as `records` does. A file is named by day and id, never by client. What is
    there, whole and up to date, stays, so what was stopped goes on when it is typed again.
    """
    choice = Choice(**chosen)
    single = choice.one_report(file, target, or_html=or_html, earlier=bool(earlier))
    check_copies(to_printer, copies)
    if single is None:
        from assessment.cli.batch import make_batch
        from assessment.cli.batch_plans import Wanted

        paper = gym_paper(settings, {"size": size, "ink": ink})
        wanted = Wanted(choice.folder, sheet, "html" if html else "pdf", paper)
        make_batch(choice, wanted, to_printer=to_printer, copies=copies)
        return
    file, target = single
    gc.disable()  # one report and it is over: to look for garbage would only take time
    for one in (file, *files_of(earlier)):
        if one != STDIN and target.exists() and Path(one).exists() and target.samefile(one):
            refuse(one, ("the report would replace the answers; name another file",))
    find = _found(file, earlier)
    paper = gym_paper(settings, {"size": size, "ink": ink})
    made = write_found(find, target, sheet, html=html, or_html=or_html, paper=paper)
    click.echo(made)
    if to_printer:
        print_all([made], copies)
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
