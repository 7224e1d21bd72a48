"""Orders for many reports: the clients who may train, round and round."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from itertools import cycle, islice

from assessment.exchange.answers_document import sheet_of
from assessment.reporting.executor import Made, Order, reports_on
from benchmarks.paper import DAY, TRAINING, answers_of
from questions.loader import load_questionnaire
from reports.html.render import Sheets


def orders(number: int, sheets: Sheets = "client") -> Iterator[Order]:
    """Yield *number* orders."""
    documents = [json.loads(answers_of(one).read_text(encoding="utf-8")) for one in TRAINING]
    given = [dict(sheet_of(one, load_questionnaire()).given) for one in documents]
    for at, answers in enumerate(islice(cycle(given), number)):
        yield Order(str(at), answers, DAY, sheets=sheets)


def made_by(executor: Executor, number: int, ahead: int) -> dict[str, bytes]:
    """Return *number* reports made by *executor*, by the names of their orders."""
    made = {}
    for result in reports_on(orders(number), executor, ahead=ahead):
        if not isinstance(result, Made):
            raise RuntimeError(result.reason)
        made[result.order.name] = result.content
    return made


def seconds_for(executor: Executor, number: int, ahead: int) -> float:
    """Return how long *executor* takes for *number* reports."""
    start = time.perf_counter()
    made_by(executor, number, ahead)
    return time.perf_counter() - start
