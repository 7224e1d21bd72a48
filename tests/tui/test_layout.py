"""Every page at every size: nothing is cut off, nothing jumps for ever."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Static

from assessment.core.interview import Interview
from assessment.quiz.page_view import help_of, page_view
from assessment.quiz.route import Route
from assessment.ui.question.question_page import QuestionPage
from assessment.ui.question.question_screen import QuestionScreen
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from questions.questionnaire import Page
from tests.conftest import MakeSheet, everyday_and_heavy
from tests.journeys.driver import Client, client_at, setting_in, settle
from tests.quiz.test_page_view import at

LEAST_ROWS_OF_ANSWERS = 3
FRAME_S = 1 / 120
LONGEST = 6
MOST_FITS = 6
"""How often a list may lay itself out for one page."""
SIZES = everyday_and_heavy([(40, 12)], (80, 24), (60, 20), (200, 60))
SMALLEST = (40, 12)


@pytest.fixture
def fits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows whenever a list of lines lays itself out."""
    counted: list[str] = []
    whole = AnswerList.fit

    def fit(self: AnswerList) -> None:
        counted.append(self.id or "")
        whole(self)

    monkeypatch.setattr(AnswerList, "fit", fit)
    return counted


def shown(screen: QuestionScreen, name: str) -> Widget:
    return screen.query_one(f"#{name}")


def is_whole(widget: Widget, screen: QuestionScreen) -> bool:
    """Return whether all rows of a text are on the screen."""
    if not widget.display:
        return True
    needed = widget.get_content_height(screen.size, screen.size, widget.size.width)
    return screen.region.contains_region(widget.region) and widget.size.height >= needed


def hardest(interview: Interview) -> list[Page]:
    """Return the pages of several items, and those of one item with most to read."""
    views = {page.id: page_view(interview, page) for page in interview.pages}

    def length(page: Page) -> int:
        view = views[page.id]
        return len(view.question + view.intro + "".join(view.why.values()))

    one = [page for page in interview.pages if page.kind == "single"]
    longest = sorted(one, key=length, reverse=True)[:LONGEST]
    return [page for page in interview.pages if page.kind != "single" or page in longest]


def tells_where_the_question_is(screen: QuestionScreen, page: Page) -> bool:
    """Return whether the hint says so, as it may where a question takes the whole window."""
    told = "? shows the whole question." in str(screen.query_one("#hint", Static).visual)
    text = str(screen.query_one("#question", Static).visual)
    assert not told or text in help_of(screen.route.interview, page)
    return told


async def show(client: Client, interview: Interview) -> QuestionScreen:
    assert isinstance(client.screen, QuestionScreen)
    screen = client.screen
    screen.show(Route(interview, measuring=True))
    await laid_out(screen, client)
    await laid_out(screen, client)  # a list takes the room that the first layout left it
    return screen


async def laid_out(screen: QuestionScreen, client: Client) -> None:
    """Wait until *screen* has nothing left to lay out or to draw."""
    await settle(client.pilot)
    while screen._layout_required or screen._dirty_widgets:
        await asyncio.sleep(FRAME_S)
    await settle(client.pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_every_page_is_whole(
    tmp_path: Path, make_sheet: MakeSheet, fits: list[str], size: tuple[int, int]
) -> None:
    everything = at(make_sheet, "name")
    async with client_at(setting_in(tmp_path), size) as client:
        await client.start()
        for page in hardest(everything):
            fits.clear()
            screen = await show(client, everything.go_to(page.id))
            names = ["hint", "position", "intro"]
            if size != SMALLEST:
                names += ["chapters", *(["why"] if page.kind == "single" else [])]
            if not tells_where_the_question_is(screen, page):
                names.append("question")
            for name in names:
                assert is_whole(shown(screen, name), screen), (page.id, name)
            answers = shown(screen, "inputs").region
            assert answers.height >= LEAST_ROWS_OF_ANSWERS, page.id
            assert shown(screen, "question").region.bottom <= answers.y, page.id
            assert answers.bottom <= shown(screen, "foot").region.y, page.id
            assert screen.query_one(KeyBar).region.bottom == size[1]
            assert len(fits) <= MOST_FITS, page.id


@pytest.mark.parametrize("size", SIZES)
async def test_the_keys_of_every_page_fit_on_the_bar(
    tmp_path: Path, make_sheet: MakeSheet, size: tuple[int, int]
) -> None:
    everything = at(make_sheet, "name")
    async with client_at(setting_in(tmp_path), size) as client:
        await client.start()
        for page_id in ("age_years", "goal", "check_now", "body_map", "test_heel_raise_left"):
            screen = await show(client, everything.go_to(page_id))
            buttons = [one for one in screen.query("KeyButton") if one.display]
            assert max(button.region.right for button in buttons) <= size[0]


async def test_a_long_list_scrolls_by_itself_and_says_so(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    async with client_at(setting_in(tmp_path), (60, 16)) as client:
        await client.start()
        screen = await show(client, at(make_sheet, "check_heart"))
        question = shown(screen, "question").region
        assert "more" in str(screen.query_one("#more", Static).visual)
        await client.press("end")
        assert shown(screen, "question").region == question
        assert "more" not in str(screen.query_one("#more", Static).visual)


async def test_every_checklist_is_in_view_as_a_whole(tmp_path: Path, make_sheet: MakeSheet) -> None:
    everything = at(make_sheet, "name")
    async with client_at(setting_in(tmp_path), (80, 24)) as client:
        await client.start()
        for page in everything.pages:
            if page.kind == "checklist":
                screen = await show(client, everything.go_to(page.id))
                assert "more" not in str(screen.query_one("#more", Static).visual), page.id
                assert screen.region.contains_region(shown(screen, "none").region)


@pytest.mark.heavy
async def test_lines_are_large_targets_where_there_is_room(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    heights = {}
    for size in [(60, 16), (80, 24), (120, 40)]:
        async with client_at(setting_in(tmp_path / f"{size}"), size) as client:
            await client.start()
            screen = await show(client, at(make_sheet, "posture_rounded"))
            body = screen.query_one("#single", AnswerList)
            heights[size] = body.virtual_size.height
    assert heights == {(60, 16): 6, (80, 24): 11, (120, 40): 18}


@pytest.mark.heavy
@pytest.mark.parametrize("columns", [1, 13])
async def test_a_window_dragged_small_and_large_again_shows_the_page(
    tmp_path: Path, make_sheet: MakeSheet, columns: int
) -> None:
    async with client_at(setting_in(tmp_path)) as client:
        await client.start()
        for page_id in ("check_now", "body_map", "age_years"):
            await show(client, at(make_sheet, page_id))
            await client.pilot.resize_terminal(columns, 5)
            await client.pilot.resize_terminal(80, 24)
        assert isinstance(client.screen, QuestionScreen)
        page = client.screen.query_one(QuestionPage)
        await client.until(lambda: page.size.width > 70)
