"""The bar at the bottom shows the bindings of its screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from assessment.ui.widgets.key_bar import KeyBar, KeyButton
from tests.journeys.driver import setting_in
from tests.tui.bare import Hand, bare


class Base(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", key_display="?"),
        Binding("escape", "back", "Back", key_display="Esc"),
    ]


class Shown(Base):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Move", key_display="Up Down"),
        Binding("up", "move(-1)", show=False),
        Binding("1", "save", "Save"),
        Binding("f1", "help", "Help", key_display="F1"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield KeyBar()

    def action_save(self) -> None:
        self.done.append("save")

    def bar(self) -> list[str]:
        return [str(one.content) for one in self.query(KeyButton) if one.display]


@asynccontextmanager
async def shown(folder: Path) -> AsyncIterator[tuple[Hand, Shown]]:
    async with bare(setting_in(folder)) as hand:
        screen = Shown()
        hand.app.navigator.show(screen)
        await hand.press()
        yield hand, screen


async def test_bindings_stand_in_their_order_each_key_once(
    tmp_path: Path,
) -> None:
    async with shown(tmp_path) as (_, screen):
        assert screen.bar() == ["Up Down Move", "1 Save", "F1 Help", "Esc Back"]


async def test_what_does_not_work_now_is_hidden_and_comes_back(tmp_path: Path) -> None:
    async with shown(tmp_path) as (_, screen):
        keys = screen.query_one(KeyBar)
        keys.hide("save")
        assert screen.bar() == ["Up Down Move", "F1 Help", "Esc Back"]
        keys.hide()
        assert screen.bar() == ["Up Down Move", "1 Save", "F1 Help", "Esc Back"]


async def test_a_key_may_be_called_by_other_words_or_be_a_button_alone(tmp_path: Path) -> None:
    async with shown(tmp_path) as (_, screen):
        keys = screen.query_one(KeyBar)
        keys.rename(Binding("1", "save", "Save all", key_display=""))
        assert screen.bar() == ["Up Down Move", "Save all", "F1 Help", "Esc Back"]


async def test_a_click_does_what_the_key_would_do(tmp_path: Path) -> None:
    async with shown(tmp_path) as (hand, screen):
        button = next(one for one in screen.query(KeyButton) if one.binding.action == "save")
        await button.on_click()
        await hand.press()
        await hand.press("1")
        assert screen.done == ["save", "save"]
