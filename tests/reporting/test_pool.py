"""Reports by processes of this computer: which are kept busy, die, hang, and are never left."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment.reporting.pool import ReportPool, usable_cores
from assessment.reporting.request import Report, ReportFailure, ReportRequest
from assessment.reporting.worker_process import PROCESS_ENDED
from tests.reports.fixtures import DAY

ECHOES = """
import base64, json, os, sys
for line in sys.stdin:
    asked = json.loads(line)["answers"]
    if "dies" in asked:
        os._exit(9)
    if "hangs" in asked:
        sys.stdin.readline()
    content = base64.b64encode(f"{asked['name']} {os.getpid()}".encode()).decode()
    print(json.dumps({"content": content, "format": "pdf"}), flush=True)
"""
"""A worker that gives the name of who asked, and who it is."""
DIES_ONCE = """
import json, os, pathlib, sys
died = pathlib.Path(sys.argv[1])
line = sys.stdin.readline()
if not died.exists():
    died.touch()
    os._exit(9)
print(json.dumps({"content": "", "format": "pdf"}), flush=True)
"""

MakePool = Callable[..., ReportPool]


@pytest.fixture
def pool() -> Iterator[MakePool]:
    """Return a function: the worker's program and its arguments -> a pool, which ends by itself."""
    made: list[ReportPool] = []

    def make(code: str, *arguments: str, jobs: int = 1, seconds: float | None = None) -> ReportPool:
        made.append(ReportPool((sys.executable, "-c", code, *arguments), jobs, seconds))
        return made[-1]

    yield make
    for one in made:
        one.close()


def request(name: str, *kinds: str) -> ReportRequest:
    return ReportRequest({"name": name} | dict.fromkeys(kinds, "yes"), DAY)


def result_of(pool: ReportPool, one: ReportRequest) -> tuple[str, str]:
    result = pool.submit(one).result()
    assert isinstance(result, Report), result
    name, _, process = result.content.decode().partition(" ")
    return name, process


def test_a_process_stays_for_the_next_report(pool: MakePool) -> None:
    one = pool(ECHOES)
    (first, process), second = (result_of(one, request(name)) for name in "ab")
    assert first == "a"
    assert second == ("b", process)


def test_a_request_that_ends_its_process_is_lost_alone(pool: MakePool) -> None:
    one = pool(ECHOES, jobs=2)
    futures = {
        name: one.submit(request(name, *(["dies"] if name == "c" else []))) for name in "abcde"
    }
    results = {name: future.result() for name, future in futures.items()}
    assert results.pop("c") == ReportFailure(PROCESS_ENDED)
    assert all(isinstance(result, Report) for result in results.values())


def test_a_process_that_died_is_started_once_more(pool: MakePool, tmp_path: Path) -> None:
    one = pool(DIES_ONCE, str(tmp_path / "died"))
    assert one.submit(request("a")).result() == Report(b"", "pdf")


@pytest.mark.heavy
def test_what_takes_too_long_is_ended_and_the_next_one_comes(pool: MakePool) -> None:
    one = pool(ECHOES, seconds=2.0)
    result_of(one, request("warm"))
    assert one.submit(request("a", "hangs")).result() == ReportFailure("it took too long")
    assert result_of(one, request("b"))[0] == "b"


def test_a_program_that_is_not_there_is_a_reason() -> None:
    with ReportPool(("/no/such/program",)) as one:
        with pytest.raises(FileNotFoundError):
            one.start()
        result = one.submit(request("a")).result()
    assert result == ReportFailure("No such file or directory")


def test_whoever_stops_waits_for_no_report(pool: MakePool) -> None:
    one = pool(ECHOES)
    result_of(one, request("warm"))
    hanging, waiting = one.submit(request("a", "hangs")), one.submit(request("b"))
    one.close()
    assert waiting.cancelled() or isinstance(waiting.result(), ReportFailure)
    assert hanging.done()


FOR_EVER = """
import itertools, json
from assessment.cli.quiz import report_command
from assessment.example import example_answers
from assessment.reporting.pool import ReportPool, results_of
from assessment.reporting.request import ReportRequest

asked = ReportRequest(json.loads(example_answers()), format="html")
requests = ((at, asked) for at in itertools.count())
with ReportPool(report_command(), 1) as pool:
    pids = [worker.start().pid for worker in pool._workers]
    for _ in results_of(requests, pool.submit, ahead=2):
        print(*pids, flush=True)
"""


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to wait for a stranger")
def test_when_the_program_is_killed_its_processes_end_too(tmp_path: Path) -> None:
    import select

    script = tmp_path / "for_ever.py"
    script.write_text(FOR_EVER)
    path = os.pathsep.join(filter(None, [str(Path.cwd()), os.environ.get("PYTHONPATH")]))
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path},
    ) as program:
        assert program.stdout
        worker = os.pidfd_open(int(program.stdout.readline()))
        program.kill()
    ended, _, _ = select.select([worker], [], [], 120)
    os.close(worker)
    assert ended


def test_there_is_a_process_for_each_core_that_may_be_used() -> None:
    cores = os.cpu_count() or 1
    assert 1 <= usable_cores() <= cores
