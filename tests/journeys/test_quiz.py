"""Whole ways through the quiz, from the first key to the paper."""

from __future__ import annotations

import errno
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from textual.widgets import Static

from assessment.cli.quiz import report_command
from assessment.exchange.answers_document import parse_answers
from assessment.quiz.context import QuizContext
from assessment.quiz.route import REVIEW
from assessment.records.drafts.draft import DraftFile
from assessment.tui.screens.hand_over import HandOverScreen
from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.tui.screens.welcome import WelcomeScreen
from assessment.ui.dialogs.dialogs import AskScreen, HelpScreen
from assessment.ui.question.question_screen import QuestionScreen
from assessment.ui.widgets.progress import ProgressLine
from questions.questionnaire import Questionnaire
from tests.conftest import everyday_and_heavy
from tests.contract import all_best
from tests.journeys.driver import Client, client_at, setting_in

MOST_KEYS = 90
FEMALE = {"sex": "1"}


def answered(
    folder: Path, page: str = REVIEW, report: tuple[str, ...] | None = None, **changes: Any
) -> QuizContext:
    """Return a setting whose draft holds all answers of a calm client, with *page* open."""
    context = setting_in(folder, report)
    DraftFile(context.draft_path).append(all_best() | changes, page)
    return context


async def to_result(client: Client) -> None:
    """Resume at the review, and go on to the result."""
    await client.press("2")
    assert isinstance(client.screen, ReviewScreen)
    await client.press("enter")
    if isinstance(client.screen, AskScreen):
        await client.press("1")  # what I said is right
    assert isinstance(client.screen, ResultScreen)


async def save(client: Client) -> None:
    await client.press("s")
    await client.app.workers.wait_for_complete()
    await client.pilot.pause()


async def test_a_healthy_client_goes_from_start_to_paper_by_keys(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    context = setting_in(tmp_path)
    async with client_at(context) as client:
        await client.start()
        await client.go_through()
        assert isinstance(client.screen, ReviewScreen)
        await client.press("enter")
        assert isinstance(client.screen, ResultScreen)
        await save(client)
        (saved,) = context.reports_folder.iterdir()
        assert saved.name == "posterior-chain-2026-05-12-0930.pdf"
        assert client.keys <= MOST_KEYS
        sheet = parse_answers(saved.read_bytes(), questionnaire)
        assert sheet.get("age_years") == 45
        assert sheet.get("saddle_numbness") == "no"
        assert sheet.get("pain_low_back") == 0
        assert context.draft_path.exists()
        await client.press("f")
        assert isinstance(client.screen, HandOverScreen)
        assert not context.draft_path.exists()
        assert "45" not in client.text()
        await client.press("enter")
        assert isinstance(client.screen, WelcomeScreen)


@pytest.mark.heavy
async def test_the_paper_is_a_real_pdf(tmp_path: Path) -> None:
    context = answered(tmp_path, report=report_command(), chair_rise=3, bridge=3, stairs=2)
    async with client_at(context) as client:
        await to_result(client)
        await save(client)
    (saved,) = context.reports_folder.iterdir()
    with pikepdf.open(saved) as pdf:
        assert len(pdf.pages) > 3
    assert saved.stat().st_mode & 0o077 == 0


async def test_an_emergency_is_asked_once_and_shows_the_calm_page_at_once_and_no_score(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    flag = questionnaire.by_id["saddle_numbness"]
    async with client_at(answered(tmp_path, page="check_now")) as client:
        await client.press("2", "1", "-", "enter")
        assert isinstance(client.screen, AskScreen)
        assert f"You said: {flag.short}" in client.text()
        assert "(not sure). Is that right?" in client.text()
        await client.press("2")
        assert client.page.id == "check_now"
        assert client.sheet.get("saddle_numbness") == "unsure", "it is still to be changed"
        await client.press("enter", "1")
        assert isinstance(client.screen, ResultScreen)
        text = client.text()
        assert "Call an ambulance" in text
        for word in ("marked", "moderate", "out of 100", "sets of"):
            assert word not in text


async def test_a_wrong_yes_is_changed_and_the_quiz_goes_on(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_now")) as client:
        await client.press("2", "1", "y", "enter", "2", "n", "enter")
        assert client.page.id == "body_map"
        assert client.sheet.get("saddle_numbness") == "no"


@pytest.mark.heavy
async def test_a_yes_behind_an_answer_that_was_taken_back_is_shown_to_be_changed(
    tmp_path: Path,
) -> None:
    context = answered(
        tmp_path, page="check_now", chest_pain="yes", chest_pain_now="yes", chest_pain_new="no"
    )
    async with client_at(context) as client:
        await client.press("2", "3", "n", "enter", "2")
        assert client.page.id == "chest_pain_now"
        await client.press("2")
        assert client.page.id == "body_map"


async def test_a_wrong_yes_of_the_page_before_is_changed_there(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_now")) as client:
        await client.press("2", "3", "y", "enter", "1", "2")
        assert "new or worse" in client.text()
        await client.press("2")
        assert client.page.id == "chest_pain_new"
        await client.press("1", "1")
        assert isinstance(client.screen, ResultScreen)
        await client.press("backspace")
        assert client.page.id == "chest_pain_new", "also from the page that says what to do"


@pytest.mark.heavy
async def test_what_was_confirmed_is_not_asked_again(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_now")) as client:
        await client.press("2", "1", "y", "enter", "1")
        assert isinstance(client.screen, ResultScreen)
        assert client.app.session
        client.app.session.take(ResultScreen.ChangeAsked("check_now"))
        await client.press()
        assert client.page.id == "check_now"
        await client.press("enter")
        assert isinstance(client.screen, ResultScreen)


async def test_a_clinician_first_is_asked_once_and_a_wrong_yes_is_changed(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, recent_surgery="unsure")) as client:
        await client.press("2", "enter")
        assert isinstance(client.screen, AskScreen)
        assert "You said: recent operation" in client.text()
        await client.press("2")
        assert "recent_surgery" in client.page.items
        await client.press("backspace", "1", "1")
        assert isinstance(client.screen, ResultScreen)
        await client.press("backspace", "1")
        assert isinstance(client.screen, ResultScreen), "it was asked once"


@pytest.mark.heavy
async def test_a_clinician_first_shows_no_exercises(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, recent_surgery="unsure")) as client:
        await to_result(client)
        assert "See a doctor or physiotherapist" in client.text()
        assert "sets of" not in client.text()


@pytest.mark.heavy
async def test_pregnancy_is_asked_of_women_and_opens_more(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="sex")) as client:
        await client.press("2", FEMALE["sex"])
        await client.go_to("birth")
        await client.press("1")
        await client.go_to("care_birth")
        await client.press("1", "y", "enter")
        assert client.page.id == "check_pregnancy"


@pytest.mark.heavy
async def test_pregnancy_is_not_asked_of_men(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.start()
        await client.go_to("gates_ever")
        await client.answer()
        assert client.page.id == "can_legs"


async def test_back_shows_the_earlier_answer_and_hidden_ones_come_back(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="posture_rounded")) as client:
        await client.press("2", "2", "1")
        await client.back_to("posture_rounded")
        assert client.sheet.get("posture_can_straighten") == "yes"
        await client.press("0")
        assert client.page.id == "injuries"
        await client.back_to("posture_rounded")
        await client.press("1")
        assert client.page.id == "posture_can_straighten"
        assert "(●) 1" in client.text()


async def test_killed_in_the_middle_the_quiz_goes_on_where_it_stood(tmp_path: Path) -> None:
    context = answered(tmp_path, page="posture_rounded", age_years=45)
    async with client_at(context) as client:
        await client.press("2", "3")
    async with client_at(context) as client:
        assert "Are you the person who was here" in client.text()
        await client.press("2")
        assert client.page.id == "posture_can_straighten"
        assert client.sheet.get("posture_rounded") == 3
        assert client.sheet.get("age_years") == 45


async def test_killed_in_the_middle_of_a_page_no_row_is_lost(tmp_path: Path) -> None:
    rows = dict.fromkeys(("chair_rise", "stairs", "uphill_walk", "short_sprint", "side_steps"))
    context = answered(tmp_path, page="can_legs", **rows)
    async with client_at(context) as client:
        await client.press("2", "3", "-")
        first, second, third = client.page.items[:3]
    async with client_at(context) as client:
        await client.press("2")
        assert client.page.id == "can_legs"
        assert (client.sheet.get(first), client.sheet.get(second)) == (3, None)
        assert client.sheet.get(third) is None
        assert "(3)" in client.text()


async def test_starting_anew_asks_before_it_erases(tmp_path: Path) -> None:
    context = answered(tmp_path, page="goal")
    async with client_at(context) as client:
        await client.press("enter")
        assert isinstance(client.screen, AskScreen)
        assert context.draft_path.exists()
        await client.press("2")
        assert client.page.id == "age_years"
        assert client.sheet.get("age_years") is None


async def test_under_16_is_told_why_and_may_leave(tmp_path: Path) -> None:
    context = setting_in(tmp_path)
    async with client_at(context) as client:
        await client.start()
        await client.press("1", "5", "enter")
        assert isinstance(client.screen, AskScreen)
        assert "16" in client.text()
        await client.press("2")
        assert isinstance(client.screen, HandOverScreen)
        assert not context.draft_path.exists()


@pytest.mark.parametrize("typed", everyday_and_heavy(["999"], "1"))
async def test_a_wrong_age_is_refused_in_words(tmp_path: Path, typed: str) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.start()
        await client.press(*typed, "enter")
        assert "16" in client.text()
        if isinstance(client.screen, AskScreen):
            await client.press("1")  # mistyped
        assert client.page.id == "age_years"
        await client.press("3", "4", "enter")  # in place of what was refused
        assert client.sheet.get("age_years") == 34


async def test_the_review_leads_to_a_question_and_back(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.press("2")
        assert isinstance(client.screen, ReviewScreen)
        await client.press("up", "home", "enter", "down", "enter")
        assert client.page.id == "age_years"
        await client.press("6", "6")
        await client.press("enter")
        assert isinstance(client.screen, ReviewScreen)
        assert "66" in client.text()


@pytest.mark.heavy
async def test_from_any_line_of_the_review_a_digit_leads_on(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.press("2", "down", "down", "1")
        assert isinstance(client.screen, ResultScreen)


async def test_a_checklist_cannot_be_passed_over(tmp_path: Path) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.start()
        await client.go_to("check_now")
        page = client.page
        await client.press("enter")
        assert client.page is page
        assert "Please answer each line" in client.text()
        last = len(page.items)
        await client.answer(**{page.id: f"{last} -"})
        assert client.sheet.get(page.items[-1]) == "unsure"
        assert client.sheet.get(page.items[0]) == "no"


async def test_places_are_chosen_and_the_rest_is_implied(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="body_map")) as client:
        await client.press("2", "1", "4", "8", "1", "0", "enter", "1")
        assert client.sheet.get("hurts") == ("low_back", "upper_back")
        assert client.sheet.given["pain_low_back"] == 4
        assert client.sheet.given["pain_upper_back"] == 10
        assert "pain_neck" not in client.sheet.given
        assert client.sheet.get("pain_neck") == 0
        assert client.page.id == "pain_past"


async def test_backspace_goes_back_a_row_and_then_a_page(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="can_hips")) as client:
        await client.press("2", "1", "1", "backspace", "backspace")
        assert client.page.id == "can_hips"
        await client.press("backspace")
        assert client.page.id == "can_legs"


@pytest.mark.heavy
async def test_more_about_a_line_is_a_key_or_a_click_away(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    details = (questionnaire.by_id["both_legs"].details or "").split(".")[0]
    async with client_at(answered(tmp_path, page="check_now")) as client:
        await client.press("2", "2", "right")
        assert isinstance(client.screen, HelpScreen)
        assert details in client.text()
        await client.press("enter")
        await client.click("#details", 3)
        assert details in client.text()


async def test_a_change_returns_to_the_review_once_what_it_opened_is_answered(
    tmp_path: Path,
) -> None:
    context = answered(tmp_path, foot_drop=None, amber_leg_tingling=None)
    async with client_at(context) as client:
        await client.press("2")
        assert client.app.session
        client.app.session.take(ReviewScreen.ChangeAsked("gates_lately"))
        await client.press()
        place = client.page.items.index("lately_nerves") + 1
        await client.press(str(place), "y", "enter")
        assert client.page.id == "check_nerves"
        await client.answer()
        assert isinstance(client.screen, ReviewScreen)


async def test_help_and_pause_are_always_a_key_away(tmp_path: Path) -> None:
    context = setting_in(tmp_path)
    async with client_at(context) as client:
        await client.start()
        await client.go_to("goal")
        await client.press("question_mark")
        assert isinstance(client.screen, HelpScreen)
        await client.press("escape")
        await client.press("escape")
        assert isinstance(client.screen, AskScreen)
        await client.press("2")
        assert isinstance(client.screen, WelcomeScreen)
        assert context.draft_path.exists()
        assert "Are you the person who was here" in client.text()


async def test_a_measurement_with_the_trainer_counts(tmp_path: Path) -> None:
    context = answered(tmp_path, page="test_heel_raise_left", test_heel_raise_left=4)
    async with client_at(context) as client:
        await client.press("2")
        assert client.page.id == "test_heel_raise_left"
        await client.press("8", "enter")
        assert client.sheet.get("test_heel_raise_left") == 8
        for _ in client.sheet.questionnaire.items_of("tests"):
            if isinstance(client.screen, QuestionScreen):
                await client.press("-")
        assert isinstance(client.screen, ReviewScreen)


@pytest.mark.parametrize("size", everyday_and_heavy([(60, 20)], (80, 24)))
async def test_the_steps_of_a_measurement_are_a_key_away_and_scroll_to_their_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    context = answered(tmp_path, page="test_bridge_left", test_bridge_left=20)
    async with client_at(context, size) as client:
        await client.press("2", "?")
        assert isinstance(client.screen, HelpScreen)
        assert "You need: a mat; a watch." in client.text()
        assert "1. Lie on the back with the arms on the chest." in client.text()
        scroll = client.screen.query_one("#explained")
        assert scroll.max_scroll_y > 0
        seen = client.text()
        while scroll.scroll_y < scroll.max_scroll_y:
            before = scroll.scroll_y
            await client.press("down")
            await client.until(lambda before=before: scroll.scroll_y > before)  # type: ignore[misc]
            seen += client.text()
        assert "The hips drop by more than 10 degrees." in seen
        assert "In pregnancy: it is done lying down." in seen
        assert "This way of doing it is our own rule." in seen
        await client.press("enter")
        assert client.sheet.get("test_bridge_left") == 20


@pytest.mark.parametrize(
    "fails", everyday_and_heavy(["assessment.records.drafts.draft._write_whole"], "os.fsync")
)
async def test_a_full_disk_is_told_and_the_quiz_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with client_at(setting_in(tmp_path)) as client:
        await client.start()
        monkeypatch.setattr(fails, full)
        await client.press("4", "5", "enter")
        assert "could not be saved: No space left on device" in client.text()
        assert client.page.id == "sex"


async def test_two_windows_do_not_share_a_draft(tmp_path: Path) -> None:
    context = setting_in(tmp_path)
    async with client_at(context) as first:
        await first.start()
        async with client_at(context) as second:
            assert "another window" in second.text()
            await second.press("enter")
            assert not isinstance(second.screen, QuestionScreen)


@pytest.mark.parametrize("size", everyday_and_heavy([(40, 12)], (60, 20), (120, 40), (200, 60)))
async def test_the_quiz_works_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    """From the longest checklist on, in a window of that size."""
    context = answered(tmp_path, page="check_now")
    async with client_at(context, size) as client:
        await client.press("2")
        page = client.page
        assert page.kind == "checklist"
        await client.answer()
        assert client.page is not page
        await client.press("escape")
        assert isinstance(client.screen, AskScreen)


async def test_no_days_take_the_minutes_of_before_away(tmp_path: Path) -> None:
    context = answered(tmp_path, page="usual_week", active_days=5, active_minutes=60)
    async with client_at(context) as client:
        await client.press("2", "0", "enter")
        assert client.page.id != "usual_week"
        assert "active_minutes" not in client.sheet.given
        assert client.sheet.get("active_minutes") == 0


async def test_the_bar_does_not_run_back_when_a_yes_opens_more(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="gates_ever")) as client:
        await client.press("2")
        bar = client.screen.query_one(ProgressLine)
        before = bar.share
        await client.press("1", "y", "y", "y", "y", "enter")
        assert client.page.id != "gates_ever"
        assert bar.share >= before
        await client.press("backspace")
        assert bar.share >= before


async def test_a_slow_client_is_told_of_more_minutes_after_ten_answers(tmp_path: Path) -> None:
    hours = itertools.count(step=3600)
    slow = replace(answered(tmp_path, page="can_legs"), clock=lambda: float(next(hours)))
    async with client_at(slow) as client:
        await client.press("2")
        calm = minutes_left(client)
        await client.answer()
        assert minutes_left(client) <= calm, "five answers tell nothing yet"
        await client.answer()
        assert minutes_left(client) > calm


def minutes_left(client: Client) -> int:
    """Return the minutes that the head of the screen names."""
    return int(str(client.screen.query_one("#position", Static).content).split()[1])
