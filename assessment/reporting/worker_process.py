"""One worker process as who asks it has it: started when it is needed, and anew where it died."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO

from assessment.reporting.request import (
    ReportFailure,
    ReportRequest,
    ReportResult,
    line_of,
    result_in,
)

TRIES = 2
SECONDS_TO_END = 5.0
PROCESS_ENDED = "the process that made it ended before it was done; is there enough memory?"
TOO_SLOW = "it took too long"


class WorkerProcess:
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
