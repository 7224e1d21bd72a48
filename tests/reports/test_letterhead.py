"""A gym's wishes: what can be met is, and what cannot is named while the report still comes."""

from __future__ import annotations

import base64
import datetime
import io
import re
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from assessment.catalogue.model import Catalogue
from questions.model import Region
from reports.figures.drawing import LOOKS_OF, Mark, bar, body_map
from reports.html.render import html_of
from reports.output.contrast_ratio import contrast
from reports.output.logo import MOST_LOGO_BYTES
from reports.output.print_options import INKS, PLAIN, PrintOptions
from reports.pdf.rendering import pdf_of
from reports.sheets.view import view_of
from tests.conftest import everyday_and_heavy
from tests.reports.fixtures import Case
from tests.settings.wishes import paper_of

DAY = datetime.date(2026, 5, 12)


def picture(folder: Path, name: str, size: tuple[int, int] = (300, 100)) -> str:
    Image.new("RGB", size, "#224466").save(folder / name)
    return name


def vast(content: bytes) -> bytes:
    """Return a PNG whose head says that it has 100,000 by 100,000 points."""
    head = b"IHDR" + (100_000).to_bytes(4, "big") * 2 + content[24:29]
    return content[:12] + head + zlib.crc32(head).to_bytes(4, "big") + content[33:]


def test_all_wishes_met(tmp_path: Path) -> None:
    paper, faults = paper_of(
        {
            "gym": "  Northside   Gym ",
            "address": "1 River Street",
            "logo": picture(tmp_path, "logo.png"),
            "accent": "#7a1fa2",
            "size": "Letter",
            "ink": "grey",
            "without": ["log", "drawings"],
        },
        tmp_path,
    )
    assert faults == ()
    assert (paper.gym, paper.address, paper.accent) == (
        "Northside Gym",
        "1 River Street",
        "#7A1FA2",
    )
    assert (paper.size, paper.ink) == ("letter", "grey")
    head, _, content = paper.logo.partition(",")
    assert head == "data:image/png;base64"
    assert Image.open(io.BytesIO(base64.b64decode(content))).size == (300, 100)


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"gym": 3}, "gym: must be a text of at most 60 characters"),
        ({"gym": "x" * 61}, "gym: must be a text of at most 60"),
        ({"gym": "ジム"}, "gym: has letters that the fonts"),
        ({"address": ["a"]}, "address: must be a text of at most 100"),
        ({"accent": "red"}, "accent: 'red' is not a colour; write one such as #0F6B6B"),
        ({"accent": "#FFEE00"}, "accent: #FFEE00 is too pale to read on white (1.2 to 1"),
        ({"accent": "#777777"}, "4.5 to 1 is needed"),
        ({"size": "A5"}, "size: 'A5' is not known; allowed are A4, letter"),
        ({"ink": 4}, "ink: 4 is not known; allowed are colour, grey, saver"),
        ({"without": "log"}, "without: must be a list of some of body_map, drawings, log"),
        ({"without": ["logs"]}, "without: 'logs' is not known"),
        ({"logo": ""}, "logo: must be the path of a PNG or JPEG picture"),
        ({"logo": "none.png"}, "none.png cannot be read (No such file or directory)"),
        ({"logo": "."}, "cannot be read"),
        ({"logo": "a\0b"}, "cannot be read"),
        ({"logo": "text.png"}, "text.png is not a whole picture; please save it as a PNG picture"),
        ({"logo": "cut.png"}, "cut.png is not a whole picture"),
        ({"logo": "large.png"}, "large.png is larger than 1 MB"),
        ({"logo": "wide.png"}, "wide.png has more than 4000 points on a side"),
        ({"logo": "drawn.svg"}, "drawn.svg is an SVG drawing; please save it as a PNG picture"),
        ({"logo": "vast.png"}, "vast.png has more than 4000 points on a side"),
    ],
)
def test_a_wish_that_cannot_be_met_is_named_and_left_out(
    tmp_path: Path, wish: dict[str, Any], says: str
) -> None:
    (tmp_path / "text.png").write_text("no picture")
    picture(tmp_path, "whole.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "whole.png").read_bytes()[:-60])
    (tmp_path / "large.png").write_bytes(b"\x89PNG" + b"0" * MOST_LOGO_BYTES)
    picture(tmp_path, "wide.png", (4001, 1))
    (tmp_path / "drawn.svg").write_text('<?xml version="1.0"?>\n<svg xmlns="x"/>')
    (tmp_path / "vast.png").write_bytes(vast((tmp_path / "whole.png").read_bytes()))
    paper, faults = paper_of(wish | {"ink": wish.get("ink", "grey")}, tmp_path)
    assert len(faults) == 1
    assert says in faults[0]
    assert paper == PrintOptions(ink="colour" if "ink" in wish else "grey")


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kind=st.sampled_from(["PNG", "JPEG"]),
    changes=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=6),
    length=st.integers(0, 400),
)
def test_a_picture_that_is_damaged_anywhere_is_named_or_taken(
    tmp_path: Path, kind: str, changes: list[tuple[int, int]], length: int
) -> None:
    whole = io.BytesIO()
    Image.linear_gradient("L").resize((24, 16)).save(whole, kind)
    content = bytearray(whole.getvalue())
    for place, value in changes:
        content[place % len(content)] = value
    (tmp_path / "logo").write_bytes(content[: len(content) - length % 40])
    paper, faults = paper_of({"logo": "logo"}, tmp_path)
    assert bool(paper.logo) != bool(faults)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_a_logo_in_any_kind_of_colours_is_printed(
    case: Case, catalogue: Catalogue, tmp_path: Path, mode: str
) -> None:
    name = "logo.jpg" if mode == "CMYK" else "logo.png"
    Image.new("RGB", (60, 20), "#224466").convert("L" if mode == "I;16" else mode).convert(
        mode
    ).save(tmp_path / name)
    paper, faults = paper_of({"logo": name}, tmp_path)
    assert faults == ()
    page = html_of(view_of(case("D13"), catalogue, DAY), "client", paper=paper)
    with pikepdf.open(io.BytesIO(pdf_of(page, DAY))) as pdf:
        assert any(page.get_images() for page in pdf.pages)


def test_half_a_picture_is_named_also_after_a_pdf_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint sets this when it is loaded."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    picture(tmp_path, "whole.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "whole.png").read_bytes()[:-60])
    _, faults = paper_of({"logo": "cut.png"}, tmp_path)
    assert len(faults) == 1
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def test_our_own_colours_can_be_read() -> None:
    for colours in INKS.values():
        assert contrast(colours.accent) >= 4.5
        assert contrast(colours.stop) >= 4.5


@pytest.mark.parametrize("ink", ["grey", "saver"])
def test_no_hue_is_left_in_grey_and_no_fill_in_saver(ink: Any) -> None:
    marks = {region: Mark("1", band) for region, band in zip(Region, LOOKS_OF[ink], strict=False)}
    drawn = body_map(marks, "x", ink) + "".join(
        bar(one, 0.5, 0.5, 0.5, ink) for one in LOOKS_OF[ink]
    )
    for look in LOOKS_OF[ink].values():
        for colour in filter(None, (look.fill, look.stroke, look.edge)):
            assert colour[1:3] == colour[3:5] == colour[5:7]
            assert look.fill == "#FFFFFF" or ink == "grey"
    assert all(look.fill in drawn for look in LOOKS_OF[ink].values())


def test_bands_differ_in_strokes_where_nothing_is_filled() -> None:
    gaps = [LOOKS_OF["saver"][band].gap for band in ("few", "mild", "moderate", "marked")]
    assert gaps[0] == 0
    assert gaps[1:] == sorted(gaps[1:], reverse=True)
    assert len(set(gaps)) == 4


@pytest.mark.parametrize(
    ("size", "box"),
    [("letter", (612, 792)), pytest.param("A4", (595, 842), marks=pytest.mark.heavy)],
)
def test_every_page_has_the_size_of_the_paper(
    case: Case, catalogue: Catalogue, size: Any, box: tuple[int, int]
) -> None:
    view = view_of(case("D13"), catalogue, DAY)
    content = pdf_of(html_of(view, "client", paper=PrintOptions(size=size)), DAY)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            assert tuple(round(float(edge)) for edge in page.mediabox[2:]) == box


@pytest.mark.parametrize("vignette", everyday_and_heavy(["D13"], "D05"))
@pytest.mark.parametrize("shape", everyday_and_heavy([(90, 900)], (900, 90), (8, 8)))
def test_a_logo_of_any_shape_is_a_figure_with_a_name(
    case: Case, catalogue: Catalogue, tmp_path: Path, vignette: str, shape: tuple[int, int]
) -> None:
    paper, faults = paper_of(
        {"gym": "Northside", "logo": picture(tmp_path, "l.png", shape)}, tmp_path
    )
    assert faults == ()
    view = view_of(case(vignette), catalogue, DAY)
    page = html_of(view, "client", paper=paper)
    assert page.count('alt="Northside"') == 1
    assert pdf_of(page, DAY).startswith(b"%PDF")


def test_the_letterhead_is_text_and_nothing_else(case: Case, catalogue: Catalogue) -> None:
    paper, _ = paper_of({"gym": "<b>{{ 7*7 }}</b>", "address": "@import 'x'; </style>"}, Path())
    page = html_of(view_of(case("D05"), catalogue, DAY), "client", paper=paper)
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt;" in page
    assert "<b>" not in page


def test_what_is_left_off_is_left_off(case: Case, catalogue: Catalogue) -> None:
    view = view_of(case("D05"), catalogue, DAY)
    whole = html_of(view, "client")
    bare = html_of(view, "client", paper=PrintOptions(without=frozenset({"body_map", "log"})))
    assert 'class="body"' in whole
    assert 'class="boxes"' in whole
    assert 'class="body"' not in bare
    assert 'class="boxes"' not in bare


def test_an_accent_of_the_gym_is_used_in_colour_only(case: Case, catalogue: Catalogue) -> None:
    view = view_of(case("D05"), catalogue, DAY)
    colour = html_of(view, "client", paper=PrintOptions(accent="#7A1FA2"))
    grey = html_of(view, "client", paper=PrintOptions(accent="#7A1FA2", ink="grey"))
    assert re.search(r"<html[^>]*--accent:#7A1FA2", colour)
    assert "#7A1FA2" not in grey
    assert "style=" not in html_of(view, "client", paper=PLAIN).split("<head>")[0]
