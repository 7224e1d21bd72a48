"""The report on one record: by whom it is made, where it goes, and that it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessment.casebook import words
from assessment.casebook.history import PastScreening
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.reports_made import paper_made
from assessment.records.store.repository import note
from assessment.reporting.client import Made, NotMade, ReportClient
from reports.html.render import Sheets


class NoReportError(OSError):
    """The report could not be made; the message is a sentence."""


@dataclass(frozen=True)
class Order:
    """Which sheets of which screening are wanted, and the earlier ones to be put beside it."""

    screening: PastScreening
    sheets: Sheets = "both"
    earlier: tuple[PastScreening, ...] = ()


def make_paper(desk: Desk, report: ReportClient, order: Order, target: Path) -> Path:
    """Have the report of *order* written to *target*, and return where it is.

    It is known from then on: erasing the client takes it away.

    Raises:
        NoReportError: It could not be made.
        StoreError: It is made, and could not be made known; it is taken away again.
    """
    screening = order.screening
    if screening.content is None or screening.assessment is None:
        reason = screening.why_closed or words.OTHER_VERSION
        raise NoReportError(words.NO_PAPER.format(reason=reason))
    if screening.is_incomplete:
        raise NoReportError(words.NO_PAPER.format(reason=words.NOT_COMPLETE))
    more = {
        "sheets": order.sheets,
        "created": screening.day.isoformat(),
        "notes": dict(screening.content.notes),
        "earlier": dated(order.earlier),
    }
    match report.save_at(target, screening.content.answers, more):
        case NotMade(reason):
            raise NoReportError(words.NOT_MADE.format(reason=reason))
        case Made(path):
            return _known(desk, screening, path)


def dated(screenings: Iterable[PastScreening]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the day and the answers of those *screenings* that a report can set beside."""
    return [
        (one.day.isoformat(), one.content.answers)
        for one in screenings
        if one.content and not one.is_incomplete
    ]


def _known(desk: Desk, screening: PastScreening, path: Path) -> Path:
    try:
        paper_made(desk.store, screening.record, path)
        note(desk.store, "saved", screening.record.id)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path
