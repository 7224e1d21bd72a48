"""Last time and now, on the screen: all of it is there, and nothing is wider than the screen."""

from __future__ import annotations

import datetime

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.retest.comparison import compare_screenings
from assessment.core.retest.shapes import Screening
from assessment.desk.layout.last_and_now_lines import retest_lines
from reports.sheets.retest import RetestView, retest_of
from tests.conftest import MakeAssessment

LAST, NOW = datetime.date(2026, 5, 4), datetime.date(2026, 6, 29)


@pytest.fixture
def view(make_assessment: MakeAssessment, catalogue: Catalogue) -> RetestView:
    last = make_assessment(long_stand=4, pain_hip=4, test_heel_raise_left=12, test_bridge_left=4)
    now = make_assessment(heel_pull=None, pain_hip=2, test_heel_raise_left=20, test_bridge_left=9)
    days = [Screening.of(LAST, last)], Screening.of(NOW, now)
    comparison = compare_screenings(*days, catalogue)
    assert comparison is not None
    return retest_of(comparison, catalogue)


@pytest.mark.parametrize(("asked", "width"), [(20, 60), (60, 60), (83, 83), (120, 120), (300, 120)])
def test_every_width_holds_all_of_it(view: RetestView, asked: int, width: int) -> None:
    lines = retest_lines(view, asked)
    assert max(map(len, lines)) == width
    assert all(line == line.rstrip() for line in lines)
    found = " ".join(" ".join(lines).split())
    for sentence in (view.days, *view.meaning, *view.limits):
        assert sentence in found


def test_a_row_says_both_numbers_and_how_they_stand(view: RetestView) -> None:
    rows = [line.split("  ") for line in retest_lines(view, 120)]
    cells = {row[0]: [cell.strip() for cell in row[1:] if cell] for row in rows}
    # docs/rules.md 4: F = 100 x 2 x 4 / 24, all else at its best: 0.9 x F = 30
    assert cells["Low back"] == ["30 mild", "0 few", "Lower than last time"]
    assert cells["Neck"] == ["0 few", "0 few", "About the same"]
    assert cells["Hip pain (0 to 10)"] == ["4", "2", "Lower than last time"]
    assert cells["Heel raises, left (repetitions)"] == ["12", "20", "Higher than last time"]
    assert cells["Back of the thighs"][-1] == "Not known: answers are missing"
    assert cells["One-leg bridge hold, left (seconds)"][:2] == ["4", "9"]
