"""A cold ``report FILE`` (both sheets) against a plain WeasyPrint script of the same HTML."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, seconds_of, spent_by
from benchmarks.paper import PLAIN, answers_of, plain_page_of

CLIENT = "D02"
ROUNDS = 11
BOUND = 0.75


def measure() -> Figure:
    """Return the median ratio of the two whole processes, run in turn, by the clock."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(plain_page_of(CLIENT, "both"), encoding="utf-8")
        report = [sys.executable, "-m", "assessment", "report", str(answers_of(CLIENT))]
        report += ["-o", f"{folder}/ours.pdf"]
        plain = [sys.executable, "-W", "ignore", "-c", PLAIN, str(page), f"{folder}/plain.pdf"]
        seconds_of(report)  # the first run keeps the content
        seconds_of(plain)
        pairs = [(spent_by(report), spent_by(plain)) for _ in range(ROUNDS)]
    wall, work = (
        statistics.median(ours[at] / theirs[at] for ours, theirs in pairs) for at in (0, 1)
    )
    one, two = (statistics.median(pair[at][1] for pair in pairs) for at in (0, 1))
    words = (
        f"report {1000 * one:.0f} ms of processor time, plain script {1000 * two:.0f} ms, "
        f"ratio {work:.2f}; ratio of whole times"
    )
    return Figure(words, wall, BOUND, at_most=True)
