"""Whole ways through the line-by-line quiz, each line typed in answer to what was said."""

from __future__ import annotations

import errno
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from assessment.exchange.answers_document import parse_answers
from assessment.plain import words
from assessment.quiz.route import REVIEW
from assessment.records.drafts.draft import DraftFile
from questions.questionnaire import Questionnaire
from tests.contract import all_best
from tests.plain.client import NO_ONE, converse, setting_at

SCORES = ("out of 100", "marked", "moderate", "sets of", "What your answers show")


def kept(folder: Path, questionnaire: Questionnaire) -> dict[str, Any]:
    draft = DraftFile(folder / "draft.jsonl").read(questionnaire)
    assert draft is not None
    return dict(draft.sheet.given)


def test_a_healthy_client_goes_from_welcome_to_paper(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {"name": ["Ana"], "chair_rise": ["3"], "bridge": ["3"], "result": ["s", "f"]}
    status, said, _ = converse(setting_at(tmp_path), script)
    assert status == 0
    for words_said in (
        "Question 1 of 52.",
        "Nearly done.",
        "Most room to grow: glutes",
        "Because you answered: getting up from a low chair (very hard)",
        "How it looks at the start: Sitting low against a bench, a padded bar",
        "With effort: The hips and the bar are lifted level with knees and shoulders",
        "Saved: posterior-chain-2026-05-12-0930.pdf",
        "Thank you.",
    ):
        assert words_said in said, words_said
    (saved,) = (tmp_path / "reports").iterdir()
    sheet = parse_answers(saved.read_bytes(), questionnaire)
    assert sheet.get("name") == "Ana"
    assert sheet.get("age_years") == 45
    assert sheet.get("saddle_numbness") == "no"
    assert sheet.get("pain_low_back") == 0
    assert sheet.get("chair_rise") == 3
    assert not (tmp_path / "draft.jsonl").exists()


def test_an_emergency_ends_the_questions_with_whom_to_see_and_nothing_else(tmp_path: Path) -> None:
    status, said, asked = converse(setting_at(tmp_path), {"check_nerves": ["1"]})
    assert status == 0
    assert asked[-2:] == ["result", "result"]
    assert "care_back" not in asked
    assert "Call an ambulance" in said
    for word in SCORES:
        assert word not in said, word


@pytest.mark.parametrize(
    ("page", "typed", "sentence"),
    [
        ("check_health", "3", "See a doctor or physiotherapist"),
        ("check_health", "4?", "Come back when you are well"),
        ("check_nerves", "4", "today"),
    ],
)
def test_a_gated_client_gets_only_whom_to_see(
    tmp_path: Path, page: str, typed: str, sentence: str
) -> None:
    _, said, _ = converse(setting_at(tmp_path), {page: [typed]})
    result = said[said.rindex("> \n\n", 0, said.index(words.AFTER_RESULT)) :]
    assert sentence.lower() in result.lower()
    for word in SCORES:
        assert word not in result, word


def test_a_pregnant_client_is_asked_more_and_stopped_by_a_warning_sign(tmp_path: Path) -> None:
    script = {"sex": ["1"], "pregnant": ["1"], "pregnancy_warning": ["1"]}
    _, said, asked = converse(setting_at(tmp_path), script)
    start = asked.index("pregnant")
    assert asked[start : start + 3] == ["pregnant", "pregnant_13_weeks", "pregnancy_warning"]
    assert "maternity" in said
    assert "sets of" not in said


def test_a_pregnant_client_without_a_warning_sign_may_train(tmp_path: Path) -> None:
    script = {"sex": ["1"], "pregnant": ["1"], "result": ["s", "f"]}
    _, said, asked = converse(setting_at(tmp_path), script)
    assert "pregnancy_warning" in asked
    assert "Because you answered" in said


def test_going_back_shows_the_earlier_answer_and_enter_keeps_it(tmp_path: Path) -> None:
    script = {"goal": ["4", ""], "experience": ["<", "3"], "days_per_week": [NO_ONE]}
    _, said, asked = converse(setting_at(tmp_path), script)
    assert asked[3:7] == ["goal", "experience", "goal", "experience"]
    assert "Your answer so far: Get stronger. Press Enter to keep it." in said
    lines = (tmp_path / "draft.jsonl").read_text().splitlines()
    goals = [json.loads(line)["answers"].get("goal") for line in lines]
    assert [goal for goal in goals if goal] == ["strength", "strength"]


def test_every_kind_of_answer_is_kept_by_enter(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    given: dict[str, Any] = {
        "name": "Ana",
        "equipment": ["band", "step"],
        "osteoporosis": "unsure",
        "pain_low_back": 6,
        "pain_hip": None,
        "pain_days": "weekly",
    }
    DraftFile(tmp_path / "draft.jsonl").append(all_best() | given, "name")
    before = kept(tmp_path, questionnaire)
    pages = [page.id for page in questionnaire.pages]
    script = {page: [""] for page in pages} | {"review": [NO_ONE]}
    _, _, asked = converse(setting_at(tmp_path), script)
    assert asked[-1] == "review"
    assert kept(tmp_path, questionnaire) == before


def test_the_review_leads_to_an_answer_and_back(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(all_best() | {"name": "Ana"}, REVIEW)
    script = {"review": ["1", "99", "no", ""], "name": ["Eva"], "result": ["s", "f"]}
    _, said, asked = converse(setting_at(tmp_path), script)
    assert asked == ["start", "review", "name", "review", "review", "review", "result", "result"]
    assert "1. Name: Ana" in said
    assert "1. Name: Eva" in said
    assert "Please type a number from 1 to" in said
    (saved,) = (tmp_path / "reports").iterdir()
    assert json.loads(saved.read_bytes())["answers"]["name"] == "Eva"


def test_an_answer_changed_after_the_result_is_in_the_next_paper(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(all_best(), REVIEW)
    script = {"result": ["s", "<", "s", "f"], "review": ["", "1", ""], "name": ["Eva"]}
    converse(setting_at(tmp_path), script)
    names = [
        json.loads(path.read_bytes())["answers"].get("name")
        for path in sorted((tmp_path / "reports").iterdir(), key=lambda path: len(path.name))
    ]
    assert names == [None, "Eva"]


def test_what_is_missing_is_asked_before_there_is_a_result(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(all_best() | {"sex": "female"}, REVIEW)
    script = {"review": ["", "1"], "result": ["s", "f"]}
    status, said, asked = converse(setting_at(tmp_path), script)
    assert asked[:4] == ["start", "review", "review", "pregnant"]
    assert "We need this answer." in said
    assert status == 0


def test_places_that_hurt_are_named_first_and_then_rated(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {
        "pain": ["1 x", "1, 3", "2 3"],
        "how much": ["11", "<", "7", "-"],
        "pain_days": [NO_ONE],
    }
    _, said, _ = converse(setting_at(tmp_path), script)
    found = kept(tmp_path, questionnaire)
    assert (found["pain_low_back"], found["pain_hip"]) == (0, 7)
    assert "pain_neck" not in found
    assert "must be a whole number from 0 to 10" in said


def test_too_young_an_age_is_explained(tmp_path: Path, questionnaire: Questionnaire) -> None:
    script = {"age_years": ["12", "3", "1", "45"], "sex": [NO_ONE]}
    _, said, _ = converse(setting_at(tmp_path), script)
    assert "Thank you for your interest" in said
    assert kept(tmp_path, questionnaire)["age_years"] == 45


def test_who_is_too_young_leaves_and_nothing_is_kept(tmp_path: Path) -> None:
    status, said, _ = converse(setting_at(tmp_path), {"name": ["Ana"], "age_years": ["12", "2"]})
    assert status == 0
    assert said.rstrip().endswith("Your answers are erased from this laptop.")
    assert not (tmp_path / "draft.jsonl").exists()


def test_a_measurement_has_its_steps_in_the_help(tmp_path: Path) -> None:
    script = {"measure": ["2"], "test_heel_raise_left": ["?", "20"]}
    script["test_heel_raise_right"] = [NO_ONE]
    _, said, asked = converse(setting_at(tmp_path), script)
    assert "test_heel_raise_left" in asked
    assert "Stop when one of these happens:" in said
    assert "Measurement 1 of" in said


def test_help_explains_every_line_of_a_checklist(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    _, said, _ = converse(setting_at(tmp_path), {"check_nerves": ["?", NO_ONE]})
    page = next(page for page in questionnaire.pages if page.id == "check_nerves")
    for item in page.items:
        assert questionnaire.by_id[item].help.strip() in said


@pytest.mark.parametrize(("typed", "is_kept"), [("k", True), ("e", False)])
def test_stopping_keeps_or_erases_as_the_client_wants(
    tmp_path: Path, typed: str, is_kept: bool
) -> None:
    status, said, _ = converse(setting_at(tmp_path), {"age_years": ["!", typed]})
    assert status == 0
    assert (tmp_path / "draft.jsonl").exists() == is_kept
    assert ("are kept. Start the quiz again" in said) == is_kept


def test_who_does_not_want_to_stop_goes_on(tmp_path: Path) -> None:
    _, _, asked = converse(setting_at(tmp_path), {"age_years": ["!", "", "45"], "sex": [NO_ONE]})
    assert asked[-1] == "sex"


def test_resuming_goes_on_at_the_same_page(tmp_path: Path) -> None:
    converse(setting_at(tmp_path), {"name": ["Ana"], "goal": [NO_ONE]})
    _, said, asked = converse(setting_at(tmp_path), {"goal": [NO_ONE]})
    assert "Answers are kept here from a moment ago." in said
    assert asked == ["start", "goal"]


def test_starting_anew_erases_what_was_kept(tmp_path: Path) -> None:
    converse(setting_at(tmp_path), {"name": ["Ana"], "goal": [NO_ONE]})
    _, _, asked = converse(setting_at(tmp_path), {"start": ["x", "2"], "name": [NO_ONE]})
    assert asked == ["start", "start", "name"]
    assert not (tmp_path / "draft.jsonl").exists()


def test_answers_of_yesterday_are_not_offered(tmp_path: Path) -> None:
    converse(setting_at(tmp_path), {"name": ["Ana"], "goal": [NO_ONE]})
    then = time.time() - 3600 * 25
    os.utime(tmp_path / "draft.jsonl", (then, then))
    _, said, asked = converse(setting_at(tmp_path), {"name": [NO_ONE]})
    assert asked == ["name"]
    assert "Answers are kept here" not in said


@pytest.mark.parametrize("fails", ["assessment.records.drafts.draft._write_whole", "os.fsync"])
def test_a_full_disk_is_told_and_the_quiz_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(fails, full)
    _, said, asked = converse(setting_at(tmp_path), {"sex": [NO_ONE]})
    assert "could not be saved: No space left on device" in said
    assert asked == ["name", "age_years", "sex"]


def test_finishing_without_the_paper_is_asked_about(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(all_best(), REVIEW)
    _, said, asked = converse(setting_at(tmp_path), {"result": ["f", "x", "f", "f"]})
    assert asked.count("result") == 4
    assert said.count(words.FINISH_UNSAVED) == 2


def test_a_paper_that_cannot_be_made_says_why_and_nothing_is_lost(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(all_best(), REVIEW)
    context = setting_at(tmp_path, ("/no/such/program",))
    _, said, _ = converse(context, {"result": ["s", NO_ONE]})
    assert "The PDF could not be made: No such file or directory" in said
    assert (tmp_path / "draft.jsonl").exists()
