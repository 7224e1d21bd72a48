"""One client: the screenings, the scores over time, the last two side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import ContentSwitcher, Static

from assessment.casebook.clients import Client
from assessment.casebook.history import PastScreening
from assessment.casebook.summaries import asked_less
from assessment.desk import keys, words
from assessment.desk.layout.client_rows import short_day
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.desk.widgets.last_and_now_view import LastAndNowView
from assessment.desk.widgets.over_time_view import OverTimeView
from assessment.quiz import words as quiz_words
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line
from assessment.ui.widgets.page_tabs import PageTabs
from reports.words.phrasing import day_in_words, listed
from reports.words.stored import ASKED_LESS

SCREENINGS, OVER_TIME, LAST_AND_NOW = "screenings", "over-time", "last-and-now"
NAMES = {
    SCREENINGS: words.SCREENINGS,
    OVER_TIME: words.OVER_TIME,
    LAST_AND_NOW: words.LAST_AND_NOW,
}


class ScreeningList(AnswerList):
    """One line for each screening, the last one first; a pick opens it."""

    HAS_MARKS = False

    @dataclass
    class Picked(Message):
        """The trainer wants to see the screening of that number."""

        number: int

    def show(self, screenings: Sequence[PastScreening]) -> None:
        """Show *screenings*, which come oldest first."""
        newest_first = list(reversed(screenings))
        self.set_lines([Line("", "\n".join(lines_of(one)), "") for one in newest_first], 0)

    def pick(self, index: int) -> None:
        """Open this screening."""
        self.post_message(self.Picked(len(self.lines) - 1 - index))


class ClientTask(StrEnum):
    """What can be done with a client."""

    RETEST = "retest"
    EXPORT = "export"
    ERASE = "erase"


class ClientScreen(DeskScreen):
    """Shows what is known of one client, and what can be done."""

    ABOUT = "client"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.OPEN.does("open"),
        Binding("right", "turn(1)", words.KEY_PAGE, key_display=quiz_words.LEFT_RIGHT),
        Binding("left", "turn(-1)", show=False),
        keys.RETEST.does("do('retest')"),
        keys.GIVE_COPY.does("do('export')"),
        keys.ERASE.does("do('erase')"),
        Binding("up", "read(-1)", show=False),
        Binding("down", "read(1)", show=False),
    ]

    @dataclass
    class RecordChosen(Message):
        """The trainer wants to see a screening."""

        screening: PastScreening

    @dataclass
    class TaskAsked(Message):
        """The trainer wants to do something with the client, who has these screenings."""

        task: ClientTask
        client: Client
        screenings: Sequence[PastScreening]

    def __init__(
        self,
        client: Client,
        screenings: Sequence[PastScreening],
        clock: Callable[[], float],
        today: date,
    ) -> None:
        super().__init__(clock)
        self.client = client
        self._screenings = tuple(screenings)
        self._today = today
        self._page = 0

    @property
    def screenings(self) -> Sequence[PastScreening]:
        """The client's screenings, oldest first."""
        return self._screenings

    def compose(self) -> ComposeResult:
        """Yield the name and what is due, and below them the pages."""
        with Vertical(classes="page"):
            with Horizontal(id="head"):
                yield Static(self.client.name or words.NO_NAME, id="title", markup=False)
                yield Static(self._due(), id="count", markup=False)
            yield PageTabs(tuple(NAMES.values()))
            with ContentSwitcher(initial=SCREENINGS, id="pages"):
                yield ScreeningList(self.is_settled, id=SCREENINGS)
                yield OverTimeView(id=OVER_TIME)
                yield LastAndNowView(id=LAST_AND_NOW)
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the screenings."""
        self.show(self.client, self._screenings)
        self.query_one(ScreeningList).focus()

    def show(self, client: Client, screenings: Sequence[PastScreening]) -> None:
        """Show *client* as it is now."""
        self.client, self._screenings = client, tuple(screenings)
        self.query_one("#title", Static).update(client.name or words.NO_NAME)
        self.query_one("#count", Static).update(self._due())
        self.query_one(ScreeningList).show(screenings)
        self.query_one(OverTimeView).show(screenings)
        self.query_one(LastAndNowView).show(screenings)
        self.query_one(PageTabs).open(self._page)

    @on(ScreeningList.Picked)
    def _picked(self, event: ScreeningList.Picked) -> None:
        event.stop()
        self.post_message(self.RecordChosen(self._screenings[event.number]))

    @on(PageTabs.Chosen)
    def _chosen(self, event: PageTabs.Chosen) -> None:
        event.stop()
        self._open(event.number)

    def action_turn(self, step: int) -> None:
        """Show another page."""
        self._open((self._page + step) % len(NAMES))

    def action_read(self, direction: int) -> None:
        """Read on, or back, where no list takes the arrows."""
        page = self.query_one(f"#{list(NAMES)[self._page]}")
        page.scroll_relative(y=direction, animate=False)

    def action_open(self) -> None:
        """Open the screening at the pointer, where the list is in sight."""
        if self._page == 0:
            self.query_one(ScreeningList).finish()

    def action_do(self, task: str) -> None:
        """Ask for something to be done with the client."""
        if self.is_settled():
            self.post_message(self.TaskAsked(ClientTask(task), self.client, self._screenings))

    def _open(self, number: int) -> None:
        self._page = number
        self.query_one(PageTabs).open(number)
        self.query_one("#pages", ContentSwitcher).current = list(NAMES)[number]
        self.query_one(ScreeningList).focus()
        self.query_one(KeyBar).hide(*(["open"] if number else []))

    def _due(self) -> str:
        due = self.client.due
        if due is None:
            return ""
        form = words.DUE_SINCE if due <= self._today else words.NEXT_DUE
        return form.format(day=short_day(due))


def lines_of(one: PastScreening) -> Iterator[str]:
    """Yield the lines that a list has of a screening: day, result, flags, clearance."""
    version = words.QUESTIONNAIRE.format(version=one.record.questionnaire)
    mark = f" ({version})" if one.is_of_other_version else ""
    yield f"{day_in_words(one.day)}: {one.why_closed or one.summary.result}{mark}"
    if asked_less(one.record.questionnaire):
        yield ASKED_LESS
    if one.assessment is None:
        return
    sheet, flags = one.assessment.sheet, one.assessment.gate.flags
    named = sheet.questionnaire.named
    if flags:
        yield words.FLAGS_UP.format(
            flags="; ".join(f"{named[flag.id].code} {named[flag.id].short}" for flag in flags)
        )
    if clearance := sheet.get("clearance"):
        by, on = clearance.by, day_in_words(clearance.on)
        cleared = listed([named[flag].code for flag in clearance.flags])
        yield words.CLEARED.format(by=by, on=on, flags=cleared or words.NO_FLAG)
        if still := [named[flag.id].code for flag in flags if not flag.cleared]:
            yield words.NOT_CLEARED.format(flags=listed(still))
