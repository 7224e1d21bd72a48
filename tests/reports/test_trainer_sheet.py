"""The trainer sheet: every item stands on it, answered or not, with what it adds."""

from __future__ import annotations

import re

import pytest

from assessment.catalogue.model import Catalogue
from reports.html.render import html_of
from reports.sheets.view import view_of
from tests.conftest import MakeAssessment
from tests.contract import ABILITY, CODES
from tests.reports.fixtures import DAY, PageOf
from tests.reports.reading import Element, page_of

IN_THE_HEAD = ("name", "clearance")
"""Items that stand under their own name: at the head, and beside "Clearance"."""


def codes_on(trainer: Element) -> set[str]:
    return set(re.findall(r"\b[A-Z]\d{1,2}(?:\+|b|L|R)?(?![\w+])", trainer.text))


@pytest.mark.parametrize(
    ("vignette", "changes"),
    [
        ("D02", {}),
        ("D05", {}),
        ("D06", {}),
        ("D12", {}),
        ("D13", {}),
        ("D14", {}),
        ("D01", {"acute_illness": "yes"}),
        ("D02", dict.fromkeys(ABILITY)),
        ("D02", {"test_stance_left": 30.5, "test_stance_right": 12}),
        ("D02", {"very_high_bp": "unsure", "very_high_bp_symptoms": "no"}),
    ],
)
def test_every_item_stands_on_the_sheet_whatever_its_answer(
    page: PageOf, vignette: str, changes: dict[str, object]
) -> None:
    wanted = {code for item, code in CODES.items() if item not in IN_THE_HEAD}
    trainer = page(vignette, "trainer", **changes)
    # a measured side stands in the table of measurements, which has sides for columns
    measured = {CODES[item] for item in changes if item.startswith("test_")}
    assert wanted - measured <= codes_on(trainer)
    assert "Clearance" in trainer.text


def test_sums_are_those_of_the_worked_example(worked_example: Element) -> None:
    """docs/rules.md 4: F = 17/36; G = 50 x 3.2/18 + 50 x 1.6/4; exposure 8."""
    glutes = next(one for one in worked_example.all("section", "points") if "Glutes" in one.text)
    assert glutes.one("p", "caption").text == (
        "Function 17 of 36 points. Signs 3.2 of 18, the strongest 1.6 of 4. "
        "Exposure 8: 4 for X1 and X2, 2 for X6 and 2 for X3."
    )


def test_what_is_missing_in_a_region_is_named_by_its_code(page: PageOf) -> None:
    trainer = page("D02", "trainer", stairs=None)
    calves = next(one for one in trainer.all("section", "points") if "Calves" in one.text)
    assert "Not answered: Q02." in calves.text
    assert "Q02 climbing two flights of stairs" in trainer.text


def test_cautions_stand_with_the_answer_that_counts(page: PageOf) -> None:
    text = page("D05", "trainer", knee_problem="unsure", falls="yes").text
    assert re.search(r"C20 [^;]*\(from the age\)", text)
    assert re.search(r"C21 [^;]*\(yes\)", text)
    assert re.search(r"C22 [^;]*\(not sure\)", text)


def test_health_questions_answered_no_are_counted_and_named(page: PageOf) -> None:
    text = page("D02", "trainer", hernia="unsure", hot_joint="no").text
    no = re.search(r"answered with no: (\d+)\. .*? They are ([^.]*)\.", text)
    assert no
    codes = no[2].split(", ")
    assert len(codes) == int(no[1])
    assert "R22" in codes
    assert "C08" not in codes


def test_lines_that_were_not_asked_say_so(page: PageOf) -> None:
    text = page("D02", "trainer", sex="male").text
    skipped = re.search(r"Not asked, because of other answers: ([^.]*)\.", text)
    assert skipped
    assert {"C01", "C02", "C03", "R14", "R03+"} <= set(skipped[1].split(", "))


def test_there_is_a_place_for_the_re_test_for_notes_and_for_names(page: PageOf) -> None:
    trainer = page("D02", "trainer")
    assert "Re-test" in [head.text for head in trainer.one("table", "figures").all("th")]
    assert len(list(trainer.all("span", "box"))) == 9
    assert list(trainer.all("section", "notes"))
    signed = [one.text for one in trainer.one("section", "sign-off").all("div", "signature")]
    assert [one.split()[0] for one in signed] == ["Trainer", "Client", "Clinician,"]


def test_a_note_of_the_trainer_stands_with_its_exercise_on_the_trainer_sheet_only(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    assessment = make_assessment()
    first = assessment.exercises[0].exercise
    view = view_of(assessment, catalogue, DAY, notes={first.id: "zigzag <slowly>"})
    cells = [
        cell.text
        for cell in page_of(html_of(view, "trainer")).all("td")
        if "Trainer's note:" in cell.text
    ]
    assert len(cells) == 1
    assert "zigzag <slowly>" in cells[0]
    assert "zigzag" not in html_of(view, "client")
