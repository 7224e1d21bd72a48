"""Paper and screen draw a table from one description: what is added there stands on both."""

from __future__ import annotations

import datetime
from uuid import uuid4

import pytest

from assessment.casebook.summaries import RecordSummary
from assessment.catalogue.model import Catalogue
from assessment.desk.layout.first_page import AboutRecord
from assessment.desk.layout.parts import Kind
from assessment.desk.layout.record_pages import pages_of
from assessment.records.sealing.payload import Card
from assessment.records.store.values import Record
from reports.html.render import html_of
from reports.sheets import measurements, points, trainer_tables
from reports.sheets.table import Column, OnScreen
from reports.sheets.view import view_of
from tests.conftest import MakeAssessment

DAY = datetime.date(2026, 5, 12)
MOMENT = datetime.datetime(2026, 5, 12, 12, tzinfo=datetime.UTC)
RECORD = Record(uuid4(), uuid4(), MOMENT, None, "1.0.0", "1.0.0", b"", b"")
ABOUT = AboutRecord(RecordSummary(RECORD, Card("Ana", "train", "few", (4, 8, 12))))


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
    screen = [part.left for page in pages_of(assessment, catalogue, {}, ABOUT) for part in page]
    assert '<th scope="col">Novelty</th>' in sheet
    assert "<td>on both</td>" in sheet
    assert any("Novelty: on both." in line for line in screen)
    assert "<td>here only</td>" in sheet
    assert not any("here only" in line for line in screen)


def test_the_outcome_and_the_four_signs_stand_before_all_else(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    assessment = make_assessment(hurts=["hip"], pain_hip=6, injuries_ankle=2, stalled=None)
    result, *_ = pages_of(assessment, catalogue, {}, ABOUT)
    outcome, heading, *rest = result
    assert outcome.left.startswith("Training may start.")
    assert heading.kind is Kind.HEADING
    signs = rest[:4]
    assert {one.kind for one in signs} == {Kind.PAIR}
    assert [one.right.split(",")[0] for one in signs] == ["yes", "no", "yes", "not answered"]
    assert "hip 6" in signs[0].right


def test_nothing_else_is_called_doing_well(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    # docs/rules.md 4.6: a hip pain takes the glutes and the side of the hip away
    assessment = make_assessment(hurts=["hip"], pain_hip=2)
    (line,) = [
        part.left
        for page in pages_of(assessment, catalogue, {}, ABOUT)
        for part in page
        if part.left.startswith("Doing well")
    ]
    names = assessment.sheet.questionnaire.region_names
    assert {region for region, name in names.items() if name in line} == {
        "low_back",
        "hamstrings",
        "upper_back",
        "calves",
        "rear_shoulder",
        "neck",
    }


def test_what_was_not_asked_stands_apart_beside_what_closed_it(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    # lately_nerves (G3) is no, and nobody asked about a slapping foot (R02b)
    assessment = make_assessment(foot_drop=None)
    *_, other = pages_of(assessment, catalogue, {}, ABOUT)
    (row,) = [part for part in other if part.left == "G3"]
    assert row.kind is Kind.PAIR
    assert row.right.startswith("R02b ")
    (answered_no,) = [part.left for part in other if "answered with no" in part.left]
    assert "R02b" not in answered_no
