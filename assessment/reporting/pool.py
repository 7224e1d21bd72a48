"""Worker processes of this computer, and many reports over them or over any other computers."""

from __future__ import annotations

import os
import queue
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

from assessment.reporting.request import ReportFailure, ReportRequest, ReportResult
from assessment.reporting.worker_process import PROCESS_ENDED, WorkerProcess

Key = TypeVar("Key")
Submit = Callable[[ReportRequest], "Future[ReportResult]"]

AHEAD = 2
"""Requests under way for each worker: one in the making, one that it can begin at once."""


def usable_cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class ReportPool:
    """*jobs* processes of *command* (see ``assessment.reporting.worker``), warm and in step.

    Where one dies, it is started anew and asked once more: only the request to blame is lost.
    A request that takes more than *seconds* is given up.
    """

    def __init__(self, command: Sequence[str], jobs: int = 1, seconds: float | None = None) -> None:
        self._workers = [WorkerProcess(command, seconds) for _ in range(jobs)]
        self._idle: queue.SimpleQueue[WorkerProcess] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(jobs)

    def start(self) -> None:
        """Start the processes, so that they are warm when requests come.

        Raises:
            OSError: They cannot be started.
        """
        for worker in self._workers:
            worker.start()

    def submit(self, request: ReportRequest) -> Future[ReportResult]:
        """Have the report made by the next process that is free."""
        return self._threads.submit(self._made, request)

    def close(self) -> None:
        """End the processes; what is in the making is given up."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        for worker in self._workers:
            worker.wait()
        self._threads.shutdown()

    def __enter__(self) -> ReportPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _made(self, request: ReportRequest) -> ReportResult:
        worker = self._idle.get()
        try:
            return worker.ask(request)
        finally:
            self._idle.put(worker)


def results_of(
    requests: Iterator[tuple[Key, ReportRequest]], submit: Submit, *, ahead: int
) -> Generator[tuple[Key, ReportResult], None, None]:
    """Yield the result of each of *requests*, by its key, as it is done, in any order.

    *submit* hands a request over: ``ReportPool.submit``, or that of a cluster. At most *ahead* are
    under way at a time; the others are not taken from *requests* yet, so there may be any number.
    Closed early, it takes back what has not begun.
    """
    running: dict[Future[ReportResult], Key] = {}
    try:
        while True:
            for key, request in islice(requests, ahead - len(running)):
                running[submit(request)] = key
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                error = future.exception()  # of a cluster that lost its worker
                result = ReportFailure(PROCESS_ENDED) if error else future.result()
                yield running.pop(future), result
    finally:
        for future in running:
            future.cancel()
