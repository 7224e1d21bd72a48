"""A cold ``report FILE`` (both sheets) against a plain WeasyPrint script of the same HTML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, ratio, seconds_of
from benchmarks.paper import PLAIN, answers_of, plain_page_of

CLIENT = "D02"
ROUNDS = 11
BOUND = 0.65


def measure() -> Figure:
    """Return the median ratio of the two whole processes, run in turn."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(plain_page_of(CLIENT, "both"), encoding="utf-8")
        report = [sys.executable, "-m", "assessment", "report", str(answers_of(CLIENT))]
        report += ["-o", f"{folder}/ours.pdf"]
        plain = [sys.executable, "-W", "ignore", "-c", PLAIN, str(page), f"{folder}/plain.pdf"]
        seconds_of(report)  # the first run keeps the content
        seconds_of(plain)
        value, one, two = ratio(report, plain, ROUNDS)
    words = f"report {1000 * one:.0f} ms, plain script {1000 * two:.0f} ms, ratio"
    return Figure(words, value, BOUND, at_most=True)
