"""The result in short, as paper and screen show it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.gate import Outcome
from assessment.core.scores.gaps import missing_items
from questions.model import Region
from reports.sheets.summary import left_out_sentences, summary_of
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
    summary = summary_of(make_assessment(pain_neck=5, pain_days="weekly"), catalogue)
    assert summary.pain_only == (
        "It hurts in the neck, but nothing there is hard for you. If that lasts, have it checked."
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
    chest = {"chest_pain": "yes", "chest_pain_new": "no", "chest_pain_now": "no"}
    assessment = case("D12", **chest, dark_urine="unsure", muscle_pop="yes")
    action = summary_of(assessment, catalogue).action
    assert action is not None
    short = {one.id: one.short for one in assessment.sheet.questionnaire.items}
    assert action.answers == tuple(
        f"{short[item][0].upper()}{short[item][1:]} ({answer})"
        for item, answer in (
            ("dark_urine", "not sure"),
            ("muscle_pop", "yes"),
            ("chest_pain", "yes"),
        )
    )
    now = summary_of(case("D12", **chest | {"chest_pain_now": "yes"}), catalogue).action
    assert now is not None
    assert f"{short['chest_pain_now'].capitalize()} (yes)" in now.answers


def test_very_strong_pain_is_said_with_its_place(case: Case, catalogue: Catalogue) -> None:
    action = summary_of(case("D02", pain_low_back=9), catalogue).action
    assert action is not None
    assert action.answers == ("Your usual pain, 0 to 10: low back 9",)


def test_the_maternity_unit_is_named_for_a_warning_sign_and_not_before_an_ambulance(
    case: Case, catalogue: Catalogue
) -> None:
    today = summary_of(case("D06", pregnancy_warning="yes"), catalogue).action
    assert today is not None
    assert "maternity unit" in today.steps[0]
    now = summary_of(case("D06", pregnancy_warning="yes", dark_urine="yes"), catalogue).action
    assert now is not None
    assert not any("maternity" in step for step in now.steps)


def test_an_incomplete_sheet_names_what_is_missing_and_what_is_known_to_matter(
    case: Case, catalogue: Catalogue
) -> None:
    summary = summary_of(case("D12", told_bones=None), catalogue)
    assert summary.outcome is Outcome.INCOMPLETE
    assert summary.action is not None
    short = {one.id: one.short for one in case("D12").sheet.questionnaire.items}
    assert short["told_bones"].capitalize() in summary.action.answers
    (known,) = summary.action.up_already
    assert known.lower() == f"{short['chest_pain']} (yes)".lower()
    assert summary.regions == ()


def test_a_derived_flag_is_said_in_words(
    case: Case, make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    young = summary_of(case("D28"), catalogue).action
    assert young is not None
    assert [one.lower() for one in young.answers] == ["under 18, and the back hurts when it arches"]
    idle = make_assessment(told_illness="yes", diabetes_or_kidney="yes", active_days=2)
    action = summary_of(idle, catalogue).action
    assert action is not None
    (why,) = action.answers
    assert "not regularly active" in why


def test_an_open_emergency_question_stands_with_its_same_day_flag(
    case: Case, catalogue: Catalogue
) -> None:
    swollen = {"swollen_limb": "yes", "swollen_limb_breathless": None}
    action = summary_of(case("D02", **swollen), catalogue).action
    assert action is not None
    (question,) = action.open_questions
    assert "short of breath" in question
    closed = summary_of(case("D02", **swollen | {"swollen_limb_breathless": "no"}), catalogue)
    assert closed.action is not None
    assert closed.action.open_questions == ()


def test_what_a_clinician_cleared_is_no_reason_to_see_one(case: Case, catalogue: Catalogue) -> None:
    """D33: cleared after an operation, and the chest hurts now."""
    action = summary_of(case("D33"), catalogue).action
    assert action is not None
    short = {one.id: one.short for one in case("D33").sheet.questionnaire.items}
    assert [one.lower() for one in action.answers] == [f"{short['chest_pain']} (yes)".lower()]


def test_only_what_the_core_calls_well_is_called_well(case: Case, catalogue: Catalogue) -> None:
    """D19: low back pain of 7 and nothing hard; one more region is excluded by each gap."""
    summary = summary_of(case("D19"), catalogue)
    assert "low back" not in summary.doing_well
    assert "calves" in summary.doing_well
    unknown = summary_of(case("D19", injuries_calf=None), catalogue)
    assert "calves" not in unknown.doing_well


def test_nothing_is_called_well_for_whom_the_check_was_not_made(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    assert summary_of(make_assessment(cannot_reach_floor="yes"), catalogue).doing_well
    assert not summary_of(make_assessment(cannot_stand="yes"), catalogue).doing_well


def test_a_region_that_only_its_sign_brought_says_why(case: Case, catalogue: Catalogue) -> None:
    """D21: the low back scores under 20 and is there for its pain of 6."""
    summary = summary_of(case("D21"), catalogue)
    assert summary.there_by_a_sign == ("Low back: because it hurts (6 of 10).",)
    reason = next(one for one in summary.because if one.region == "Low back")
    assert reason.answers.startswith("low back pain (6 out of 10)")
    assert summary_of(case("D02"), catalogue).there_by_a_sign == ()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"stalled": ["run"], "stalled_recovery_poor": "no"}, False),
        ({"stalled": ["run"], "stalled_recovery_poor": "yes"}, True),
    ],
)
def test_who_is_stuck_hears_what_helps_besides_exercises(
    case: Case, catalogue: Catalogue, changes: dict[str, object], says: bool
) -> None:
    summary = summary_of(case("D29", **changes), catalogue)
    assert any("one thing at a time" in sentence for sentence in summary.besides)
    assert summary.besides[0].startswith("You said that sleep or food") == says
    assert summary.pain_only == ""
    assert summary_of(case("D29"), catalogue).besides == ()


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
    scored -= {"hurts_sides", "pain_days", "injury_last_6_weeks", "earlier_back_pain"}
    for item in sheet.questionnaire.items:
        if item.id not in scored or sheet.get(item.id) is None:
            continue
        blank = case("D02", **signs | {item.id: None})
        if blank.sheet.get(item.id) is not None:
            continue  # implied without it
        assert blank.regions is not None
        opened = {region for region, score in blank.regions.items() if score.low < score.high}
        counted = {region for region in Region if missing_items(blank.sheet, region)}
        assert opened <= counted, item.id
        assert counted, item.id


def test_parts_with_the_same_number_are_said_to_be_level(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    items = make_assessment().sheet.questionnaire.items_of("ability")
    hard = dict.fromkeys((item.id for item in items), 1)
    said = summary_of(make_assessment(hard), catalogue)
    level = [line.name for line in said.regions if line.score == said.regions[0].score]
    assert len(level) > 3
    first = said.room_to_grow
    assert "They are level, at 23. The plan begins with " in first
    assert all(name in first for name in level)
    one_worse = summary_of(make_assessment(hard, head_lift=3, screen_neck=3), catalogue)
    assert "Then come " in one_worse.room_to_grow
    assert one_worse.room_to_grow.startswith(f"Most room to grow: {one_worse.regions[0].name}")


def test_two_cautions_that_mean_the_same_are_named_once(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    """A sore shoulder that hurts overhead was told twice in one sentence."""
    assessment = make_assessment(
        {"hurts": ["shoulder"], "shoulder_pain_overhead": "yes"},
        pain_shoulder=5,
        pull_up_or_down=3,
        experience="experienced",
        equipment=["pull_up_bar", "band", "cable"],
    )
    assert {"sore_shoulder", "shoulder_pain_overhead"} <= set(assessment.gate.cautions)
    both = [one for one in assessment.left_out if "sore_shoulder" in one.because]
    assert both
    said = " ".join(left_out_sentences(replace(assessment, left_out=tuple(both)), catalogue))
    assert "a shoulder that hurts overhead" in said
    assert "a sore shoulder" not in said


@pytest.mark.parametrize("kit", [["band", "cable"], []])
def test_who_cannot_stand_reads_only_of_what_the_plan_trains(
    case: Case, catalogue: Catalogue, kit: list[str]
) -> None:
    """Page 1 said "most room to grow: glutes, standing on one leg (I cannot)"."""
    assessment = case("D31", equipment=kit)
    summary = summary_of(assessment, catalogue)
    trained = {one.region for one in assessment.exercises}
    assert not trained & set(assessment.top)
    assert summary.room_to_grow == "Your plan is made of what you can do while you sit."
    assert summary.because == ()
    assert not any(line.is_top for line in summary.regions)
    assert len(summary.regions) == 8
    assert len(summary.left_out) == 1
    assert "because" not in summary.left_out[0]
    assert len(left_out_sentences(assessment, catalogue)) > 1
