"""A whole report in a file, or nothing: no half page, no left-over, no file for others to read."""

from __future__ import annotations

import contextlib
import datetime
import errno
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.screenings import Screening
from questions.questionnaire import Questionnaire
from reports.beside import made_beside
from reports.blank import blank_html
from reports.errors import BadTarget, ReportError
from reports.paper import PLAIN, Paper
from reports.pdf import is_warm, pdf_of, warm_up
from reports.render import Sheets, html_of
from reports.trainer import NO_NOTES
from reports.view import view_of

Form: TypeAlias = Literal["pdf", "html"]
"""A PDF to print, or one HTML file that any browser shows."""

REPORT, BLANK, ANSWERS = "The report", "The questionnaire", "The file of answers"

REASONS = {
    errno.ENOENT: "the folder {folder} is not there",
    errno.ENOTDIR: "{folder} is not a folder",
    errno.EISDIR: "it is a folder",
    errno.EACCES: "you may not write in {folder}, or the file is open in another program",
    errno.EPERM: "you may not write in {folder}, or the file is open in another program",
    errno.EROFS: "{folder} can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EINVAL: "the name is not one that a file can have",
}
"""Why a file could not be written; what is not here is told in the system's own words."""


def write_report(
    assessment: Assessment,
    catalogue: Catalogue,
    target: Path,
    *,
    created: datetime.date,
    sheets: Sheets = "both",
    form: Form = "pdf",
    paper: Paper = PLAIN,
    earlier: Sequence[Screening] = (),
) -> None:
    """Write the report on *assessment*, dated *created*, to *target*.

    With *earlier* screenings of the same client it also says what differs from the last.

    A file that is there is replaced in one step, once the new one is whole. Only its owner
    may read it.

    Raises:
        ValueError: The outcome is ``incomplete``, or an earlier screening is later.
        BadTarget: *target* is no place for a file.
        PdfUnavailable: A PDF is wanted and a library is missing; HTML still works.
        ReportError: The report could not be made or written; *target* is as it was.
    """

    def make() -> bytes:
        return report_content(
            assessment,
            catalogue,
            created=created,
            sheets=sheets,
            form=form,
            paper=paper,
            earlier=earlier,
        )

    write_whole(target, make, REPORT)


def report_content(
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    created: datetime.date,
    sheets: Sheets = "both",
    form: Form = "pdf",
    paper: Paper = PLAIN,
    earlier: Sequence[Screening] = (),
    notes: Mapping[str, str] = NO_NOTES,
) -> bytes:
    """Return the report on *assessment*, dated *created*, as it stands in its file.

    *notes* are the trainer's, by exercise id; they stand on the trainer sheet.

    Raises:
        ValueError: The outcome is ``incomplete``, or an earlier screening is later.
        PdfUnavailable: A PDF is wanted and a library is missing; HTML still works.
        ReportError: The report could not be made.
    """

    def page() -> str:
        view = view_of(assessment, catalogue, created, earlier, notes)
        return html_of(view, sheets, self_contained=form == "html", paper=paper)

    if form == "html":
        return page().encode()
    if is_warm():
        return pdf_of(page(), created)
    with made_beside(page) as text:
        warm_up()
        return pdf_of(text(), created)


def write_blank(
    questionnaire: Questionnaire,
    target: Path,
    *,
    created: datetime.date,
    form: Form = "pdf",
    paper: Paper = PLAIN,
) -> None:
    """Write the blank questionnaire to *target*, as ``write_report`` does a report.

    Raises:
        BadTarget, PdfUnavailable, ReportError: As for a report.
    """

    def make() -> bytes:
        page = blank_html(questionnaire, self_contained=form == "html", paper=paper)
        return pdf_of(page, created) if form == "pdf" else page.encode()

    write_whole(target, make, BLANK)


def write_whole(target: Path, make: Callable[[], bytes], what: str) -> None:
    """Write what *make* returns to *target* in one step, for its owner only.

    *what* it is, as a sentence begins, stands in the message of an error.

    Raises:
        BadTarget: *target* is no place for a file; *make* was not called.
        ReportError: It could not be written; *target* is as it was.
    """
    check_place(target, what)
    content = make()
    with _explained(target, ReportError, what):
        _replace(_place_of(target), content)


def check_place(target: Path, what: str) -> None:
    """Make sure that a file can stand at *target*.

    Raises:
        BadTarget: It is no place for a file.
    """
    with _explained(target, BadTarget, what):
        _place_of(target)


def _place_of(target: Path) -> Path:
    """Return the file that *target* means, links followed, if one can be written there."""
    final = Path(os.path.realpath(target))
    if not final.parent.is_dir():
        raise OSError(errno.ENOTDIR if final.parent.exists() else errno.ENOENT, "")
    if final.is_dir():
        raise OSError(errno.EISDIR, "")
    if final.exists() and not final.is_file():
        raise OSError(None, "it is not a file")
    return final


def _replace(final: Path, content: bytes) -> None:
    """Put *content* in the place of *final*, by way of a file beside it."""
    handle, name = tempfile.mkstemp(dir=final.parent, prefix=".report-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(final)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


@contextmanager
def _explained(target: Path, kind: type[ReportError], what: str) -> Iterator[None]:
    """Turn what the system says into one sentence: what, where, why."""
    try:
        yield
    except (OSError, ValueError) as error:
        code = error.errno if isinstance(error, OSError) else errno.EINVAL
        folder = Path(str(target).replace("\0", "")).absolute().parent
        reason = REASONS.get(code or 0, "").format(folder=folder)
        reason = reason or getattr(error, "strerror", "") or str(error)
        raise kind(f"{what} was not written to {target}: {reason}.") from error
