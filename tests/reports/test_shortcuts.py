"""The shortcuts inside WeasyPrint change no byte, and are left where they do not fit."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from assessment.catalogue.model import Catalogue
from reports.html.render import html_of
from reports.output.print_options import PrintOptions, Sheets
from reports.pdf import weasyprint_patches
from reports.pdf.engine import weasyprint
from reports.pdf.rendering import pdf_of
from reports.sheets.view import view_of
from tests.reports.fixtures import DAY, Case

PRINT_WITHOUT = """
import datetime, hashlib, json, sys
from reports.pdf import engine, rendering
engine.take_shortcuts = lambda weasyprint: None
for page in json.load(sys.stdin):
    made = rendering.pdf_of(page, datetime.date(2026, 5, 12))
    print(hashlib.sha256(made).hexdigest())
"""


PAPERS: dict[str, tuple[Sheets, PrintOptions]] = {
    "D02": ("both", PrintOptions()),
    "D13": ("both", PrintOptions(gym="Northside")),
    "D05": ("both", PrintOptions(size="letter")),
}


@pytest.mark.heavy
def test_they_change_no_byte(
    monkeypatch: pytest.MonkeyPatch, case: Case, catalogue: Catalogue
) -> None:
    """Also not where a page is made after others, from what was kept of them."""
    pages = [
        html_of(view_of(case(vignette, name="Ana"), catalogue, DAY), sheets, paper=paper)
        for vignette, (sheets, paper) in PAPERS.items()
    ]
    monkeypatch.setattr(weasyprint_patches, "LEVEL", 9)  # as WeasyPrint compresses
    first, *others, again = [
        hashlib.sha256(pdf_of(page, DAY)).hexdigest() for page in (*pages, pages[0])
    ]
    assert first == again
    without = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PRINT_WITHOUT],
        input=json.dumps(pages),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert without.stdout.split() == [first, *others]


def test_they_are_taken_in_this_release() -> None:
    """The lock may bring another one: then look whether they still fit."""
    assert weasyprint().__version__.startswith(weasyprint_patches.RELEASE)
    assert weasyprint().text.line_break.split_first_line.__module__ == weasyprint_patches.__name__


def test_another_release_is_left_alone() -> None:
    weasyprint_patches.take_shortcuts(SimpleNamespace(__version__="71.0"))


def test_lines_that_are_kept_have_a_limit(
    monkeypatch: pytest.MonkeyPatch, case: Case, catalogue: Catalogue
) -> None:
    from reports.pdf.rendering import _printer

    page = html_of(view_of(case("D13"), catalogue, DAY), "client")
    whole = pdf_of(page, DAY)
    monkeypatch.setattr(weasyprint_patches, "MOST_LINES", 10)
    assert pdf_of(page, DAY) == whole
    _printer().fonts._lines.clear()
    assert pdf_of(page, DAY) == whole
    assert len(_printer().fonts._lines) <= 10
