"""The page that takes the place of a plan: whom to see, how soon, in the client's words, once."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from assessment.catalogue.model import Catalogue
from reports.html.render import html_of
from reports.pdf.rendering import pdf_of
from reports.sheets.view import view_of
from tests.contract import AMBER, FLAGS, PAIN
from tests.reports.fixtures import DAY, Case, PageOf
from tests.reports.reading import Element
from tests.settings.wishes import paper_of

PREGNANT = {
    "sex": "female",
    "birth": "yes",
    "pregnant": "yes",
    "pregnant_13_weeks": "unsure",
    "after_birth_12_weeks": "unsure",
    "pelvic_floor": "unsure",
}
MENTION = dict.fromkeys(AMBER, "unsure")
FOLLOW_UPS = {follow_up: urgency for _, ups in FLAGS.values() for follow_up, urgency in ups.items()}


def up(*urgencies: str) -> dict[str, str]:
    """Return every flag of *urgencies* as yes and every follow-up of them as unsure."""
    flags = {flag: "yes" for flag, (urgency, _) in FLAGS.items() if urgency in urgencies}
    answers = {
        follow_up: "unsure" if urgency in urgencies else "no"
        for follow_up, urgency in FOLLOW_UPS.items()
    }
    return flags | answers


EVERY_PAIN: dict[str, Any] = {**dict.fromkeys(PAIN, 10), "pain_days": "daily"}
ILL = {"heart_agreed": "no", "diabetes_or_kidney": "yes", "falls": "no"}
LONGEST: dict[str, dict[str, Any]] = {
    "emergency": up("E", "S", "C", "P") | MENTION | PREGNANT | EVERY_PAIN | ILL,
    "same_day": up("S", "C", "P") | MENTION | PREGNANT | EVERY_PAIN | ILL,
    "see_clinician": up("C", "P") | MENTION | EVERY_PAIN | ILL,
    "postpone": up("P") | MENTION,
    "one": {"recent_surgery": "yes"},
    "two": {"recent_surgery": "yes", "foot_drop": "unsure", "amber_leg_tingling": "yes"},
    "open": {
        **dict.fromkeys(("swollen_limb", "major_accident", "infection_signs"), "yes"),
        **dict.fromkeys(("swollen_limb_breathless", "major_accident_cannot_walk")),
    },
    "nine": {
        **dict.fromkeys(("recent_surgery", "walking_cramp", "severe_pain", "cancer_now"), "yes"),
        **dict.fromkeys(("head_injury_or_fit", "high_bp", "supervised_only"), "unsure"),
        **{"lasting_illness": "yes", "amber_leg_tingling": "yes"},
    },
    "five": {
        "recent_surgery": "yes",
        "foot_drop": "unsure",
        "hot_joint": "yes",
        "walking_cramp": "yes",
        "amber_leg_tingling": "yes",
    },
}


@pytest.mark.parametrize("size", ["A4", "letter"])
@pytest.mark.parametrize("answers", LONGEST)
def test_it_is_one_page_whatever_the_answers_and_the_letterhead(
    case: Case, catalogue: Catalogue, tmp_path: Path, answers: str, size: str
) -> None:
    Image.new("RGB", (200, 400), "#224466").save(tmp_path / "logo.png")
    wishes = {"gym": "Northside", "address": "1 River Street", "logo": "logo.png", "size": size}
    paper, faults = paper_of(wishes, tmp_path)
    assert faults == ()
    assessment = case("D02", name="W" * 40, **LONGEST[answers])
    if answers in ("emergency", "same_day", "see_clinician", "postpone"):
        assert assessment.outcome.value == answers
    page = html_of(view_of(assessment, catalogue, DAY), "client", paper=paper)
    with pikepdf.open(io.BytesIO(pdf_of(page, DAY))) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(
    ("vignette", "changes", "who", "how_soon"),
    [
        ("D13", {}, "An ambulance crew, or an emergency department", "Now."),
        ("D14", {}, "Your doctor, or an urgent care line", "Today."),
        ("D14", PREGNANT | {"pregnancy_warning": "yes"}, "Your maternity unit", "Today."),
        (
            "D12",
            {},
            "Your doctor, or a physiotherapist",
            "In the next days, and before you train.",
        ),
        (
            "D01",
            {"acute_illness": "yes"},
            "Nobody now. Your doctor, if you feel worse",
            "Train when you are well again.",
        ),
    ],
)
def test_it_says_whom_to_see_and_how_soon(
    page: PageOf, vignette: str, changes: dict[str, Any], who: str, how_soon: str
) -> None:
    sheet = page(vignette, "client", **changes)
    facts = {
        row.one("th").text: row.one("td").text for row in sheet.one("table", "pairs").all("tr")
    }
    assert facts == {"Who to see": who, "How soon": how_soon}


@pytest.mark.parametrize("vignette", ["D12", "D13", "D14"])
def test_it_has_the_date_the_trainers_name_and_no_exercise(
    page: PageOf, catalogue: Catalogue, vignette: str
) -> None:
    sheet = page(vignette, "client")
    assert "12 May 2026" in sheet.one("header", "masthead").text
    signed = [one.text for one in sheet.all("div", "signature")]
    assert signed == ["Name and practice Date Signature", "Trainer Date Signature"]
    assert not [one.name for one in catalogue.exercises if one.name in sheet.text]
    assert not list(sheet.all(css_class="card"))


def listed(sheet: Element, kind: str) -> list[str]:
    return [one.text for part in sheet.all("ul", kind) for one in part.all("li")]


def test_answers_are_the_clients_own_the_most_urgent_first(page: PageOf) -> None:
    sheet = page("D02", "client", **LONGEST["five"])
    said = listed(sheet, "said")
    assert said == [
        "A foot that slaps the floor (not sure)",
        "A hot, red or very swollen joint (yes)",
        "Recent operation, broken bone or new joint (yes)",
        "A leg cramp at the same walking distance (yes)",
    ]
    assert listed(sheet, "also") == ["Steady tingling in one leg"]


def test_strong_pains_are_one_line(page: PageOf) -> None:
    sheet = page("D02", "client", pain_low_back=9, pain_hip=8, pain_neck=7, pain_days="daily")
    said = listed(sheet, "said")
    assert said == ["Your usual pain, 0 to 10: low back 9 and hip 8"]
