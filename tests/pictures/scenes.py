"""The screens that README shows: how each is reached, and what a picture of it says in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.screen import Screen

from assessment.tui.screens.result import ResultScreen
from assessment.ui.drawing.figure import HELD, STEPS, Figure
from assessment.ui.question.question_screen import QuestionScreen
from tests.journeys.driver import client_at
from tests.journeys.test_quiz import answered
from tests.pictures.drawing import Frame, frame_of, picture

LOOKS = ("dark", "light")
TITLE = "posterior-chain"
FRAMES = 7
"""Of a figure that moves, from one pose to the other."""
CLIENT: Mapping[str, Any] = {
    "name": "Ana Muster",
    "hurts": ["low_back", "hip"],
    "hurts_sides": ["hip_left"],
    "pain_low_back": 4,
    "pain_hip": 2,
    "injuries_knee": 2,
    "box_lift": 2,
    "lean_forward": 1,
    "long_stand": 3,
    "bridge_one_leg": 2,
    "row_pull": 1,
}


@dataclass(frozen=True)
class Shown:
    """A screen in a picture: the page of the draft, the keys that lead to it, what it is."""

    page: str
    keys: tuple[str, ...]
    screen: type[Screen[None]]
    rows: int
    words: str
    """The text alternative."""
    moves: bool = False


COLUMNS = 100
SHOWN: Mapping[str, Shown] = {
    "question": Shown(
        "can_back",
        ("2",),
        QuestionScreen,
        28,
        "A page of the quiz in a terminal: how hard are five movements of back and neck? A digit "
        "answers each. Beside them a figure lifts a box, and the muscles that work are in colour.",
        moves=True,
    ),
    "result": Shown(
        "review",
        ("2", "enter"),
        ResultScreen,
        30,
        "The result of the quiz: a body from behind, the eight parts shaded by their scores, the "
        "four signs with yes or no, and a bar from 0 to 100 for each part.",
    ),
}


PAGES_WORDS = (
    "Two pages of the client sheet. The first has the four signs, a bar for each part of the body "
    "and the reasons. The other has three exercises, each with drawings, steps, its dose and when "
    "to stop."
)
"""Of the two pages of the client sheet, which ``pages`` draws."""


async def picture_of(shown: Shown, look: str, folder: Path) -> str:
    """Return the picture of that screen as SVG, the same bytes each time.

    The figure takes its steps when it is told to, and not by the clock.
    """
    with patch.object(Figure, "on_show", lambda _: None):
        async with client_at(
            answered(folder, page=shown.page, **CLIENT), (COLUMNS, shown.rows)
        ) as client:
            client.app.theme = f"posterior-{look}"
            if not shown.moves:
                client.app.animation_level = "none"
            await client.press(*shown.keys)
            await client.app.workers.wait_for_complete()
            await client.press()
            assert isinstance(client.screen, shown.screen), client.screen
            frames = [frame_of(client.app.export_screenshot())]
            if shown.moves:
                frames = [await _frame(client.screen, at) for at in range(FRAMES)]
    return picture(frames, TITLE, shown.words)


async def _frame(screen: Screen[None], number: int) -> Frame:
    """Return the screen with its figure at the frame of that *number*."""
    figure = screen.query_one(Figure)
    assert figure.moves
    for _ in range(STEPS // (FRAMES - 1) if number else HELD):
        figure.advance()
    await figure.app._animator.wait_until_complete()
    return frame_of(screen.app.export_screenshot())
