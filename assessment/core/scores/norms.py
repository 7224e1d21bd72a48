"""A test's figure, the client's age and sex -> severity 0, 2 or 4, where a norm exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from assessment.catalogue.measuring import Norm, NormRow
from assessment.core.answers import AnswerSheet

GOOD, FAIR, LOW = 0, 2, 4
"""Severities of a test (docs/rules.md 2.7)."""
NOISE = 5e-10
"""Figures that differ by no more than this are the same."""


@dataclass(frozen=True, slots=True)
class TestResult:
    """A test that has a norm for this client: the figure of the worse side, and what it means."""

    item: str
    figure: float
    severity: int


class Marks(NamedTuple):
    """Low under the first; good from the second on, or over the third."""

    low_under: float | None
    good_from: float | None
    good_over: float | None


def scored_tests(sheet: AnswerSheet, norms: tuple[Norm, ...]) -> Mapping[str, TestResult]:
    """Return the tests that score for this client, by the id of their norm."""
    answers = sheet.known
    found: dict[str, TestResult] = {}
    for norm in norms:
        if not norm.scored:
            continue
        figures = [(answers[item], item) for item in norm.items if item in answers]
        row = row_for(norm, answers.get("age_years"), answers.get("sex")) if figures else None
        if row is not None:
            figure, item = min(figures, key=lambda pair: pair[0])
            found[norm.id] = TestResult(item, figure, severity_of(figure, norm, row))
    return found


@cache
def row_for(norm: Norm, age_years: int | None, sex: str | None) -> NormRow | None:
    """Return the row of *norm* that fits a client, or None: "no norm for you"."""
    if age_years is None:
        return None
    for row in norm.rows:
        if row.ages[0] <= age_years <= row.ages[1] and (sex or "unstated") in row.sex:
            return row
    return None


def score_marks(norm: Norm, row: NormRow) -> Marks:
    """Return where *row* draws its lines, shares of a typical value worked out."""
    if row.typical is not None and norm.low_share is not None and norm.good_share is not None:
        return Marks(norm.low_share * row.typical, norm.good_share * row.typical, None)
    return Marks(row.low_under, row.good_from, row.good_over)


def severity_of(figure: float, norm: Norm, row: NormRow) -> int:
    """Return 0 (good), 2 (fair) or 4 (low) for *figure* by the marks of *row*."""
    marks = score_marks(norm, row)
    if is_under(figure, marks.low_under):
        return LOW
    if marks.good_over is not None:
        return GOOD if figure > marks.good_over else FAIR
    if marks.good_from is not None and not is_under(figure, marks.good_from):
        return GOOD
    return FAIR


def is_under(figure: float, limit: float | None) -> bool:
    """Return whether *figure* is under *limit*, free of binary noise: 27 meets 90 % of 30."""
    return limit is not None and limit - figure > NOISE
