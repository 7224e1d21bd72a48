"""What stands in the file of a report, and in that of a blank form."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from questions.loader import load_questionnaire
from questions.questionnaire import Questionnaire
from reports.output.forked_text import made_beside
from reports.output.print_options import PLAIN, OutputFormat, PrintOptions, Sheets

if TYPE_CHECKING:
    from assessment.core.retest.shapes import Screening
    from assessment.replanning.judging import Refused


def report_content(
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    created: datetime.date,
    sheets: Sheets = "both",
    form: OutputFormat = "pdf",
    paper: PrintOptions = PLAIN,
    earlier: Sequence[Screening] = (),
    notes: Mapping[str, str] | None = None,
    refused: Sequence[Refused] = (),
) -> bytes:
    """Return the report on *assessment*, dated *created*, as it stands in its file.

    *notes* are the trainer's, by exercise id; they stand on the trainer sheet, and so do changes
    of the plan that were *refused*.

    Raises:
        ValueError: The outcome is ``incomplete``, or an earlier screening is later.
        PdfUnavailableError: A PDF is wanted and a library is missing; HTML still works.
        ReportError: The report could not be made.
    """

    def page() -> str:
        from reports.html.render import html_of
        from reports.sheets.view import view_of

        view = view_of(assessment, catalogue, created, earlier, notes or {}, refused)
        return html_of(view, sheets, self_contained=form == "html", paper=paper)

    return _content(page, created, form)


def stored_report_content(
    document: object,
    answers: object,
    *,
    created: datetime.date,
    program: str = "",
    form: OutputFormat = "pdf",
    paper: PrintOptions = PLAIN,
) -> bytes:
    """Return the sheet of a record from its stored assessment *document* and *answers* document.

    Both are JSON values of any version; *program* is the version that made them, if known. Any
    record can be printed so, also one that today's rules cannot assess anew.

    Raises:
        PdfUnavailableError: A PDF is wanted and a library is missing; HTML still works.
        ReportError: The report could not be made.
    """

    def page() -> str:
        from reports.html.render import stored_html
        from reports.sheets.stored import stored_view

        questionnaire, catalogue = load_questionnaire(), load_catalogue()
        view = stored_view(document, answers, created, questionnaire, catalogue, program)
        return stored_html(view, self_contained=form == "html", paper=paper)

    return _content(page, created, form)


def blank_content(
    questionnaire: Questionnaire,
    created: datetime.date,
    form: OutputFormat = "pdf",
    paper: PrintOptions = PLAIN,
) -> bytes:
    """Return the blank questionnaire, dated *created*, as it stands in its file.

    Raises:
        PdfUnavailableError: A PDF is wanted and a library is missing; HTML still works.
        ReportError: It could not be made.
    """

    def page() -> str:
        from reports.forms.blank import blank_html

        return blank_html(questionnaire, self_contained=form == "html", paper=paper)

    return _content(page, created, form)


def _content(page: Callable[[], str], created: datetime.date, form: OutputFormat) -> bytes:
    """Return what *page* makes as it stands in its file.

    A cold process makes the page in a fork, beside bringing in what makes the PDF; what the page
    needs is imported there.
    """
    if form == "html":
        return page().encode()
    from reports.pdf.rendering import is_warm, pdf_of, warm_up

    if is_warm():
        return pdf_of(page(), created)
    with made_beside(page) as text:
        warm_up()
        return pdf_of(text(), created)
