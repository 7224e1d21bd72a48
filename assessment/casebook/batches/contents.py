"""From a record to the request for its report: opened, and no longer than that in the clear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from assessment.casebook.batches.batch_files import BatchItem, BatchRequest
from assessment.casebook.corrections import sheet_for_today
from assessment.casebook.selection import day_of
from assessment.exchange.answers_document import AnswersFileError, sheet_of
from assessment.records import errors
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Content, open_content
from assessment.records.store.repository import record_of
from assessment.records.store.values import Record
from assessment.reporting.request import EarlierScreening, ReportRequest, StoredResult
from questions.loader import load_questionnaire

WITHOUT = "{name} comes without what was answered on {day}: {reason}."
UNREADABLE = (
    errors.NotFoundError,
    errors.SealedError,
    errors.StoreDamagedError,
    errors.StoreNewerError,
)
"""What keeps one record closed, and no other."""


class UnreadableRecordError(Exception):
    """A record cannot be opened, or the answers before it not be read; the message says why."""


def request_for(
    desk: Desk, item: BatchItem, batch: BatchRequest, tell: Callable[[str], None]
) -> ReportRequest:
    """Return the request for the report of *item*; *tell* is told of what it has to do without.

    A record of another version is printed as it is stored.

    Raises:
        UnreadableRecordError: Its record cannot be opened or read.
        StoreError: The desk is shut, or the store cannot be read any more.
    """
    record, content = _opened(desk, item.record)
    fits = sheet_for_today(record, content) is not None
    return ReportRequest(
        content.answers,
        item.chosen.day,
        tuple(_earlier(desk, item, tell)) if fits else (),
        sheets=batch.sheets,
        format=batch.format,
        print_options=batch.print_options,
        notes=content.notes,
        plan_changes=content.plan_changes,
        gym=batch.gym,
        stored=None if fits else StoredResult(content.assessment, record.program),
    )


def _earlier(
    desk: Desk, item: BatchItem, tell: Callable[[str], None]
) -> Iterator[EarlierScreening]:
    """Yield the earlier screenings of the same client, oldest first."""
    here = load_questionnaire().version
    for line in item.chosen.before:
        version, day = line.record.questionnaire, day_of(line)
        try:
            content = _content(desk, line.record.id) if version == here else None
        except UnreadableRecordError as error:
            reason = str(error).rstrip(".")
            tell(WITHOUT.format(name=item.path.name, day=day, reason=reason))
        else:
            found = (content.answers, content.plan_changes) if content else (None, None)
            yield EarlierScreening(day, version, *found)


def _content(desk: Desk, record: UUID) -> Content:
    """Return what *record* holds, whose answers today's questions can read."""
    _, content = _opened(desk, record)
    try:
        sheet_of(content.answers, load_questionnaire())
    except AnswersFileError as error:
        raise UnreadableRecordError("; ".join(error.faults)) from error
    return content


def _opened(desk: Desk, name: UUID) -> tuple[Record, Content]:
    """Return the record of that *name*, and what it holds."""
    keys = desk.keys  # a desk that has shut itself ends all, not this record alone
    try:
        record = record_of(desk.store, name)
        return record, open_content(record, keys)
    except UNREADABLE as error:
        raise UnreadableRecordError(str(error)) from error
