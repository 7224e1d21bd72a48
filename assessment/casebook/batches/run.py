"""One run of a batch: what is up to date stays, the rest is made, kept and noted one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Protocol
from uuid import UUID

from assessment.casebook.batches.batch_files import BatchItem, BatchRequest
from assessment.casebook.batches.contents import UnreadableRecordError, request_for
from assessment.casebook.selection import Chosen
from assessment.records.errors import NotFoundError
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.reports_made import papers_made
from assessment.records.store.repository import note, record_of
from assessment.reporting.pool import Submit, results_of
from assessment.reporting.request import ReportFailure, ReportRequest
from reports.errors import BadTargetError, PdfUnavailableError
from reports.output.report_file import REPORT, write_whole

NOT_MADE = "{name} was not made: {reason}."


class BatchProgress(Protocol):
    """Is told how far a batch is."""

    def step(self) -> None:
        """Take note that one report is done with."""

    def tell(self, sentence: str) -> None:
        """Say *sentence* to who waits."""


class Batch:
    """The reports on *screenings*, as *request* asks, with what the open *desk* reads."""

    def __init__(self, desk: Desk, screenings: Iterable[Chosen], request: BatchRequest) -> None:
        self.items = request.items(screenings)
        self.kept = {item.record for item in self.items if item.is_up_to_date()}
        """Records whose report was whole and up to date before."""
        self.made: set[UUID] = set()
        self._desk, self._request = desk, request

    @property
    def todo(self) -> list[BatchItem]:
        """What is neither made nor up to date."""
        return [item for item in self.items if item.record not in self.kept | self.made]

    @property
    def whole(self) -> list[BatchItem]:
        """What is there."""
        return [item for item in self.items if item.record in self.kept | self.made]

    def register(self) -> None:
        """Make all its files known to the store: who is erased from now on takes them along.

        Raises:
            StoreError: The store cannot be written.
        """
        papers = [(item.chosen.line.record, item.path) for item in self.items]
        papers_made(self._desk.store, papers)

    def make(self, submit: Submit, ahead: int, progress: BatchProgress) -> None:
        """Make what is to do, with at most *ahead* requests under way at *submit*.

        Raises:
            PdfUnavailableError: A library is missing on this computer.
            ReportError: A report cannot be written.
            StoreError: The store cannot be read or written any more.
        """
        requests = self._requests(self.todo, progress)
        with closing(results_of(requests, submit, ahead=ahead)) as results:
            for item, result in results:
                if not isinstance(result, ReportFailure):
                    self._keep(item, result.content, progress)
                elif result.cannot_make_pdfs:
                    raise PdfUnavailableError(result.reason)
                else:
                    _leave(item, result.reason, progress)

    def outdated(self) -> Iterator[tuple[Path, Path]]:
        """Yield files of reports on records that were corrected since, each with the new one."""
        for item in self.whole:
            old = item.chosen.line.record.corrects
            path = self._request.path_of(item.chosen.day, old) if old else None
            if path and path.exists():
                yield path, item.path

    def _requests(
        self, items: Iterable[BatchItem], progress: BatchProgress
    ) -> Iterator[tuple[BatchItem, ReportRequest]]:
        """Yield a request for each of *items*, opened only now; tell which cannot be opened."""
        for item in items:
            self._desk.touch()
            try:
                request = request_for(self._desk, item, self._request, progress.tell)
            except UnreadableRecordError as error:
                _leave(item, str(error), progress)
            else:
                yield item, request

    def _keep(self, item: BatchItem, content: bytes, progress: BatchProgress) -> None:
        """Write the report of *item* in one step, and note it."""
        try:
            write_whole(item.path, lambda: item.stamped(content), REPORT)
            record_of(self._desk.store, item.record)
        except BadTargetError as error:
            _leave(item, str(error), progress)
        except NotFoundError as error:  # erased while its report was made
            item.path.unlink(missing_ok=True)
            _leave(item, str(error), progress)
        else:
            note(self._desk.store, "reported", item.record)
            self.made.add(item.record)
            progress.step()


def _leave(item: BatchItem, reason: str, progress: BatchProgress) -> None:
    """Tell that there is no report for *item*, and why."""
    progress.tell(NOT_MADE.format(name=item.path.name, reason=reason.rstrip(".")))
    progress.step()
