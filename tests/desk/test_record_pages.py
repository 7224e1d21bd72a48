"""Paper and screen draw a table from one description: what is added there stands on both."""

from __future__ import annotations

import datetime

import pytest

from assessment.catalogue.model import Catalogue
from assessment.desk.layout.record_pages import pages_of
from reports.html.render import html_of
from reports.sheets import measurements, points, trainer_tables
from reports.sheets.table import Column, OnScreen
from reports.sheets.view import view_of
from tests.conftest import MakeAssessment

DAY = datetime.date(2026, 5, 12)


@pytest.mark.parametrize(
    ("module", "columns"),
    [
        (trainer_tables, "SCORE_COLUMNS"),
        (trainer_tables, "EXERCISE_COLUMNS"),
        (measurements, "COLUMNS"),
        (points, "COLUMNS"),
    ],
)
def test_a_new_column_stands_on_paper_and_on_the_screen(
    make_assessment: MakeAssessment,
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    columns: str,
) -> None:
    new: tuple[Column[object], ...] = (
        Column("Novelty", lambda _: "on both"),
        Column("Paper alone", lambda _: "here only", on_screen=OnScreen.NOWHERE),
    )
    monkeypatch.setattr(module, columns, (*getattr(module, columns), *new))
    assessment = make_assessment(test_trunk_hold=100, toe_rises=4)
    sheet = html_of(view_of(assessment, catalogue, DAY), "trainer")
    screen = [part.left for page in pages_of(assessment, catalogue, {}, ()) for part in page]
    assert '<th scope="col">Novelty</th>' in sheet
    assert "<td>on both</td>" in sheet
    assert any("Novelty: on both." in line for line in screen)
    assert "<td>here only</td>" in sheet
    assert not any("here only" in line for line in screen)
