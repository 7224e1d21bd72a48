"""Writing what a command makes, or leaving with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from assessment.cli.streams.exits import fail, refuse
from assessment.cli.streams.progress import working

if TYPE_CHECKING:
    from assessment.reporting.request import ReportRequest
    from reports.output.print_options import OutputFormat

MAKING = "Making it ..."
Make: TypeAlias = "Callable[[OutputFormat], bytes]"


def write_report(request: ReportRequest, target: Path) -> Path:
    """Write the report of *request* and return where it is; leave with a sentence if that fails."""
    from dataclasses import replace

    from assessment.reporting.making import report_for
    from reports.output.report_file import REPORT

    def make(output_format: OutputFormat) -> bytes:
        return report_for(replace(request, format=output_format, or_html=False)).content

    return write(make, target, REPORT, html=request.format == "html", or_html=request.or_html)


def write(make: Make, target: Path, what: str, *, html: bool, or_html: bool) -> Path:
    """Write what *make* returns, and return where it is; leave with a sentence if that fails.

    *what* it is, as a sentence begins.
    """
    from reports.errors import BadTargetError, PdfUnavailableError, ReportError
    from reports.output.report_file import write_whole
    from reports.output.standard_output import is_stream

    try:
        try:
            with working(MAKING):
                write_whole(target, lambda: make("html" if html else "pdf"), what)
        except PdfUnavailableError as error:
            if not or_html:
                raise
            click.echo(str(error), err=True)
            target = target if is_stream(target) else target.with_suffix(".html")
            with working(MAKING):
                write_whole(target, lambda: make("html"), what)
    except BadTargetError as error:
        refuse(str(target), (str(error),))
    except ReportError as error:
        fail(str(error))
    return target


def tell_place(place: Path) -> None:
    """Say where something was written, unless it was sent on."""
    from reports.output.standard_output import is_stream

    if not is_stream(place):
        click.echo(str(place))
