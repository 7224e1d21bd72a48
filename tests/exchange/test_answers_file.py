"""Answers documents: taken whole, or refused with every fault."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.exchange.answers_document import (
    AnswersFileError,
    answers_document,
    parse_answers,
    read_answers,
    sheet_of,
)
from assessment.exchange.json_text import MOST_BYTES
from questions.questionnaire import Questionnaire
from tests import contract
from tests.contract import all_best
from tests.strategies import any_answers, examples


def document(**answers: Any) -> dict[str, Any]:
    return {"questionnaire": "posterior-chain", "version": contract.VERSION, "answers": answers}


def faults_of(content: bytes, questionnaire: Questionnaire) -> tuple[str, ...]:
    with pytest.raises(AnswersFileError) as refused:
        parse_answers(content, questionnaire)
    assert all(fault and "\n" not in fault for fault in refused.value.faults)
    return refused.value.faults


def test_a_right_document_is_taken(questionnaire: Questionnaire) -> None:
    content = json.dumps(document(**all_best())).encode()
    assert parse_answers(content, questionnaire).get("age_years") == 40
    assert parse_answers(b"\xef\xbb\xbf" + content, questionnaire).get("age_years") == 40


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is not JSON"),
        (b"   ", "is not JSON"),
        (b"posterior", "is not JSON"),
        (b'{"answers": ', "line 1, column 13"),
        (b"\xff\xfe\x00", 'in UTF-16, which some programs call "Unicode"; save it as UTF-8'),
        (b'{"a": "\xfc"}', "is not text in UTF-8 (byte 7); save it as UTF-8"),
        (b"[]", "must be an object with questionnaire, version, answers; found a list"),
        (b"null", "found null"),
        (b"7", "found 7"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b'{"a": Infinity}', "Infinity is not a JSON number"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5000 + b"}", "a number in it is too long"),
        (b"x" * 10_000_000, "is too large"),
    ],
)
def test_what_is_no_document_is_refused_in_a_line(
    questionnaire: Questionnaire, content: bytes, says: str
) -> None:
    (fault,) = faults_of(content, questionnaire)
    assert says in fault


def test_every_fault_is_listed(questionnaire: Questionnaire) -> None:
    content = json.dumps(
        {
            "questionnaire": "anterior-chain",
            "version": "3.0.0",
            "anwers": {},
            "answers": {"chair_rize": 1, "stairs": 7, "minutes": "30", "equipment": ["bnad"]},
        }
    ).encode()
    faults = faults_of(content, questionnaire)
    assert len(faults) == 7
    for says in (
        "questionnaire: must be 'posterior-chain'; found 'anterior-chain'",
        "version: must be '2.0.0'; found '3.0.0'",
        "'anwers': unknown key (did you mean 'answers'?)",
        "'chair_rize': no such item (did you mean 'chair_rise'?)",
        "stairs: must be 0, 1, 2, 3 or 4; found 7",
        "minutes: must be 15, 20, 30 or 45; found '30'",
        "equipment: may hold band,",
    ):
        assert any(says in fault for fault in faults), (says, faults)


def test_missing_parts_are_named(questionnaire: Questionnaire) -> None:
    faults = faults_of(b"{}", questionnaire)
    assert [fault.split(":")[0] for fault in faults] == ["questionnaire", "version", "answers"]
    faults = faults_of(json.dumps(document() | {"answers": []}).encode(), questionnaire)
    assert faults == ("answers: must be an object of item and answer; found a list",)


def test_a_key_that_stands_twice(questionnaire: Questionnaire) -> None:
    content = json.dumps(document(age_years=40)).replace(
        '"age_years": 40', '"age_years": 40, "age_years": 41'
    )
    assert faults_of(content.encode(), questionnaire) == ("'age_years': stands more than once",)


def test_a_file_that_cannot_be_read(questionnaire: Questionnaire, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(AnswersFileError, match="cannot read the file"):
            read_answers(path, questionnaire)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_permission(questionnaire: Questionnaire, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text("{}")
    path.chmod(0)
    with pytest.raises(AnswersFileError, match="cannot read the file"):
        read_answers(path, questionnaire)


@examples(100)
@given(answers=any_answers())
def test_a_document_written_and_read_again_is_the_same_sheet(
    questionnaire: Questionnaire, answers: dict[str, Any]
) -> None:
    answers["clearance"] = {"by": "Dr Lee", "on": "2026-05-12", "for": ["high_bp"]}
    sheet = sheet_of(document(**answers), questionnaire)
    again = parse_answers(json.dumps(answers_document(sheet)).encode(), questionnaire)
    assert again.given == sheet.given


@examples(300)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_garbage_is_refused_never_raised(questionnaire: Questionnaire, content: bytes) -> None:
    faults_of(content, questionnaire)


def test_a_sheet_of_the_first_version_asked_less_about_safety(
    questionnaire: Questionnaire,
) -> None:
    old = document(saddle_numbness="no", effort_chest_pain="no", neck_pain="yes")
    (fault,) = faults_of(json.dumps(old | {"version": "1.0.0"}).encode(), questionnaire)
    assert "asked less about safety" in fault
    assert "new screening" in fault
    gate = {*contract.CHECK_NOW, *contract.GATEWAYS, *contract.OPENED_FLAGS, "cannot_stand"}
    kept = {"saddle_numbness", "cord_signs", "recent_surgery", "acute_illness", "pregnant"}
    assert {item for item in gate - kept if f"{item} (" not in fault} == OF_THE_FIRST_VERSION - kept
    assert not any(f" {item} (" in fault for item in kept)


OF_THE_FIRST_VERSION = {
    *("saddle_numbness", "both_legs", "stroke_signs", "pulsing_belly_pain", "foot_drop"),
    *("major_accident", "fragile_bone_strain", "cancer_signs", "infection_signs", "cord_signs"),
    *("faint_or_breathless", "achilles_snap", "muscle_pop", "pregnancy_warning", "dark_urine"),
    *("recent_surgery", "walking_cramp", "very_high_bp", "severe_pain", "bone_point_pain"),
    *("hot_joint", "acute_illness"),
}
"""Flags that version 1.0.0 asked for, too."""


def test_what_contradicts_itself_is_named_with_all_other_faults(
    questionnaire: Questionnaire,
) -> None:
    content = json.dumps(
        document(
            injuries_knee=0,
            injury_last_6_weeks=["knee"],
            clearance={"by": "Dr Lee", "on": "2062-11-28", "for": ["hot_joint", "hgih_bp"]},
            stairs=7,
        )
    ).encode()
    with pytest.raises(AnswersFileError) as refused:
        parse_answers(content, questionnaire, datetime.date(2026, 5, 12))
    faults = refused.value.faults
    assert len(faults) == 5
    for says in (
        "stairs: must be",
        "injury_last_6_weeks: names 'knee', but injuries_knee is 0",
        "'hot_joint' is same_day",
        "did you mean 'high_bp'",
        "may not lie after today (2026-05-12); found 2062-11-28",
    ):
        assert any(says in fault for fault in faults), (says, faults)


def test_a_flag_cleared_a_thousand_times_is_one_fault(questionnaire: Questionnaire) -> None:
    clearance = {"by": "Dr Lee", "on": "2026-05-12", "for": ["high_bp"] * 1000}
    (fault,) = faults_of(json.dumps(document(clearance=clearance)).encode(), questionnaire)
    assert "each flag once; found 'high_bp' more than once" in fault


def test_the_limit_is_far_above_a_real_document() -> None:
    assert len(json.dumps(document(**all_best()))) * 50 < MOST_BYTES
