"""Processor time of a whole batch against plain WeasyPrint in one process on the same pages.

``python -m benchmarks.batch_cpu`` makes the batch. Both begin cold. The batch reads answers,
assesses, fills the templates and tags the PDF; the plain script gets the finished pages.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from assessment.reporting.pool import AHEAD
from benchmarks.batch_requests import made_by, pool_of
from benchmarks.figure import Figure, spent_by
from benchmarks.paper import TRAINING, plain_page_of

REPORTS, JOBS, ROUNDS = 60, 2, 3
BOUND = 0.65

PLAIN_BATCH = """
import sys
from weasyprint import HTML
pages = [open(name, encoding="utf-8").read() for name in sys.argv[2:]]
for at in range(int(sys.argv[1])):
    HTML(string=pages[at % len(pages)]).write_pdf()
"""


def measure() -> Figure:
    """Return the ratio of the processor times, all processes counted, of rounds in turn."""
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for client in TRAINING:
            page = Path(folder) / f"{client}.html"
            page.write_text(plain_page_of(client, "client"), encoding="utf-8")
            pages.append(str(page))
        ours = [sys.executable, "-m", "benchmarks.batch_cpu"]
        plain = [sys.executable, "-W", "ignore", "-c", PLAIN_BATCH, str(REPORTS), *pages]
        pairs = [(spent_by(ours)[1], spent_by(plain)[1]) for _ in range(ROUNDS)]
    batch, script = (sum(times) for times in zip(*pairs, strict=True))
    each = 1000 / (REPORTS * ROUNDS)
    words = (
        f"batch {each * batch:.0f} ms of processor time a client sheet, plain script "
        f"{each * script:.0f} ms, ratio"
    )
    return Figure(words, batch / script, BOUND, at_most=True)


if __name__ == "__main__":
    with pool_of(JOBS) as pool:
        made_by(pool.submit, REPORTS, AHEAD * JOBS)
