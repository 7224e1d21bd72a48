"""The report on one record: by whom it is made, where it goes, and that it is known."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assessment.casebook import words
from assessment.casebook.history import PastScreening
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.reports_made import paper_made
from assessment.records.store.repository import note
from assessment.reporting.report_client import ReportClient
from assessment.reporting.request import (
    EarlierScreening,
    ReportFailure,
    ReportRequest,
    StoredResult,
)
from reports.output.print_options import Sheets


class NoReportError(OSError):
    """The report could not be made; the message is a sentence."""


def make_paper(
    desk: Desk,
    report: ReportClient,
    screening: PastScreening,
    target: Path,
    *,
    sheets: Sheets = "both",
    earlier: Iterable[PastScreening] = (),
) -> Path:
    """Have the report on *screening* written to *target*, and return where it is.

    *earlier* ones are set beside it. It is known from then on: erasing the client takes it away.

    Raises:
        NoReportError: It could not be made.
        StoreError: It is made, and could not be made known; it is taken away again.
    """
    request = request_for(screening, sheets=sheets, earlier=earlier)
    if request is None:
        reason = screening.why_closed or words.NOT_COMPLETE
        raise NoReportError(words.NO_PAPER.format(reason=reason))
    saved = report.save_at(target, request)
    if isinstance(saved, ReportFailure):
        raise NoReportError(words.NOT_MADE.format(reason=saved.reason))
    return _known(desk, screening, saved.path)


def request_for(
    screening: PastScreening, *, sheets: Sheets = "both", earlier: Iterable[PastScreening] = ()
) -> ReportRequest | None:
    """Return what to ask for to have *screening* on paper, *earlier* ones set beside it.

    One of another version is printed as it is stored. None: it is closed, or not complete.
    """
    content = screening.content
    if content is None or screening.is_incomplete:
        return None
    other = screening.is_of_other_version
    return ReportRequest(
        content.answers,
        screening.day,
        () if other else as_earlier(earlier),
        sheets=sheets,
        or_html=True,
        notes=content.notes,
        plan_changes=content.plan_changes,
        stored=StoredResult(content.assessment, screening.record.program) if other else None,
    )


def as_earlier(screenings: Iterable[PastScreening]) -> tuple[EarlierScreening, ...]:
    """Return those of *screenings* that a report can set beside another."""
    return tuple(
        EarlierScreening(
            one.day, one.record.questionnaire, one.content.answers, one.content.plan_changes
        )
        for one in screenings
        if one.content and not one.is_incomplete
    )


def _known(desk: Desk, screening: PastScreening, path: Path) -> Path:
    try:
        paper_made(desk.store, screening.record, path)
        note(desk.store, "saved", screening.record.id)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path
