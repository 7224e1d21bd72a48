"""Worker processes of this computer, and many reports over them or over any other computers."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from itertools import islice
from typing import IO, TypeVar

from assessment.reporting.request import (
    ReportFailure,
    ReportRequest,
    ReportResult,
    line_of,
    result_in,
)

Key = TypeVar("Key")
Submit = Callable[[ReportRequest], "Future[ReportResult]"]

AHEAD = 2
"""Requests under way for each worker: one in the making, one that it can begin at once."""
TRIES = 2
SECONDS_TO_END = 5.0
PROCESS_ENDED = "the process that made it ended before it was done; is there enough memory?"
TOO_SLOW = "it took too long"


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
        self._workers = [_Worker(command, seconds) for _ in range(jobs)]
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
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


class _Worker:
    """One process, started when it is needed. One thread asks it at a time."""

    def __init__(self, command: Sequence[str], seconds: float | None) -> None:
        self._command, self._seconds = tuple(command), seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._is_stopped = False

    def start(self) -> subprocess.Popen[bytes]:
        """Return the process, started where it does not run.

        In a session of its own, so that neither Ctrl-C nor a window that closes ends it.

        Raises:
            OSError: It cannot be started.
        """
        with self._starting:
            if self._is_stopped:
                raise BrokenPipeError
            if self._process is None or self._process.poll() is not None:
                self.wait()
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            return self._process

    def ask(self, request: ReportRequest) -> ReportResult:
        """Return what comes of *request*."""
        line = line_of(request)
        try:
            for _ in range(TRIES):
                if result := self._asked(line):
                    return result
        except OSError as error:
            return ReportFailure(error.strerror or PROCESS_ENDED)
        return ReportFailure(PROCESS_ENDED)

    def stop(self) -> None:
        """Let it know that nobody will ask any more."""
        with self._starting:
            self._is_stopped = True
            if self._process:
                with suppress(OSError):
                    _pipe(self._process.stdin).close()

    def wait(self) -> None:
        """Wait for its end, but not for long."""
        process, self._process = self._process, None
        if process is None:
            return
        with process:
            with suppress(OSError):
                _pipe(process.stdin).close()
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()

    def _asked(self, request: bytes) -> ReportResult | None:
        """Return the result of *request*, None where the process died over it.

        Raises:
            OSError: It cannot be started.
        """
        process, answer = self.start(), b""
        with self._patience(process) as is_too_slow, suppress(BrokenPipeError):
            _pipe(process.stdin).write(request)
            _pipe(process.stdin).flush()
            answer = _pipe(process.stdout).readline()
        if answer:
            return result_in(answer)
        self.wait()
        return ReportFailure(TOO_SLOW) if is_too_slow.is_set() else None

    @contextmanager
    def _patience(self, process: subprocess.Popen[bytes]) -> Iterator[threading.Event]:
        """Kill *process* where it takes too long meanwhile, and set the event."""
        is_too_slow = threading.Event()
        if self._seconds is None:
            yield is_too_slow
            return

        def give_up() -> None:
            is_too_slow.set()
            process.kill()

        timer = threading.Timer(self._seconds, give_up)
        timer.start()
        try:
            yield is_too_slow
        finally:
            timer.cancel()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenPipeError
    return pipe
