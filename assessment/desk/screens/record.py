"""One record: the trainer sheet on the screen, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import ContentSwitcher, Static

from assessment.casebook.clearance import flags_to_clear
from assessment.casebook.history import PastScreening
from assessment.desk import keys, words
from assessment.desk.layout.parts import Page
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.desk.widgets.parts_view import PartsView
from assessment.quiz import words as quiz_words
from assessment.quiz.route import may_be_measured
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.page_tabs import PageTabs
from reports.words.phrasing import day_in_words

PLAN = keys.PLAN.does("do('plan')")
CLEARANCE = keys.CLEARANCE.does("do('clearance')")
TESTS = keys.TESTS.does("do('figures')")
NOTES = keys.NOTES.does("do('notes')")


class RecordTask(StrEnum):
    """What can be done with a record."""

    PLAN = "plan"
    PAPER = "paper"
    CLEARANCE = "clearance"
    FIGURES = "figures"
    NOTES = "notes"


class RecordScreen(DeskScreen):
    """Shows every item, answer and point of a screening."""

    ABOUT = "record"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", words.KEY_PAGE, key_display=quiz_words.LEFT_RIGHT),
        Binding("left", "turn(-1)", show=False),
        Binding("up", "read(-1)", show=False),
        Binding("down", "read(1)", show=False),
        Binding("pageup", "read_page(-1)", show=False),
        Binding("pagedown,space", "read_page(1)", show=False),
        PLAN,
        keys.PRINT.does("do('paper')"),
        CLEARANCE,
        TESTS,
        NOTES,
    ]

    @dataclass
    class TaskAsked(Message):
        """The trainer wants to do something with the record."""

        task: RecordTask
        screening: PastScreening

    def __init__(
        self, name: str, screening: PastScreening, pages: Sequence[Page], clock: Callable[[], float]
    ) -> None:
        super().__init__(clock)
        self._client_name = name
        self.screening = screening
        self._pages = tuple(pages)
        self._open = 0

    def compose(self) -> ComposeResult:
        """Yield who and when, and the pages."""
        with Vertical(classes="page"):
            with Horizontal(id="head"):
                yield Static(self._client_name, id="title", markup=False)
                yield Static(day_in_words(self.screening.day), id="count", markup=False)
            yield PageTabs(words.PAGES)
            with ContentSwitcher(initial="page-0", id="pages"):
                for number, parts in enumerate(self._pages):
                    yield PartsView(parts, id=f"page-{number}")
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first page, and the keys that work."""
        self.query_one(PageTabs).open(0)
        self._show_keys()

    def show(self, screening: PastScreening, pages: Sequence[Page]) -> None:
        """Show the record that took the place of this one."""
        self.screening = screening
        for view, parts in zip(self.query(PartsView), pages, strict=True):
            view.show(parts)
        self._show_keys()

    def _show_keys(self) -> None:
        """Offer what this record takes."""
        assessment = self.screening.assessment
        takes = {
            PLAN.action: assessment and assessment.programme,
            CLEARANCE.action: assessment and flags_to_clear(assessment.sheet),
            TESTS.action: assessment and may_be_measured(assessment.sheet),
            NOTES.action: assessment and assessment.exercises,
        }
        self.query_one(KeyBar).hide(*(action for action, does in takes.items() if not does))

    @on(PageTabs.Chosen)
    def _chosen(self, event: PageTabs.Chosen) -> None:
        event.stop()
        self._turn_to(event.number)

    def action_turn(self, step: int) -> None:
        """Show another page."""
        self._turn_to((self._open + step) % len(self._pages))

    def action_read(self, direction: int) -> None:
        """Read on, or back."""
        self._view.scroll_relative(y=direction, animate=False)

    def action_read_page(self, direction: int) -> None:
        """Read on, or back, by what can be seen."""
        if direction > 0:
            self._view.scroll_page_down(animate=False)
        else:
            self._view.scroll_page_up(animate=False)

    def action_do(self, task: str) -> None:
        """Ask for something to be done with the record."""
        if self.is_settled():
            self.post_message(self.TaskAsked(RecordTask(task), self.screening))

    @property
    def _view(self) -> PartsView:
        return self.query_one(f"#page-{self._open}", PartsView)

    def _turn_to(self, number: int) -> None:
        self._open = number
        self.query_one(PageTabs).open(number)
        self.query_one("#pages", ContentSwitcher).current = f"page-{number}"
