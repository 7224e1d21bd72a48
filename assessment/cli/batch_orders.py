"""From a record to the order for its report: opened, read, and no longer than that in the clear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from assessment.cli.batch_plans import Plan, Wanted

if TYPE_CHECKING:
    from assessment.core.answers import AnswerSheet
    from assessment.records.sealing.desk_session import Desk
    from assessment.records.sealing.payload import Content
    from assessment.reporting.executor import Earlier, Order

WITHOUT = "{name} comes without what was answered on {day}: {reason}."


class UnreadableRecordError(Exception):  # a state of a record, said as it is
    """A record cannot be opened, or its answers not be read; the message says why."""


def order_for(desk: Desk, plan: Plan, wanted: Wanted, tell: Callable[[str], None]) -> Order:
    """Return the order for the report of *plan*; *tell* is told of what it has to do without.

    Raises:
        Unreadable: Its record cannot be opened or read.
        StoreError: The desk is shut, or the store cannot be read any more.
    """
    from assessment.reporting.executor import Order

    content = _content(desk, plan.record)
    return Order(
        plan.record.hex,
        dict(_sheet(content).given),
        plan.chosen.day,
        tuple(_earlier(desk, plan, tell)),
        sheets=wanted.sheets,
        form=wanted.form,
        paper=wanted.paper,
        notes=dict(content.notes),
    )


def _earlier(desk: Desk, plan: Plan, tell: Callable[[str], None]) -> Iterator[Earlier]:
    """Yield the earlier screenings of the same client, oldest first."""
    from assessment.casebook.selection import day_of
    from assessment.reporting.executor import Earlier
    from questions.loader import load_questionnaire

    here = load_questionnaire().version
    for line in plan.chosen.before:
        version = line.record.questionnaire
        try:
            given = dict(_sheet(_content(desk, line.record.id)).given) if version == here else None
        except UnreadableRecordError as error:
            reason = str(error).rstrip(".")
            tell(WITHOUT.format(name=plan.path.name, day=day_of(line), reason=reason))
        else:
            yield Earlier(day_of(line), version, given)


def _content(desk: Desk, record: UUID) -> Content:
    from assessment.records import errors
    from assessment.records.sealing.payload import open_content
    from assessment.records.store.repository import record_of

    keys = desk.keys  # a desk that has shut itself ends all, not this record alone
    try:
        return open_content(record_of(desk.store, record), keys)
    except (
        errors.NotFoundError,
        errors.SealedError,
        errors.StoreDamagedError,
        errors.StoreNewerError,
    ) as error:
        raise UnreadableRecordError(str(error)) from error


def _sheet(content: Content) -> AnswerSheet:
    from assessment.exchange.answers_document import AnswersFileError, sheet_of
    from questions.loader import load_questionnaire

    try:
        return sheet_of(content.answers, load_questionnaire())
    except AnswersFileError as error:
        raise UnreadableRecordError("; ".join(error.faults)) from error
