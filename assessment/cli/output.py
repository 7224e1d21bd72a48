"""What the commands that write paper share: their options, the gym's paper, and the writing."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from assessment.cli.exits import fail, refuse

if TYPE_CHECKING:
    from assessment.core.assess import Assessment
    from assessment.core.retest.screenings import Screening
    from reports.html.render import Sheets
    from reports.output.content import Form
    from reports.output.print_options import PrintOptions

MOST_EPOCH_DIGITS = 11
"""Of SOURCE_DATE_EPOCH: seconds up to the year 5138."""

HTML = click.option("--html", is_flag=True, help="Write one HTML file instead of a PDF.")
OR_HTML = click.option(
    "--or-html",
    is_flag=True,
    help="Write HTML (OUT with .html) where this computer cannot make a PDF.",
)
SIZE = click.option("--size", help="Paper: A4 or letter.  [default: as in the settings, else A4]")
INK = click.option(
    "--ink", help="colour, grey or saver.  [default: as in the settings, else colour]"
)
SETTINGS = click.option(
    "--settings",
    type=click.Path(path_type=Path),
    help="Settings file of the gym, in place of the usual one.",
)


def gym_paper(settings: Path | None, wishes: Mapping[str, str | None]) -> PrintOptions:
    """Return the paper of the gym's settings and of *wishes*, which go before them.

    What is wrong in the settings is told; what is wrong in *wishes* is refused.
    """
    from assessment.files.folders import settings_path
    from assessment.settings.model import REPORT
    from assessment.settings.reading import SettingsFile, read_settings

    path = settings or settings_path()
    if settings and not settings.is_file():
        refuse(str(settings), ("there is no such file",))
    given = {f"{REPORT}.{key}": wish for key, wish in wishes.items() if wish is not None}
    _, wrong = SettingsFile(values=given).used(REPORT)
    if wrong:
        refuse("report", tuple(f"--{fault.key}: {fault.reason}" for fault in wrong))
    found = read_settings(path)
    used, unmet = replace(found, values={**found.values, **given}).used(REPORT)
    for fault in (*found.faults, *unmet):
        click.echo(fault, err=True)
    return used.print_options


class Found(NamedTuple):
    """What a report is made of: the newest answers with their meaning, and earlier ones."""

    assessment: Assessment
    earlier: tuple[Screening, ...] = ()


def write_paper(
    assessment: Assessment,
    target: Path,
    sheet: Sheets,
    *,
    html: bool,
    or_html: bool,
    paper: PrintOptions,
    day: date | None = None,
) -> Path:
    """Write the report and return where it is; leave with a sentence where that fails.

    *day* stands on it, or today.
    """
    found = Found(assessment)
    return write_found(
        lambda: found, target, sheet, html=html, or_html=or_html, paper=paper, day=day
    )


def write_found(
    find: Callable[[], Found],
    target: Path,
    sheet: Sheets,
    *,
    html: bool,
    or_html: bool,
    paper: PrintOptions,
    day: date | None = None,
) -> Path:
    """Write the report on what *find* finds, and return where it is; or leave with a sentence.

    *find* is called in a fork where that is quicker, and again here where it leaves there.
    """
    from reports.output.content import content_of
    from reports.output.report_file import REPORT, write_whole

    created = day or today()

    def page(form: Form) -> str:
        from assessment.catalogue.loader import load_catalogue
        from reports.output.write import report_page

        found = find()
        return report_page(
            found.assessment,
            load_catalogue(),
            created=created,
            sheets=sheet,
            form=form,
            paper=paper,
            earlier=found.earlier,
        )

    def write(path: Path, form: Form) -> None:
        write_whole(path, lambda: content_of(lambda: page(form), created, form), REPORT)

    return written(write, target, html=html, or_html=or_html)


def written(
    write: Callable[[Path, Form], None], target: Path, *, html: bool, or_html: bool
) -> Path:
    """Let *write* put a file at *target* and return where it is, or leave with a sentence."""
    from reports.errors import BadTargetError, PdfUnavailableError, ReportError

    try:
        try:
            write(target, "html" if html else "pdf")
        except PdfUnavailableError as error:
            if not or_html:
                raise
            click.echo(str(error), err=True)
            target = target.with_suffix(".html")
            write(target, "html")
    except BadTargetError as error:
        refuse(str(target), (str(error),))
    except ReportError as error:
        fail(str(error))
    return target


def today() -> date:
    """Return the day that stands on the report, or the one of SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= MOST_EPOCH_DIGITS:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return date.today()  # noqa: DTZ011  # the day where the gym is
