"""HTML -> PDF. The only module that knows WeasyPrint; it is imported at the first call."""

from __future__ import annotations

import ctypes.util
import datetime
import gc
import io
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname
from xml.sax.saxutils import escape

from reports import typeface
from reports.errors import PdfUnavailable, ReportError
from reports.render import stylesheet
from reports.typeface import check_fonts

__all__ = ["check_fonts", "engine_version", "fetcher_for", "pdf_of"]

VARIANT = "pdf/ua-1"
"""Tagged, with language and title, for those who read with a screen reader."""

HOW_TO_ADD_PANGO = {
    "linux": (
        "On Debian and Ubuntu:\n"
        "    sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
        "On other systems install the package pango."
    ),
    "darwin": "Install Homebrew from https://brew.sh, then type:\n    brew install pango",
    "win32": (
        "1. Install MSYS2 from https://www.msys2.org\n"
        "2. Open its window MSYS2 UCRT64 and type:\n"
        "    pacman -S mingw-w64-ucrt-x86_64-pango\n"
        "3. Start posterior-chain again."
    ),
}
"""By ``sys.platform``; any other platform reads the text for Linux."""

NO_PDF = (
    "No PDF can be made here yet: a library of the system is missing ({reason}). "
    "The report can be saved as HTML instead.\n{how}"
)


class _Printer(NamedTuple):
    """WeasyPrint, and what all documents share: to make it anew costs time and memory."""

    weasyprint: Any
    fonts: Any
    fetcher: Any
    css: Any


def pdf_of(html: str, created: datetime.date) -> bytes:
    """Return *html* (bare, as ``html_of`` makes it) as a PDF; the same input, the same bytes.

    *created* is the only day that the PDF knows.

    Raises:
        PdfUnavailable: A library is missing on this computer.
        ReportError: A font is missing or damaged, or something that the page needs failed
            to load.
    """
    check_fonts()
    printer = _printer()
    with _dated(created), _uncollected(), _complaints() as complaints:
        page = printer.weasyprint.HTML(string=html, url_fetcher=printer.fetcher)
        content: bytes = page.write_pdf(
            font_config=printer.fonts,
            stylesheets=[printer.css],
            pdf_variant=VARIANT,
            finisher=_refuse_other_fonts,
        )
    if complaints:
        raise ReportError(f"No PDF was made: {'; '.join(complaints)}")
    return content


def engine_version() -> str:
    """Return what makes the PDFs, with its version.

    Raises:
        PdfUnavailable: A library is missing on this computer.
    """
    return f"WeasyPrint {_imported().__version__}"


@cache
def _printer() -> _Printer:
    weasyprint = _imported()
    fetcher = fetcher_for(Path(str(files("reports"))))
    with _only_our_fonts():
        fonts = weasyprint.text.fonts.FontConfiguration()
    css = weasyprint.CSS(string=stylesheet(), url_fetcher=fetcher, font_config=fonts)
    return _Printer(weasyprint, fonts, fetcher, css)


def fetcher_for(root: Path) -> Any:
    """Return a WeasyPrint fetcher that reads ``data:`` and files below *root*, nothing else."""
    base: Any = _imported().urls.URLFetcher

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


@cache
def _imported() -> Any:
    """Import WeasyPrint.

    It loads its libraries by their own names first; where these are not found, cffi starts
    dozens of compiler and linker processes to look for other names. On Linux no such name
    leads anywhere, so that search is switched off meanwhile.
    """
    search = ctypes.util.find_library
    try:
        if sys.platform.startswith("linux"):
            ctypes.util.find_library = lambda _name: None  # type: ignore[assignment]
        # It warns of a faster library and of fonts, which do not matter here, and prints how to
        # install itself on standard output, which belongs to whoever called us.
        with _only_our_fonts(), warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            import weasyprint
            import weasyprint.text.fonts
    except (ImportError, OSError) as error:
        how = HOW_TO_ADD_PANGO.get(sys.platform, HOW_TO_ADD_PANGO["linux"])
        reason = str(error).partition("\n")[0]
        raise PdfUnavailable(NO_PDF.format(reason=reason, how=how)) from error
    finally:
        ctypes.util.find_library = search
    return weasyprint


def _refuse_other_fonts(document: Any, _pdf: Any) -> None:
    """Make sure that no font of the computer has slipped in.

    Raises:
        ReportError: One has.
    """
    families = {font.family for font in document.fonts.values()}
    if others := sorted(families - {typeface.FAMILY}):
        raise ReportError(f"No PDF was made: it would have used other fonts ({others[0]}).")


@contextmanager
def _only_our_fonts() -> Iterator[None]:
    """Let Fontconfig see the bundled fonts and no others.

    So no computer adds its own to a page, and none has to go through all that it has first.

    Raises:
        ReportError: There is no folder for temporary files.
    """
    try:
        scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        settings = Path(scratch.name) / "fonts.conf"
        settings.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
            f"<fontconfig><dir>{escape(str(typeface.folder()))}</dir>"
            f"<cachedir>{escape(scratch.name)}</cachedir></fontconfig>",
            encoding="utf-8",
        )
    except OSError as error:
        raise ReportError(
            f"No PDF was made: no temporary file can be written ({error.strerror})."
        ) from error
    with scratch, _environment("FONTCONFIG_FILE", str(settings)):
        yield


@contextmanager
def _dated(created: datetime.date) -> Iterator[None]:
    """Make the day of the report the only time that a font tool can write into the PDF."""
    midnight = datetime.datetime.combine(created, datetime.time(), datetime.UTC)
    with _environment("SOURCE_DATE_EPOCH", str(max(0, int(midnight.timestamp())))):
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
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


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
