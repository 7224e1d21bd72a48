"""``paper``: the blank questionnaire, to be filled in with a pen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.options.given_path import GivenPath
from assessment.cli.options.paper import HTML, INK, OR_HTML, SETTINGS, SIZE, gym_print_options
from assessment.cli.streams.output import tell_place, write

if TYPE_CHECKING:
    from reports.output.print_options import OutputFormat


@click.command()
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=GivenPath(stream=True),
    help="Where to write it; - is standard output. An older file is replaced.",
)
@HTML
@OR_HTML
@SIZE
@INK
@SETTINGS
def paper(
    target: Path,
    html: bool,
    or_html: bool,
    size: str | None,
    ink: str | None,
    settings: Path | None,
) -> None:
    """Write the blank questionnaire, for a pen.

    Every line has a code in the margin, and every part a check total; `enter` keys both in.
    Where it was written is printed.
    """
    from assessment.reporting.request import report_day
    from questions.loader import load_questionnaire
    from reports.output.report_file import BLANK
    from reports.output.write import blank_content

    options = gym_print_options(settings, {"size": size, "ink": ink})

    def make(form: OutputFormat) -> bytes:
        return blank_content(load_questionnaire(), report_day(), form, options)

    tell_place(write(make, target, BLANK, html=html, or_html=or_html))
