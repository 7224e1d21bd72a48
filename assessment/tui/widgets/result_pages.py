"""The result of a client who may train: pages beside the body map or a figure."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from assessment.quiz import words
from assessment.tui.widgets.exercise_cards import A_FEW_ROWS, ExerciseCards
from assessment.tui.widgets.first_exercise import FirstExercise
from assessment.tui.widgets.region_bar import RegionBar
from assessment.tui.widgets.result_parts import (
    answer_parts,
    left_out_parts,
    marks_of,
    session_parts,
)
from assessment.tui.widgets.unveiling import Unveiling
from assessment.ui.drawing.body_map import BodyMap
from assessment.ui.drawing.figure import Figure
from assessment.ui.widgets.page_tabs import PageTabs
from reports.sheets.summary import Summary
from reports.sheets.view import Client

EXERCISES, BODY, FIGURE = "exercises", "body", "figure"
LEAST_ROWS_FOR_FIGURE = 8
"""Rows of the pages: what a figure is seen in, its words and the names of the pages."""


class ResultPages(Vertical):
    """Shows one page at a time; the picture beside it belongs to what is read."""

    def __init__(self, name: str, summary: Summary, client: Client, *, id: str) -> None:
        super().__init__(id=id)
        self._client_name, self._summary, self._client = name, summary, client
        self._pages = dict(self._named())
        self._open = 0
        self._unveiling: Unveiling | None = None

    def compose(self) -> ComposeResult:
        """Yield the names of the pages, the picture and the pages."""
        yield PageTabs(tuple(self._pages))
        with Horizontal():
            with ContentSwitcher(id="picture", initial=BODY):
                with Vertical(id=BODY):
                    yield BodyMap(id="map")
                    yield from (FirstExercise(card) for card in self._client.training.cards[:1])
                yield Figure(id=FIGURE)
            with ContentSwitcher(id="pages"):
                yield from self._pages.values()

    def on_mount(self) -> None:
        """Show the first page."""
        self.turn_to(0)

    def on_resize(self) -> None:
        """Leave the picture of an exercise out where it could not be made out."""
        self.set_class(self.size.height < LEAST_ROWS_FOR_FIGURE, "-low")

    @property
    def has_exercises(self) -> bool:
        """Whether there is a page of exercises."""
        return words.EXERCISES in self._pages

    def unveil(self, seconds: float) -> None:
        """Show the body and its regions one after the other, within *seconds*."""
        marks = marks_of(self._summary.regions)
        bars = list(self.query(RegionBar))
        self._unveiling = Unveiling(self.query_one(BodyMap), bars, marks)
        self._unveiling.begin(self, seconds)

    def end_unveiling(self) -> None:
        """Show at once what is not shown yet."""
        if self._unveiling:
            self._unveiling.end()

    def turn_to(self, number: int) -> None:
        """Show the page of that *number*."""
        self._open = number
        self.query_one(PageTabs).open(number)
        page = tuple(self._pages.values())[number]
        self.query_one("#pages", ContentSwitcher).current = page.id
        exercising = isinstance(page, ExerciseCards)
        self.set_class(exercising, "-exercising")
        self.query_one("#picture", ContentSwitcher).current = FIGURE if exercising else BODY

    def turn_to_exercises(self) -> None:
        """Show the page of the exercises, where there is one."""
        if self.has_exercises:
            self.turn_to(tuple(self._pages).index(words.EXERCISES))

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
        self.query_one(f"#{FIGURE}", Figure).show(event.figure)

    def _named(self) -> Iterator[tuple[str, Widget]]:
        """Yield each page under its name."""
        summary, client = self._summary, self._client
        yield words.SHOWN, _page("shown", answer_parts(self._client_name, summary, client))
        if client.training.cards:
            cards, in_every = client.training.cards, client.training.in_every
            yield words.EXERCISES, ExerciseCards(cards, in_every, id=EXERCISES)
        yield words.SESSIONS, _page("sessions", session_parts(client))
        yield words.LEFT_OUT, _page("left-out", left_out_parts(summary, client))


def _page(page_id: str, parts: Iterator[Widget]) -> Widget:
    return VerticalScroll(*parts, id=page_id, can_focus=False)
