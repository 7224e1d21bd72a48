"""A page as it stands in its file: a PDF to print, or HTML for any browser."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Literal, TypeAlias

from reports.pdf.beside import made_beside
from reports.pdf.rendering import is_warm, pdf_of, warm_up

Form: TypeAlias = Literal["pdf", "html"]
"""A PDF to print, or one HTML file that any browser shows."""


def content_of(page: Callable[[], str], created: datetime.date, form: Form) -> bytes:
    """Return what *page* makes, dated *created*, as it stands in a file of *form*.

    A cold process makes the page beside what makes the PDF, in a fork: *page* gives the same
    text each time, and is called again here where it fails there.

    Raises:
        PdfUnavailableError: A PDF is wanted and a library is missing; HTML still works.
        ReportError: The PDF could not be made.
    """
    if form == "html":
        return page().encode()
    if is_warm():
        return pdf_of(page(), created)
    with made_beside(page) as text:
        warm_up()
        return pdf_of(text(), created)
