"""HTML -> PDF, by WeasyPrint, which is imported at the first call (``reports/pdf/engine.py``)."""

from __future__ import annotations

import datetime
import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

from reports.errors import ReportError
from reports.html.stylesheet import stylesheet
from reports.pdf import engine, typeface
from reports.pdf.tagging import finish_tags
from reports.pdf.typeface import check_fonts

__all__ = ["check_fonts", "engine_version", "fetcher_for", "pdf_of"]

VARIANT = "pdf/ua-1"
"""Tagged, with language and title, for those who read with a screen reader."""
MOST_PICTURES = 300
"""Pictures that are kept, read and ready to draw, from one document to the next."""


class _Printer(NamedTuple):
    """WeasyPrint, and what all documents share: to make it anew costs time and memory."""

    weasyprint: Any
    fonts: Any
    fetcher: Any
    css: Any
    pictures: dict[str, Any]


def pdf_of(html: str, created: datetime.date) -> bytes:
    """Return *html* (bare, as ``html_of`` makes it) as a PDF; the same input, the same bytes.

    *created* is the only day that the PDF knows.

    Raises:
        PdfUnavailableError: A library is missing on this computer.
        ReportError: A font is missing or damaged, or something that the page needs failed
            to load.
    """
    check_fonts()
    printer = _printer()
    if len(printer.pictures) > MOST_PICTURES:
        printer.pictures.clear()
    with _dated(created), _uncollected(), _complaints() as complaints:
        page = printer.weasyprint.HTML(string=html, url_fetcher=printer.fetcher)
        content: bytes = page.write_pdf(
            font_config=printer.fonts,
            stylesheets=[printer.css],
            pdf_variant=VARIANT,
            cache=printer.pictures,
            finisher=_finish,
        )
    if complaints:
        raise ReportError(f"No PDF was made: {'; '.join(complaints)}")
    return content


def is_warm() -> bool:
    """Whether what makes PDFs was brought in already."""
    return bool(_printer.cache_info().currsize)


def warm_up() -> None:
    """Bring in what makes PDFs, so that the first one waits for it no more.

    Raises:
        PdfUnavailableError: A library is missing on this computer.
        ReportError: There is no folder for temporary files.
    """
    _printer()


def engine_version() -> str:
    """Return what makes the PDFs, with its version.

    Raises:
        PdfUnavailableError: A library is missing on this computer.
    """
    return f"WeasyPrint {engine.weasyprint().__version__}"


@cache
def _printer() -> _Printer:
    weasyprint = engine.weasyprint()
    fetcher = fetcher_for(Path(str(files("reports"))))
    with engine.only_our_fonts():
        fonts = weasyprint.text.fonts.FontConfiguration()
    css = weasyprint.CSS(string=stylesheet(), url_fetcher=fetcher, font_config=fonts)
    return _Printer(weasyprint, fonts, fetcher, css, {})


def fetcher_for(root: Path) -> Any:
    """Return a WeasyPrint fetcher that reads ``data:`` and files below *root*, nothing else."""
    base: Any = engine.weasyprint().urls.URLFetcher

    class OwnFilesOnly(base):  # type: ignore[misc]  # WeasyPrint publishes no types
        """Refuses the network, other protocols, and files elsewhere."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols={"data", "file"}, allow_redirects=False)

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme.lower() == "file":
                path = Path(url2pathname(parts.path)).resolve()
                here = parts.netloc in ("", "localhost")
                if not here or not path.is_relative_to(root.resolve()):
                    raise ValueError(f"not a file of this program: {url}")
            return super().fetch(url, headers)

    return OwnFilesOnly()


def _finish(document: Any, pdf: Any) -> None:
    """Finish the tags, and make sure that no font of the computer has slipped in.

    Raises:
        ReportError: One has.
    """
    families = {font.family for font in document.fonts.values()}
    if others := sorted(families - {typeface.FAMILY}):
        raise ReportError(f"No PDF was made: it would have used other fonts ({others[0]}).")
    finish_tags(pdf)


@contextmanager
def _dated(created: datetime.date) -> Iterator[None]:
    """Make the day of the report the only time that a font tool can write into the PDF."""
    midnight = datetime.datetime.combine(created, datetime.time(), datetime.UTC)
    with engine.environment("SOURCE_DATE_EPOCH", str(max(0, int(midnight.timestamp())))):
        yield


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector off: it takes an eighth of the time and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs as an error: things that it could not load."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, collector = logging.getLogger("weasyprint"), Collector(logging.ERROR)
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)
