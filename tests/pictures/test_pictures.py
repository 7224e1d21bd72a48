"""README's pictures come from the program: `make pictures` draws them, and these look at them."""

from __future__ import annotations

import io
import os
import re
from html import unescape
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.conftest import everyday_and_heavy
from tests.docs_pages import DOCS, ROOT, WITH_DOCS
from tests.pictures.scenes import LOOKS, PAGES_WORDS, SHOWN, picture_of

pytestmark = WITH_DOCS

FOLDER = DOCS / "pictures"
RENEW = "RENEW_PICTURES"
MOST_BYTES = 400_000
CLEARLY = 40
"""Steps of grey, of 255, from which a spot of eight by eight pixels is another one."""
NAMES = {*(f"{name}-{look}.svg" for name in SHOWN for look in LOOKS)}
NAMES |= {f"pages-{look}.png" for look in LOOKS}
PICTURE = re.compile(
    r'<picture>\s*<source media="\(prefers-color-scheme: dark\)" srcset="(?P<dark>[^"]+)">\s*'
    r'<img src="(?P<light>[^"]+)" alt="(?P<words>[^"]+)"[^>]*>\s*</picture>'
)


@pytest.mark.parametrize(
    "name", everyday_and_heavy(["question-dark"], "question-light", "result-dark", "result-light")
)
async def test_a_picture_shows_a_screen_of_today(name: str, tmp_path: Path) -> None:
    shown, look = name.split("-")
    drawn = await picture_of(SHOWN[shown], look, tmp_path)
    kept = FOLDER / f"{name}.svg"
    if os.environ.get(RENEW):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text("utf-8"), "make pictures draws it anew"


@pytest.mark.heavy
@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_are_those_of_today(look: str) -> None:
    pytest.importorskip("pypdfium2")
    from tests.pictures.pages import pages_of, side_by_side

    path = FOLDER / f"pages-{look}.png"
    drawn = side_by_side(pages_of(ROOT / "examples" / "desk-worker.json"), look)
    if os.environ.get(RENEW):
        path.write_bytes(drawn)
    now, then = (Image.open(one).convert("L") for one in (io.BytesIO(drawn), path))
    assert now.size == then.size
    # Another Pango sets a letter a little elsewhere; other words or drawings are more than that.
    changed = ImageChops.difference(now.reduce(8), then.reduce(8)).histogram()
    assert sum(changed[CLEARLY:]) < now.reduce(8).width, "make pictures draws them anew"


def test_there_is_no_other_picture_and_all_are_small() -> None:
    assert {path.name for path in FOLDER.iterdir()} == NAMES
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= MOST_BYTES
    assert [
        name
        for name in NAMES
        if "http" in (FOLDER / name).read_text("latin-1").replace("http://www.w3.org/2000/svg", "")
    ] == []


def test_no_picture_asks_the_internet_for_anything() -> None:
    for path in FOLDER.glob("*.svg"):
        text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert re.findall(r"http|url\(|@import|<script|href", text) == []


def test_readme_shows_each_in_both_looks_and_in_words() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = [one.groupdict() for one in PICTURE.finditer(readme)]
    assert {one["dark"] for one in shown} | {one["light"] for one in shown} == {
        f"docs/pictures/{name}" for name in NAMES
    }
    for one in shown:
        assert one["dark"] == one["light"].replace("-light.", "-dark.")
    words = [unescape(one["words"]) for one in shown]
    assert words == [*(one.words for one in SHOWN.values()), PAGES_WORDS]
