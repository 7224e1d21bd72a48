"""The pages by their meaning: what stands on which sheet, for which outcome."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.assess import EmptyRegion
from assessment.core.gate import Outcome
from assessment.version import VERSION
from questions.model import Region
from reports.html.render import html_of
from reports.sheets.view import view_of
from reports.words import trainer as trainer_words
from tests import contract
from tests.clients import VIGNETTES
from tests.conftest import MakeAssessment
from tests.reports.fixtures import DAY, Case, PageOf
from tests.reports.reading import Element, page_of

TITLES = {
    "emergency": "Call an ambulance or go to an emergency department now",
    "same_day": "Speak to a doctor or an urgent care line today",
    "see_clinician": "See a doctor or physiotherapist before you train",
    "postpone": "Come back when you are well",
}
EXPECTED = {
    path.name.removesuffix(".expected.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(VIGNETTES.glob("*.expected.json"))
}
NEVER_ON_PAPER = re.compile(r"(?i:you are safe|nothing serious|\bweak)|\bNone\b|\bnan\b")


def headings(page: Element) -> list[int]:
    return [int(one.tag[1]) for one in page.all() if re.fullmatch(r"h[1-6]", one.tag)]


@pytest.mark.parametrize("vignette", EXPECTED)
def test_each_vignette_has_the_page_of_its_outcome(
    page: PageOf, case: Case, catalogue: Catalogue, vignette: str
) -> None:
    outcome = EXPECTED[vignette]["outcome"]
    client = page(vignette, "client")
    title = TITLES.get(outcome)
    if title is None:
        exercises = {one.exercise.name for one in case(vignette).exercises}
        cards = {card.one("h3").text.split(" ", 1)[1] for card in client.all("article", "card")}
        assert len(cards) == len(exercises) > 0
        assert all(any(card.startswith(name) for name in exercises) for card in cards)
    else:
        assert client.one("section", "action").one("h2").text == title
        assert not list(client.all("article", "card"))
        assert not [one.name for one in catalogue.exercises if one.name in client.text]


@pytest.mark.parametrize("vignette", EXPECTED)
def test_headings_do_not_skip_and_nothing_forbidden_is_said(page: PageOf, vignette: str) -> None:
    whole = page(vignette)
    levels = headings(whole)
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert NEVER_ON_PAPER.findall(whole.text) == []


@pytest.mark.parametrize("vignette", ["D13", "D14"])
def test_an_emergency_has_no_score_band_or_exercise_on_any_sheet(
    page: PageOf, catalogue: Catalogue, vignette: str
) -> None:
    whole = page(vignette)
    assert not list(whole.all("table", "regions"))
    assert not list(whole.all("table", "figures"))
    assert not list(whole.all("section", "points"))
    assert "Signs of low capacity" not in whole.text
    assert not re.search(r"\b(mild|moderate|marked)\b", whole.text)
    assert not [one.name for one in catalogue.exercises if one.name in whole.text]


@pytest.mark.parametrize(("vignette", "changes"), [("D12", {}), ("D01", {"acute_illness": "yes"})])
def test_where_a_clinician_comes_first_only_the_trainer_sees_a_score(
    page: PageOf, catalogue: Catalogue, vignette: str, changes: dict[str, str]
) -> None:
    client, trainer = page(vignette, "client", **changes), page(vignette, "trainer", **changes)
    assert not list(client.all("table", "regions"))
    assert not re.search(r"\b(mild|moderate|marked)\b", client.text)
    assert list(trainer.all("table", "figures"))
    assert not [one.name for one in catalogue.exercises if one.name in trainer.text]


def test_the_client_sheet_has_the_clients_name_or_a_line_for_it(page: PageOf) -> None:
    named = page("D02", "client", name="Ana M.").one("p", "name")
    blank = page("D02", "client").one("p", "name")
    assert named.text == "Ana M."
    assert blank.text == "Name"
    assert list(blank.all("span", "line"))


def test_the_foot_has_day_versions_and_that_it_is_a_screen(page: PageOf) -> None:
    sheet = page("D02", "client", name="Ana M.").one("article", "client")
    foot = sheet.attributes["data-foot"]
    versions = re.escape(f"Posterior-chain check {VERSION}, questionnaire {contract.VERSION}")
    assert re.fullmatch(versions + ", code [A-Z2-7]{3}-[A-Z2-7]{3}", foot)
    assert sheet.attributes["data-note"] == "This is a screen, not a diagnosis."
    assert sheet.attributes["data-who"] == "Ana M., 12 May 2026"


def test_page_1_has_every_region_with_its_number(page: PageOf) -> None:
    rows = list(page("D02", "client").one("table", "regions").one("tbody").all("tr"))
    assert [row.one("th").text for row in rows][:2] == ["1 low back", "2 glutes"]
    assert [row.one("td", "score").text for row in rows][:2] == ["76", "36"]
    assert len(rows) == 8


def test_cautions_amber_signs_and_tips_are_printed(page: PageOf) -> None:
    client = page(
        "D16",
        "client",
        amber_leg_tingling="unsure",
        stalled=["lift"],
        stalled_recovery_poor="yes",
        earlier_back_pain="yes",
    ).text
    for sentence in (
        "Please mention to a doctor or physiotherapist",
        "Steady tingling in one leg",
        "Keep something firm within reach.",
        "Tell your doctor about the fall",
        "whether a check of your bones makes sense",
        "You said that sleep or food was short",
        "Change one thing at a time",
        "You have had low back pain before.",
    ):
        assert sentence in client


def test_nobody_gets_a_tip_that_was_not_asked_for(page: PageOf) -> None:
    assert "Also for you" not in page("D01", "client").text


def test_who_cannot_stand_is_told_first_that_this_was_made_for_others(page: PageOf) -> None:
    client = page("D31", "client").text
    said = client.index("This check was made for people who stand.")
    assert said < client.index("Four signs to look at first")
    assert "made for people who stand" not in page("D05", "client").text


def test_top_regions_without_an_exercise_are_named(case: Case, catalogue: Catalogue) -> None:
    instead = catalogue.schedule.instead["caution"]
    empty = tuple(
        EmptyRegion(region, ("neck_pain",), instead) for region in (Region.NECK, Region.CALVES)
    )
    assessment = replace(case("D02"), empty_regions=empty, crowded_out=(Region.GLUTE_MED,))
    client = page_of(html_of(view_of(assessment, catalogue, DAY), "client"))
    said = client.one("section", "next").text
    assert "For the neck and calves there is no exercise here. Choose with a clinician" in said
    assert "no room for the side of the hip" in said


CLEARED = {"by": "Dr Amina Hassan", "on": "2026-05-01", "for": ["chest_pain"]}


def test_a_recorded_clearance_is_one_calm_line_for_the_client(page: PageOf) -> None:
    client = page("D12", "client", clearance=CLEARED)
    assert (
        "Dr Amina Hassan cleared you to train on 1 May 2026. "
        "What was looked at: chest pain, or jaw or arm pain with effort."
        in client.one("section", "next").text
    )
    unused = page("D02", "client", clearance=CLEARED)
    assert "Hassan" not in unused.text


def test_without_regions_that_stand_out_it_is_a_plan_for_every_part(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    client = page_of(html_of(view_of(make_assessment(), catalogue, DAY), "client"))
    assert "Your plan to keep every part going" in [one.text for one in client.all("h2")]


def test_what_was_left_out_is_said_with_its_reason(page: PageOf) -> None:
    said = page("D11", "client").one("section", "left-out").text
    assert "because of a back that hurts when bending" in said


def test_sources_are_those_of_what_is_printed(page: PageOf) -> None:
    client = page("D02", "client").one("section", "account").one("p", "caption").text
    assert "Tataryn and others 2021, doi:10.1186/s40798-021-00306-w" in client
    assert "Mottola" not in client
    trainer = page("D06", "trainer").one("ul", "sources").text
    assert "Mottola MF" in trainer
    assert "lying flat on the back is changed only if it makes light-headed" in trainer
    assert "Mottola" not in page("D02", "trainer").one("ul", "sources").text


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        # what the questions rest on whose answers are printed: red flags, what raises them, amber
        ({"saddle_numbness": "yes"}, "Finucane LM"),
        ({"achilles_snap": "unsure"}, "Boyd RP"),
        ({"pain_hip": 8, "pain_days": "daily"}, "Boonstra AM"),
        ({"chest_pain": "yes", "chest_pain_new": "no", "chest_pain_now": "no"}, "Riebe D"),
        ({"earlier_back_pain": "yes"}, "da Silva T"),
    ],
)
def test_flags_and_tips_point_to_their_sources(
    page: PageOf, changes: dict[str, object], name: str
) -> None:
    assert name in page("D01", "trainer", **changes).one("ul", "sources").text


@pytest.mark.parametrize("changes", [{}, {"saddle_numbness": "yes"}, {"acute_illness": "yes"}])
def test_what_has_no_source_is_called_our_own_or_common_knowledge(
    page: PageOf, changes: dict[str, object]
) -> None:
    assert trainer_words.NO_SOURCE in page("D01", "trainer", **changes).text


def test_the_same_sources_stand_on_both_sheets(page: PageOf) -> None:
    both = page("D05")
    client = both.one("section", "account").one("p", "caption").text
    full = [one.text for one in both.one("ul", "sources").all("li")]
    assert len(full) > 5
    assert client.count(";") + 1 == len(full)


def test_the_trainer_sheet_has_every_answer_that_was_given(page: PageOf, case: Case) -> None:
    trainer = page("D05", "trainer", pain_low_back=4, pain_days="weekly").text.lower()
    sheet = case("D05", pain_low_back=4, pain_days="weekly").sheet
    for item in sheet.asked_items():
        value = sheet.get(item.id)
        if value is not None and value != "no" and item.id != "clearance":
            assert item.short.lower() in trainer, item.id


def test_the_trainer_sheet_has_the_points_of_the_worked_example(worked_example: Element) -> None:
    """The worked example of docs/rules.md 4.10: function 47.2, signs 28.9, score 50.5."""
    rows = [row.text for row in worked_example.one("table", "figures").all("tr")]
    assert "Glutes 47.2 28.9 8 50.5 moderate" in rows
    glutes = next(one for one in worked_example.all("section", "points") if "Glutes" in one.text)
    assert "P2 Hip pain 4 out of 10 1.6 2 3.2" in [row.text for row in glutes.all("tr")]


def test_unanswered_items_are_named_for_the_trainer(page: PageOf) -> None:
    trainer = page("D02", "trainer", stairs=None, sitting_hours=None)
    titles = [one.text for one in trainer.all("h2")]
    assert "Not answered" in titles
    assert "climbing two flights of stairs" in trainer.text
    assert "hours of sitting a day" in trainer.text
    assert "not enough answers" not in page("D02", "trainer").text


@pytest.mark.parametrize(
    ("sheets", "kinds"),
    [("client", ["client"]), ("trainer", ["trainer"]), ("both", ["client", "trainer"])],
)
def test_only_the_sheets_that_were_asked_for(page: PageOf, sheets: str, kinds: list[str]) -> None:
    whole = page("D02", sheets)
    found = [kind for kind in ("client", "trainer") if list(whole.all("article", kind))]
    assert found == kinds


def test_an_incomplete_sheet_has_no_report(case: Case, catalogue: Catalogue) -> None:
    assessment = case("D02", told_bones=None)
    assert assessment.outcome is Outcome.INCOMPLETE
    with pytest.raises(ValueError, match="incomplete"):
        view_of(assessment, catalogue, DAY)


HOSTILE = (
    "<img src=http://example.com/x.png>",
    "</title><script>alert(1)</script>",
    "{{ 7 * 7 }}{% include 'trainer.html' %}",
    '"><svg onload=x>',
    "W" * 80,
    "O'Neill & S\u00f8n",
)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("self_contained", [True, False])
def test_a_name_is_text_and_nothing_else(
    case: Case, catalogue: Catalogue, name: str, self_contained: bool
) -> None:
    view = view_of(case("D02", name=name), catalogue, DAY)
    whole = page_of(html_of(view, self_contained=self_contained))
    assert {one.text for one in whole.all("p", "name")} == {name}
    own = "data:image/svg+xml;base64,"
    assert all(one.attributes["src"].startswith(own) for one in whole.all("img"))
    assert not list(whole.all("script"))


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Ana \U0001f600", "Ana"),
        ("\u0410\u043d\u043d\u0430", "\u0410\u043d\u043d\u0430"),
        ("\u1f08\u03bd\u03bd\u03b1", "Name"),
        ("\u0639\u0644\u064a", "Name"),
        ("Ana\u202e\u0000 M.", "Ana M."),
        ("\ud83d", "Name"),
    ],
)
def test_letters_that_the_fonts_lack_leave_a_line_to_write_on(
    page: PageOf, name: str, printed: str
) -> None:
    assert {one.text for one in page("D02", name=name).all("p", "name")} == {printed}


def test_a_browser_shows_any_name_and_fetches_nothing(case: Case, catalogue: Catalogue) -> None:
    view = view_of(case("D02", name="\u0639\u0644\u064a"), catalogue, DAY)
    html = html_of(view, self_contained=True)
    assert "\u0639\u0644\u064a" in page_of(html).text
    assert "default-src 'none'" in html
    links = re.findall(r"url\(['\"]?([^)]{0,20})", html) + re.findall(r"src=\"([^\"]{0,20})", html)
    assert links
    assert all(link.startswith("data:") for link in links)
    assert len(re.findall("@font-face", html)) == 4


def test_the_clients_own_number_says_which_change_is_real(page: PageOf) -> None:
    """docs/evidence.md 6.4: 3 points for a single activity (MDC90 of the PSFS)."""
    said = "A change of 3 or more is more than chance."
    assert said in page("D02", "client").one("section", "goal").text
