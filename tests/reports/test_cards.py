"""Exercise cards: drawn, said in words, three to a page, and few pages for six."""

from __future__ import annotations

import base64
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from assessment.catalogue.model import Catalogue
from reports.figures.poses_loader import load_poses
from reports.html.render import html_of
from reports.output.print_options import PLAIN, PrintOptions, Size
from reports.pdf.rendering import pdf_of
from reports.sheets.plan.order import in_order_of_doing
from reports.sheets.view import view_of
from tests.conftest import everyday_and_heavy
from tests.reports.fixtures import DAY, Case, PageOf
from tests.reports.reading import page_of, tags_of

ADDRESS = "data:image/svg+xml;base64,"
MOST_PAGES, MOST_BYTES = 6, 250_000
"""Of a client sheet with six exercises: five, and one more since the warm-up is told in steps."""


def test_each_card_shows_its_poses_with_their_words(page: PageOf, case: Case) -> None:
    cards = list(page("D02", "client").all("article", "card"))
    chosen = in_order_of_doing(case("D02"))
    for card, one in zip(cards, chosen, strict=True):
        drawn = [image.attributes["alt"] for image in card.all("img")]
        assert drawn == [pose.text for pose in load_poses().moves[one.how.figure].pose]


def test_a_picture_is_a_whole_drawing_in_the_page(page: PageOf) -> None:
    for image in page("D02", "client").all("img"):
        source = image.attributes["src"]
        assert source.startswith(ADDRESS)
        document = base64.b64decode(source.removeprefix(ADDRESS))
        assert ElementTree.fromstring(document).tag.endswith("svg")  # noqa: S314  # our own


@pytest.mark.parametrize("part", ["name", "because", "stop"])
def test_a_card_says_all_that_it_should(page: PageOf, case: Case, part: str) -> None:
    cards, top = list(page("D02", "client").all("article", "card")), case("D02").top
    for card, one in zip(cards, in_order_of_doing(case("D02")), strict=True):
        said = {
            "name": one.exercise.name,
            "because": "Because you answered: " if one.region in top else "completes the session",
            "stop": f"Stop if {one.how.stop_if}.",
        }
        assert said[part] in card.text
        for way in ("Easier:", "Harder:", "No kit:", "If it hurts:"):
            assert way in card.text


def test_drawings_are_left_off_where_the_gym_wants_none(case: Case, catalogue: Catalogue) -> None:
    paper = PrintOptions(without=frozenset({"drawings"}))
    view = view_of(case("D02"), catalogue, DAY)
    plain = page_of(html_of(view, "client", paper=paper))
    assert not list(plain.all("img"))
    assert len(list(plain.all("article", "card"))) == len(case("D02").exercises)


def test_each_ink_has_its_own_drawings(case: Case, catalogue: Catalogue) -> None:
    view = view_of(case("D02"), catalogue, DAY)
    colour, grey, saver = (
        {
            image.attributes["src"]
            for image in page_of(html_of(view, "client", paper=one)).all("img")
        }
        for one in (PLAIN, PrintOptions(ink="grey"), PrintOptions(ink="saver"))
    )
    assert not colour & grey
    assert not grey & saver


@pytest.mark.parametrize("size", everyday_and_heavy(["A4"], "letter"))
def test_six_exercises_take_few_pages_and_every_picture_is_told(
    case: Case, catalogue: Catalogue, size: Size
) -> None:
    assessment = case("D27", minutes=15)
    assert len(assessment.exercises) == 6
    view = view_of(assessment, catalogue, DAY)
    made = pdf_of(html_of(view, "client", paper=PrintOptions(size=size)), DAY)
    assert len(made) <= MOST_BYTES
    with pikepdf.open(BytesIO(made)) as opened:
        assert len(opened.pages) <= MOST_PAGES
        told = [tag.alternative for tag in tags_of(opened) if tag.kind == "Figure"]
    for one in assessment.exercises:
        for pose in load_poses().moves[one.how.figure].pose:
            assert pose.text in told
