"""Answers documents: taken whole, or refused with every fault."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.exchange.answers_document import (
    MOST_BYTES,
    AnswersFileError,
    answers_document,
    parse_answers,
    read_answers,
    sheet_of,
)
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
        (b"\xff\xfe\x00", "is not text in UTF-8"),
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
            "version": "2.0.0",
            "anwers": {},
            "answers": {"chair_rize": 1, "stairs": 7, "minutes": "30", "equipment": ["bnad"]},
        }
    ).encode()
    faults = faults_of(content, questionnaire)
    assert len(faults) == 7
    for says in (
        "questionnaire: must be 'posterior-chain'; found 'anterior-chain'",
        "version: must be '1.0.0'; found '2.0.0'",
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
    answers["clearance"] = {"by": "Dr Lee", "on": "2026-05-12"}
    sheet = sheet_of(document(**answers), questionnaire)
    again = parse_answers(json.dumps(answers_document(sheet)).encode(), questionnaire)
    assert again.given == sheet.given


@examples(300)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_garbage_is_refused_never_raised(questionnaire: Questionnaire, content: bytes) -> None:
    faults_of(content, questionnaire)


def test_the_limit_is_far_above_a_real_document() -> None:
    assert len(json.dumps(document(**all_best()))) * 50 < MOST_BYTES
