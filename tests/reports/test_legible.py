"""Every text on paper can be read: dark enough on its ground, and large enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from reports.html.render import html_of
from reports.output.contrast_ratio import contrast
from reports.output.print_options import Ink, PrintOptions
from reports.pdf import rendering
from reports.sheets.view import view_of
from tests.conftest import everyday_and_heavy
from tests.reports.fixtures import DAY, Case

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
BODY_POINTS, CAPTION_POINTS = 10.5, 8.5
SMALL = {
    *("small", "thead", "caption", "legend", "aside", "badge", "kind", "signature", "margin"),
    *("ladder", "effort", "why", "phases", "sources", "trainer", "crowded"),
}
"""Captions, and what stands in tables: tags and classes in which letters may be smaller."""


@dataclass(frozen=True)
class Printed:
    """A piece of text: its size in points, its colour and its ground as #RRGGBB, what is around."""

    says: str
    points: float
    colour: str
    ground: str
    around: frozenset[str]


def texts_of(html: str) -> list[Printed]:
    printer = rendering._printer()
    page = printer.weasyprint.HTML(string=html, url_fetcher=printer.fetcher)
    laid = page.render(font_config=printer.fonts, stylesheets=[printer.css])
    return [one for sheet in laid.pages for one in _below(sheet._page_box, "#FFFFFF", frozenset())]


def _below(box: Any, ground: str, around: frozenset[str]) -> Iterator[Printed]:
    box = getattr(box, "_box", box)
    behind = box.style["background_color"]
    if behind != "currentcolor" and behind.alpha:
        ground = _hex(behind)
    if type(box).__name__ == "TextBox":
        if says := box.text.strip():
            points = box.style["font_size"] * 0.75
            yield Printed(says, points, _hex(box.style["color"]), ground, around)
        return
    tags = {"margin"} if type(box).__name__ == "MarginBox" else {str(box.element_tag)}
    if box.element is not None:
        tags |= {*box.element.get("class", "").split()}
    for child in getattr(box, "children", ()):
        yield from _below(child, ground, around | tags)


def _hex(colour: Any) -> str:
    return "#" + "".join(f"{round(255 * part):02X}" for part in colour.to("srgb").coordinates)


@pytest.mark.parametrize("ink", everyday_and_heavy(["colour"], "grey", "saver"))
@pytest.mark.parametrize("vignette", everyday_and_heavy(["D06"], "D13"))
def test_every_text_stands_out_from_its_ground(
    case: Case, catalogue: Catalogue, vignette: str, ink: Ink
) -> None:
    view = view_of(case(vignette, name="Ana"), catalogue, DAY)
    texts = texts_of(html_of(view, paper=PrintOptions(ink=ink, gym="Northside", address="Thun")))
    assert len(texts) > 20
    pale = {one for one in texts if contrast(one.colour, one.ground) < LEAST_CONTRAST}
    assert pale == set()


@pytest.mark.parametrize("vignette", everyday_and_heavy(["D02"], "D06", "D13"))
def test_sentences_for_the_client_are_large_enough(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    texts = texts_of(html_of(view_of(case(vignette), catalogue, DAY), "client"))
    assert min(one.points for one in texts) >= CAPTION_POINTS
    body = [one for one in texts if not one.around & SMALL]
    assert len(body) > 10
    assert [one for one in body if one.points < BODY_POINTS] == []


@pytest.mark.parametrize(
    ("style", "is_pale"),
    [("color: #8A8A8A", True), ("background: #2F827C", True), ("color: #51636E", False)],
)
def test_a_pale_text_would_be_found(style: str, is_pale: bool) -> None:
    (text,) = texts_of(f'<html lang="en"><title>x</title><p style="{style}">word')
    assert (contrast(text.colour, text.ground) < LEAST_CONTRAST) == is_pale
