"""The measurements on the trainer sheet: what stands in each row, and where its source stands."""

from __future__ import annotations

import pytest

from assessment.catalogue.model import Catalogue
from reports.sheets.sources import in_short
from tests.reports.fixtures import PageOf
from tests.reports.reading import Element

OPENED_BY_AGE = dict.fromkeys(("amber_height_loss", "walking_cramp", "osteoporosis", "falls"), "no")
MAN = {
    "age_years": 62,
    "sex": "male",
    "pain_low_back": 0,
    "earlier_back_pain": "no",
} | OPENED_BY_AGE
TAKEN = {
    "test_heel_raise_left": 17,
    "test_heel_raise_right": 9,
    "test_trunk_hold": 58.5,
    "test_stance_left": 12,
    "test_prone_t": 31,
    "test_chair_stand": 14,
}


def rows(page: Element) -> dict[str, list[str]]:
    """Return the cells of each row of the measurements, by what was measured."""
    found = page.one("table", "measured").one("tbody").all("tr")
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in found}


@pytest.fixture(scope="module")
def man(page: PageOf) -> dict[str, list[str]]:
    return rows(page("D01", "trainer", **MAN, **TAKEN))


def test_a_row_names_figures_norm_meaning_sides_and_the_real_change(
    man: dict[str, list[str]],
) -> None:
    assert man["Heel raises repetitions"] == [
        "17",
        "9",
        "Typical 19. Low under 11.4 (60 %), good from 17.1 (90 %). 566 adults; the figures by age "
        "as two clinic pages quote them. Source: Hebert-Losier and others 2017, read on another "
        "page. Where low ends and good begins is our own rule.",
        "low",
        "8, worth noting",
        "7 or more Hebert-Losier and others 2017",
    ]


def test_from_50_on_the_low_mark_of_the_trunk_hold_is_called_our_own(
    man: dict[str, list[str]], page: PageOf
) -> None:
    figure, norm, says, sides, change = man["Trunk hold, face down seconds"]
    assert (figure, says, sides) == ("58.5", "low", "")
    assert norm.startswith("Low under 60, good over 163. 1253 people")
    assert norm.endswith("The marks are our own rule.")
    assert change == "48 or more Latimer and others 1999"
    woman = rows(page("D01", "trainer", **MAN | {"sex": "female", "age_years": 40}, **TAKEN))
    norm = woman["Trunk hold, face down seconds"][1]
    assert norm.startswith("Low under 70, good over 148.")
    assert norm.endswith("Where low ends and good begins is our own rule.")


def test_the_chair_stand_is_compared_with_its_limit_alone(
    man: dict[str, list[str]], page: PageOf
) -> None:
    figure, norm, says, _, change = man["Chair stands in 30 seconds repetitions"]
    assert (figure, says, change) == ("14", "not below average", "not known")
    assert norm.startswith("Below average under 14.")
    assert "own rule" not in norm
    below = rows(page("D01", "trainer", **MAN, test_chair_stand=13))
    assert below["Chair stands in 30 seconds repetitions"][2] == "below average"


def test_without_a_norm_it_is_the_clients_own_baseline(man: dict[str, list[str]]) -> None:
    assert man["Prone T hold seconds"] == [
        *("31", "No norm for this client.", "own baseline", ""),
        "17 or more Evans and others 2021",
    ]


def test_a_side_that_was_not_measured_is_empty(man: dict[str, list[str]]) -> None:
    left, right, _, says, sides, change = man["Standing on one leg seconds"]
    assert (left, right, says, sides, change) == ("12", "", "fair", "", "not known")


def test_a_difference_without_a_mark_is_only_named(page: PageOf) -> None:
    answers = MAN | {"test_hamstring_bridge_left": 9, "test_hamstring_bridge_right": 30}
    row = rows(page("D01", "trainer", **answers))["Hamstring bridges repetitions"]
    assert row == ["9", "30", "No norm for this client.", "own baseline", "21", "not known"]


def test_every_header_has_a_scope_and_every_row_all_columns(page: PageOf) -> None:
    table = page("D01", "trainer", **MAN, **TAKEN).one("table", "measured")
    assert all(header.attributes.get("scope") for header in table.all("th"))
    for row in table.one("tbody").all("tr"):
        cells = [*row.all("th"), *row.all("td")]
        assert sum(int(cell.attributes.get("colspan", "1")) for cell in cells) == 7


def test_nothing_measured_has_no_table(page: PageOf) -> None:
    trainer = page("D01", "trainer")
    assert not list(trainer.all("table", "measured"))
    assert "Measurements" not in [one.text for one in trainer.all("h2")]


def test_a_figure_stands_in_one_table_only_and_is_never_lost(page: PageOf) -> None:
    scored = page("D01", "trainer", test_prone_t=31)
    assert "31 seconds" not in scored.text
    stopped = page("D01", "trainer", test_prone_t=31, saddle_numbness="yes")
    assert not list(stopped.all("table", "measured"))
    assert "Prone T hold 31 seconds" in stopped.text


def test_the_sources_stand_once_in_full(page: PageOf) -> None:
    both = page("D01", "both", **MAN, **TAKEN)
    (sources,) = both.all("ul", "sources")
    for name in ("Hebert-Losier K", "Latimer J", "Evans NA", "Centers for Disease", "Springer BA"):
        assert name in sources.text
    assert "Freckleton" not in sources.text
    alone = page("D01", "trainer", **MAN, **TAKEN)
    assert "Hebert-Losier K" in alone.one("ul", "sources").text
    referral = page("D01", "both", **MAN, **TAKEN, severe_pain="yes")
    assert "Hebert-Losier K" in referral.one("ul", "sources").text


def test_own_baselines_alone_need_no_sources(page: PageOf) -> None:
    stopped = {"test_inverted_row": 4, "acute_illness": "yes"}
    assert not list(page("D01", "trainer", **stopped).all("ul", "sources"))


@pytest.mark.parametrize(
    ("keys", "short"),
    [
        (["hebert-losier-2017", "own-rule"], "Hebert-Losier and others 2017"),
        (["van-dyk-2019"], "van Dyk and others 2019"),
        (["singh-2015"], "Singh 2015"),
        (["sralab"], "Shirley Ryan AbilityLab no date"),
        (["own-rule"], ""),
    ],
)
def test_a_source_in_short_is_its_first_author_and_year(
    catalogue: Catalogue, keys: list[str], short: str
) -> None:
    assert in_short(keys, catalogue) == short
