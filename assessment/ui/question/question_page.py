"""The one page that every question is shown on; its contents change in place."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from assessment.quiz.length import Pace
from assessment.quiz.page_view import view_of
from assessment.quiz.route import Route, is_measurement
from assessment.ui.drawing.pain_map import PainMap
from assessment.ui.inputs.answer_inputs import AnswerInputs
from assessment.ui.inputs.places_input import PlacesInput
from assessment.ui.question.chapter_line import ChapterColumn, ChapterLine
from assessment.ui.question.question_panel import QuestionPanel
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.progress import ProgressLine
from assessment.ui.widgets.still_text import update_text


class QuestionPage(Vertical):
    """Shows one page at a time: how far the client is, the question, a body map where it helps."""

    def __init__(self, is_settled: Callable[[], bool]) -> None:
        super().__init__(classes="page")
        self._is_settled = is_settled
        self._furthest = 0.0
        """The largest share so far: what a yes opens does not take the bar back."""

    def compose(self) -> ComposeResult:
        """Yield the head, and below it chapters and map beside the question."""
        with Horizontal(id="head"):
            yield ChapterLine(id="chapters")
            yield Static(id="position", markup=False)
        yield ProgressLine(id="progress")
        yield Static(id="card", classes="-empty", markup=False)
        with Horizontal():
            yield ChapterColumn(id="column")
            yield PainMap(id="map")
            yield QuestionPanel(self._is_settled)

    @property
    def inputs(self) -> AnswerInputs:
        """Where the answer is given."""
        return self.query_one(AnswerInputs)

    @property
    def pointed(self) -> str:
        """The item of the line at which the pointer is."""
        return self.query_one(QuestionPanel).pointed

    def show_route(self, route: Route, pace: Pace) -> None:
        """Show what *route* asks now of somebody with that *pace*, with the earlier answers."""
        view = view_of(route, pace)
        self.query_one(ChapterLine).chapters = view.chapters
        self.query_one(ChapterColumn).chapters = view.chapters
        card = self.query_one("#card", Static)
        update_text(card, view.card)
        card.set_class(not view.card, "-empty")
        position = self.query_one("#position", Static)
        position.update(view.position, layout=position.size.width != cell_len(view.position))
        self._furthest = max(self._furthest, view.share)
        measuring = route.measuring and route.page is not None and is_measurement(route.page)
        self.query_one(ProgressLine).share = view.share if measuring else self._furthest
        mapped = route.page is not None and route.page.kind == "body_map"
        self.set_class(mapped, "-mapped")
        self.query_one(QuestionPanel).show(route, view)
        if mapped:
            self._show_numbers()

    def warn(self, sentence: str) -> None:
        """Show *sentence* in place of the hint until the next page; empty: the hint again."""
        self.query_one(QuestionPanel).warn(sentence)

    def point_to(self, item_id: str) -> None:
        """Show what belongs to the line of that item, at which the pointer is."""
        self.query_one(QuestionPanel).explain(item_id)
        if self.has_class("-mapped"):
            self.query_one(PainMap).point_to(item_id)

    @on(AnswerList.Marked)
    def _marked(self) -> None:
        """Take a warning away: the person does what it asks for."""
        self.warn("")
        self._show_numbers()

    def _show_numbers(self) -> None:
        """Show on the map what the rows say."""
        if self.has_class("-mapped"):
            self.query_one(PainMap).show_numbers(self.query_one(PlacesInput).numbers)

    @on(PainMap.Wanted)
    def _place_wanted(self, event: PainMap.Wanted) -> None:
        event.stop()
        if self._is_settled():
            self.query_one(PlacesInput).reach(event.item_id)
