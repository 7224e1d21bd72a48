"""Each screen as it stands, row by row: a change that nobody meant is seen.

``make snapshots`` writes them anew; look at what changed before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from assessment.quiz.context import QuizContext
from tests.conftest import everyday_and_heavy
from tests.journeys.driver import Client, client_at, setting_in
from tests.journeys.test_quiz import answered

FOLDER = Path(__file__).parent / "snapshots"
RENEW = "RENEW_SNAPSHOTS"
SORE = {
    "name": "Ana Muster",
    "hurts": ["low_back", "hip"],
    "hurts_sides": ["hip_left"],
    "pain_low_back": 6,
    "pain_hip": 3,
    "injuries_knee": 2,
    "box_lift": 3,
    "long_stand": 3,
    "bridge_one_leg": 2,
    "stairs": None,
}


@dataclass(frozen=True)
class Scene:
    """How a screen is reached: from a draft with that page open (empty: no draft), by keys."""

    page: str
    keys: tuple[str, ...] = ()
    answers: tuple[tuple[str, Any], ...] = ()
    after: Callable[[Client], Awaitable[None]] | None = None
    size: tuple[int, int] = (80, 24)


async def leave_alone(client: Client) -> None:
    assert client.app.session
    client.app.session.idle_lock.after = timedelta(0)
    client.app.session.idle_lock.check()


MINE = "2"
"""At the welcome: I am the one whose answers are kept."""
AT_RESULT = (MINE, "enter")
SIZES = {"": (80, 24), "-60x20": (60, 20), "-120x40": (120, 40)}
KINDS: dict[str, tuple[str, tuple[str, ...], tuple[tuple[str, Any], ...]]] = {
    "checklist": ("check_now", ("2", "y", "-"), (("both_legs", None), ("chest_pain", None))),
    "ratings": ("can_legs", ("2", "-"), (("stairs", None), ("chair_rise", None))),
    "body-map": ("body_map", ("down", "8", "2"), ()),
    "counts": ("injuries", ("2", "space"), ()),
    "group": ("usual_week", ("0", "enter", "9"), (("sitting_hours", None),)),
}
"""A page of each kind with several items, the keys there, and what is not answered yet."""
SCENES = {
    "welcome": Scene(""),
    "welcome-again": Scene("review"),
    "text": Scene("name", (MINE,)),
    "number": Scene("", ("enter",)),
    "one-of-a-few": Scene("posture_rounded", (MINE,)),
    "some-of-many": Scene("equipment", (MINE, "0")),
    **{
        f"{name}{ending}": Scene(page, (MINE, *keys), answers, size=size)
        for name, (page, keys, answers) in KINDS.items()
        for ending, size in SIZES.items()
    },
    "offer-to-measure": Scene("test_heel_raise_left", (MINE,)),
    "measurement": Scene("test_bridge_left", (MINE,), (("test_inverted_row", 9),)),
    "counter": Scene(
        "test_hamstring_bridge_left", (MINE, "down", "right", "right"), (("test_prone_t", 9),)
    ),
    "stop-watch": Scene("test_stance_left", (MINE, "down"), (("test_prone_t", 9),)),
    "review": Scene("review", (MINE,)),
    "result": Scene("review", AT_RESULT),
    "result-exercises": Scene("review", (*AT_RESULT, "right")),
    "result-sessions": Scene("review", (*AT_RESULT, "right", "right")),
    "result-left-out": Scene("review", (*AT_RESULT, "left")),
    "see-someone-first": Scene("review", (*AT_RESULT, "1"), (("foot_drop", "yes"),)),
    "not-complete": Scene("review", (MINE, "1"), (("saddle_numbness", None),)),
    "is-that-right": Scene("check_now", (MINE, "1", "y", "enter")),
    "help": Scene("check_now", (MINE, "?")),
    "pause": Scene("goal", (MINE, "escape")),
    "locked": Scene("goal", (MINE,), after=leave_alone),
    "hand-over": Scene("review", (*AT_RESULT, "f", "2")),
}


EVERYDAY = ("welcome", "checklist", "ratings", "body-map", "review", "result")
"""One of most kinds of screen and of question; the others are drawn in the heavy run."""


@pytest.mark.parametrize(
    "name", everyday_and_heavy(EVERYDAY, *(one for one in SCENES if one not in EVERYDAY))
)
async def test_a_screen_stands_as_it_did(tmp_path: Path, name: str) -> None:
    scene = SCENES[name]
    async with client_at(context_of(scene, tmp_path), scene.size) as client:
        client.app.animation_level = "none"  # a figure that moves is never the same twice
        await client.press(*scene.keys)
        if scene.after:
            await scene.after(client)
        await client.app.workers.wait_for_complete()
        await client.pilot.pause()
        await client.pilot.pause()
        drawn = "\n".join(client.rows()) + "\n"
    kept = FOLDER / f"{name}.txt"
    if os.environ.get(RENEW):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(SCENES)


def context_of(scene: Scene, folder: Path) -> QuizContext:
    """Return where the scene begins."""
    if not scene.page:
        return setting_in(folder)
    return answered(folder, page=scene.page, **{**SORE, **dict(scene.answers)})
