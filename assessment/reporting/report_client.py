"""The report is made by another process, before it is asked for.

The quiz never loads what makes it, and no key waits for it: the process is warm, and the report is
in memory by the time that somebody wants to save it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessment.files.owner_only import make_folder
from assessment.reporting.pool import ReportPool
from assessment.reporting.request import (
    Document,
    EarlierScreening,
    Report,
    ReportFailure,
    ReportRequest,
    ReportResult,
)
from reports.errors import ReportError
from reports.output.report_file import REPORT, write_whole

MOST_SECONDS = 120.0
SUFFIXES = (".pdf", ".html")
NO_REASON = "the program stopped"


@dataclass(frozen=True, slots=True)
class SavedReport:
    """The report is at ``path``; ``is_pdf`` is False for a web page in its place."""

    path: Path

    @property
    def is_pdf(self) -> bool:
        """Whether it is the PDF that was asked for."""
        return self.path.suffix == ".pdf"


def free_target(folder: Path, now: datetime) -> Path:
    """Return a path in *folder* named by the minute, never one that is taken.

    No client's name stands in it: a list of files is seen by everybody.
    """
    stem = f"posterior-chain-{now:%Y-%m-%d-%H%M}"
    number = 1
    while True:
        target = folder / f"{stem if number == 1 else f'{stem}-{number}'}.pdf"
        if not any(target.with_suffix(suffix).exists() for suffix in SUFFIXES):
            return target
        number += 1


class ReportClient:
    """A process of *command* (see ``assessment.reporting.worker``), and what is asked of it.

    Only ``save`` waits. *earlier* screenings go with each report of the quiz. After ``close`` it
    can be used again.
    """

    def __init__(self, command: Sequence[str], earlier: tuple[EarlierScreening, ...] = ()) -> None:
        self._command, self._earlier = tuple(command), earlier
        self._pool: ReportPool | None = None
        self._prepared: tuple[ReportRequest, Future[ReportResult]] | None = None
        self._one_at_a_time = threading.Lock()

    def begin(self) -> None:
        """Start the process, so that it is warm when answers come; nothing if it runs."""
        with suppress(OSError):  # asked to save, it will be tried again, and say why
            self._started().start()

    def prepare(self, document: Document) -> None:
        """Have the report on *document* made, in place of any other.

        Nothing happens while one is being saved: it takes all that it needs along.
        """
        if self._one_at_a_time.acquire(blocking=False):
            try:
                self._future_of(self._request(document))
            finally:
                self._one_at_a_time.release()

    def forget(self) -> None:
        """Keep nothing of a client in memory any more."""
        self._prepared = None

    def save(self, document: Document, folder: Path, now: datetime) -> SavedReport | ReportFailure:
        """Have the report on *document* written into *folder*; return when it is on the disk."""
        return self.save_at(free_target(folder, now), self._request(document))

    def save_at(self, target: Path, request: ReportRequest) -> SavedReport | ReportFailure:
        """Have the report of *request* written to *target*; return when it is on the disk."""
        with self._one_at_a_time:
            try:
                make_folder(target.parent)
            except OSError as error:
                return ReportFailure(error.strerror or NO_REASON)
            result = self._future_of(request).result()
            if isinstance(result, ReportFailure):
                return result
            return _written(result, target)

    def close(self) -> None:
        """End the process, once what is being saved is on the disk."""
        with self._one_at_a_time:
            self.forget()
            if self._pool:
                self._pool.close()
            self._pool = None

    def _request(self, document: Document) -> ReportRequest:
        return ReportRequest(document, earlier=self._earlier, or_html=True)

    def _started(self) -> ReportPool:
        self._pool = self._pool or ReportPool(self._command, seconds=MOST_SECONDS)
        return self._pool

    def _future_of(self, request: ReportRequest) -> Future[ReportResult]:
        """Return what comes of *request*: of several that are prepared only the last one counts.

        One that failed is tried again, since what was in the way may be gone.
        """
        if self._prepared:
            last, future = self._prepared
            failed = future.done() and isinstance(future.result(), ReportFailure)
            if last == request and not failed:
                return future
            future.cancel()
        future = self._started().submit(request)
        self._prepared = request, future
        return future


def _written(report: Report, target: Path) -> SavedReport | ReportFailure:
    path = target.with_suffix(f".{report.format}")
    try:
        write_whole(path, lambda: report.content, REPORT)
    except ReportError as error:
        return ReportFailure(str(error))
    return SavedReport(path)
