"""The recovery sheet as a file: PDF, HTML or text, by the ending of its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.given_path import GivenPath
from assessment.cli.options.paper import gym_print_options
from assessment.cli.streams.exits import fail, refuse

if TYPE_CHECKING:
    from assessment.records.store.transactions import Store

NAME = "seal"
NOT_KEPT = "The key could not be kept, so its recovery sheet was taken away. Nothing was sealed."
ENDINGS = (".pdf", ".txt", ".html")
SHEET = click.option(
    "--sheet",
    required=True,
    type=GivenPath(),
    help="Where to write the recovery sheet: a .pdf, .html or .txt file.",
)


def check_sheet(path: Path) -> None:
    """Leave where no recovery sheet can be written to *path*, before anything is asked."""
    if path.suffix.lower() not in ENDINGS:
        refuse(NAME, (f"{path}: a recovery sheet ends in {', '.join(ENDINGS)}",))
    if path.exists():
        refuse(NAME, (f"{path} is there already; name another file",))
    if not path.absolute().parent.is_dir():
        refuse(NAME, (f"{path}: the folder is not there",))


@contextmanager
def sheet_for(path: Path, store: Store, secret: str, *, generation: int) -> Iterator[None]:
    """Write the sheet with *secret*; take it away where that key is then not kept in *store*."""
    from assessment.records.sealing.gym_keys import is_kept

    write_sheet(path, secret, generation=generation)
    try:
        yield
    except BaseException:
        if not is_kept(store, secret):
            path.unlink(missing_ok=True)
            click.echo(NOT_KEPT, err=True)
        raise


def write_sheet(path: Path, secret: str, *, generation: int) -> None:
    """Write the sheet with *secret* to *path*, or leave before anything is sealed."""
    from assessment.files.atomic_write import write_whole_file
    from assessment.files.full_disk import reason
    from assessment.records.sealing.age_format import public_of
    from assessment.reporting.request import report_day
    from reports.errors import ReportError
    from reports.forms.recovery import Recovery, recovery_html, recovery_text
    from reports.pdf.rendering import pdf_of

    recovery = Recovery(secret, public_of(secret), generation, report_day())
    try:
        match path.suffix.lower():
            case ".txt":
                content = recovery_text(recovery).encode()
            case ".html":
                options = gym_print_options(None, {})
                content = recovery_html(recovery, options, self_contained=True).encode()
            case _:
                html = recovery_html(recovery, gym_print_options(None, {}))
                content = pdf_of(html, report_day())
        write_whole_file(path, content)
    except ReportError as error:
        fail(f"{error}\nNothing was sealed. A .txt sheet needs no PDF.")
    except OSError as error:
        fail(f"{path}: cannot be written: {reason(error)}. Nothing was sealed.")
