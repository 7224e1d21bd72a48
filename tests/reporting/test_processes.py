"""Reports by processes of this computer: the same bytes, and nothing left behind."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.reporting.executor import Made, NotMade, Order, report_of
from assessment.reporting.pool import reports_by_processes, usable_cores
from tests.reports.fixtures import DAY, Case


class Deadly:
    """Ends the process that unpacks it."""

    def __reduce__(self) -> Any:
        return os._exit, (9,)


@pytest.fixture
def answers(case: Case) -> dict[str, Any]:
    return dict(case("D12").sheet.given)


def test_processes_make_the_same_bytes(answers: dict[str, Any]) -> None:
    orders = [Order(name, answers, DAY, form="html") for name in "abc"]

    made = {
        one.order.name: one.content
        for one in reports_by_processes(iter(orders), 2)
        if isinstance(one, Made)
    }

    assert made == dict.fromkeys("abc", report_of(orders[0]))
    assert multiprocessing.active_children() == []


@pytest.mark.heavy
def test_an_order_that_ends_its_process_is_lost_alone(answers: dict[str, Any]) -> None:
    def orders() -> Iterator[Order]:
        for name in "abcde":
            given: Any = Deadly() if name == "c" else answers
            yield Order(name, given, DAY, form="html")

    results = {one.order.name: one for one in reports_by_processes(orders(), 1)}

    lost = results.pop("c")
    assert isinstance(lost, NotMade)
    assert "ended before it was done" in lost.reason
    assert sorted(results) == list("abde")
    assert all(isinstance(one, Made) for one in results.values())


def test_whoever_stops_waits_for_no_report(answers: dict[str, Any]) -> None:
    results = reports_by_processes((Order(name, answers, DAY, form="html") for name in "abcd"), 1)
    next(results)
    results.close()
    assert multiprocessing.active_children() == []


FOR_EVER = """
import itertools, sys
from assessment.reporting.executor import Order
from assessment.reporting.pool import reports_by_processes
from tests.reports.fixtures import DAY

if __name__ == "__main__":
    orders = (Order("x", {}, DAY, form="html") for _ in itertools.count())
    for _ in reports_by_processes(orders, 1):
        print("one", flush=True)
"""


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_when_the_program_is_killed_its_processes_end_too(tmp_path: Path) -> None:
    script = tmp_path / "for_ever.py"
    script.write_text(FOR_EVER)
    path = os.pathsep.join(filter(None, [str(Path.cwd()), os.environ.get("PYTHONPATH")]))
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path},
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == b"one\n"
        program.kill()
        _, said = program.communicate(timeout=300)  # ends when nobody holds the pipes any more
    assert b"Traceback" not in said


def test_there_is_a_process_for_each_core_that_may_be_used() -> None:
    cores = os.cpu_count() or 1
    assert 1 <= usable_cores() <= cores
