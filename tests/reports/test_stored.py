"""A record of other questions and other rules: printed as it was, marked, whatever it lacks."""

from __future__ import annotations

import copy
import datetime
import json
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from assessment.core.assess import assess
from assessment.core.gate import Outcome
from assessment.exchange.answers_document import AnswersFileError, answers_document, sheet_of
from questions.model import CheckItem, Urgency
from questions.questionnaire import Questionnaire
from reports.html.render import stored_html
from reports.output.write import stored_report_content
from reports.sheets.stored import StoredView, stored_view
from tests.documents import read_document
from tests.reports.accessibility import faults_of
from tests.reports.fixtures import Case
from tests.reports.reading import page_of, texts_of
from tests.strategies import examples

DAY = datetime.date(2026, 3, 2)
NEW_FLAG = CheckItem(
    id="new_flag",
    code="R99",
    kind="check",
    text="Has something new happened?",
    short="something new",
    help="A rule of tomorrow.",
    source=("own-rule",),
    section="safety",
    urgency=Urgency.EMERGENCY,
    required=True,
)


@pytest.fixture(scope="module")
def old(case: Case) -> tuple[Any, Any]:
    """Return the assessment and the answers of a record that version 0.9.0 made."""
    assessment = case("D02", name="Ana Łucja")
    document = read_document(assessment)
    answers = json.loads(json.dumps(answers_document(assessment.sheet)))
    document["version"] = answers["version"] = "0.9.0"
    return document, answers


@pytest.fixture(scope="module")
def tomorrow(questionnaire: Questionnaire) -> Questionnaire:
    """Return the questionnaire with one more question, which is a rule too: a red flag."""
    items = (*questionnaire.items, NEW_FLAG)
    return replace(questionnaire, version="1.1.0", items=items)


def test_a_question_and_a_rule_more_leave_an_old_record_printable(
    old: tuple[Any, Any], tomorrow: Questionnaire, catalogue: Catalogue
) -> None:
    document, answers = old
    with pytest.raises(AnswersFileError, match=r"version: must be '1\.1\.0'; found '0\.9\.0'"):
        sheet_of(answers, tomorrow)
    asked_anew = assess(sheet_of(answers | {"version": "1.1.0"}, tomorrow), catalogue)
    assert asked_anew.outcome is Outcome.INCOMPLETE  # its rule needs an answer that is not there

    fewer = replace(catalogue, exercises=catalogue.exercises[1:])
    view = stored_view(document, answers, DAY, tomorrow, fewer, program="0.9.3")
    sheet = page_of(stored_html(view)).text
    assert "Made with questionnaire 0.9.0 (rules of program 0.9.3)." in sheet
    assert "Today's rules ask more, so it is printed as it was." in sheet
    assert "Ana Łucja" in sheet
    assert "2 March 2026" in sheet
    assert "Training may start." in sheet
    for one in document["exercises"]:
        known = {each.id: each.name for each in fewer.exercises}
        assert known.get(one["id"], one["id"].replace("-", " ").capitalize()) in sheet
    low_back = document["regions"]["low_back"]
    row = next(row for row in view.scores if row.name == "Low back")
    assert (row.score, row.band) == (f"{low_back['score']:.1f}", low_back["band"])
    assert len(view.scores) == 1 + len(document["regions"])
    assert len(view.answers) == len(answers["answers"]) - 1  # the name stands at the head


def test_flags_urgencies_cautions_and_ranges_are_told(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    document = {
        "version": "0.9.0",
        "outcome": "same_day",
        "flags": [
            {"id": "dark_urine", "answer": "yes", "urgency": "same_day"},
            {"id": "odd-sign", "urgency": "by_tomorrow"},
            {"nothing": 1},
        ],
        "cautions": ["osteoporosis", "old_caution"],
        "regions": {"left_toe": {"score": 41.2, "low": 30, "high": 52.25, "band": "middling"}},
        "top_regions": ["left_toe", "neck"],
        "exercises": [{"id": "toe-raise", "sets": 2, "repetitions": [8, 12], "effort": "RPE 7"}],
    }
    answers = {"answers": {"toes": {"left": [1, 2]}, "age_years": 400, "stairs": 3}}
    view = stored_view(document, answers, DAY, questionnaire, catalogue)
    gate = {fact.name: fact.value for fact in view.gate}
    assert gate["Red flags"] == (
        f"{questionnaire.by_id['dark_urine'].short.capitalize()} (yes): same day; "
        "Odd sign: by tomorrow"
    )
    assert gate["Cautions"].endswith("; Old caution")
    assert view.is_stop
    (score,) = view.scores
    assert (score.name, score.score, score.range) == ("Left toe", "41.2", "30.0 to 52.2")
    assert score.band == "middling"
    assert view.top_regions == "Left toe and neck"
    (exercise,) = view.exercises
    assert (exercise.name, exercise.dose) == ("Toe raise", "2 x 8 to 12, RPE 7")
    assert [fact.value for fact in view.answers][:2] == ['{"left": [1, 2]}', "400"]


ASKED_LESS = (
    "This questionnaire asked less about safety; a new screening is needed before training by it."
)


@pytest.mark.parametrize(("version", "says"), [("1.0.0", True), ("2.0.0", False), ("9.9.9", False)])
def test_a_record_of_a_version_that_asked_less_says_so_at_its_head(
    old: tuple[Any, Any],
    questionnaire: Questionnaire,
    catalogue: Catalogue,
    version: str,
    *,
    says: bool,
) -> None:
    document, answers = old
    view = stored_view(document | {"version": version}, answers, DAY, questionnaire, catalogue)
    text = page_of(stored_html(view)).text
    assert (ASKED_LESS in text) == says
    if says:
        assert text.index(ASKED_LESS) < text.index("Gate")


def test_ids_of_before_are_told_though_today_has_none(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    document = {
        "version": "1.0.0",
        "outcome": "see_clinician",
        "flags": [{"id": "effort_chest_pain", "answer": "yes", "urgency": "clinician"}],
        "cautions": ["diabetes", "bp_160_100", "neck_pain"],
    }
    answers = {"answers": {"weight_concern": "yes", "swollen_calf": "no"}}
    view = stored_view(document, answers, DAY, questionnaire, catalogue)
    gate = {fact.name: fact.value for fact in view.gate}
    assert gate["Red flags"] == "Effort chest pain (yes): clinician first"
    assert gate["Cautions"] == "Diabetes; Bp 160 100; Neck pain"
    assert [fact.name for fact in view.answers] == ["Weight concern", "Swollen calf"]


def test_the_signs_that_a_document_holds_are_told(
    old: tuple[Any, Any], questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """D02: low back pain, and none of the others."""
    view = stored_view(*old, DAY, questionnaire, catalogue)
    assert [fact.value for fact in view.signs] == ["yes", "no", "no", "no"]
    assert stored_view({}, {}, DAY, questionnaire, catalogue).signs == ()


@pytest.mark.parametrize("nothing", [None, {}, [], "text", 7])
def test_nothing_at_all_is_printed_too(
    questionnaire: Questionnaire, catalogue: Catalogue, nothing: object
) -> None:
    sheet = page_of(stored_html(stored_view(nothing, nothing, DAY, questionnaire, catalogue))).text
    assert "Made with questionnaire not known (rules of that day)." in sheet
    assert "No answer can be read." in sheet


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)


def places_in(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to each part of *document*, three steps deep."""
    steps: list[Any] = []
    if isinstance(document, dict):
        steps = list(document)
    elif isinstance(document, list):
        steps = list(range(min(len(document), 2)))
    found = [(*path, step) for step in steps]
    deeper = [places_in(document[step], (*path, step)) for step in steps] if len(path) < 2 else []
    return [*found, *(place for places in deeper for place in places)]


@examples(150)
@given(data=st.data())
def test_whatever_is_in_a_document_it_is_printed(
    old: tuple[Any, Any], questionnaire: Questionnaire, catalogue: Catalogue, data: st.DataObject
) -> None:
    document, answers = copy.deepcopy(old)
    for whole in (document, answers):
        places = places_in(whole)
        for *way, last in data.draw(st.lists(st.sampled_from(places), max_size=3)):
            part: Any = whole
            for step in way:
                part = part[step] if isinstance(part, dict) and step in part else {}
            if isinstance(part, dict):
                part[last] = data.draw(JSON)
        whole[data.draw(st.text(max_size=9))] = data.draw(JSON)
    view = stored_view(document, answers, DAY, questionnaire, catalogue)
    assert isinstance(view, StoredView)
    page_of(stored_html(view)).text.encode()


def test_the_pdf_is_whole_marked_and_can_be_read_aloud(old: tuple[Any, Any]) -> None:
    pdf = stored_report_content(*old, created=DAY, program="0.9.3")
    assert "Made with questionnaire 0.9.0 (rules of program 0.9.3)." in texts_of(pdf)[0]
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert faults_of(opened) == []
    html = stored_report_content(*old, created=DAY, form="html")
    assert b"Today&#39;s rules ask more" in html
