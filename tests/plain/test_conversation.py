"""Whole ways through the line-by-line quiz, each line typed in answer to what was said."""

from __future__ import annotations

import errno
import json
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest

from assessment.exchange.answers_document import parse_answers
from assessment.plain import words
from assessment.plain.listing import answer_so_far
from assessment.quiz.route import REVIEW, Route
from assessment.records.drafts.draft import DraftFile
from questions.questionnaire import Questionnaire
from tests.conftest import MakeSheet
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
        "Measurements with a trainer",
        "Most room to grow: glutes",
        "Because you answered: getting up from a low chair (very hard)",
        "How it looks at the start: Sitting on a thick cushion on a chair",
        "With effort: Standing tall in front of the chair",
        "It looks like this: sitting on a low sofa, leaning forward, arms crossed on the chest, "
        "then standing tall, without any help from the hands.",
        "Well done, Ana.",
        "The file is called posterior-chain-2026-05-12-0930.pdf",
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
    status, said, asked = converse(setting_at(tmp_path), {"check_now": ["1"]})
    assert status == 0
    assert asked == ["age_years", "sex", "check_now", "sure", "result", "result"]
    assert "Call an ambulance" in said
    for word in SCORES:
        assert word not in said, word


@pytest.mark.parametrize(
    ("script", "place"),
    [
        ({"check_now": ["1-", "0"]}, "check_now"),
        ({"hurts": ["4"], "check_pain": ["1"]}, "check_pain"),
        ({"hurts": ["5"], "check_pain": ["2"], "swollen_limb_breathless": ["1", "1"]}, None),
    ],
    ids=["emergency", "at one place", "by its follow-up"],
)
def test_what_cannot_wait_is_said_back_once_and_can_be_changed(
    tmp_path: Path, script: dict[str, list[str]], place: str | None
) -> None:
    place = place or "swollen_limb_breathless"
    wait = {**script, "sure": ["what", "<", NO_ONE], place: [*script[place], NO_ONE]}
    _, said, asked = converse(setting_at(tmp_path), wait)
    first = asked.index("sure")
    assert asked[first : first + 3] == ["sure", "sure", place]
    assert asked[first - 1] == place
    assert "You said: " in said
    assert "Call an ambulance" not in said


def test_a_yes_behind_an_answer_that_was_taken_back_is_asked_again(tmp_path: Path) -> None:
    script = {
        "check_now": ["3", "0"],
        "chest_pain_new": ["2", "<"],
        "chest_pain_now": ["1", "<", "2"],
        "sure": ["<", "<"],
        "hurts": [NO_ONE],
    }
    _, _, asked = converse(setting_at(tmp_path), script)
    now, new = "chest_pain_now", "chest_pain_new"
    back = [now, "sure", now, new, "check_now", "sure"]
    assert asked[2:] == ["check_now", new, *back, now, "hurts"]


def test_a_wrong_yes_of_the_page_before_is_changed_there(tmp_path: Path) -> None:
    script = {
        "check_now": ["3"],
        "chest_pain_new": ["1", "1", NO_ONE],
        "chest_pain_now": ["2"],
        "sure": ["<", ""],
        "result": ["<"],
    }
    _, said, asked = converse(setting_at(tmp_path), script)
    assert "new or worse" in said
    new, now = "chest_pain_new", "chest_pain_now"
    assert asked[2:] == ["check_now", new, now, "sure", new, "sure", "result", new]


def test_an_answer_that_was_confirmed_is_not_asked_about_again(tmp_path: Path) -> None:
    script = {"check_now": ["1", ""], "result": ["<", NO_ONE]}
    _, said, asked = converse(setting_at(tmp_path), script)
    assert asked[2:] == ["check_now", "sure", "result", "check_now", "result"]
    assert said.count("You said: numbness between the legs") == 1


def test_a_confirmed_answer_of_several_is_not_asked_about_again(tmp_path: Path) -> None:
    script = {"check_now": ["1 2-", "1"], "result": ["<", NO_ONE]}
    _, said, asked = converse(setting_at(tmp_path), script)
    assert asked[2:] == ["check_now", "sure", "result", "check_now", "result"]
    assert "bladder changes (yes); new trouble in both legs" in " ".join(said.split())


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ({"check_now": ["6"]}, "See a doctor or physiotherapist"),
        ({"gates_lately": ["4-"], "check_illness": ["1-"]}, "Come back when you are well"),
        ({"gates_lately": ["2"], "check_nerves": ["1"]}, "today"),
    ],
)
def test_a_gated_client_gets_only_whom_to_see(
    tmp_path: Path, script: dict[str, list[str]], sentence: str
) -> None:
    _, said, _ = converse(setting_at(tmp_path), script)
    result = said[said.rindex("> \n", 0, said.index(words.AFTER_RESULT)) :]
    assert sentence.lower() in result.lower()
    for word in ("sets of", "How it looks at the start"):
        assert word not in result, word


def test_a_pregnant_client_is_asked_more_and_stopped_by_a_warning_sign(tmp_path: Path) -> None:
    script = {"sex": ["1"], "birth": ["1"], "care_birth": ["1"], "check_pregnancy": ["1"]}
    _, said, asked = converse(setting_at(tmp_path), script)
    start = asked.index("birth")
    assert asked[start : start + 4] == ["birth", "check_pain", "care_birth", "check_pregnancy"]
    assert "maternity" in said
    assert "sets of" not in said


def test_a_pregnant_client_without_a_warning_sign_may_train(tmp_path: Path) -> None:
    script = {"sex": ["1"], "birth": ["1"], "care_birth": ["1"], "result": ["s", "f"]}
    _, said, asked = converse(setting_at(tmp_path), script)
    assert "check_pregnancy" in asked
    assert "How it looks at the start" in said


def test_going_back_shows_the_earlier_answer_and_enter_keeps_it(tmp_path: Path) -> None:
    script = {"goal": ["4", ""], "experience": ["<", "3"], "days_per_week": [NO_ONE]}
    _, said, asked = converse(setting_at(tmp_path), script)
    start = asked.index("goal")
    assert asked[start : start + 4] == ["goal", "experience", "goal", "experience"]
    assert "Your answer so far: Get stronger. Press Enter to keep it." in said
    lines = (tmp_path / "draft.jsonl").read_text().splitlines()
    goals = [json.loads(line)["answers"].get("goal") for line in lines]
    assert [goal for goal in goals if goal] == ["strength", "strength"]


def test_enter_keeps_no_list_in_which_a_line_came_up_since(make_sheet: MakeSheet) -> None:
    hurts = {"hurts": ["low_back"], "pain_low_back": 2}
    answered, opened = (
        Route.resume(make_sheet({**hurts, "bone_point_pain": one}), "care_back")
        for one in ("no", None)
    )
    assert answer_so_far(answered) == "None of these"
    assert answer_so_far(opened) == ""


def test_every_kind_of_answer_is_kept_by_enter(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    given: dict[str, Any] = {
        "name": "Ana",
        "equipment": ["band", "step"],
        "told_bones": "yes",
        "osteoporosis": "unsure",
        "hurts": ["low_back", "hip", "knee"],
        "hurts_sides": ["hip_left", "knee_left", "knee_right"],
        "pain_low_back": 6,
        "pain_hip": None,
        "pain_days": "weekly",
        "earlier_back_pain": "no",
        "injuries_knee": 2,
        "injury_last_6_weeks": ["knee"],
        "head_lift": None,
    }
    DraftFile(tmp_path / "draft.jsonl").append(all_best() | given, "age_years")
    before = kept(tmp_path, questionnaire)
    places = [*(page.id for page in questionnaire.pages), *questionnaire.by_id]
    script = {place: [""] for place in places} | {"review": [NO_ONE], "head_lift": ["-"]}
    _, _, asked = converse(setting_at(tmp_path), script)
    assert asked[-1] == "review"
    assert kept(tmp_path, questionnaire) == before


def test_the_review_leads_to_an_answer_and_back(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(all_best() | {"birth": None}, REVIEW)
    script = {"review": ["2", "99", "no", ""], "sex": ["3", "-"], "result": ["s", "f"]}
    _, said, asked = converse(setting_at(tmp_path), script)
    answered = asked[asked.index("sex") + 2 :]
    assert asked[:4] == ["start", "review", "sex", "sex"]
    assert answered[:2] == ["birth", "review"]
    assert answered[-2:] == ["result", "result"]
    assert "2. Sex: Male" in said
    assert "Sex: Prefer not to say" in said
    assert "Please type a number from 1 to" in said
    (saved,) = (tmp_path / "reports").iterdir()
    assert json.loads(saved.read_bytes())["answers"]["sex"] == "unstated"


def test_an_answer_changed_after_the_result_is_in_the_next_paper(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(all_best(), REVIEW)
    script = {"result": ["s", "<", "s", "f"], "review": ["", "1", ""], "age_years": ["50"]}
    converse(setting_at(tmp_path), script)
    ages = [
        json.loads(path.read_bytes())["answers"].get("age_years")
        for path in sorted((tmp_path / "reports").iterdir(), key=lambda path: len(path.name))
    ]
    assert ages == [40, 50]


def test_what_is_missing_is_asked_before_there_is_a_result(tmp_path: Path) -> None:
    DraftFile(tmp_path / "draft.jsonl").append(
        all_best() | {"sex": "female", "birth": None}, REVIEW
    )
    script = {"review": ["", "1"], "result": ["s", "f"]}
    status, said, asked = converse(setting_at(tmp_path), script)
    assert asked[:4] == ["start", "review", "review", "birth"]
    assert "We need this answer." in said
    assert status == 0


def test_places_that_hurt_are_named_first_and_then_rated_with_their_sides(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {
        "hurts": ["1 x", "2 2", "1, 2, 4"],
        "pain_low_back": ["11", "0"],
        "pain_hip": ["7"],
        "side": ["x", "B", "r"],
        "pain_days": [NO_ONE],
    }
    _, said, asked = converse(setting_at(tmp_path), script)
    found = kept(tmp_path, questionnaire)
    assert found["hurts"] == ("low_back", "hip", "knee")
    assert (found["pain_low_back"], found["pain_hip"]) == (0, 7)
    assert found["hurts_sides"] == ("hip_left", "hip_right", "knee_right")
    assert "pain_neck" not in found
    assert "Please type a number from 0 to 10. You typed 11." in said
    assert "Please type each number once." in said
    assert "pain_knee" not in asked


def test_an_unlikely_number_is_asked_back_once(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {
        "hurts": ["7", "7"],
        "pain_neck": ["8", "9"],
        "side": ["", ""],
        "sure": ["<", ""],
        "pain_days": ["<", NO_ONE],
    }
    script["hurts"].append("")
    _, said, asked = converse(setting_at(tmp_path), script)
    assert kept(tmp_path, questionnaire)["pain_neck"] == 9
    assert "You said: neck pain (8 out of 10). Is that right?" in " ".join(said.split())
    assert asked.count("sure") == 2, "what was confirmed is not asked about again"


def test_a_place_that_is_taken_back_takes_its_pain_along(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {
        "hurts": ["1 7", "7"],
        "pain_low_back": ["5"],
        "pain_neck": ["2", "3"],
        "pain_days": ["<", NO_ONE],
    }
    _, said, _ = converse(setting_at(tmp_path), script)
    found = kept(tmp_path, questionnaire)
    assert found["hurts"] == ("neck",)
    assert found["pain_neck"] == 3
    assert "pain_low_back" not in found
    assert re.search("so far: .*low back.* Press Enter to keep it", said, re.IGNORECASE)


def test_back_from_a_place_goes_to_the_place_before(tmp_path: Path) -> None:
    script = {"hurts": ["1 7"], "pain_low_back": ["5", "4"], "pain_neck": ["<", NO_ONE]}
    _, _, asked = converse(setting_at(tmp_path), script)
    assert asked[3:] == ["hurts", "pain_low_back", "pain_neck", "pain_low_back", "pain_neck"]


def test_injuries_are_counted_by_place_and_those_of_late_asked_once(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {
        "injuries": ["1, 3 6"],
        "injuries_back": ["2"],
        "injuries_knee": ["-"],
        "injuries_ankle": ["1"],
        "injury_last_6_weeks": ["2", "3 6"],
        "stalled": [NO_ONE],
    }
    _, said, asked = converse(setting_at(tmp_path), script)
    found = kept(tmp_path, questionnaire)
    assert (found["injuries_back"], found["injuries_ankle"]) == (2, 1)
    assert found["injuries_hip"] == found["injuries_calf"] == 0
    assert "injuries_knee" not in found
    assert found["injury_last_6_weeks"] == ("knee", "ankle")
    assert asked.count("injury_last_6_weeks") == 2
    assert "Please type only what is listed: 1, 3, 6, 0, -." in said


def test_who_was_not_hurt_is_not_asked_when(tmp_path: Path, questionnaire: Questionnaire) -> None:
    _, _, asked = converse(setting_at(tmp_path), {"injuries": ["0"], "stalled": [NO_ONE]})
    assert "injury_last_6_weeks" not in asked
    assert kept(tmp_path, questionnaire)["injuries_back"] == 0


def test_ratings_say_their_answers_once_and_again_on_call_and_go_back_a_row(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {
        "chair_rise": ["?", "5", "3", "2"],
        "stairs": ["<", "1"],
        "one_leg_stand": [NO_ONE],
    }
    _, said, asked = converse(setting_at(tmp_path), script)
    start = asked.index("chair_rise")
    assert asked[start : start + 6] == [*["chair_rise"] * 3, "stairs", "chair_rise", "stairs"]
    found = kept(tmp_path, questionnaire)
    assert (found["chair_rise"], found["stairs"]) == (2, 1)
    before = said[: said.index("Balance and hips")]
    assert before.count("3. Very hard") == 2
    rows = re.findall(r"^(\d) of 5\. ", before, re.MULTILINE)
    assert rows == ["1", "2", "1", "2", "3", "4", "5"]


def test_a_group_asks_only_what_its_own_answers_open(tmp_path: Path) -> None:
    _, _, asked = converse(setting_at(tmp_path), {"active_days": ["0"]})
    assert "active_minutes" not in asked
    assert "sitting_hours" in asked


def test_where_the_client_is_and_how_long_it_takes_is_said(tmp_path: Path) -> None:
    _, said, _ = converse(setting_at(tmp_path), {"sex": [NO_ONE]})
    assert re.search(r"^First\. About \d minutes left\.$", said, re.MULTILINE)


def test_too_young_an_age_is_explained(tmp_path: Path, questionnaire: Questionnaire) -> None:
    script = {"age_years": ["12", "3", "1", "45"], "sex": [NO_ONE]}
    _, said, _ = converse(setting_at(tmp_path), script)
    assert "Thank you for your interest" in said
    assert kept(tmp_path, questionnaire)["age_years"] == 45


def test_who_is_too_young_leaves_and_nothing_is_kept(tmp_path: Path) -> None:
    status, said, _ = converse(setting_at(tmp_path), {"age_years": ["12", "2"]})
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


def test_help_explains_every_line_of_a_checklist_and_says_one_whole(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    script = {"check_now": ["?", "?2", "? 4", "?9", "2-", NO_ONE], "sure": [NO_ONE]}
    _, said, asked = converse(setting_at(tmp_path), script)
    page = next(page for page in questionnaire.pages if page.id == "check_now")
    for item in page.items:
        assert questionnaire.by_id[item].help.strip() in said
    for item, is_said in (("both_legs", True), ("stroke_signs", True), ("chest_pain", False)):
        assert (str(questionnaire.by_id[item].details).strip() in said) == is_said, item
    assert asked[-1] == "sure"
    assert "(not sure)" in said


@pytest.mark.parametrize(("typed", "is_kept"), [("k", True), ("e", False)])
def test_stopping_keeps_or_erases_as_the_client_wants(
    tmp_path: Path, typed: str, is_kept: bool
) -> None:
    status, said, _ = converse(setting_at(tmp_path), {"sex": ["!", typed]})
    assert status == 0
    assert (tmp_path / "draft.jsonl").exists() == is_kept
    assert ("are kept. Start the quiz again" in said) == is_kept


def test_who_does_not_want_to_stop_goes_on(tmp_path: Path) -> None:
    _, _, asked = converse(setting_at(tmp_path), {"age_years": ["!", "", "45"], "sex": [NO_ONE]})
    assert asked[-1] == "sex"


def test_resuming_goes_on_at_the_same_page(tmp_path: Path) -> None:
    converse(setting_at(tmp_path), {"goal": [NO_ONE]})
    _, said, asked = converse(setting_at(tmp_path), {"goal": [NO_ONE]})
    assert "Are you the person who was here a moment ago?" in said
    assert asked == ["start", "goal"]


def test_a_row_that_was_answered_is_kept_before_the_page_is(tmp_path: Path) -> None:
    converse(setting_at(tmp_path), {"chair_rise": ["3"], "stairs": [NO_ONE]})
    _, said, asked = converse(setting_at(tmp_path), {"stairs": [NO_ONE], "chair_rise": [""]})
    assert asked == ["start", "chair_rise", "stairs"]
    assert "Your answer so far: Very hard." in said


def test_answers_to_an_earlier_version_are_told_and_not_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "draft.jsonl").write_text('{"answers": {"age_years": 40}, "page": "sex"}\n')
    _, said, asked = converse(setting_at(tmp_path), {"age_years": [NO_ONE]})
    assert "Answers to older questions are kept here." in said
    assert asked == ["age_years"]


def test_starting_anew_erases_what_was_kept(tmp_path: Path) -> None:
    converse(setting_at(tmp_path), {"goal": [NO_ONE]})
    _, _, asked = converse(setting_at(tmp_path), {"start": ["x", "1"], "age_years": [NO_ONE]})
    assert asked == ["start", "start", "age_years"]
    assert not (tmp_path / "draft.jsonl").exists()


def test_answers_of_yesterday_are_not_offered(tmp_path: Path) -> None:
    converse(setting_at(tmp_path), {"goal": [NO_ONE]})
    then = time.time() - 3600 * 25
    os.utime(tmp_path / "draft.jsonl", (then, then))
    _, said, asked = converse(setting_at(tmp_path), {"age_years": [NO_ONE]})
    assert asked == ["age_years"]
    assert "Are you the person" not in said


@pytest.mark.parametrize("fails", ["assessment.records.drafts.draft._write_whole", "os.fsync"])
def test_a_full_disk_is_told_and_the_quiz_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(fails, full)
    _, said, asked = converse(setting_at(tmp_path), {"sex": [NO_ONE]})
    assert "could not be saved: No space left on device" in said
    assert asked == ["age_years", "sex"]


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


def test_a_clinician_first_is_asked_about_once(tmp_path: Path) -> None:
    script = {"check_now": ["6"], "sure": ["<", ""], "result": ["<", NO_ONE]}
    _, said, asked = converse(setting_at(tmp_path), script)
    assert said.count("Is that right? Press Enter for yes, or type < to change it.") == 2
    twice = ["review", "sure", "review", "sure", "result"]
    assert asked[-7:] == [*twice, "review", "result"]
