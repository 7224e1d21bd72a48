"""What stands at the end: the result, what is missing, whom to see, and the paper."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

from assessment.quiz.context import UNVEIL_SECONDS
from assessment.tui.screens.hand_over import HandOverScreen
from assessment.tui.screens.result import ResultScreen
from assessment.tui.screens.review import ReviewScreen
from assessment.tui.widgets.exercise_cards import ExerciseCards, ExerciseSteps
from assessment.tui.widgets.region_bar import RegionBar, ruler_of
from assessment.tui.widgets.result_pages import ResultPages
from assessment.tui.widgets.unveiling import BODY_STEPS, REGION_STEPS
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.drawing.body_map import BodyMap
from assessment.ui.question.question_screen import QuestionScreen
from assessment.ui.widgets.page_tabs import PageTab
from questions.model import Region
from reports.errors import PrintError
from tests.conftest import everyday_and_heavy
from tests.journeys.driver import FAKE_REPORT, Client, client_at
from tests.journeys.test_quiz import answered, save, to_result

REPLIES = """
import json, sys
for line in sys.stdin:
    print(json.dumps({reply}), flush=True)
"""
WEB_PAGE = REPLIES.replace("{reply}", "{'content': '', 'format': 'html'}")
FAILS = REPLIES.replace("{reply}", "{'reason': 'The disk is full.'}")


def status(client: Client) -> str:
    return str(client.screen.query_one("#status", Static).visual)


async def test_a_client_who_may_train_sees_regions_and_exercises_with_reasons(
    tmp_path: Path,
) -> None:
    context = answered(tmp_path, chair_rise=3, bridge=3, stairs=None)
    async with client_at(context, (100, 60)) as client:
        await to_result(client)
        text = client.text()
        assert len(client.screen.query(RegionBar)) == 8
        for words in ("Most room to grow: glutes", "could be", "Because you answered"):
            assert words in text, words
        await client.press("right")
        exercises = client.text()
        for words in ("sets of", "Because you answered", "Stop if"):
            assert words in exercises, words


def map_rows(client: Client) -> list[str]:
    body = client.screen.query_one(BodyMap)
    return [body.render_line(y).text for y in range(body.size.height)]


@pytest.mark.heavy
async def test_the_map_has_the_numbers_of_the_list(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, chair_rise=3, bridge=3)) as client:
        await to_result(client)
        await client.pilot.pause()
        drawn = "".join(map_rows(client))
        assert sorted(sign for sign in drawn if sign.isdigit()) == list("12345678")
        text = client.text()
        assert "1 Glutes" in text
        body = client.screen.query_one(BodyMap)
        grid = body._grid()
        assert grid is not None
        column, row = grid.label_cells[Region.GLUTE_MAX]
        assert map_rows(client)[row][body._left(grid) + column] == "1"


@pytest.mark.heavy
async def test_sessions_add_up_and_what_is_left_out_has_its_reason(tmp_path: Path) -> None:
    context = answered(tmp_path, chair_rise=3, bridge=3, equipment=[], minutes=20)
    async with client_at(context, (120, 60)) as client:
        await to_result(client)
        await client.press("right", "right")
        sessions = client.text()
        first = sessions[sessions.index("Session A,") : sessions.index("Session B,")]
        (total,) = re.findall(r"about (\d+) minutes", first)
        assert int(total) <= 20
        assert sum(int(found) for found in re.findall(r"(\d+) min ", first)) == int(total)
        await client.press("right")
        said = client.screen.query("#left-out .said").results(Static)
        assert any("because of kit that is not there" in str(one.visual) for one in said)
        await client.press("right")
        assert "Most room to grow" in client.text()


@pytest.mark.heavy
async def test_the_pages_of_the_result_are_a_click_away(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, chair_rise=3, bridge=3), (100, 30)) as client:
        await to_result(client)
        await client.pilot.pause()
        await client.click(client.screen.query(PageTab)[1])
        assert "Stop if" in client.text()
        steps, cards = (
            client.screen.query_one(ExerciseSteps),
            client.screen.query_one(ExerciseCards),
        )
        total = len(cards._cards)
        for column, number in ((5, 2), (0, 1), (0, total), (5, 1), (len(steps._said) + 2, 3)):
            await client.click(steps, column)
            assert f"Exercise {number} of {total}" in client.text()
            assert cards._cards[number - 1].name in client.text()


@pytest.mark.parametrize("size", everyday_and_heavy([(40, 12)], (80, 24), (60, 20), (120, 40)))
async def test_when_to_stop_is_in_sight_of_every_exercise(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    context = answered(tmp_path, chair_rise=3, bridge=3, pain_low_back=6, hurts=["low_back"])
    async with client_at(context, size) as client:
        await to_result(client)
        await client.press("right")
        cards = client.screen.query_one(ExerciseCards)
        for number, card in enumerate(cards._cards):
            cards._show(number)
            await client.press()
            text = client.text()
            assert f"Exercise {number + 1} of {len(cards._cards)}" in text
            assert set(f"Stop if {card.stop_if}".split()) <= set(text.split()), card.name


async def test_reading_on_goes_through_an_exercise_and_to_the_next(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, chair_rise=3, bridge=3)) as client:
        await to_result(client)
        await client.press("right", "down")
        assert "Exercise 1 of" in client.text()
        while "Exercise 1 of" in client.text():
            await client.press("down")
        assert "Exercise 2 of" in client.text()
        await client.press("up")
        assert "Exercise 1 of" in client.text()


@pytest.mark.heavy
async def test_a_small_window_names_the_open_page(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path), (40, 12)) as client:
        await to_result(client)
        await client.pilot.pause()
        assert "< 1 of 4 > Result" in client.text()
        await client.click(client.screen.query(PageTab)[-1])
        assert "< 2 of 4 > Exercises" in client.text()
        await client.press("left")
        assert "< 1 of 4 > Result" in client.text()


@pytest.mark.heavy
async def test_too_few_answers_show_no_number(tmp_path: Path) -> None:
    context = answered(tmp_path, toe_rises=None, uphill_walk=None)
    async with client_at(context, (100, 60)) as client:
        await to_result(client)
        assert "not enough answers" in client.text()


@pytest.mark.parametrize(
    "flag", everyday_and_heavy(["foot_drop"], "recent_surgery", "acute_illness")
)
async def test_a_gated_client_sees_no_score(tmp_path: Path, flag: str) -> None:
    changes: dict[str, Any] = {flag: "yes"}
    async with client_at(answered(tmp_path, **changes), (100, 60)) as client:
        await to_result(client)
        for shown in (RegionBar, BodyMap, PageTab, ExerciseCards):
            assert not client.screen.query(shown)
        assert "What to do" in client.text()


@pytest.mark.heavy
async def test_an_emergency_by_mistake_leads_back_to_the_answers(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, saddle_numbness="yes")) as client:
        await to_result(client)
        assert "Call an ambulance" in client.text()
        await client.press("backspace")
        assert isinstance(client.screen, ReviewScreen)


async def test_an_emergency_by_mistake_leads_back_to_its_question(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_now")) as client:
        await client.press("2", "1", "y", "enter", "1")
        assert isinstance(client.screen, ResultScreen)
        await client.press("backspace")
        assert client.page.id == "check_now"
        assert client.sheet.get("saddle_numbness") == "yes"
        await client.press("0", "enter")
        assert client.page.id == "body_map"


async def test_what_is_missing_is_named_with_a_way_to_it(tmp_path: Path) -> None:
    changes: dict[str, Any] = {"told_bones": None, "recent_surgery": "yes"}
    async with client_at(answered(tmp_path, **changes), (80, 30)) as client:
        await client.press("2")
        assert isinstance(client.screen, ReviewScreen)
        assert "We need the marked answers" in client.text()
        client.screen.query_one("#accept").focus()
        await client.press("enter")
        assert isinstance(client.screen, ResultScreen)
        text = client.text()
        assert "These must be answered before there can be a result" in text
        known = text.index("What you said already, and a clinician should know")
        assert "Recent operation" in text[known:]
        await client.press("enter")
        assert "told_bones" in client.page.items


SIGNS: dict[str, dict[str, Any]] = {
    "yes, low back 6 of 10": {"pain_low_back": 6, "pain_days": "never", "earlier_back_pain": "no"},
    "yes, a lot": {"posture_rounded": 3, "posture_can_straighten": "yes"},
    "yes, knee twice in 2 years": {"injuries_knee": 2},
    "yes, running": {"stalled": ["run"], "stalled_recovery_poor": "no"},
}


@pytest.mark.parametrize("size", everyday_and_heavy([(60, 20)], (80, 24), (120, 40)))
async def test_the_four_signs_are_what_is_seen_first(tmp_path: Path, size: tuple[int, int]) -> None:
    changes = {item: answer for part in SIGNS.values() for item, answer in part.items()}
    async with client_at(answered(tmp_path, **changes), size) as client:
        await to_result(client)
        assert "Four signs to look at first" in client.text()
        signs, bars = (client.screen.query_one(one) for one in (".signs", ".bars"))
        assert signs.virtual_region.bottom < bars.virtual_region.y
        words = " ".join(
            str(one.visual) for one in client.screen.query("#shown .signs .said").results(Static)
        )
        assert all(sign in words for sign in SIGNS)
        assert marks(client) == ["●"] * 4


@pytest.mark.heavy
async def test_a_sign_that_is_not_there_and_one_not_answered_have_other_marks(
    tmp_path: Path,
) -> None:
    async with client_at(answered(tmp_path, stalled=None)) as client:
        await to_result(client)
        assert marks(client) == ["○", "○", "○", "?"]
        assert "Stuck for 8 weeks: not answered" in client.text()


def marks(client: Client) -> list[str]:
    found = client.screen.query("#shown .signs .mark").results(Static)
    return [str(one.visual) for one in found]


@pytest.mark.heavy
async def test_an_open_emergency_question_stands_above_what_to_do(tmp_path: Path) -> None:
    changes: dict[str, Any] = {"swollen_limb": "yes", "swollen_limb_breathless": None}
    async with client_at(answered(tmp_path, **changes), (80, 40)) as client:
        await client.press("2")
        client.screen.query_one("#accept").focus()
        await client.press("enter", "1")
        assert isinstance(client.screen, ResultScreen)
        text = client.text()
        asked = text.index("Please answer this now")
        assert asked < text.index("short of breath") < text.index("What to do")


async def test_a_report_that_fails_says_why_and_nothing_is_lost(tmp_path: Path) -> None:
    context = answered(tmp_path, report=(sys.executable, "-c", FAILS))
    async with client_at(context) as client:
        await to_result(client)
        await save(client)
        assert "could not be made: The disk is full." in status(client)
        await client.press("f")
        assert isinstance(client.screen, AskScreen)
        await client.press("escape")
        assert isinstance(client.screen, ResultScreen)
        assert context.draft_path.exists()


@pytest.mark.heavy
async def test_a_web_page_in_place_of_the_pdf_is_explained(tmp_path: Path) -> None:
    context = answered(tmp_path, report=(sys.executable, "-c", WEB_PAGE))
    async with client_at(context) as client:
        await to_result(client)
        await save(client)
        assert "cannot make a PDF yet" in status(client)
        assert "posterior-chain-2026-05-12-0930.html" in status(client)


@pytest.mark.heavy
async def test_saving_is_remembered_as_long_as_no_answer_changes(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await to_result(client)
        await save(client)
        await client.press("backspace")
        await client.pilot.pause()
        await client.press("enter")
        assert isinstance(client.screen, ResultScreen)
        await client.press("f")
        assert isinstance(client.screen, HandOverScreen)


async def test_enter_alone_shows_the_exercises_then_prints_and_then_finishes(
    tmp_path: Path,
) -> None:
    printed: list[Path] = []
    context = replace(answered(tmp_path), send_to_printer=printed.append)
    async with client_at(context) as client:
        await to_result(client)
        await client.press("enter")
        assert "Exercise 1 of" in client.text()
        assert not printed
        await client.press("enter")
        await client.app.workers.wait_for_complete()
        await client.pilot.pause()
        assert list(context.reports_folder.iterdir()) == printed
        await client.press("enter")
        assert isinstance(client.screen, HandOverScreen)


async def test_printing_goes_straight_to_the_printer_and_saves_once(tmp_path: Path) -> None:
    printed: list[Path] = []
    context = replace(answered(tmp_path), send_to_printer=printed.append)
    async with client_at(context) as client:
        await to_result(client)
        for _ in range(2):
            await client.press("p")
            await client.app.workers.wait_for_complete()
            await client.press()
        assert "Your sheet is at the printer." in status(client)
        await save(client)
        (saved,) = context.reports_folder.iterdir()
        assert printed == [saved, saved]
        assert f"Saved in the folder {tmp_path}" in status(client)


async def test_keys_are_answered_while_the_sheet_is_made(tmp_path: Path) -> None:
    may_go_on = tmp_path / "go"
    waits = f"import pathlib, time\nwhile not pathlib.Path({str(may_go_on)!r}).exists():\n"
    report = (sys.executable, "-c", f"{waits}    time.sleep(0.01)\n{FAKE_REPORT}")
    async with client_at(answered(tmp_path, report=report)) as client:
        await to_result(client)
        await client.press("s", "e")
        assert "Exercise 1 of" in client.text()
        assert "Your sheet is being made" in status(client)
        may_go_on.touch()
        await client.app.workers.wait_for_complete()
        await client.press()
        assert "Saved in" in status(client)


@pytest.mark.parametrize("has_printer", [True, False])
async def test_without_a_printer_one_line_says_what_is_missing(
    tmp_path: Path, *, has_printer: bool
) -> None:
    def refuse(_: Path) -> None:
        raise PrintError("lp: no default destination.")

    context = replace(answered(tmp_path), send_to_printer=refuse if has_printer else None)
    async with client_at(context) as client:
        await to_result(client)
        await client.press("p")
        await client.app.workers.wait_for_complete()
        await client.press()
        why = "lp: no default destination." if has_printer else "this laptop has no printer yet."
        assert f"Not printed: {why} Your sheet is saved in" in status(client)
        assert list(context.reports_folder.iterdir())


async def test_the_result_shows_itself_part_by_part_until_a_key(tmp_path: Path) -> None:
    context = replace(answered(tmp_path, chair_rise=3, bridge=3), unveil_seconds=6e5)
    async with client_at(context) as client:
        await to_result(client)
        pages = client.screen.query_one(ResultPages)
        unveiling, bars = pages._unveiling, list(client.screen.query(RegionBar))
        assert unveiling
        assert not "".join(map_rows(client)).strip()
        for _ in range(BODY_STEPS + REGION_STEPS):
            unveiling._go_on()
        assert [bar.is_filled for bar in bars] == [True] + [False] * 7
        assert [sign for sign in "".join(map_rows(client)) if sign.isdigit()] == ["1"]
        await client.press("e")
        assert all(bar.is_filled for bar in bars)
        assert "Exercise 1 of" in client.text(), "and the key did what it does"
        await client.press("left")
        drawn = "".join(map_rows(client))
        assert sorted(sign for sign in drawn if sign.isdigit()) == list("12345678")


async def test_left_alone_the_result_shows_all_of_itself_soon(tmp_path: Path) -> None:
    assert UNVEIL_SECONDS < 2
    context = replace(answered(tmp_path), unveil_seconds=6e5)
    async with client_at(context) as client:
        await to_result(client)
        unveiling = client.screen.query_one(ResultPages)._unveiling
        bars = list(client.screen.query(RegionBar))
        assert unveiling
        for _ in range(BODY_STEPS + REGION_STEPS * len(bars)):
            unveiling._go_on()
        assert all(bar.is_filled for bar in bars)
        assert unveiling._timer is None


async def test_without_animations_the_result_is_there_at_once(tmp_path: Path) -> None:
    context = replace(answered(tmp_path), unveil_seconds=6e5)
    async with client_at(context) as client:
        client.app.animation_level = "none"
        await to_result(client)
        assert all(bar.is_filled for bar in client.screen.query(RegionBar))


@pytest.mark.parametrize("size", everyday_and_heavy([(40, 12)], (80, 24), (60, 20), (120, 40)))
async def test_a_name_is_praised_and_four_ways_are_in_sight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, name="Maria"), size) as client:
        await to_result(client)
        text = client.text()
        for words in ("Well done, Maria.", "Print (p)", "Save (s)", "Exercises (e)", "Finish (f)"):
            assert words in text, words


@pytest.mark.parametrize(("columns", "ruler"), [(8, "0    100"), (14, "0      50  100")])
def test_a_ruler_has_the_numbers_that_stand_apart(columns: int, ruler: str) -> None:
    assert ruler_of(columns) == ruler
    assert ruler_of(40).split() == ["0", "25", "50", "75", "100"]
    for wide in range(8, 40):
        assert set(ruler_of(wide).split()) <= {"0", "25", "50", "75", "100"}, wide


@pytest.mark.heavy
async def test_a_same_day_flag_ends_the_questions_at_once(tmp_path: Path) -> None:
    changes: dict[str, Any] = {"lately_nerves": "yes", "foot_drop": None}
    async with client_at(answered(tmp_path, page="check_nerves", **changes)) as client:
        await client.press("2")
        assert isinstance(client.screen, QuestionScreen)
        await client.press("1", "-", "enter", "1")
        assert isinstance(client.screen, ResultScreen)
        assert "today" in client.text()
