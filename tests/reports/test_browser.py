"""The report as one HTML file in a real browser: at phone width, on a desk, and printed.

Skipped where there is no Chromium, unless ``BROWSER`` is "must" in the environment
(``make browser-test``).
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.retest.shapes import Screening
from reports.html.render import html_of
from reports.output.print_options import Sheets
from reports.sheets.view import view_of
from tests.reports import hostile
from tests.reports.fixtures import DAY, Case

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LEAST_PIXELS, SENTENCE_PIXELS = 11, 15
"""Of letters on a phone: in the circles with numbers, and in most of the text."""
WIDTHS = (320, 360, 768, 1200)
"""Pixels: a small phone, a phone, a tablet, a desk."""
MEASURE = """
<script>
document.fonts.ready.then(() => {
  const width = innerWidth, wide = [], sizes = {};
  for (const one of document.body.querySelectorAll('*:not(svg *)')) {
    const box = one.getBoundingClientRect();
    const out = box.width && (box.right > width + 1 || box.left < -1);
    if (out && !one.closest('.trainer section'))
      wide.push(one.tagName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40));
    const said = [...one.childNodes].filter(part => part.nodeType == 3 && part.data.trim());
    const size = parseFloat(getComputedStyle(one).fontSize);
    for (const part of said) sizes[size] = (sizes[size] || 0) + part.data.trim().length;
  }
  const page = document.documentElement.scrollWidth;
  const note = parent.document.createElement('pre');
  note.textContent = JSON.stringify({width, page, wide, sizes});
  parent.document.body.append(note);
});
</script>
"""

Browse = Callable[..., str]


@pytest.fixture(scope="module")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Browse:
    """Return a function: what to do (flags) with an HTML file -> what the browser prints."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        if os.environ.get("BROWSER") == "must":
            pytest.fail("there is no Chromium on this computer")
        pytest.skip("there is no Chromium on this computer")

    def run(page: Path, *flags: str) -> str:
        profile = tmp_path_factory.mktemp("profile")
        command = [found, *FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=300, check=True)
        shutil.rmtree(profile, ignore_errors=True)
        return done.stdout.decode()

    return run


@pytest.fixture
def file_of(case: Case, catalogue: Catalogue, tmp_path: Path) -> Callable[..., Path]:
    """Return a function: vignette, sheets and changes -> the HTML file that ``--html`` makes."""

    def of(vignette: str, sheets: Sheets, /, **changes: Any) -> Path:
        view = view_of(case(vignette, **changes), catalogue, DAY)
        path = tmp_path / "report.html"
        path.write_text(html_of(view, sheets, self_contained=True), encoding="utf-8")
        return path

    return of


def measured(browse: Browse, page: Path) -> dict[int, dict[str, Any]]:
    """Return what a script finds out about *page* at each width; the page itself allows none."""
    text = page.read_text(encoding="utf-8")
    opened, allowed = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    assert allowed == 1
    spied = html.escape(opened.replace("</body>", f"{MEASURE}</body>"))
    frames = "".join(f'<iframe width="{width}" srcdoc="{spied}"></iframe>' for width in WIDTHS)
    frame = page.with_name("frames.html")
    frame.write_text(f'<!DOCTYPE html><meta charset="utf-8">{frames}', encoding="utf-8")
    seen = browse(frame, "--virtual-time-budget=20000", "--dump-dom")
    notes = [json.loads(html.unescape(one)) for one in re.findall(r"<pre>([^<]*)</pre>", seen)]
    found = {note["width"]: note for note in notes}
    assert {*found} == {*WIDTHS}
    return found


@pytest.mark.parametrize(
    ("vignette", "name"),
    [
        ("D05", "W" * 80),
        pytest.param("D02", "Ana Moreau", marks=pytest.mark.heavy),
        pytest.param("D13", hostile.ALL["one long word"], marks=pytest.mark.heavy),
    ],
)
@pytest.mark.heavy
def test_nothing_stands_out_at_the_side(
    browse: Browse, file_of: Callable[..., Path], vignette: str, name: str
) -> None:
    for width, found in measured(browse, file_of(vignette, "both", name=name)).items():
        assert found["wide"] == [], width
        assert found["page"] <= width


@pytest.mark.heavy
def test_last_time_and_now_fits_a_phone(
    browse: Browse, case: Case, catalogue: Catalogue, tmp_path: Path
) -> None:
    taken = {"test_trunk_hold": 50, "test_bridge_left": 9, "pain_shoulder": 3}
    earlier = [Screening.of(DAY - timedelta(weeks=8), case("D02", **taken))]
    view = view_of(case("D02", **taken, heel_pull=None), catalogue, DAY, earlier)
    path = tmp_path / "report.html"
    path.write_text(html_of(view, "client", self_contained=True), encoding="utf-8")
    for width, found in measured(browse, path).items():
        assert found["wide"] == [], width
        assert found["page"] <= width


@pytest.mark.heavy
def test_on_a_phone_it_can_be_read(browse: Browse, file_of: Callable[..., Path]) -> None:
    sizes = measured(browse, file_of("D02", "client"))[360]["sizes"]
    letters = {float(size): number for size, number in sizes.items()}
    assert min(letters) >= LEAST_PIXELS
    large = sum(number for size, number in letters.items() if size >= SENTENCE_PIXELS)
    assert large > 0.75 * sum(letters.values())


@pytest.mark.heavy
def test_it_prints_as_the_paper_does(
    browse: Browse, file_of: Callable[..., Path], tmp_path: Path
) -> None:
    target = tmp_path / "printed.pdf"
    browse(file_of("D02", "both"), "--no-pdf-header-footer", f"--print-to-pdf={target}")
    with pikepdf.open(target) as pdf:
        sizes = {tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in pdf.pages}
        fonts = {str(one.BaseFont) for page in pdf.pages for one in page.Resources.Font.values()}
        pages = len(pdf.pages)
    assert sizes <= {(595, 842), (596, 842)}
    assert {font.split("+")[-1].partition("-")[0] for font in fonts} == {"Inter"}
    assert 2 <= pages <= 16
