"""Cards on their pages: three at most, drawings as large as the text leaves room, no gap."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from assessment.catalogue.model import Catalogue
from reports.figures.poses_loader import load_poses
from reports.html.card_pages import CardPlace, card_pages
from reports.html.exercise_images import images_of
from reports.html.letter_widths import lines_of, width_of
from reports.html.plan_page import below_plan
from reports.html.render import html_of
from reports.output.print_options import PrintOptions, Size
from reports.pdf import rendering
from reports.sheets.view import view_of
from tests.conftest import everyday_and_heavy
from tests.reports.fixtures import DAY, Case, PageOf

SIZES: tuple[Size, ...] = ("A4", "letter")
MM = 25.4 / 96
LEAST_BODY, BEFORE = 19.5, 22.2
"""mm: the smallest body that is drawn, and how large one was in 1.0.0."""
SHOWN = everyday_and_heavy(["D06"], "D21", "D01", "D05", "D08", "D16", "D22", "D27", "D30", "D31")
"""Few words and many, changes on every card, one session and three."""


def places_of(case: Case, catalogue: Catalogue, vignette: str, size: Size) -> list[CardPlace]:
    client = view_of(case(vignette), catalogue, DAY).client
    assert client is not None
    cards, above = client.training.cards, client.training.above_cards
    images = {card.figure: images_of(card.figure, "colour") for card in cards}
    return [place for page in card_pages(cards, images, size, above) for place in page]


@pytest.mark.parametrize("size", everyday_and_heavy(["A4"], "letter"))
@pytest.mark.parametrize("vignette", SHOWN)
def test_a_page_of_cards_is_used_to_its_foot(
    case: Case, catalogue: Catalogue, vignette: str, size: Size
) -> None:
    """Three cards at most, each on the page that was reckoned, with all that it says."""
    client = view_of(case(vignette), catalogue, DAY).client
    assert client is not None
    cards, above = client.training.cards, client.training.above_cards
    images = {card.figure: images_of(card.figure, "colour") for card in cards}
    reckoned = [len(page) for page in card_pages(cards, images, size, above)]
    assert max(reckoned) <= 3
    assert max(reckoned) - min(reckoned) <= 1
    pages = laid_out(case, catalogue, vignette, size)
    assert [len(tops) for tops, _ in pages] == reckoned
    assert all(share >= 0.8 for _, share in pages)


def laid_out(
    case: Case, catalogue: Catalogue, vignette: str, size: Size
) -> list[tuple[Sequence[float], float]]:
    """Return of each page with cards where they begin, and which share of it they take."""
    printer = rendering._printer()
    html = html_of(view_of(case(vignette), catalogue, DAY), "client", paper=PrintOptions(size=size))
    page = printer.weasyprint.HTML(string=html, url_fetcher=printer.fetcher)
    found: list[tuple[Sequence[float], float]] = []
    for sheet in page.render(font_config=printer.fonts, stylesheets=[printer.css]).pages:
        box = sheet._page_box
        cards = [
            one
            for one in box.descendants()
            if one.element_tag == "article" and "card" in one.element.get("class", "").split()
        ]
        if cards:
            end = max(one.position_y + one.margin_height() for one in cards)
            tops = [one.position_y for one in cards]
            found.append((tops, (end - box.content_box_y()) / box.height))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("vignette", SHOWN)
def test_a_drawing_is_larger_than_in_the_first_version(
    case: Case, catalogue: Catalogue, vignette: str, size: Size
) -> None:
    places = places_of(case, catalogue, vignette, size)
    bodies = [place.image / place.images[0].width for place in places]
    assert min(bodies) >= LEAST_BODY
    assert sum(bodies) / len(bodies) > 1.25 * BEFORE


@pytest.mark.parametrize("size", SIZES)
def test_drawings_stay_within_their_column(case: Case, catalogue: Catalogue, size: Size) -> None:
    for place in places_of(case, catalogue, "D21", size):
        assert 0 < place.image <= place.column


def test_poses_of_an_exercise_are_drawn_to_one_scale() -> None:
    for exercise_id in load_poses().moves:
        sizes = {(one.width, one.height) for one in images_of(exercise_id, "colour")}
        assert len(sizes) == 1


def test_without_drawings_the_text_has_the_whole_width(case: Case, catalogue: Catalogue) -> None:
    client = view_of(case("D21"), catalogue, DAY).client
    assert client is not None
    pages = card_pages(client.training.cards, {}, "A4")
    assert all(place.column == place.image == 0.0 for page in pages for place in page)


def test_swaps_stand_in_one_run(page: PageOf) -> None:
    for card in page("D21", "client").all("article", "card"):
        said = card.one("p", "ladder").text
        assert re.fullmatch(r"Easier: .+ Harder: .+ No kit: .+ If it hurts: .+", said)


def test_lines_are_reckoned_by_the_widths_of_the_letters() -> None:
    """60 "i" are narrower than 60 "m"; a word that does not fit begins a line."""
    assert width_of("i" * 60, "Regular", 10.5) < width_of("m" * 60, "Regular", 10.5) / 2
    assert width_of("word", "SemiBold", 10.5) > width_of("word", "Regular", 10.5)
    half = width_of("word word", "Regular", 10.5) + 0.1
    assert lines_of([("word word", "Regular")], 10.5, half) == 1
    assert lines_of([("word word", "Regular"), ("word", "Regular")], 10.5, half) == 2
    assert lines_of([("word", "SemiBold"), ("word", "Regular")], 10.5, half) == 2


@pytest.mark.parametrize("size", everyday_and_heavy(["A4"], "letter"))
@pytest.mark.parametrize("vignette", everyday_and_heavy(["D06", "D21"], "D01", "D16", "D22", "D30"))
def test_the_goal_stays_on_page_1_and_the_plan_fills_page_2(
    case: Case, catalogue: Catalogue, vignette: str, size: Size
) -> None:
    """Noticed in 1.0.0: the goal of D21 fell to page 2, and page 3 of D06 was half empty."""
    printer = rendering._printer()
    html = html_of(view_of(case(vignette), catalogue, DAY), "client", paper=PrintOptions(size=size))
    page = printer.weasyprint.HTML(string=html, url_fetcher=printer.fetcher)
    first, second, third, *_ = page.render(
        font_config=printer.fonts, stylesheets=[printer.css]
    ).pages
    assert "goal" in classes_of(first)
    assert "plan" in classes_of(second)
    assert "card" in classes_of(third) or "account" in classes_of(third)


def classes_of(sheet: object) -> set[str]:
    box = sheet._page_box  # type: ignore[attr-defined]
    elements = (one.element for one in box.descendants() if one.element is not None)
    return {name for one in elements for name in one.get("class", "").split()}


def test_what_was_left_out_fills_the_page_of_the_plan_where_the_rules_do_not_fit(
    case: Case, catalogue: Catalogue
) -> None:
    view = view_of(case("D05"), catalogue, DAY)
    assert view.client is not None
    below = below_plan(view.client, view.summary, "A4")
    assert (below.rules, below.left_out) == (False, True)


def test_few_cards_stand_on_the_page_that_begins_with_the_warm_up(
    case: Case, catalogue: Catalogue
) -> None:
    client = view_of(case("D06"), catalogue, DAY).client
    assert client is not None
    training = client.training
    images = {card.figure: images_of(card.figure, "colour") for card in training.cards}
    pages = card_pages(training.cards, images, "A4", training.above_cards)
    assert [len(page) for page in pages] == [2, 3, 3, 3]
