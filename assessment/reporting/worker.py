"""The process that makes reports: a request a line on standard input, a result a line on output.

Nothing of a report is ever on the disk here; whoever asked writes the file.
"""

from __future__ import annotations

import gc
import json
import os
import queue
import signal
import sys
import tempfile
import threading
from contextlib import suppress

from assessment.example import example_answers
from assessment.reporting.making import make_report
from assessment.reporting.request import ReportRequest, line_of, request_in
from reports.errors import ReportError
from reports.pdf.rendering import warm_up

NICE = 10
"""How far behind the quiz it stands where both want the processor."""
INPUT_ENDED = b""


def serve() -> None:
    """Make reports as standard input asks for them, until it ends."""
    _stand_back()
    tempfile.gettempdir()  # it tries the folder with a file, which an end half-way would leave
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(lines,), daemon=True)
    reader.start()
    _warm_up(lines)
    while (line := lines.get()) != INPUT_ENDED:
        sys.stdout.buffer.write(line_of(make_report(request_in(line))))
        sys.stdout.buffer.flush()
    reader.join()  # its signal would end the interpreter otherwise, once that gave the handler back


def _stand_back() -> None:
    """Let who asks go first, end by unwinding, and leave the keys of the terminal to others."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))


def _read(lines: queue.SimpleQueue[bytes]) -> None:
    """Put each line of standard input into *lines*; the end of it ends the process.

    Nobody waits for the report in the making then, so it is given up half-way.
    """
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as input_:
        for line in input_:
            lines.put(line)
    lines.put(INPUT_ENDED)
    signal.raise_signal(signal.SIGTERM)


def _warm_up(lines: queue.SimpleQueue[bytes]) -> None:
    """Load everything, and make one report while nobody asks, so that the next takes half the time.

    What that brought in stays for good: to look through it for garbage would hold up a report.
    """
    with suppress(ReportError):  # the first report says it
        warm_up()
    if lines.empty():
        make_report(ReportRequest(json.loads(example_answers())))
    gc.collect()
    gc.freeze()
