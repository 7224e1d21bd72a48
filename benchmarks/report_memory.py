"""The most memory that a ``report FILE`` of both sheets ever holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.figure import Figure
from benchmarks.paper import TRAINING, answers_of

BOUND = 150.0


def measure() -> Figure:
    """Return the largest peak of resident memory, in MB, over four clients."""
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for client in TRAINING:
            command = [sys.executable, "-m", "assessment", "report", str(answers_of(client))]
            process = subprocess.Popen(
                [*command, "-o", f"{folder}/{client}.pdf"], stdout=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise RuntimeError(f"no report of {client} was made")
            peaks.append(usage.ru_maxrss * 1024 / 1e6)
    return Figure("peak of the report process, MB", max(peaks), BOUND, at_most=True)
