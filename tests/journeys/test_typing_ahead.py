"""Whoever types faster than pages come: no key is lost, and none is taken for another page.

The times are those of the keys, so that nobody waits for them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.quiz.context import DWELL_SECONDS
from assessment.tui.screens.review import ReviewScreen
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.press_guard import SETTLED_AFTER
from tests.conftest import everyday_and_heavy
from tests.journeys.driver import (
    BETWEEN_KEYS_S,
    PRESSED_AT,
    Client,
    client_at,
    send_key,
    setting_in,
)
from tests.journeys.test_quiz import answered

PACES = everyday_and_heavy([0.06], 0.1, 0.15, 0.2, 0.3, 0.4)
AGAIN_S = SETTLED_AFTER + 0.01
"""Seconds between two presses of one key that are both meant."""


class Typist:
    """Types all keys before anything comes of the first one."""

    def __init__(self, client: Client, pace: float) -> None:
        self._client, self._pace, self._now, self._last = client, pace, 1000.0, ""

    async def types(self, *keys: str) -> None:
        """Type *keys* in that pace; the same key twice in a row takes a finger longer."""
        for key in keys:
            same = key == self._last
            self._now += max(self._pace, AGAIN_S) if same else self._pace
            send_key(self._client.app, key, self._now)
            self._last = key
        await self._client.press()


@pytest.mark.parametrize("pace", PACES)
async def test_name_and_age_in_one_go(tmp_path: Path, pace: float) -> None:
    async with client_at(answered(tmp_path, page="name", name=None, age_years=None)) as client:
        await client.press("2")
        pages = [page.id for page in client.sheet.questionnaire.pages]
        following = pages[pages.index("name") + 1]
        await Typist(client, pace).types(*"Tom", "enter")
        assert client.sheet.get("name") == "Tom"
        assert client.page.id == following


@pytest.mark.parametrize("dwell_s", everyday_and_heavy([0.15], 0))
@pytest.mark.parametrize("pace", PACES)
async def test_a_whole_quiz_in_one_go(tmp_path: Path, pace: float, dwell_s: float) -> None:
    """The keys of a calm client are noted first, then typed all at once from the start."""
    keys, wanted = await noted(tmp_path / "noted")
    context = replace(setting_in(tmp_path / "typed"), dwell_seconds=dwell_s)
    async with client_at(context) as client:
        await Typist(client, pace).types(*keys)
        await client.until(lambda: is_whole_review(client.screen))
        assert isinstance(client.screen, ReviewScreen)
        assert dict(client.screen._sheet.given) == wanted


@pytest.mark.heavy
async def test_a_whole_quiz_at_60_ms_a_key_by_the_clock(tmp_path: Path) -> None:
    keys, wanted = await noted(tmp_path / "noted")
    context = replace(setting_in(tmp_path / "typed"), dwell_seconds=DWELL_SECONDS)
    async with client_at(context) as client:
        last = ""
        for key in keys:
            await asyncio.sleep(AGAIN_S if key == last else 0.06)
            send_key(client.app, key, time.monotonic())
            last = key
        await client.until(lambda: is_whole_review(client.screen))
        assert isinstance(client.screen, ReviewScreen)
        assert dict(client.screen._sheet.given) == wanted


def is_whole_review(screen: object) -> bool:
    """Return whether the review stands there with all its parts."""
    return isinstance(screen, ReviewScreen) and screen.focused is not None


async def noted(folder: Path) -> tuple[Sequence[str], dict[str, object]]:
    """Return the keys from the welcome to the review, and the answers that they are meant for."""
    pressed: list[str] = []
    async with client_at(setting_in(folder)) as client:
        press = client.press

        async def note(*keys: str) -> None:
            pressed.extend(keys)
            await press(*keys)

        client.press = note  # type: ignore[method-assign]
        await client.start()
        await client.go_through(name="T o m enter", can_legs="1 0 2 - 4", usual_week=WEEK)
        assert isinstance(client.screen, ReviewScreen)
        return pressed, dict(client.screen._sheet.given)


WEEK = "5 enter 6 0 enter 1 1 enter 2"


async def test_the_same_key_too_soon_is_told_of_and_answers_one_question(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="posture_rounded")) as client:
        await client.press("2")
        for at in (1000.0, 1000.06, 1000.12, 1000.4):
            send_key(client.app, "2", at)
        await client.press()
        assert client.page.id == "posture_can_straighten"
        assert "That key came twice" in client.text()
        send_key(client.app, "2", 1000.75)
        await client.press()
        assert client.page.id != "posture_can_straighten"


async def test_another_key_soon_after_answers_the_next_question(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="posture_rounded")) as client:
        await client.press("2")
        send_key(client.app, "2", 1000.0)
        send_key(client.app, "1", 1000.06)
        await client.press()
        assert client.sheet.get("posture_can_straighten") == "yes"
        assert client.page.id not in ("posture_rounded", "posture_can_straighten")


async def test_twenty_presses_at_a_third_of_a_second_move_twenty_rows_or_pages(
    tmp_path: Path,
) -> None:
    async with client_at(answered(tmp_path, page="can_legs")) as client:
        await client.press("2")
        pages = client.app.screen.route.interview.pages  # type: ignore[attr-defined]
        rows = [item for page in pages if page.kind == "ratings" for item in page.items][:20]
        for number in range(20):
            send_key(client.app, "1", 1000 + 0.35 * number)
        await client.press()
        assert [client.sheet.given.get(row) for row in rows] == [1] * 20


async def test_a_digit_after_a_pause_begins_a_new_number(tmp_path: Path) -> None:
    context = answered(tmp_path, page="injuries", injuries_back=0, injuries_hip=0)
    async with client_at(context) as client:
        await client.press("2")
        send_key(client.app, "1", 1000.0)
        send_key(client.app, "2", 1002.5)
        await client.press("enter")
        assert client.sheet.get("injuries_back") == 2


async def test_an_unlikely_number_is_asked_back_once(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="injuries")) as client:
        await client.press("2", "1", "2", "enter")
        assert isinstance(client.screen, AskScreen)
        assert "(12 times)" in client.text()
        await client.press("2")
        assert client.page.id == "injuries"
        assert client.sheet.get("injuries_back") == 0
        await client.press("enter")
        client.keys += 1
        twice = next(PRESSED_AT) * BETWEEN_KEYS_S
        for at in (twice, twice + 0.06):
            send_key(client.app, "1", at)
            await client.press()
        assert client.sheet.get("injuries_back") == 12
        assert "That key came twice" in client.text(), "the second one was not for this page"
        await client.press("backspace", "enter")
        assert not isinstance(client.screen, AskScreen), "once is enough"


async def test_a_dialog_is_left_once_by_two_presses_before_it_is_gone(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="injuries")) as client:
        await client.press("2", "escape")
        assert isinstance(client.screen, AskScreen)
        client.keys += 1
        for at in (1000.0, 1000.06):
            send_key(client.app, "1", at)
        await client.press()
        assert client.page.id == "injuries"


async def test_down_and_enter_in_one_go_open_a_part_of_the_review(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.press("2")
        client.keys += 1
        for key in ("down", "enter"):
            send_key(client.app, key)
        await client.press()
        assert isinstance(client.screen, ReviewScreen)
        assert "Age: 40" in client.text()
