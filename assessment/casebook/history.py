"""A client's screenings, opened: what was answered, what came out, and what is closed and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessment.casebook.clients import Line, line_for
from assessment.casebook.corrections import sheet_in
from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import Assessment, assess
from assessment.core.gate import Outcome
from assessment.core.retest.screenings import Screening
from assessment.exchange.answers_document import AnswersFileError
from assessment.records.errors import StoreDamagedError
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Content
from assessment.records.store.repository import current, records_of
from assessment.records.store.values import Record

OTHER_QUESTIONS = "asked with questions that this program does not know"
NOT_WHOLE = "not whole; take it from another laptop, a server or a backup"


@dataclass(frozen=True)
class PastScreening:
    """One current record of a client.

    ``content`` and ``assessment`` are None where it is closed; ``why_closed`` says why.
    """

    record: Record
    line: Line
    content: Content | None = None
    assessment: Assessment | None = None
    why_closed: str = ""

    @property
    def day(self) -> date:
        """The day of the screening, where the gym is."""
        return self.record.finished_at.astimezone().date()

    @property
    def is_incomplete(self) -> bool:
        """Whether a safety question was open, so that nothing was shown but that."""
        return self.assessment is not None and self.assessment.outcome is Outcome.INCOMPLETE

    @property
    def screening(self) -> Screening:
        """What a later one is set beside."""
        return Screening(self.day, self.record.questionnaire, self.assessment)


def past_screenings(desk: Desk, client: UUID) -> tuple[PastScreening, ...]:
    """Return the current screenings of *client*, oldest first; none where it was erased.

    Raises:
        Sealed: The desk is shut.
        StoreError: The store cannot be read.
    """
    records = current(records_of(desk.store, client))
    records.sort(key=lambda record: record.finished_at)
    return tuple(past_screening(desk, record) for record in records)


def before(one: PastScreening, sittings: Sequence[PastScreening]) -> tuple[PastScreening, ...]:
    """Return those of *sittings* that came before *one*, oldest first."""
    return tuple(
        other
        for other in sittings
        if other.record.finished_at < one.record.finished_at and other.record.id != one.record.id
    )


def past_screening(desk: Desk, record: Record) -> PastScreening:
    """Return *record* opened, as far as it can be.

    Raises:
        Sealed: The desk is shut.
    """
    line = line_for(desk, record)
    if line.card is None:
        return PastScreening(record, line, why_closed=line.why_closed)
    try:
        content = desk.content(record)
    except StoreDamagedError:
        return PastScreening(record, line, why_closed=NOT_WHOLE)
    try:
        assessment = assess(sheet_in(content), load_catalogue())
    except AnswersFileError:
        return PastScreening(record, line, content, why_closed=OTHER_QUESTIONS)
    return PastScreening(record, line, content, assessment)
