"""Screens that were shown are freed while nobody waits for a key."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from assessment.ui.terminal.garbage import QUIET_S, GarbageLook
from assessment.ui.terminal.safe_app import SafeApp


@pytest.fixture
def _python_does_not_look() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_python_does_not_look")
async def test_a_screen_that_was_left_is_freed_once_no_key_was_pressed_for_a_moment() -> None:
    app: App[None] = App()
    now = [0.0]
    garbage = GarbageLook(app, lambda: now[0])
    async with app.run_test() as pilot:
        left = await _show_and_leave(app)
        await pilot.pause()
        now[0] = 60
        garbage.touch()
        garbage.look()
        assert left(), "a key was pressed just now"
        now[0] += QUIET_S
        garbage.look()
        assert left() is None


async def _show_and_leave(app: App[None]) -> weakref.ref[Screen[Any]]:
    """Return what tells whether the screen is still in memory."""
    screen: Screen[Any] = Screen()
    await app.push_screen(screen)
    await app.pop_screen()
    return weakref.ref(screen)


async def test_while_one_screen_stands_nothing_is_looked_for_again() -> None:
    app: App[None] = App()
    now = [0.0]
    garbage = GarbageLook(app, lambda: now[0])
    async with app.run_test():
        now[0] = 60
        garbage.look()
        before = gc.get_stats()[2]["collections"]
        garbage.look()
        assert gc.get_stats()[2]["collections"] == before


async def test_the_program_looks_and_minds_its_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr(GarbageLook, "start", lambda _: called.append("start"))
    monkeypatch.setattr(GarbageLook, "touch", lambda _: called.append("touch"))
    async with SafeApp(tmp_path).run_test() as pilot:
        await pilot.press("x")
    assert called[:2] == ["start", "touch"]
