"""What stands in the file of a report, and a blank form in its file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from questions.loader import load_questionnaire
from questions.questionnaire import Questionnaire
from reports.forms.blank import blank_html
from reports.html.render import Sheets, html_of, stored_html
from reports.output.content import Form, content_of
from reports.output.print_options import PLAIN, PrintOptions
from reports.output.report_file import BLANK, write_whole
from reports.sheets.trainer import NO_NOTES
from reports.sheets.view import view_of

if TYPE_CHECKING:
    from assessment.core.retest.screenings import Screening


def report_content(
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    created: datetime.date,
    sheets: Sheets = "both",
    form: Form = "pdf",
    paper: PrintOptions = PLAIN,
    earlier: Sequence[Screening] = (),
    notes: Mapping[str, str] = NO_NOTES,
) -> bytes:
    """Return the report on *assessment*, dated *created*, as it stands in its file.

    *notes* are the trainer's, by exercise id; they stand on the trainer sheet.

    Raises:
        ValueError: The outcome is ``incomplete``, or an earlier screening is later.
        PdfUnavailableError: A PDF is wanted and a library is missing; HTML still works.
        ReportError: The report could not be made.
    """

    def page() -> str:
        return report_page(
            assessment,
            catalogue,
            created=created,
            sheets=sheets,
            form=form,
            paper=paper,
            earlier=earlier,
            notes=notes,
        )

    return content_of(page, created, form)


def report_page(
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    created: datetime.date,
    sheets: Sheets = "both",
    form: Form = "pdf",
    paper: PrintOptions = PLAIN,
    earlier: Sequence[Screening] = (),
    notes: Mapping[str, str] = NO_NOTES,
) -> str:
    """Return the HTML of the report, bare for a PDF and with all it needs for a browser.

    Raises:
        ValueError: The outcome is ``incomplete``, or an earlier screening is later.
        ReportError: A font file is missing or damaged.
    """
    view = view_of(assessment, catalogue, created, earlier, notes)
    return html_of(view, sheets, self_contained=form == "html", paper=paper)


def stored_report_content(
    document: object,
    answers: object,
    *,
    created: datetime.date,
    program: str = "",
    form: Form = "pdf",
    paper: PrintOptions = PLAIN,
) -> bytes:
    """Return the sheet of a record from its stored assessment *document* and *answers* document.

    Both are JSON values of any version; *program* is the version that made them, if known. Any
    record can be printed so, also one that today's rules cannot assess anew.

    Raises:
        PdfUnavailableError: A PDF is wanted and a library is missing; HTML still works.
        ReportError: The report could not be made.
    """
    from reports.sheets.stored import stored_view  # pydantic reads it, and no other report waits

    def page() -> str:
        view = stored_view(
            document, answers, created, load_questionnaire(), load_catalogue(), program
        )
        return stored_html(view, self_contained=form == "html", paper=paper)

    return content_of(page, created, form)


def write_blank(
    questionnaire: Questionnaire,
    target: Path,
    *,
    created: datetime.date,
    form: Form = "pdf",
    paper: PrintOptions = PLAIN,
) -> None:
    """Write the blank questionnaire to *target*, dated *created*, for its owner only.

    Raises:
        BadTargetError: *target* is no place for a file.
        PdfUnavailableError: A PDF is wanted and a library is missing; HTML still works.
        ReportError: It could not be made or written; *target* is as it was.
    """

    def page() -> str:
        return blank_html(questionnaire, self_contained=form == "html", paper=paper)

    write_whole(target, lambda: content_of(page, created, form), BLANK)
