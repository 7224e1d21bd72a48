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


def codes_in(text: str) -> list[str]:
    return re.findall(r"\b[A-Z]\d{1,2}(?:\+{1,2}|b|L|R)?(?![\w+])", text)


def codes_on(trainer: Element) -> set[str]:
    return set(codes_in(trainer.text))


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
        ("D32", {}),
        ("D29", {}),
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


def test_cautions_stand_with_the_answer_that_counts_or_where_they_come_from(
    page: PageOf,
) -> None:
    text = page("D05", "trainer", knee_problem="unsure", falls="yes").text
    assert re.search(r"C20 [^;]*\(from Y2\)", text)
    assert re.search(r"C21 [^;]*\(yes\)", text)
    assert re.search(r"C22 [^;]*\(not sure\)", text)
    assert re.search(r"C34 [^;]*\(from P1\)", page("D19", "trainer").text)
    assert re.search(r"C31 [^;]*\(from R23\+\)", page("D32", "trainer").text)
    assert re.search(r"C31 [^;]*\(from the clearance\)", page("D26-stent-cleared", "trainer").text)


def test_each_flag_says_who_cleared_it_and_when_or_that_nobody_did(page: PageOf) -> None:
    """D33: cleared after an operation, and the chest hurts since."""
    clearance = {"by": "Dr A", "on": "2026-05-01", "for": ["recent_surgery", "high_bp"]}
    trainer = page("D33", "trainer", clearance=clearance)
    flags = {one.text.split(" ", 1)[0]: one.text for one in trainer.all("span", "flag")}
    assert flags["R07"].endswith("clinician first, not cleared")
    assert flags["R15"].endswith("clinician first, cleared by Dr A, 1 May 2026")
    assert len(flags) == 2
    rows = next(trainer.all("table", "pairs")).all("tr")
    (said,) = (row.one("td").text for row in rows if row.one("th").text == "Clearance")
    assert said.startswith("Dr A, 1 May 2026, for: R15 ")
    assert "R29 " in said


def test_no_clearance_lifts_what_a_follow_up_made_urgent(page: PageOf) -> None:
    clearance = {"by": "Dr A", "on": "2026-05-01", "for": ["chest_pain"]}
    trainer = page("D12", "trainer", chest_pain_new="yes", clearance=clearance)
    (flag,) = trainer.all("span", "flag")
    assert flag.text.endswith("same day, a clearance does not lift this")


def test_health_questions_answered_no_are_counted_and_named(page: PageOf) -> None:
    text = page("D02", "trainer", hernia="unsure", hot_joint="no").text
    no = re.search(r"answered with no: (\d+)\. .*? They are ([^.]*)\.", text)
    assert no
    codes = no[2].split(", ")
    assert len(codes) == int(no[1])
    assert "R22" in codes
    assert "C08" not in codes


def closed(trainer: Element) -> dict[str, list[str]]:
    """Return the codes that were not asked by the codes of the answers that closed them."""
    rows = trainer.one("section", "implied").one("tbody").all("tr")
    return {row.one("th").text: codes_in(row.one("td").text) for row in rows}


def test_what_was_not_asked_is_grouped_by_the_answers_that_closed_it(page: PageOf) -> None:
    """docs/rules.md 2: C01 and R14 of a man by his sex, R10 by two gateways, R15 by one."""
    left_open = dict.fromkeys(
        ("cord_signs", "hernia", "recent_surgery", "foot_drop", "pregnancy_warning")
    )
    trainer = page("D29", "trainer", sex="male", birth=None, **left_open)
    groups = closed(trainer)
    assert {"R10"} <= set(groups["G3, G7"])
    assert {"C08"} <= set(groups["G5b, G7"])
    assert {"R15"} <= set(groups["G2"])
    assert {"R02b"} <= set(groups["G3"])
    assert {"C01", "C02", "C03", "R14"} <= set(groups["Y3"])
    assert {"P1", "P2", "C09"} & set(groups["G1"]) == {"P1", "P2"}
    said = trainer.one("section", "implied").one("p", "caption").text
    assert "Y3 sex: male" in said
    assert re.search(r"G7 [^;]*: no", said)


def test_an_implied_answer_is_never_shown_as_given(page: PageOf) -> None:
    trainer = page("D29", "trainer", hernia=None)
    no = re.search(r"They are ([^.]*)\.", trainer.text)
    assert no
    assert "C08" not in no[1].split(", ")
    low_back = next(trainer.all("section", "points"))
    (pain,) = (row for row in low_back.all("tr") if row.text.startswith("P1 "))
    assert "not asked" in pain.text


def test_an_answer_that_counts_against_its_gateway_is_pointed_out(page: PageOf) -> None:
    gate = page("D29", "trainer", pain_calf=3, pain_days="weekly", falls="yes").text
    assert "Counts, though G1 does not name the place: calf pain (3 out of 10)." in gate
    assert "Counts, though other answers closed the question: falls" in gate


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
