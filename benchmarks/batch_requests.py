"""Requests for many reports: the clients who may train, round and round."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from itertools import cycle, islice

from assessment.cli.quiz import report_command
from assessment.reporting.pool import ReportPool, Submit, results_of
from assessment.reporting.request import ReportFailure, ReportRequest
from benchmarks.paper import DAY, TRAINING, answers_of
from reports.output.print_options import PLAIN, Sheets


def pool_of(jobs: int) -> ReportPool:
    """Return *jobs* processes of this computer."""
    return ReportPool(report_command(), jobs)


def requests(number: int, sheets: Sheets = "client") -> Iterator[tuple[int, ReportRequest]]:
    """Yield *number* requests."""
    documents = [json.loads(answers_of(one).read_text(encoding="utf-8")) for one in TRAINING]
    for at, answers in enumerate(islice(cycle(documents), number)):
        yield at, ReportRequest(answers, DAY, sheets=sheets, print_options=PLAIN)


def made_by(submit: Submit, number: int, ahead: int) -> dict[int, bytes]:
    """Return *number* reports made where *submit* hands them over, by their numbers."""
    made = {}
    for at, result in results_of(requests(number), submit, ahead=ahead):
        if isinstance(result, ReportFailure):
            raise RuntimeError(result.reason)
        made[at] = result.content
    return made


def seconds_for(submit: Submit, number: int, ahead: int) -> float:
    """Return how long *number* reports take."""
    start = time.perf_counter()
    made_by(submit, number, ahead)
    return time.perf_counter() - start
