"""``paper``: the blank questionnaire, to be filled in with a pen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.output import HTML, INK, OR_HTML, SETTINGS, SIZE, gym_paper, today, written

if TYPE_CHECKING:
    from reports.output.content import Form


@click.command()
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to write it. An older file there is replaced.",
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
    from questions.loader import load_questionnaire
    from reports.output.write import write_blank

    sheets = gym_paper(settings, {"size": size, "ink": ink})

    def write(path: Path, form: Form) -> None:
        write_blank(load_questionnaire(), path, created=today(), form=form, paper=sheets)

    click.echo(written(write, target, html=html, or_html=or_html))
