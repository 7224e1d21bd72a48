"""Two screenings of one client: every figure from docs/rules.md or docs/evidence.md, by hand."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment, assess
from assessment.core.retest.change import Change
from assessment.core.retest.comparison import about_the_same, compare_screenings
from assessment.core.retest.shapes import (
    Comparison,
    FigureChange,
    RegionChange,
    Screening,
    Why,
    weeks_between,
)
from assessment.exchange.answers_document import sheet_of
from questions.loader import load_questionnaire
from questions.model import Region
from questions.questionnaire import Questionnaire
from tests import contract
from tests.conftest import MakeAssessment
from tests.contract import ABILITY, all_best
from tests.strategies import examples

LAST, NOW = datetime.date(2026, 5, 4), datetime.date(2026, 6, 29)
"""Eight weeks apart."""
ONE_STEP = {
    # docs/rules.md 2.4 and 4: 0.9 x 100 x w / 4 W, w the heaviest of a region's ability
    # weights and W the sum of them
    "low_back": 0.9 * 100 * 2 / (4 * 6),
    "glute_max": 0.9 * 100 * 2 / (4 * 9),
    "hamstrings": 0.9 * 100 * 2 / (4 * 9),
    "glute_med": 0.9 * 100 * 2 / (4 * 6),
    "upper_back": 0.9 * 100 * 2 / (4 * 8),
    "calves": 0.9 * 100 * 2 / (4 * 6),
    "rear_shoulder": 0.9 * 100 * 2 / (4 * 4),
    "neck": 0.9 * 100 * 2 / (4 * 5),
}


def compared(
    catalogue: Catalogue,
    last: Assessment,
    now: Assessment,
    days: tuple[datetime.date, datetime.date] = (LAST, NOW),
) -> Comparison:
    found = compare_screenings([Screening.of(days[0], last)], Screening.of(days[1], now), catalogue)
    assert found is not None
    return found


def region(comparison: Comparison, name: str) -> RegionChange:
    return next(one for one in comparison.regions if one.region == name)


def figure(comparison: Comparison, item: str) -> FigureChange:
    both = (*comparison.pains, *comparison.measurements)
    return next(one for one in both if one.item == item)


def test_about_the_same_is_what_one_answer_moves_by_one_step(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    measure = catalogue.measure["questionnaire_score"]
    found = {one.value: about_the_same(questionnaire, one, measure) for one in Region}
    assert found == pytest.approx(ONE_STEP)


def test_one_answer_one_step_further_is_about_the_same_and_two_steps_are_not(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    """long_stand is a primary item of the low back: 7.5 points a step."""
    last = make_assessment(long_stand=1)
    one, two = make_assessment(long_stand=2), make_assessment(long_stand=3)
    assert region(compared(catalogue, last, one), "low_back").change is Change.ABOUT_THE_SAME
    assert region(compared(catalogue, one, last), "low_back").change is Change.ABOUT_THE_SAME
    assert region(compared(catalogue, last, two), "low_back").change is Change.MORE
    assert region(compared(catalogue, two, last), "low_back").change is Change.LESS


def test_a_missing_answer_that_could_explain_it_leaves_it_unknown(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    last = make_assessment(box_lift=3, long_stand=3, lean_forward=3)
    easier = dict.fromkeys(("box_lift", "long_stand", "lean_forward"), 1)
    now = make_assessment(easier, hurts=["low_back"], pain_low_back=None)
    row = region(compared(catalogue, last, now), "low_back")
    assert row.now.low < row.now.high
    assert (
        row.change is Change.LESS
    )  # 75 before, at most 0.6 F + 0.4 G now: less whatever is missing
    open_now = make_assessment(heel_pull=None)
    row = region(compared(catalogue, make_assessment(heel_pull=2), open_now), "hamstrings")
    assert (row.change, row.why) == (Change.UNKNOWN, Why.OPEN_RANGE)


def test_too_few_answers_on_one_day_are_no_number(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    """Two of three neck items missing are more than 30 % of the weight (docs/rules.md 4)."""
    gaps = make_assessment(screen_neck=None, head_lift=None)
    full = make_assessment(screen_neck=4, head_lift=4, carry_bags=4)
    whys = [
        region(compared(catalogue, *pair), "neck").why
        for pair in ((gaps, full), (full, gaps), (gaps, gaps))
    ]
    assert whys == [Why.NOT_LAST_TIME, Why.NOT_NOW, Why.NOT_EITHER]


def test_a_score_with_a_measurement_is_not_set_beside_one_without(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    with_it = make_assessment(test_heel_raise_left=5)
    comparison = compared(catalogue, make_assessment(), with_it)
    assert region(comparison, "calves").why is Why.OTHER_MEASUREMENTS
    assert region(comparison, "neck").change is Change.ABOUT_THE_SAME
    assert figure(comparison, "test_heel_raise_left").why is Why.NOT_LAST_TIME
    both = compared(catalogue, with_it, make_assessment(test_heel_raise_right=30))
    assert region(both, "calves").change is Change.LESS


@pytest.mark.parametrize(
    ("item", "last", "now", "more", "change", "real_from"),
    [
        # docs/evidence.md 6.4
        ("pain_neck", 4, 2, {}, Change.LESS, 2),
        ("pain_neck", 4, 3, {}, Change.ABOUT_THE_SAME, 2),
        ("test_heel_raise_right", 12, 19, {}, Change.MORE, 7),
        ("test_heel_raise_right", 12, 18, {}, Change.ABOUT_THE_SAME, 7),
        ("test_trunk_hold", 60, 108, {"earlier_back_pain": "no"}, Change.MORE, 48),
        ("test_trunk_hold", 60, 107, {"earlier_back_pain": "no"}, Change.ABOUT_THE_SAME, 48),
        ("test_trunk_hold", 60, 92, {"pain_low_back": 1}, Change.MORE, 32),
        ("test_prone_t", 40, 23, {}, Change.LESS, 17),
        ("test_prone_t", 40, 23, {"pain_neck": 1}, Change.ABOUT_THE_SAME, 31),
        ("test_bridge_left", 5, 60, {}, Change.UNKNOWN, None),
        ("test_inverted_row", 1, 20, {}, Change.UNKNOWN, None),
        ("test_inverted_row", 7, 7, {}, Change.ABOUT_THE_SAME, None),
    ],
)
def test_a_figure_changes_by_what_is_published(
    make_assessment: MakeAssessment,
    catalogue: Catalogue,
    item: str,
    last: int,
    now: int,
    more: dict[str, Any],
    change: Change,
    real_from: int | None,
) -> None:
    before, after = (make_assessment(more | {item: value}) for value in (last, now))
    row = figure(compared(catalogue, before, after), item)
    assert (row.last, row.now, row.change, row.real_from) == (last, now, change, real_from)
    assert (row.why is Why.NOT_PUBLISHED) is (change is Change.UNKNOWN)


def test_a_client_of_two_groups_needs_the_larger_change(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    """48 without back pain, 32 with it (docs/evidence.md 4.1): 40 is real in one of them only."""
    last = make_assessment(test_trunk_hold=50, earlier_back_pain="no")
    now = {"pain_low_back": 3}
    row = figure(
        compared(catalogue, last, make_assessment(now, test_trunk_hold=90)), "test_trunk_hold"
    )
    assert (row.change, row.real_from) == (Change.ABOUT_THE_SAME, 48)
    unknown = make_assessment(hurts=["low_back"], pain_low_back=None, test_trunk_hold=90)
    row = figure(compared(catalogue, last, unknown), "test_trunk_hold")
    assert (row.change, row.why, row.real_from) == (Change.UNKNOWN, Why.NOT_PUBLISHED, None)


def test_each_side_and_only_what_was_measured_or_hurts_has_a_row(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    comparison = compared(
        catalogue,
        make_assessment(test_heel_raise_left=9, pain_hip=1),
        make_assessment(test_heel_raise_right=0, pain_calf=2),
    )
    assert [one.item for one in comparison.pains] == ["pain_hip", "pain_calf"]
    assert [one.item for one in comparison.measurements] == [
        "test_heel_raise_left",
        "test_heel_raise_right",
    ]
    assert [one.why for one in comparison.measurements] == [Why.NOT_NOW, Why.NOT_LAST_TIME]


GATED: dict[str, Any] = {"saddle_numbness": "yes"}


def test_a_day_without_numbers_is_passed_over(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    first = Screening.of(LAST, make_assessment(long_stand=4))
    gated = Screening.of(LAST + datetime.timedelta(days=30), make_assessment(GATED))
    comparison = compare_screenings([gated, first], Screening.of(NOW, make_assessment()), catalogue)
    assert comparison is not None
    assert comparison.last is first
    assert comparison.screenings[:2] == (first, gated)
    assert region(comparison, "low_back").change is Change.LESS


def test_of_several_days_the_last_is_set_beside_now_in_whatever_order_they_come(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    days = [
        Screening.of(LAST - datetime.timedelta(weeks=weeks), make_assessment(long_stand=weeks))
        for weeks in (0, 4, 1)
    ]
    comparison = compare_screenings(days, Screening.of(NOW, make_assessment()), catalogue)
    assert comparison is not None
    assert comparison.last.day == LAST
    assert [one.day for one in comparison.screenings] == sorted([*(one.day for one in days), NOW])


def test_where_no_earlier_day_has_numbers_all_is_unknown(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    comparison = compared(catalogue, make_assessment(GATED), make_assessment(pain_hip=3))
    assert {one.why for one in comparison.regions} == {Why.NO_SCORE_LAST_TIME}
    assert {one.last for one in comparison.regions} == {None}
    assert (comparison.pains[0].last, comparison.pains[0].why) == (None, Why.NO_SCORE_LAST_TIME)


def test_answers_to_other_questions_are_not_set_beside(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    now = Screening.of(NOW, make_assessment(test_trunk_hold=50))
    for last in (
        Screening(LAST, "0.9.0", None),
        Screening(LAST, "0.9.0", make_assessment(test_trunk_hold=1)),
    ):
        comparison = compare_screenings([last], now, catalogue)
        assert comparison is not None
        assert {one.why for one in comparison.regions} == {Why.OTHER_VERSION}
        assert {(one.last, one.why) for one in comparison.measurements} == {
            (None, Why.OTHER_VERSION)
        }


def test_nothing_is_compared_without_an_earlier_day_or_without_numbers_now(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    best = make_assessment()
    gated = Screening.of(NOW, make_assessment(GATED))
    assert compare_screenings([], Screening.of(NOW, best), catalogue) is None
    assert compare_screenings([Screening.of(LAST, best)], gated, catalogue) is None


def test_an_earlier_day_that_is_later_is_refused(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    best = make_assessment()
    with pytest.raises(ValueError, match="later"):
        compare_screenings([Screening.of(NOW, best)], Screening.of(LAST, best), catalogue)


@pytest.mark.parametrize(
    ("days", "weeks", "early", "pain_early"),
    [(0, 0, True, True), (24, 3, True, True), (25, 4, True, False), (53, 8, False, False)],
)
def test_before_week_8_it_is_early_and_for_pain_before_week_4(
    make_assessment: MakeAssessment,
    catalogue: Catalogue,
    days: int,
    weeks: int,
    early: bool,
    pain_early: bool,
) -> None:
    """docs/evidence.md 6.4: pain from week 4, the others from week 8."""
    now = LAST + datetime.timedelta(days=days)
    both = make_assessment(pain_hip=4, test_heel_raise_left=5), make_assessment()
    comparison = compared(catalogue, *both, days=(LAST, now))
    assert comparison.weeks == weeks == weeks_between(LAST, now)
    assert comparison.is_early is early
    assert figure(comparison, "pain_hip").is_early is pain_early
    assert figure(comparison, "test_heel_raise_left").is_early is early


OPPOSITE = {
    Change.MORE: Change.LESS,
    Change.LESS: Change.MORE,
    Change.ABOUT_THE_SAME: Change.ABOUT_THE_SAME,
    Change.UNKNOWN: Change.UNKNOWN,
}
some_answers = st.fixed_dictionaries(
    {},
    optional={
        **{item: st.one_of(st.none(), st.integers(0, 4)) for item in ABILITY},
        "pain_low_back": st.one_of(st.none(), st.integers(0, 7)),
        "test_heel_raise_left": st.integers(0, 40),
    },
)


@examples(100)
@given(first=some_answers, second=some_answers)
def test_looking_back_says_the_opposite_and_gaps_never_make_it_surer(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    catalogue, bank = load_catalogue(), load_questionnaire()

    def made(changes: dict[str, Any]) -> Assessment:
        answers = all_best() | changes
        document = {
            "questionnaire": "posterior-chain",
            "version": contract.VERSION,
            "answers": answers,
        }
        return assess(sheet_of(document, bank), catalogue)

    there = compared(catalogue, made(first), made(second), (LAST, LAST))
    back = compared(catalogue, made(second), made(first), (LAST, LAST))
    for one, other in zip(there.regions, back.regions, strict=True):
        assert other.change is OPPOSITE[one.change]
        assert (one.why is None) is (one.change is not Change.UNKNOWN)
        if one.change is Change.MORE:
            assert one.last is not None
            assert one.now.low > one.last.high
    for row in there.measurements:
        assert row.change is OPPOSITE[figure(back, row.item).change]
