"""The result of a client who may train: pages beside the body map."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from assessment.quiz import words
from assessment.tui.widgets.exercise_cards import A_FEW_ROWS, ExerciseCards
from assessment.tui.widgets.result_parts import (
    answer_parts,
    left_out_parts,
    marks_of,
    session_parts,
)
from assessment.ui.drawing.body_map import BodyMap
from assessment.ui.drawing.figure import Figure
from assessment.ui.widgets.page_tabs import PageTabs
from reports.sheets.summary import Summary
from reports.sheets.view import Client

EXERCISES, MAP, FIGURE = "exercises", "map", "figure"
LEAST_ROWS_FOR_FIGURE = 8
"""Rows of the pages: what a figure is seen in, its words and the names of the pages."""


class ResultPages(Vertical):
    """Shows one page at a time; the picture beside it belongs to what is read."""

    def __init__(self, summary: Summary, client: Client, *, id: str) -> None:
        super().__init__(id=id)
        self._summary, self._client = summary, client
        self._pages = dict(self._named())
        self._open = 0

    def compose(self) -> ComposeResult:
        """Yield the names of the pages, the picture and the pages."""
        yield PageTabs(tuple(self._pages))
        with Horizontal():
            with ContentSwitcher(id="picture", initial=MAP):
                yield BodyMap(id=MAP)
                yield Figure(id=FIGURE)
            with ContentSwitcher(id="pages"):
                yield from self._pages.values()

    def on_mount(self) -> None:
        """Show the first page."""
        self.query_one(BodyMap).show_marks(marks_of(self._summary.regions))
        self.turn_to(0)

    def on_resize(self) -> None:
        """Leave the picture of an exercise out where it could not be made out."""
        self.set_class(self.size.height < LEAST_ROWS_FOR_FIGURE, "-low")

    def turn_to(self, number: int) -> None:
        """Show the page of that *number*."""
        self._open = number
        self.query_one(PageTabs).open(number)
        page = tuple(self._pages.values())[number]
        self.query_one("#pages", ContentSwitcher).current = page.id
        exercising = isinstance(page, ExerciseCards)
        self.set_class(exercising, "-exercising")
        self.query_one("#picture", ContentSwitcher).current = FIGURE if exercising else MAP

    def turn(self, step: int) -> None:
        """Show the page so many further on; after the last comes the first."""
        self.turn_to((self._open + step) % len(self._pages))

    def move(self, direction: int) -> None:
        """Read on in the page, or back."""
        page = tuple(self._pages.values())[self._open]
        if isinstance(page, ExerciseCards):
            page.move(direction)
        else:
            page.scroll_relative(y=A_FEW_ROWS * direction, animate=False)

    def on_page_tabs_chosen(self, event: PageTabs.Chosen) -> None:
        """Show the page whose name was clicked."""
        event.stop()
        self.turn_to(event.number)

    def on_exercise_cards_opened(self, event: ExerciseCards.Opened) -> None:
        """Show the open exercise beside its words."""
        event.stop()
        self.query_one(Figure).show(event.figure)

    def _named(self) -> Iterator[tuple[str, Widget]]:
        """Yield each page under its name."""
        summary, client = self._summary, self._client
        yield words.SHOWN, _page("shown", answer_parts(summary, client))
        if client.training.cards:
            yield words.EXERCISES, ExerciseCards(client.training.cards, id=EXERCISES)
        yield words.SESSIONS, _page("sessions", session_parts(client))
        yield words.LEFT_OUT, _page("left-out", left_out_parts(summary, client))


def _page(page_id: str, parts: Iterator[Widget]) -> Widget:
    return VerticalScroll(*parts, id=page_id, can_focus=False)
