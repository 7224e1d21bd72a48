"""What was left open counts as something, and the sheet says as what."""

from __future__ import annotations

import pytest

from assessment.catalogue.model import Catalogue
from reports.sheets.view import view_of
from tests.reports.fixtures import DAY, Case

ASKED = {
    "goal": "main goal (get fitter all round)",
    "experience": "strength training so far (new to it, or under 3 months)",
    "equipment": "equipment at hand (none, just my own body)",
    "days_per_week": "training days a week (2 days)",
    "minutes": "minutes for each session (30 minutes)",
}
"""By item, what it is taken as."""


def told(case: Case, catalogue: Catalogue, *left_open: str) -> list[str]:
    client = view_of(case("D01", **dict.fromkeys(left_open)), catalogue, DAY).client
    assert client is not None
    return [one for one in client.next_steps if "left open" in one]


@pytest.mark.parametrize("item", ASKED)
def test_what_is_left_open_is_said(case: Case, catalogue: Catalogue, item: str) -> None:
    assert told(case, catalogue, item) == [f"What you left open was taken as: {ASKED[item]}."]


def test_all_of_it_stands_in_one_sentence(case: Case, catalogue: Catalogue) -> None:
    (sentence,) = told(case, catalogue, *ASKED)
    assert all(one in sentence for one in ASKED.values())


def test_who_answered_all_reads_nothing_of_it(case: Case, catalogue: Catalogue) -> None:
    assert told(case, catalogue) == []
