""" "Last time and now" on paper: what it says, for whom, and how it stands on the page."""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.retest.shapes import Screening
from reports.html.render import html_of
from reports.output.print_options import PLAIN, Ink, PrintOptions, Sheets, Size
from reports.output.write import report_content
from reports.pdf.rendering import pdf_of
from reports.sheets.view import view_of
from tests.reports.accessibility import faults_of, text_read_aloud
from tests.reports.fixtures import Case
from tests.reports.layout import printed
from tests.reports.reading import Element, page_of
from tests.reports.test_accessible import NOT_IN_HTML, text_of

LAST, NOW = datetime.date(2026, 5, 4), datetime.date(2026, 6, 29)
BEFORE: dict[str, Any] = {
    "test_heel_raise_left": 12,
    "test_trunk_hold": 40,
    "test_bridge_left": 10,
}
AFTER: dict[str, Any] = {
    "name": "Ana Moreau",
    "box_lift": 1,
    "lean_forward": 1,
    "pain_low_back": 1,
    "heel_pull": None,
    "test_heel_raise_left": 20,
    "test_trunk_hold": 80,
    "test_bridge_left": 30,
    "test_prone_t": 20,
}


@pytest.fixture
def pair(case: Case) -> tuple[list[Screening], Any]:
    return [Screening.of(LAST, case("D02", **BEFORE))], case("D02", **AFTER)


def html(
    pair: tuple[list[Screening], Any],
    catalogue: Catalogue,
    sheets: Sheets = "both",
    paper: PrintOptions = PLAIN,
) -> str:
    earlier, now = pair
    return html_of(view_of(now, catalogue, NOW, earlier), sheets, paper=paper)


def rows_of(page: Element) -> dict[str, list[str]]:
    """Return the rows of the tables of the re-test by their header cells."""
    section = page.one("section", "retest")
    return {
        row.one("th").text: [cell.text.replace(" : ", ": ") for cell in row.all("td")]
        for body in section.all("tbody")
        for row in body.all("tr")
    }


@pytest.mark.parametrize("sheets", ["client", "trainer"])
def test_each_sheet_has_both_numbers_and_how_they_stand(
    pair: tuple[list[Screening], Any], catalogue: Catalogue, sheets: Sheets
) -> None:
    rows = rows_of(page_of(html(pair, catalogue, sheets)))
    # docs/evidence.md 6.4; the groups of somebody with low back pain now: 32 s
    assert rows["Low back pain 0 to 10"] == ["3", "1", "Lower than last time", "2", ""]
    assert rows["Heel raises, left repetitions"] == ["12", "20", "Higher than last time", "7", ""]
    assert rows["Trunk hold, face down seconds"] == ["40", "80", "Higher than last time", "32", ""]
    assert rows["One-leg bridge hold, left seconds"] == [
        *("10", "30", "Not known: no study says what is chance", "not known", "")
    ]
    assert rows["Prone T hold seconds"][:3] == ["none", "20", "Not known: no number last time"]
    assert rows["Back of the thighs"][2] == "Not known: answers are missing"
    assert len(rows["Neck"]) == 4


HURTING: dict[str, Any] = {"posture_rounded": 2, "posture_can_straighten": "no"}


@pytest.mark.parametrize("sheets", ["client", "trainer"])
def test_each_sign_stands_then_and_now_in_words(
    case: Case, catalogue: Catalogue, sheets: Sheets
) -> None:
    earlier = [Screening.of(LAST, case("D29", stalled=None, **HURTING))]
    now = case("D29", stalled=["pull"], stalled_recovery_poor="no")
    page = page_of(html_of(view_of(now, catalogue, NOW, earlier), sheets))
    rows = rows_of(page)
    assert rows["Low back or hip pain"] == ["no", "no"]
    assert rows["Rounded posture"] == ["yes, somewhat, cannot straighten fully", "no"]
    assert rows["Stuck for 8 weeks"] == ["not answered", "yes, pulling"]


def test_a_day_of_other_questions_was_not_asked_in_this_way(
    case: Case, catalogue: Catalogue
) -> None:
    earlier = [Screening(LAST, "1.0.0", None)]
    rows = rows_of(page_of(html_of(view_of(case("D21"), catalogue, NOW, earlier), "client")))
    assert rows["Low back or hip pain"][0] == "not asked in this way"
    assert rows["Low back or hip pain"][1].startswith("yes, low back 6 of 10")


def test_a_day_that_ended_with_a_health_answer_shows_no_signs(
    case: Case, catalogue: Catalogue
) -> None:
    earlier = [Screening.of(LAST, case("D13"))]
    rows = rows_of(page_of(html_of(view_of(case("D21"), catalogue, NOW, earlier), "client")))
    assert rows["Rounded posture"][0] == "not shown: a health answer came first"


def test_nothing_earlier_leaves_no_trace(case: Case, catalogue: Catalogue) -> None:
    assessment = case("D02")
    plain = view_of(assessment, catalogue, NOW)
    assert plain == view_of(assessment, catalogue, NOW, ())
    assert "Last time and now" not in html_of(plain)
    assert "half-chart" not in html_of(plain, self_contained=True)


@pytest.mark.parametrize(
    ("vignette", "changes", "sheets"),
    [
        ("D02", {}, {"client", "trainer"}),
        ("D12", {}, {"trainer"}),  # a clinician first: the score is for the trainer
        ("D13", {}, set()),  # emergency: no score at all
    ],
)
def test_it_stands_where_the_numbers_of_now_stand(
    case: Case, catalogue: Catalogue, vignette: str, changes: dict[str, Any], sheets: set[str]
) -> None:
    earlier = [Screening.of(LAST, case("D02"))]
    page = page_of(html_of(view_of(case(vignette, **changes), catalogue, NOW, earlier)))
    found = {
        name
        for name in ("client", "referral", "trainer")
        for sheet in page.all("article", name)
        if list(sheet.all("section", "retest"))
    }
    assert found == sheets


def test_days_without_numbers_are_named(case: Case, catalogue: Catalogue) -> None:
    earlier = [
        Screening(datetime.date(2025, 1, 5), "0.9.0", None),
        Screening.of(LAST, case("D02")),
        Screening.of(LAST + datetime.timedelta(days=14), case("D13")),
    ]
    said = html_of(view_of(case("D02"), catalogue, NOW, earlier))
    assert "On 5 January 2025 the questions were others (version 0.9.0)." in said
    assert "On 18 May 2026 a health answer came first" in said
    assert "Last time: 4 May 2026. Now: 29 June 2026, 8 weeks later." in said
    assert "It is early" not in said


def test_before_week_8_it_says_that_it_is_early(case: Case, catalogue: Catalogue) -> None:
    earlier = [Screening.of(NOW - datetime.timedelta(weeks=4), case("D02"))]
    said = html_of(view_of(case("D02"), catalogue, NOW, earlier))
    assert "4 weeks later. It is early. Before week 8" in said


@pytest.mark.heavy
@pytest.mark.parametrize(("size", "ink"), [("A4", "colour"), ("letter", "grey"), ("A4", "saver")])
def test_it_is_laid_out_well_and_can_be_read_aloud(
    pair: tuple[list[Screening], Any], catalogue: Catalogue, size: Size, ink: Ink
) -> None:
    page = html(pair, catalogue, paper=PrintOptions(size=size, ink=ink, gym="Northside"))
    made, wrong = printed(page, NOW)
    assert wrong == []
    with pikepdf.open(BytesIO(made)) as opened:
        assert faults_of(opened) == []
        aloud = text_read_aloud(opened, NOT_IN_HTML)
    assert re.sub(r":page\d+", "", aloud) == text_of(page_of(page))


@pytest.mark.heavy
@pytest.mark.parametrize("size", ["A4", "letter"])
def test_it_takes_one_page_more_and_the_pages_count_it(
    pair: tuple[list[Screening], Any], catalogue: Catalogue, size: Size
) -> None:
    earlier, now = pair
    counts = []
    for before in ((), earlier):
        view = view_of(now, catalogue, NOW, before)
        made = pdf_of(html_of(view, "client", paper=PrintOptions(size=size)), NOW)
        with pikepdf.open(BytesIO(made)) as opened:
            counts.append(len(opened.pages))
    assert counts[1] == counts[0] + 1


def test_every_number_of_the_chart_is_in_its_text(
    pair: tuple[list[Screening], Any], catalogue: Catalogue
) -> None:
    page = page_of(html(pair, catalogue, "client"))
    drawings = list(page.all("div", "half-chart"))
    titles = " ".join(title.text for one in drawings for title in one.all("title"))
    assert len(drawings) == 2
    assert titles.count("on 4 May 2026") == titles.count("on 29 June 2026") == 8
    assert "Neck: " in titles


@pytest.mark.heavy
def test_many_screenings_with_everything_measured_keep_the_page_whole(
    case: Case, catalogue: Catalogue
) -> None:
    all_of_it = {
        **{
            f"test_{name}_{side}": 12 for name in ("bridge", "stance") for side in ("left", "right")
        },
        **{f"test_{name}": 12 for name in ("trunk_hold", "prone_t", "inverted_row", "wall_gap_cm")},
        **{f"pain_{site}": 4 for site in ("hip", "neck", "upper_back", "shoulder", "calf")},
    }
    days = [
        Screening.of(
            LAST - datetime.timedelta(weeks=8 * back), case("D02", **all_of_it, stairs=back % 5)
        )
        for back in range(7)
    ]
    page = html((days, case("D02", **all_of_it)), catalogue)
    made, wrong = printed(page, NOW)
    assert wrong == []
    with pikepdf.open(BytesIO(made)) as opened:
        assert faults_of(opened) == []
    assert re.search(r"Trunk hold, face down: 12 seconds on", page)


@pytest.mark.heavy
def test_the_same_screenings_give_the_same_bytes(
    pair: tuple[list[Screening], Any], catalogue: Catalogue
) -> None:
    earlier, now = pair
    made = [
        report_content(now, catalogue, created=NOW, sheets="client", earlier=earlier)
        for _ in range(2)
    ]
    assert made[0] == made[1]
