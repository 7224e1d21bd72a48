"""Driving the quiz by keys, as a client does, without waiting for real time."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.geometry import Offset, Region
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from assessment.core.answers import AnswerSheet
from assessment.quiz.context import QuizContext
from assessment.reporting.report_client import ReportClient
from assessment.tui.app import QuizApp
from assessment.ui.question.question_screen import QuestionScreen
from questions.model import Item, NumberItem, TextItem
from questions.questionnaire import Page
from tests import settling
from tests.journeys.notes import Clicked, Note, Pressed, Saw

FAKE_REPORT = """
import base64, json, sys
for line in sys.stdin:
    content = json.dumps(json.loads(line)["answers"]).encode()
    print(json.dumps({"content": base64.b64encode(content).decode(), "format": "pdf"}), flush=True)
"""
"""A report worker that gives the answers document where the PDF should be."""


def python_running(code: str) -> tuple[str, ...]:
    """Return a command that runs *code*."""
    return (sys.executable, "-c", code)


def setting_in(folder: Path, report: tuple[str, ...] | None = None) -> QuizContext:
    """Return a setting that keeps everything in *folder*; each look at its clock is a second."""
    seconds = itertools.count()
    return QuizContext(
        draft_path=folder / "draft.jsonl",
        reports_folder=folder / "reports",
        log_folder=folder / "log",
        report=ReportClient(report or python_running(FAKE_REPORT)),
        clock=lambda: float(next(seconds)),
        now=lambda: datetime(2026, 5, 12, 9, 30),  # noqa: DTZ001  # the gym's own time
        dwell_seconds=0,
        unveil_seconds=0,
    )


MOST_ROUNDS, A_FRAME = 600, 1 / 60
"""How often something is waited for that is bound to come, and seconds between two looks."""


HEAD = 3
"""Rows at the top that say how long it still takes, which depends on the clock."""
BETWEEN_KEYS_S = 0.5
"""Seconds between two keys of a client who neither hurries nor waits, by the times of the keys."""
PRESSED_AT = itertools.count(1)


def send_key(app: App[None], key: str, at: float | None = None) -> None:
    """Press *key* at that moment, in seconds; None: in the pace of a calm client."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    character = {"space": " "}.get(name, key if len(key) == 1 else None)
    event = events.Key(name, character)
    event.time = next(PRESSED_AT) * BETWEEN_KEYS_S if at is None else at
    event.set_sender(app)
    app.post_message(event)


def flowing(rows: Sequence[str]) -> str:
    """Return what stands in *rows* as one line."""
    return " ".join(" ".join(rows).split())


def words_below(rows: Sequence[str]) -> list[str]:
    """Return the words below the head of the window, in no order and without the drawings."""
    return sorted(word for word in flowing(rows[HEAD:]).split() if word.isascii())


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until no widget has a message left, and all is drawn."""
    await settling.settle(pilot.app)


async def until(pilot: Pilot[Any], happened: Callable[[], bool]) -> None:
    """Let messages through until *happened*: a busy computer needs more rounds of them."""
    for _ in range(MOST_ROUNDS):
        if happened():
            return
        await settle(pilot)
        await asyncio.sleep(A_FRAME)
    raise AssertionError("it did not happen")


class Client:
    """Somebody at the keyboard; counts the keys, and notes all that was done."""

    def __init__(self, app: QuizApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot, self.keys = app, pilot, 0
        self.notes: list[Note] = []

    async def press(self, *keys: str) -> None:
        """Press *keys*, and wait until the screen has settled."""
        for key in keys:
            self.keys += 1
            self.notes.append(Pressed(key))
            send_key(self.app, key)
            await settle(self.pilot)
        if not keys:
            await settle(self.pilot)

    async def click(self, what: str | Widget, column: int = 1, row: int = 0) -> None:
        """Click on a cell of *what*, once it is on the screen, and wait until all has settled.

        Textual's own ``Pilot.click`` waits by the clock, four times for each click.
        """
        places: list[Region | None] = [None]
        await self.until(lambda: self._stands_still(what, places))
        widget = self._widget(what)
        assert widget
        x, y = widget.region.offset + Offset(column, row)
        hit, _ = self.screen.get_widget_at(x, y)
        assert widget in hit.ancestors_with_self, f"{what} lies under {hit}"
        self.notes.append(Clicked(x, y, words_below(self.rows())))
        self.app.mouse_position = Offset(x, y)
        for kind in (events.MouseDown, events.MouseUp, events.Click):
            self.screen._forward_event(
                kind(hit, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
            )
            await settle(self.pilot)
        await self.press()

    async def until(self, happened: Callable[[], bool]) -> None:
        """Let messages through until *happened*."""
        await until(self.pilot, happened)

    async def sees(self, words: str) -> None:
        """Wait until *words* are on the screen."""
        try:
            await self.until(lambda: words in flowing(self.rows()))
        except AssertionError:
            raise AssertionError("\n".join([f"{words!r} is not here:", *self.rows()])) from None
        self.notes.append(Saw(words))

    def _stands_still(self, what: str | Widget, places: list[Region | None]) -> bool:
        """Return whether *what* is on the screen, and where it was at the last look.

        A button that still shows its last press takes no other.
        """
        widget = self._widget(what)
        ready = widget and widget.region.area and not widget.has_class("-active")
        places.append(widget.region if widget and ready else None)
        return places[-1] is not None and places[-1] == places[-2]

    def _widget(self, what: str | Widget) -> Widget | None:
        return next(iter(self.screen.query(what)), None) if isinstance(what, str) else what

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    @property
    def page(self) -> Page:
        """The page that is asked now."""
        assert isinstance(self.screen, QuestionScreen), self.screen
        page = self.screen.route.page
        assert page is not None
        return page

    @property
    def asked_to_measure(self) -> bool:
        return isinstance(self.screen, QuestionScreen) and self.screen.route.asks_to_measure

    @property
    def sheet(self) -> AnswerSheet:
        assert isinstance(self.screen, QuestionScreen)
        return self.screen.route.interview.sheet

    def text(self) -> str:
        """Return the words on the screen."""
        lines = self.app.export_screenshot().split("</text>")
        words = (line.rsplit(">", 1)[-1] for line in lines if ">" in line)
        return " ".join(unescape(" ".join(words)).split())

    def rows(self) -> list[str]:
        """Return the rows of the screen as they are drawn."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    async def start(self) -> None:
        """Press Start."""
        await self.press("enter")
        assert isinstance(self.screen, QuestionScreen)

    async def answer(self, **answers: str) -> None:
        """Answer the open page; *answers* are the keys for some pages, the rest stays calm."""
        page = self.page
        keys = answers.get(page.id)
        await self.press(*(keys.split() if keys else self._calm_keys(page)))
        tries = 0
        while page.kind == "checklist" and self._stands_at(page) and tries < MOST_PAGES:
            await self.press("enter" if keys else "0")  # each brings lines not seen yet
            tries += 1

    async def go_to(self, page_id: str, **answers: str) -> None:
        """Answer page after page until *page_id* is open."""
        for _ in range(MOST_PAGES):
            if self.page.id == page_id:
                return
            assert not self.asked_to_measure, f"{page_id} did not come"
            await self.answer(**answers)
        raise AssertionError(f"{page_id} did not come; {self.page.id} is open")

    async def back_to(self, page_id: str) -> None:
        """Press Backspace until *page_id* is open."""
        for _ in range(MOST_PAGES):
            if self.page.id == page_id:
                return
            await self.press("backspace")
        raise AssertionError(f"{page_id} did not come")

    async def go_to_measuring(self) -> None:
        """Answer everything up to the offer of measurements."""
        for _ in range(MOST_PAGES):
            if self.asked_to_measure:
                return
            await self.answer()
        raise AssertionError("measurements were not offered")

    async def go_through(self, **answers: str) -> None:
        """Answer everything but the measurements, up to the screen behind the questions."""
        for _ in range(MOST_PAGES):
            if not isinstance(self.screen, QuestionScreen):
                return
            if self.asked_to_measure:
                await self.press("enter")
            else:
                await self.answer(**answers)
        raise AssertionError(f"{self.page.id} stays open")

    def _stands_at(self, page: Page) -> bool:
        return isinstance(self.screen, QuestionScreen) and self.page.id == page.id

    def _calm_keys(self, page: Page) -> list[str]:
        items = [self.sheet.questionnaire.by_id[one] for one in page.items]
        match page.kind:
            case "checklist" | "body_map":
                return ["0"]
            case "counts":
                return ["n"]
            case "ratings":
                return ["0"] * len(items)
            case _:
                asked = (one for one in items if self.sheet.asks(one.id))
                return [key for one in asked for key in self._calm_keys_for(one)]

    def _calm_keys_for(self, item: Item) -> list[str]:
        if isinstance(item, TextItem):
            return ["enter"]
        if isinstance(item, NumberItem):
            return [*CALM_NUMBERS[item.id], "enter"]
        return CALM_KEYS.get(item.id, [CALM_OPTION[item.kind]])


MOST_PAGES = 120
"""More pages than any way through the quiz has."""

CALM_NUMBERS = {
    "age_years": "45",
    "active_days": "5",
    "active_minutes": "60",
    "sitting_hours": "6",
}
CALM_OPTION = {"choice": "2", "scale": "0", "check": "2", "many": "0"}
CALM_KEYS = {
    "equipment": ["right", "enter"],
    "stalled": ["0", "enter"],
    "strength_regions": ["0", "enter"],
}


@asynccontextmanager
async def client_at(
    context: QuizContext, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Client]:
    """Yield a client before the welcome, everything loaded."""
    with ExitStack() as held:
        app = QuizApp(context, held)
        held.callback(context.report.close)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield Client(app, pilot)
