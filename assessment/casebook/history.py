"""A client's screenings, opened: what was answered, what came out, and what is closed and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessment.casebook.corrections import assessed
from assessment.casebook.summaries import RecordSummary, summary_of
from assessment.core.answers import AnswerError, AnswerSheet, value_of
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.plan.changes.model import NO_CHANGES, PlanChanges
from assessment.core.retest.shapes import Screening
from assessment.records.errors import StoreDamagedError
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card, Content
from assessment.records.store.repository import current, records_of
from assessment.records.store.values import Record
from assessment.replanning.judging import Refused
from assessment.replanning.stored import stored_plan
from questions.loader import load_questionnaire

NOT_WHOLE = "not whole; take it from another laptop, a server or a backup"


@dataclass(frozen=True)
class PastScreening:
    """One current record of a client.

    Where it is closed ``content`` is None, and ``why_closed`` says why. ``assessment`` is None
    too where another version of the questionnaire made it: ``content`` has what it came to then.
    ``assessment`` has a trainer's changes of the plan, ``by_rules`` is without them.
    """

    record: Record
    summary: RecordSummary
    content: Content | None = None
    assessment: Assessment | None = None
    why_closed: str = ""
    by_rules: Assessment | None = None
    refused: tuple[Refused, ...] = ()
    """Changes of the plan that the rules of today do not allow, so that it is without them."""

    @property
    def changes(self) -> PlanChanges:
        """What a trainer changed of the plan, as far as today's rules allow it."""
        return self.assessment.changes if self.assessment else NO_CHANGES

    @property
    def day(self) -> date:
        """The day of the screening, where the gym is."""
        return self.record.day

    @property
    def card(self) -> Card | None:
        """What a list shows; None where it cannot be opened."""
        return self.summary.card

    @property
    def is_of_other_version(self) -> bool:
        """Whether today's rules cannot assess it anew; it is read as it was kept."""
        return self.content is not None and self.assessment is None

    @property
    def answers(self) -> AnswerSheet | None:
        """What was answered, to stand beside today's questions; None where it is closed.

        Of another version the answers to questions that are there today by the same id, where
        they fit: a question that was renamed is another question.
        """
        if self.assessment:
            return self.assessment.sheet
        return _fitting(self.content) if self.content else None

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
        SealedError: The desk is shut.
        StoreError: The store cannot be read.
    """
    records = current(records_of(desk.store, client))
    return tuple(past_screening(desk, record) for record in records)


def past_screening(desk: Desk, record: Record) -> PastScreening:
    """Return *record* opened, as far as it can be.

    Raises:
        SealedError: The desk is shut.
    """
    summary = summary_of(desk, record)
    if summary.card is None:
        return PastScreening(record, summary, why_closed=summary.why_closed)
    try:
        content = desk.content(record)
    except StoreDamagedError:
        return PastScreening(record, summary, why_closed=NOT_WHOLE)
    by_rules = assessed(record, content)
    if by_rules is None:
        return PastScreening(record, summary, content)
    plan = stored_plan(by_rules, content.plan_changes)
    return PastScreening(
        record, summary, content, plan.assessment, by_rules=by_rules, refused=plan.refused
    )


def _fitting(content: Content) -> AnswerSheet:
    """Return the answers of *content* that fit questions of today."""
    questionnaire, given = load_questionnaire(), {}
    for key, raw in content.answers["answers"].items():
        try:
            value = value_of(questionnaire.by_id[key], raw)
        except (KeyError, AnswerError):
            continue
        if value is not None:
            given[key] = value
    return AnswerSheet.of(questionnaire, given)
