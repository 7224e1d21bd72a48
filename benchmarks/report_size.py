"""How large the client sheets of the four clients are, and how many pages they have."""

from __future__ import annotations

import io

import pikepdf

from benchmarks.figure import Figure
from benchmarks.paper import DAY, TRAINING, page_of
from reports.pdf.rendering import pdf_of

BOUND = 250.0


def measure() -> Figure:
    """Return the kB of the largest; the words have the pages of each."""
    made = [pdf_of(page_of(client, "client"), DAY) for client in TRAINING]
    pages = ", ".join(str(_pages(content)) for content in made)
    words = f"client sheets of {pages} pages, the largest in kB"
    return Figure(words, max(map(len, made)) / 1e3, BOUND, at_most=True)


def _pages(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)
