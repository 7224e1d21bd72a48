"""Many orders over any executor: each once, few at a time, and what happens when one goes wrong."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.reporting import executor as batch
from assessment.reporting.executor import Made, NotMade, Order, report_of, reports_on
from reports.errors import PdfUnavailableError, ReportError
from reports.output.write import report_content
from tests.conftest import MakeAssessment
from tests.reports.fixtures import DAY, Case

FINE, REFUSED, FAULTY = "fine", "refused", "faulty"


def order(name: str, answers: Any = None) -> Order:
    return Order(name, answers or {}, DAY, form="html")


def stand_in(one: Order) -> bytes:
    """Stand for the making of a report, which goes as the order says."""
    match one.answers.get("kind"):
        case "refused":
            raise ReportError("no such report")
        case "faulty":
            raise ZeroDivisionError
        case "no pango":
            raise PdfUnavailableError("Pango is missing")
    return one.name.encode()


@pytest.fixture(autouse=True, scope="module")
def _stand_in() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "report_of", stand_in)
        yield


class Counting(Executor):
    """Does each order at once, counts how many are under way, and breaks at one of them."""

    def __init__(self, breaks_at: int | None) -> None:
        self.begun = 0
        self.breaks_at = breaks_at

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        if self.breaks_at is not None and self.begun >= self.breaks_at:
            raise BrokenExecutor
        self.begun += 1
        done: Future[Any] = Future()
        try:
            done.set_result(work(*given, **named))
        except Exception as error:  # noqa: BLE001  # as an executor does
            done.set_exception(error)
        return done


@given(
    kinds=st.lists(st.sampled_from([FINE, REFUSED, FAULTY]), max_size=12),
    ahead=st.integers(1, 5),
    breaks_at=st.none() | st.integers(0, 12),
)
def test_each_order_comes_back_once_or_waits_for_another_executor(
    kinds: list[str], ahead: int, breaks_at: int | None
) -> None:
    executor, results = Counting(breaks_at), []
    orders = iter([order(str(at), {"kind": kind}) for at, kind in enumerate(kinds)])
    for result in reports_on(orders, executor, ahead=ahead):
        results.append(result)
        assert executor.begun - len(results) < ahead

    whole = [one.order.name for one in results if not (isinstance(one, NotMade) and one.was_lost)]
    lost = [one.order.name for one in results if isinstance(one, NotMade) and one.was_lost]
    left = [one.name for one in orders]
    assert sorted(map(int, whole + lost + left)) == list(range(len(kinds)))
    assert len(lost) <= ahead
    assert bool(lost) == (breaks_at is not None and breaks_at < len(kinds))
    assert left == [] or lost
    for one in results:
        kind = kinds[int(one.order.name)]
        match one:
            case Made():
                assert (kind, one.content) == (FINE, one.order.name.encode())
            case NotMade(was_lost=False):
                assert kind in (REFUSED, FAULTY)
                assert isinstance(one.fault, ZeroDivisionError) == (kind == FAULTY)
                assert (one.reason == "no such report") == (kind == REFUSED)


class Busy(Executor):
    """Ends its oldest order only when it has *most* of them."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.begun = 0
        self.waiting: list[Future[Any]] = []

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        self.begun += 1
        self.waiting.append(Future())
        latest = self.waiting[-1]
        if len(self.waiting) == self.most:
            self.waiting.pop(0).set_result(b"")
        return latest


@pytest.mark.parametrize("ahead", [1, 2, 5])
def test_orders_are_taken_only_as_they_can_be_begun(ahead: int) -> None:
    """So there may be ten thousand of them, or no end."""
    busy = Busy(ahead)
    results = reports_on((order(str(number)) for number in count()), busy, ahead=ahead)
    for number in range(1, 9):
        next(results)
        assert busy.begun < number + ahead
    results.close()


def test_an_executor_of_python_runs_it_unchanged() -> None:
    with ThreadPoolExecutor(3) as executor:
        names = {str(number) for number in range(20)}
        made = {one.order.name for one in reports_on(map(order, names), executor, ahead=6)}
    assert made == names


def test_what_is_not_begun_is_taken_back_when_somebody_stops() -> None:
    class Waiting(Executor):
        def __init__(self) -> None:
            self.futures: list[Future[Any]] = []

        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            self.futures.append(Future())
            if len(self.futures) == 1:
                self.futures[0].set_result(b"")
            return self.futures[-1]

    waiting = Waiting()
    results = reports_on(map(order, "abcd"), waiting, ahead=3)
    next(results)
    results.close()
    assert [one.cancelled() for one in waiting.futures] == [False, True, True]


def test_a_computer_without_pango_ends_it_all() -> None:
    orders = iter([order("a", {"kind": "no pango"}), order("b")])
    with pytest.raises(PdfUnavailableError, match="Pango"):
        list(reports_on(orders, Counting(None), ahead=1))
    assert next(orders).name == "b"


def given_by(sheet: AnswerSheet) -> dict[str, Any]:
    return dict(sheet.given)


def test_a_report_is_that_of_the_same_answers_anywhere(case: Case, catalogue: Catalogue) -> None:
    assessment = case("D02", name="Ana")
    ordered = order("x", given_by(assessment.sheet))

    packed = pickle.dumps(ordered)

    assert len(packed) < 10_000
    assert report_of(pickle.loads(packed)) == report_content(  # noqa: S301  # packed just now
        assessment, catalogue, created=DAY, form="html"
    )


def test_another_version_of_the_program_is_told_apart(make_assessment: MakeAssessment) -> None:
    ordered = order("x", given_by(make_assessment().sheet))
    with pytest.raises(ReportError, match=r"version 0\.9"):
        report_of(replace(ordered, program="0.9"))


def test_answers_that_are_not_complete_have_no_report(make_assessment: MakeAssessment) -> None:
    ordered = order("x", given_by(make_assessment(hernia=None).sheet))
    with pytest.raises(ReportError, match="has no answer"):
        report_of(ordered)
