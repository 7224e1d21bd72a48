"""The result in short, as paper and screen show it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.gate import Outcome
from assessment.core.scores.gaps import missing_items
from questions.model import Region
from reports.sheets.summary import summary_of
from tests.conftest import MakeAssessment
from tests.reports.fixtures import Case


def test_the_screen_can_have_it_without_what_makes_paper() -> None:
    code = "import reports.sheets.plan.training, reports.sheets.view, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=True
    )
    assert {"jinja2", "weasyprint", "markupsafe"}.isdisjoint(done.stdout.split())


def test_regions_stand_most_signs_first_with_number_word_and_bar(
    case: Case, catalogue: Catalogue
) -> None:
    summary = summary_of(case("D02"), catalogue)
    first = summary.regions[0]
    assert [line.number for line in summary.regions] == list("12345678")
    assert (first.name, first.score, first.band, first.key) == (
        "low back",
        "76",
        "marked",
        "marked",
    )
    assert (first.share, first.low, first.high) == (0.755, 0.755, 0.755)
    assert (first.range, first.note, summary.has_ranges) == ("", "", False)
    assert summary.room_to_grow.startswith("Most room to grow: low back,")
    assert "low back" not in summary.doing_well
    assert "lifting a box from the floor (very hard)" in summary.because[0].answers


def test_missing_answers_are_counted_and_give_a_range_and_both_bands(
    case: Case, catalogue: Catalogue
) -> None:
    summary = summary_of(case("D02", bridge=None, sitting_hours=None), catalogue)
    glutes = next(line for line in summary.regions if line.region is Region.GLUTE_MAX)
    assert glutes.note == "2 answers missing"
    assert glutes.low < (glutes.share or 0) < glutes.high
    assert " to " in glutes.range
    assert summary.has_ranges


def test_too_few_answers_are_said_and_never_read_as_doing_well(
    case: Case, catalogue: Catalogue
) -> None:
    summary = summary_of(case("D02", screen_neck=None, head_lift=None), catalogue)
    neck = next(line for line in summary.regions if line.region is Region.NECK)
    assert (neck.score, neck.band, neck.key, neck.share) == (
        "",
        "not enough answers",
        "unknown",
        None,
    )
    assert neck.range
    assert "neck" not in summary.doing_well
    assert summary.regions[-1] is neck


def test_an_all_blank_ability_section_makes_no_claim(case: Case, catalogue: Catalogue) -> None:
    blank = case("D01")
    items = [item.id for item in blank.sheet.questionnaire.items_of("ability")]
    summary = summary_of(case("D01", **dict.fromkeys(items)), catalogue)
    assert summary.room_to_grow == (
        "There are not enough answers yet to say which part has most room to grow."
    )
    assert summary.doing_well == ""


def test_pain_where_everything_is_easy_is_named(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    summary = summary_of(make_assessment(pain_neck=7, pain_days="weekly"), catalogue)
    assert summary.pain_only == (
        "You told us of signs in the neck, but nothing there is hard for you. "
        "If that lasts, have it checked."
    )


def test_with_nothing_that_stands_out_the_plan_is_to_keep_going(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    summary = summary_of(make_assessment(), catalogue)
    assert summary.room_to_grow.startswith("No part stands out")
    assert summary.because == ()


@pytest.mark.parametrize(
    ("vignette", "title"),
    [
        ("D13", "Call an ambulance or go to an emergency department now"),
        ("D14", "Speak to a doctor or an urgent care line today"),
        ("D12", "See a doctor or physiotherapist before you train"),
    ],
)
def test_a_flag_gives_an_action(
    case: Case, catalogue: Catalogue, vignette: str, title: str
) -> None:
    action = summary_of(case(vignette), catalogue).action
    assert action is not None
    assert action.title == title
    assert action.answers
    assert action.for_clinician


def test_the_most_urgent_answer_is_said_first_with_its_follow_up(
    case: Case, catalogue: Catalogue
) -> None:
    assessment = case("D12", dark_urine="unsure", effort_chest_pain_now="no", muscle_pop="yes")
    action = summary_of(assessment, catalogue).action
    assert action is not None
    assert action.answers == (
        "Severe muscle pain with dark pee (not sure)",
        "A pop in the back of the thigh or calf (yes)",
        "Chest, jaw or arm pain with effort (yes)",
    )
    now = summary_of(case("D12", effort_chest_pain_now="yes"), catalogue).action
    assert now is not None
    assert "Chest, jaw or arm pain right now (yes)" in now.answers


def test_very_strong_pain_is_said_with_its_place(case: Case, catalogue: Catalogue) -> None:
    action = summary_of(case("D02", pain_low_back=9), catalogue).action
    assert action is not None
    assert action.answers == ("Low back pain (9 out of 10)",)


def test_the_maternity_unit_is_named_for_a_warning_sign_and_not_before_an_ambulance(
    case: Case, catalogue: Catalogue
) -> None:
    today = summary_of(case("D06", pregnancy_warning="yes"), catalogue).action
    assert today is not None
    assert "maternity unit" in today.steps[0]
    now = summary_of(case("D06", pregnancy_warning="yes", dark_urine="yes"), catalogue).action
    assert now is not None
    assert not any("maternity" in step for step in now.steps)


def test_an_incomplete_sheet_names_what_is_missing(case: Case, catalogue: Catalogue) -> None:
    summary = summary_of(case("D02", hernia=None), catalogue)
    assert summary.outcome is Outcome.INCOMPLETE
    assert summary.action is not None
    assert summary.action.answers == ("A hernia",)
    assert summary.regions == ()


def test_every_range_has_its_missing_answers_counted(case: Case) -> None:
    """Wherever one blank item opens the range of a region, it is counted there."""
    signs: dict[str, object] = {
        "posture_rounded": 3,
        "posture_can_straighten": "yes",
        "stalled": ["run", "lift", "pull"],
        "stalled_recovery_poor": "yes",
        "active_days": 3,
        "active_minutes": 20,
    }
    sheet = case("D02", **signs).sheet
    sections = ("ability", "signs", "exposure")
    scored = {item.id for section in sections for item in sheet.questionnaire.items_of(section)}
    scored -= {"pain_days", "injury_last_6_weeks", "weight_concern", "earlier_back_pain"}
    for item in sheet.questionnaire.items:
        if item.id not in scored or sheet.get(item.id) is None:
            continue
        blank = case("D02", **signs | {item.id: None})
        assert blank.regions is not None
        opened = {region for region, score in blank.regions.items() if score.low < score.high}
        counted = {region for region in Region if missing_items(blank.sheet, region)}
        assert opened <= counted, item.id
        assert counted, item.id
