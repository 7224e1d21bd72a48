"""What a client who may train is asked to mention to a clinician all the same."""

from __future__ import annotations

import pytest

from assessment.catalogue.model import Catalogue
from reports.sheets.scoring_method import scoring_method
from reports.sheets.trainer import trainer_of
from reports.sheets.view import view_of
from reports.sheets.worth_mentioning import worth_mentioning
from tests.conftest import MakeAssessment
from tests.reports.fixtures import DAY, Case, PageOf


def cleared(*flags: str) -> dict[str, object]:
    return {"by": "doctor", "on": "2026-04-20", "for": flags}


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        (5, ()),
        (6, ("Usual pain of 6 or more: low back pain (6)",)),
        (7, ("Usual pain of 6 or more: low back pain (7)",)),
    ],
)
def test_pain_that_counts_as_moderate_is_worth_a_mention(
    case: Case, catalogue: Catalogue, pain: int, said: tuple[str, ...]
) -> None:
    """Mild up to 5, moderate 6 and 7, severe from 8 (Boonstra 2016)."""
    assert worth_mentioning(case("D02", pain_low_back=pain), catalogue) == said


def test_pains_share_a_line_below_the_other_answers(case: Case, catalogue: Catalogue) -> None:
    answers = {"pain_low_back": None, "pain_hip": 6, "pain_calf": 7, "amber_leg_tingling": "unsure"}
    assert worth_mentioning(case("D02", **answers), catalogue) == (
        "Steady tingling in one leg",
        "Usual pain of 6 or more: hip pain (6) and calf pain (7)",
    )


def test_a_clinician_who_cleared_the_pain_knows_of_it(case: Case, catalogue: Catalogue) -> None:
    assert (
        worth_mentioning(case("D02", pain_low_back=9, clearance=cleared("severe_pain")), catalogue)
        == ()
    )


def test_a_clinician_who_cleared_something_else_does_not(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    heart = {"told_illness": "yes", "heart_condition": "yes", "heart_agreed": "no"}
    by = cleared("heart_condition")
    assessment = make_assessment(
        heart, pain_low_back=6, pain_days="daily", earlier_back_pain="yes", clearance=by
    )
    assert worth_mentioning(assessment, catalogue) == (
        "Usual pain of 6 or more: low back pain (6)",
    )


def test_the_trainer_and_the_sources_hear_of_it_too(case: Case, catalogue: Catalogue) -> None:
    assessment = case("D02", pain_low_back=6, amber_leg_tingling="yes")
    amber = trainer_of(assessment, catalogue).amber
    assert amber == ("steady tingling in one leg (yes)", "low back pain (6 out of 10)")
    assert any("Boonstra" in source for source in scoring_method(assessment, catalogue).sources)


@pytest.mark.parametrize(
    ("pain", "intro"),
    [(4, "You can train meanwhile."), (6, "You can train meanwhile, within your pain limit.")],
)
def test_who_hurts_more_is_told_of_the_pain_limit(page: PageOf, pain: int, intro: str) -> None:
    sheet = page("D02", "client", pain_low_back=pain, amber_leg_tingling="yes")
    assert intro in sheet.text


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"leg_pain_below_knee": "yes"}, "steady leg pain below the knee"),
        ({"hamstring_strain_recent": "yes"}, "a pulled muscle at the back of the thigh"),
    ],
)
def test_what_a_caution_wants_looked_at_stands_on_page_1_too(
    make_assessment: MakeAssessment, catalogue: Catalogue, answers: dict[str, str], said: str
) -> None:
    """It stood among the advice on page 2 alone."""
    assessment = make_assessment({"hurts": ["thigh_back"]}, pain_thigh_back=2, **answers)
    client = view_of(assessment, catalogue, DAY).client
    assert client is not None
    step = f"Have a doctor or physiotherapist look at this: {said}"
    assert any(one.startswith(step) for one in client.next_steps), client.next_steps
    assert any(one.lower().startswith(said) for one in client.worth_mentioning)
