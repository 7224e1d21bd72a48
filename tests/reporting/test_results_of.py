"""Many requests over anything that takes them: each once, few at a time, and what goes wrong."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.reporting.pool import results_of
from assessment.reporting.request import Report, ReportFailure, ReportRequest, ReportResult
from assessment.reporting.worker_process import PROCESS_ENDED
from tests.reports.fixtures import DAY

FINE, REFUSED, LOST = "fine", "refused", "lost"


def request(kind: str = FINE) -> ReportRequest:
    return ReportRequest({"kind": kind}, DAY)


def stand_in(one: ReportRequest) -> ReportResult:
    """Stand for the making of a report, which goes as the request says."""
    match one.answers["kind"]:
        case "refused":
            return ReportFailure("no such report")
        case "lost":
            raise ConnectionError
    return Report(b"made", "pdf")


def future_of(one: ReportRequest) -> Future[ReportResult]:
    done: Future[ReportResult] = Future()
    try:
        done.set_result(stand_in(one))
    except ConnectionError as error:
        done.set_exception(error)
    return done


@given(kinds=st.lists(st.sampled_from([FINE, REFUSED, LOST]), max_size=12), ahead=st.integers(1, 5))
def test_each_request_comes_back_once(kinds: list[str], ahead: int) -> None:
    begun, results = 0, {}

    def submit(one: ReportRequest) -> Future[ReportResult]:
        nonlocal begun
        begun += 1
        return future_of(one)

    requests = iter([(at, request(kind)) for at, kind in enumerate(kinds)])
    for at, result in results_of(requests, submit, ahead=ahead):
        assert at not in results
        results[at] = result
        assert begun - len(results) < ahead

    told = {FINE: Report(b"made", "pdf"), REFUSED: ReportFailure("no such report")}
    lost = ReportFailure(PROCESS_ENDED)
    assert [results[at] for at in range(len(kinds))] == [told.get(kind, lost) for kind in kinds]


class Busy:
    """Ends its oldest request only when it has *most* of them."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.begun = 0
        self.waiting: list[Future[ReportResult]] = []

    def submit(self, _: ReportRequest) -> Future[ReportResult]:
        self.begun += 1
        self.waiting.append(Future())
        latest = self.waiting[-1]
        if len(self.waiting) == self.most:
            self.waiting.pop(0).set_result(Report(b"", "pdf"))
        return latest


@pytest.mark.parametrize("ahead", [1, 2, 5])
def test_requests_are_taken_only_as_they_can_be_begun(ahead: int) -> None:
    """So there may be ten thousand of them, or no end."""
    busy = Busy(ahead)
    results = results_of(((at, request()) for at in count()), busy.submit, ahead=ahead)
    for number in range(1, 9):
        next(results)
        assert busy.begun < number + ahead
    results.close()


def test_an_executor_of_python_runs_it_unchanged() -> None:
    """So does that of a cluster: CONTRIBUTING shows Dask's."""
    with ThreadPoolExecutor(3) as executor:
        requests = ((at, request()) for at in range(20))
        results = results_of(requests, lambda one: executor.submit(stand_in, one), ahead=6)
        made = {at for at, _ in results}
    assert made == set(range(20))


def test_what_is_not_begun_is_taken_back_when_somebody_stops() -> None:
    futures: list[Future[ReportResult]] = []

    def submit(_: ReportRequest) -> Future[ReportResult]:
        futures.append(Future())
        if len(futures) == 1:
            futures[0].set_result(Report(b"", "pdf"))
        return futures[-1]

    results = results_of(((at, request()) for at in range(4)), submit, ahead=3)
    next(results)
    results.close()
    assert [one.cancelled() for one in futures] == [False, True, True]
