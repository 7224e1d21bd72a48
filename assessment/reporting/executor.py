"""Many reports over any ``concurrent.futures.Executor``, a few of them under way at a time.

An order is small and can be pickled: the answers, not the page. The report comes back as bytes,
so an executor may run on other computers, and nothing of a client is on a disk that did not ask.
``assessment/reporting/pool.py`` has the processes of this computer for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from assessment.catalogue.loader import load_catalogue
from assessment.core.answers import AnswerSheet, Value
from assessment.core.assess import Assessment, assess
from assessment.core.gate import Outcome
from assessment.core.retest.screenings import Screening
from assessment.version import VERSION
from questions.loader import load_questionnaire
from reports.errors import PdfUnavailableError, ReportError
from reports.html.render import Sheets
from reports.output.content import Form
from reports.output.print_options import PLAIN, PrintOptions
from reports.output.write import report_content

NOT_COMPLETE = "a question that decides whether somebody may train has no answer"
OTHER_PROGRAM = "it was to be made by version {there}, and this is version {here}"
PROCESS_ENDED = "the process that made it ended before it was done; is there enough memory?"
UNEXPECTED = "something went wrong in the program"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier screening of the same client. ``answers`` is None for another *version*."""

    day: datetime.date
    version: str
    answers: Mapping[str, Value] | None


@dataclass(frozen=True, slots=True)
class Order:
    """What decides every byte of a report, and a *name* by which its caller knows it again."""

    name: str
    answers: Mapping[str, Value]
    """The answers of one sheet, each as ``value_of`` returned it (``AnswerSheet.given``)."""
    created: datetime.date
    earlier: tuple[Earlier, ...] = ()
    """Each before the day of the report, oldest first."""
    sheets: Sheets = "both"
    form: Form = "pdf"
    paper: PrintOptions = PLAIN
    notes: Mapping[str, str] = field(default_factory=dict)
    """The trainer's, by exercise id."""
    program: str = VERSION
    """Of who orders: another program would make another report."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report, as it stands in its file."""

    order: Order
    content: bytes


@dataclass(frozen=True, slots=True)
class NotMade:
    """An order of which no report came, and why in words.

    *was_lost*: its worker ended, or the one of another order; it may be ordered again.
    *fault* is set where the program is to blame.
    """

    order: Order
    reason: str
    was_lost: bool = False
    fault: BaseException | None = None


Result: TypeAlias = Made | NotMade


def report_of(order: Order) -> bytes:
    """Return the report that *order* asks for; this is what a worker does.

    Raises:
        PdfUnavailableError: A PDF is wanted and a library is missing on this computer.
        ReportError: There is no such report; the message says why.
    """
    if order.program != VERSION:
        raise ReportError(OTHER_PROGRAM.format(there=order.program, here=VERSION))
    assessment = _assessed(order.answers)
    if assessment.outcome is Outcome.INCOMPLETE:
        raise ReportError(NOT_COMPLETE)
    return report_content(
        assessment,
        load_catalogue(),
        created=order.created,
        sheets=order.sheets,
        form=order.form,
        paper=order.paper,
        earlier=[one for one in map(_screening, order.earlier) if not _is_incomplete(one)],
        notes=order.notes,
    )


def _assessed(answers: Mapping[str, Value]) -> Assessment:
    return assess(AnswerSheet.of(load_questionnaire(), answers), load_catalogue())


def _screening(one: Earlier) -> Screening:
    assessment = None if one.answers is None else _assessed(one.answers)
    return Screening(one.day, one.version, assessment)


def _is_incomplete(one: Screening) -> bool:
    return one.assessment is not None and one.assessment.outcome is Outcome.INCOMPLETE


def reports_on(
    orders: Iterator[Order], executor: Executor, *, ahead: int
) -> Generator[Result, None, None]:
    """Yield the result of each of *orders* as it is done, in any order.

    At most *ahead* are with *executor* at a time; the others are not taken from *orders* yet, so
    there may be any number. Where *executor* breaks, those that were with it come as lost, and
    the rest stay in *orders*, for another executor. Closed early, it takes back what has not begun.

    Raises:
        PdfUnavailableError: A library is missing where the reports are made, so none can be made.
    """
    running: dict[Future[bytes], Order] = {}
    is_broken = False
    try:
        while True:
            for order in islice(orders, 0 if is_broken else ahead - len(running)):
                running[_handed_over(order, executor)] = order
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                result = _result(running.pop(future), future)
                is_broken |= isinstance(result, NotMade) and result.was_lost
                yield result
    finally:
        for future in running:
            future.cancel()


def _handed_over(order: Order, executor: Executor) -> Future[bytes]:
    try:
        return executor.submit(report_of, order)
    except BrokenExecutor as error:
        failed: Future[bytes] = Future()
        failed.set_exception(error)
        return failed


def _result(order: Order, done: Future[bytes]) -> Result:
    """Return what came of *order*.

    Raises:
        PdfUnavailableError: A library is missing where it was to be made.
    """
    match done.exception():
        case None:
            return Made(order, done.result())
        case BrokenExecutor():
            return _lost(order)
        case PdfUnavailableError() as error:
            raise error
        case ReportError() as error:
            return NotMade(order, str(error))
        case error:
            return NotMade(order, UNEXPECTED, fault=error)


def _lost(order: Order) -> NotMade:
    return NotMade(order, PROCESS_ENDED, was_lost=True)
