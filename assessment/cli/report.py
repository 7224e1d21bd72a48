"""``report``: answers in, the paper out."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.options.batch import BatchOptions, with_batch_options
from assessment.cli.options.earlier_option import EARLIER, files_of, read_earlier
from assessment.cli.options.given_path import GivenPath
from assessment.cli.options.paper import HTML, INK, OR_HTML, SETTINGS, SIZE, gym_print_options
from assessment.cli.options.plan_edits import CHANGES, changed, read_changes
from assessment.cli.options.printing import COPIES, PRINT, check_copies, print_all
from assessment.cli.streams.exits import refuse
from assessment.cli.streams.input import STDIN, assessed, choices_here, read, refuse_incomplete
from assessment.cli.streams.output import tell_place, write_report
from reports.output.standard_output import is_same_file, is_stream

if TYPE_CHECKING:
    from assessment.reporting.request import ReportRequest
    from reports.output.print_options import OutputFormat, Sheets


CHANGES_NEED_FILE = "--changes is for the answers in FILE; records have their changes in them."


@click.command()
@click.argument("file", metavar="[FILE]", required=False, type=GivenPath(stream=True, text=True))
@click.option(
    "-o",
    "--output",
    "target",
    type=GivenPath(stream=True),
    help="Where to write the report on FILE; - is standard output. An older file is replaced.",
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
@CHANGES
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
    changes_file: Path | None,
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

    Changes of the plan that the rules do not allow are refused, and nothing is written. Records
    have theirs in them.

    Without FILE the answers come from the records: --all, --since or --client, and --out DIR.
    The desk is opened as `records` does. A file is named by day and id, never by client. What is
    there, whole and up to date, stays, so what was stopped goes on when it is typed again.
    """
    if changes_file is not None and file is None:
        raise click.UsageError(CHANGES_NEED_FILE)
    options = BatchOptions(**chosen)
    single = options.one_report(file, target, or_html=or_html, earlier=bool(earlier))
    check_copies(to_printer, copies)
    if to_printer and target and is_stream(target):
        raise click.UsageError("--print needs the report in a file: name one with -o.")
    if single is None:
        from assessment.casebook.batches.batch_files import BatchRequest
        from assessment.cli.batch import make_batch

        print_options = gym_print_options(settings, {"size": size, "ink": ink})
        form: OutputFormat = "html" if html else "pdf"
        gym = choices_here(settings)
        batch = BatchRequest(options.folder, sheet, form, print_options, gym)
        make_batch(options, batch, to_printer=to_printer, copies=copies)
        return
    file, target = single
    gc.disable()  # one report and it is over: to look for garbage would only take time
    for one in (file, *files_of(earlier), *([str(changes_file)] if changes_file else [])):
        if one != STDIN and is_same_file(target, Path(one)):
            refuse(one, ("the report would replace the answers; name another file",))
    print_options = gym_print_options(settings, {"size": size, "ink": ink})
    request = replace(
        _request(file, earlier, changes_file, settings),
        sheets=sheet,
        format="html" if html else "pdf",
        or_html=or_html,
        print_options=print_options,
    )
    made = write_report(request, target)
    tell_place(made)
    if to_printer:
        print_all([made], copies)
    gc.freeze()  # and to look once more on leaving takes a tenth of a second


def _request(
    file: str, earlier: tuple[str, ...], changes_file: Path | None, settings: Path | None
) -> ReportRequest:
    """Return the request on the answers in *file*, or leave with every fault of them."""
    from assessment.exchange.answers_document import answers_document
    from assessment.exchange.plan_changes_document import plan_changes_document
    from assessment.reporting.request import ReportRequest

    gym = choices_here(settings)
    assessment = assessed(read(file), gym)
    refuse_incomplete(file, assessment)
    request = ReportRequest(answers_document(assessment.sheet), gym=gym)
    if changes_file is not None:
        changes = read_changes(changes_file)
        changed(assessment, changes, str(changes_file))
        request = replace(request, plan_changes=plan_changes_document(changes))
    if not earlier:
        return request
    return replace(request, earlier=read_earlier(earlier, assessment, request.created))
