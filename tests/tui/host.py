"""A bare app around one widget, which notes every message that comes out of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from assessment.ui.inputs.typed_input import TypedInput
from assessment.ui.theme.sizes import STYLES
from assessment.ui.theme.themes import DARK
from assessment.ui.widgets.answer_list import AnswerList
from tests.journeys.driver import send_key, settle


class Host(App[None]):
    """Shows one widget."""

    CSS_PATH = STYLES / "app.tcss"

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self._widget = widget
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self._widget

    def note(self, message: Message) -> None:
        self.told.append(message)

    on_answer_list_answered = note
    on_answer_list_unfinished = note
    on_typed_input_submitted = note
    on_typed_input_declined = note
    on_answer_list_details_wanted = note


class Hand:
    """A hand on keyboard and mouse in front of one widget."""

    def __init__(self, host: Host, pilot: Pilot[None], widget: Widget) -> None:
        self._host, self._pilot, self._widget = host, pilot, widget

    async def press(self, *keys: str, at: float | None = None) -> None:
        """Press *keys* one after another, or one *at* that moment."""
        for key in keys:
            send_key(self._host, key, at)
            await settle(self._pilot)

    async def click(self, column: int, row: int) -> None:
        """Click on a cell of the widget."""
        await self._pilot.click(self._widget, offset=(column, row))
        await settle(self._pilot)

    @property
    def answers(self) -> list[dict[str, object]]:
        """Return what was answered so far."""
        kinds = (AnswerList.Answered, TypedInput.Declined)
        return [dict(told.answers) for told in self._host.told if isinstance(told, kinds)]

    @property
    def reasons(self) -> list[str]:
        """Return what was said to be needed."""
        told = self._host.told
        return [one.reason for one in told if isinstance(one, AnswerList.Unfinished)]

    async def click_on(self, text: str, beside: int = 0) -> None:
        """Click so many columns *beside* the first place where *text* is drawn."""
        rows = [self._widget.render_line(y).text for y in range(self._widget.size.height)]
        row = next(y for y, shown in enumerate(rows) if text in shown)
        await self.click(rows[row].index(text) + beside, row)

    @property
    def wanted(self) -> list[str]:
        """Return the lines that more was asked about."""
        told = self._host.told
        return [one.item_id for one in told if isinstance(one, AnswerList.DetailsWanted)]

    @property
    def rows(self) -> list[str]:
        """Return the rows of the widget as they are drawn, without the empty ones."""
        strips = (self._widget.render_line(y) for y in range(self._widget.size.height))
        return [text for strip in strips if (text := strip.text.rstrip())]


@asynccontextmanager
async def hand_on(widget: Widget, size: tuple[int, int] = (80, 12)) -> AsyncIterator[Hand]:
    """Yield a hand in front of *widget*, which has the keys."""
    host = Host(widget)
    async with host.run_test(size=size) as pilot:
        widget.focus()
        await pilot.pause()
        yield Hand(host, pilot, widget)
