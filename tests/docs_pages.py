"""The pages in docs/ as tests read them: a section by its number, a table as cells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
WITH_DOCS = pytest.mark.skipif(not DOCS.is_dir(), reason="docs/ is not beside the tests")
"""Where the tests run against an installed wheel, it is not."""


def section(page: str, number: str) -> str:
    """Return the text under the heading *number* of *page*, without the sections below it."""
    text = (DOCS / page).read_text("utf-8")
    found = re.search(rf"^#+ {re.escape(number)} .*?(?=^#+ |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, number
    return found[0]


def rows(page: str, number: str, table: int = 0) -> list[list[str]]:
    """Return the cells of a table of a section, without its head and without backticks."""
    tables = re.findall(r"(?:^\|.*\n)+", section(page, number), re.MULTILINE)
    lines = tables[table].splitlines()[2:]
    return [[cell.strip().replace("`", "") for cell in line[1:-1].split("|")] for line in lines]


def quoted(text: str) -> set[str]:
    return set(re.findall(r"`([a-z][a-z0-9_]*)`", text))


def span(cell: str) -> tuple[int, int]:
    low, high = cell.split("-")
    return int(low), int(high)
