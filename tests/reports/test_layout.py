"""The print checklist: on no page is anything cut, over another thing, split or left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from questions.model import ScaleItem
from questions.questionnaire import Questionnaire
from reports.html.render import html_of
from reports.output.print_options import PrintOptions, Size
from reports.sheets.view import view_of
from tests.clients import CASES
from tests.conftest import everyday_and_heavy
from tests.reports.fixtures import DAY, Case
from tests.reports.layout import printed
from tests.strategies import SCORED

EVERYDAY = ("D12",)
OTHERS = [one for one in CASES if not one.startswith(EVERYDAY)]
"""Gated, and all four signs; the most that a sheet can hold is looked at below."""
LONG = PrintOptions(
    ink="saver",
    gym="The Northside Community Gym and Rehabilitation Centre of Thun",
    address="House of Movement, 1234 Old River Street, Upper Floor, 3600 Thun, 033 000 00 00",
)


@pytest.mark.parametrize("vignette", everyday_and_heavy(EVERYDAY, *OTHERS))
def test_every_page_is_whole(case: Case, catalogue: Catalogue, vignette: str) -> None:
    """Both sheets, one after the other on A4 and Letter: each vignette is printed on one."""
    size: Size = "letter" if int(vignette[1:3]) % 2 else "A4"
    view = view_of(case(vignette, name="Ana Moreau"), catalogue, DAY)
    assert printed(html_of(view, paper=PrintOptions(size=size)), DAY)[1] == []


def blank(_: Questionnaire) -> dict[str, Any]:
    return dict.fromkeys(SCORED)


def hardest(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return the answers that have most to say: all hard, a name as long as can be."""
    scales = [one for one in questionnaire.items if isinstance(one, ScaleItem)]
    answers: dict[str, Any] = {one.id: max(one.values) for one in scales}
    return answers | {"name": "Wilhelmina " * 7, "stalled_recovery_poor": "yes"}


@pytest.mark.heavy
@pytest.mark.parametrize("size", ["A4", "letter"])
@pytest.mark.parametrize("answers", [hardest, blank])
def test_so_is_the_shortest_and_the_longest(
    case: Case, catalogue: Catalogue, questionnaire: Questionnaire, answers: Any, size: Size
) -> None:
    view = view_of(case("D02", **answers(questionnaire)), catalogue, DAY)
    paper = replace(LONG, size=size)
    assert printed(html_of(view, paper=paper), DAY)[1] == []


WRONG = [
    ("<p style='width: 900px'>" + "word " * 60, "is not inside"),
    ("<p style='white-space: nowrap'>" + "word " * 60, "is not inside"),
    ("<p>one<p style='margin-top: -19px'>two", "'one' and 'two' lie one over the other"),
    ("<div style='height: 1000px'>x</div><h2>Last</h2>", "'Last' is alone at the foot"),
    ("<div class='card'><p>x<p style='margin-top: 990px'>y</div>", "a card is split"),
    ("<p>x</p><div style='break-before: page'></div>", "is empty"),
]


@pytest.mark.parametrize(("body", "fault"), WRONG)
def test_the_check_finds_what_is_wrong(body: str, fault: str) -> None:
    html = f'<html lang="en"><title>x</title><body style="font: 16px/20px Inter">{body}'
    assert any(fault in one for one in printed(html, DAY)[1])
