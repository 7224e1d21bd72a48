"""A process that prints pages when asked, and says how long each took or how much it holds.

``python -m benchmarks.printer WAY``: each line of standard input is the number of a client of
``TRAINING``; the answer is one line with the seconds, the resident memory in MB, the pages and
the kB of the PDF.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.paper import DAY, TRAINING, page_of, plain_page_of

WAYS = ("ours", "untagged", "plain")


class Printed(NamedTuple):
    """What one print took and gave."""

    seconds: float
    memory_mb: float
    kilobytes: float


class Printer:
    """Such a process, kept warm."""

    def __init__(self, way: str) -> None:
        command = [sys.executable, "-m", "benchmarks.printer", way]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        if not (self._process.stdin and self._process.stdout):
            raise RuntimeError("the printer cannot be talked with")
        self._asked, self._told = self._process.stdin, self._process.stdout

    def __enter__(self) -> Printer:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def print(self, client: int) -> Printed:
        """Print the client sheet of the *client*-th of ``TRAINING``, counted round and round."""
        self._asked.write(f"{client % len(TRAINING)}\n")
        self._asked.flush()
        return Printed(*map(float, self._told.readline().split()))


def _way(name: str) -> Callable[[str], bytes]:
    if name == "plain":
        import weasyprint

        return lambda page: bytes(weasyprint.HTML(string=page).write_pdf())
    from reports.pdf import rendering

    if name == "untagged":
        rendering.VARIANT = None  # type: ignore[assignment]
        rendering.finish_tags = lambda _pdf: None
    return lambda page: rendering.pdf_of(page, DAY)


def memory_mb(process: int | str = "self") -> float:
    """Return the resident memory of *process*, in MB."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def children() -> list[int]:
    """Return the processes that this one started, by whichever thread, and that still run."""
    lists = Path("/proc/self/task").glob("*/children")
    return [int(one) for found in lists for one in found.read_text().split()]


def _serve(name: str) -> None:
    warnings.simplefilter("ignore")
    make = _way(name)
    prepare = plain_page_of if name == "plain" else page_of
    pages = [prepare(vignette, "client") for vignette in TRAINING]
    for line in io.TextIOWrapper(sys.stdin.buffer, line_buffering=True):
        start = time.perf_counter()
        content = make(pages[int(line)])
        spent = time.perf_counter() - start
        print(spent, memory_mb(), len(content) / 1e3, flush=True)


if __name__ == "__main__":
    _serve(sys.argv[1])
