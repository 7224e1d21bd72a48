"""Processes of this computer that make reports: warm, deaf to Ctrl-C, and none left behind."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection

from assessment.reporting.executor import NotMade, Order, Result, reports_on
from reports.errors import ReportError
from reports.pdf.rendering import warm_up

MOST_JOBS = 61
"""More processes than this cannot be waited for on Windows."""
AHEAD = 2
"""Orders under way for each process: one in the making, one that it can begin at once."""


def usable_cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST_JOBS, len(os.sched_getaffinity(0)))
    return min(MOST_JOBS, os.cpu_count() or 1)


def reports_by_processes(orders: Iterator[Order], jobs: int) -> Generator[Result, None, None]:
    """Yield the result of each of *orders*, made by *jobs* processes, in any order.

    Where a process ends before its report is done, what was under way is made again one by one,
    so that only the order to blame is lost; the others go on.

    Raises:
        PdfUnavailableError: A library is missing on this computer.
    """
    while True:
        lost: list[Order] = []
        with warm_processes(jobs) as processes:
            for result in reports_on(orders, processes, ahead=AHEAD * jobs):
                if isinstance(result, NotMade) and result.was_lost:
                    lost.append(result.order)
                else:
                    yield result
        if not lost:
            return
        yield from _one_by_one(lost)


@contextmanager
def warm_processes(jobs: int) -> Iterator[Executor]:
    """Yield *jobs* processes that wait for orders, and end them.

    Left by an exception, or when this process is killed, they end at once, also in the middle of a
    report.
    """
    context = multiprocessing.get_context("spawn")  # alike on all systems, and sound with threads
    theirs, ours = context.Pipe(duplex=False)
    processes = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(theirs,))
    try:
        with _keys_ignored():
            processes.submit(os.getpid)  # starts all of them, which take over what is ignored
        yield processes
    except BaseException:
        ours.close()
        raise
    finally:
        processes.shutdown(cancel_futures=True)
        ours.close()
        theirs.close()


def _one_by_one(orders: list[Order]) -> Iterator[Result]:
    """Yield the result of each of *orders*; one that ends its process is lost alone."""
    waiting = iter(orders)
    is_over = False
    while not is_over:
        with warm_processes(1) as process:
            is_over = True
            for result in reports_on(waiting, process, ahead=1):
                is_over = not (isinstance(result, NotMade) and result.was_lost)
                yield result


def _begin(line: Connection) -> None:
    """Get a process ready for its first order; it ends when the other end of *line* is closed.

    What was brought in stays for good, so the garbage collector need not go through it each time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who ordered decides what is given up
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()
    with suppress(ReportError):  # the first report says it
        warm_up()
    gc.collect()
    gc.freeze()


def _end_with(line: Connection) -> None:
    """End this process when nobody is at the other end of *line* any more, killed or not."""
    with suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(1)


@contextmanager
def _keys_ignored() -> Iterator[None]:
    """Ignore Ctrl-C meanwhile, where this thread may say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
