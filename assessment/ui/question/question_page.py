"""The one page that every question is shown on; its contents change in place."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from assessment.quiz.drawing.body_places import are_on_the_map
from assessment.quiz.page_view import view_of
from assessment.quiz.route import Route
from assessment.ui.drawing.pain_map import PainMap
from assessment.ui.inputs.answer_inputs import AnswerInputs
from assessment.ui.inputs.rows_input import RowsInput
from assessment.ui.question.question_panel import QuestionPanel
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.progress import ProgressLine
from assessment.ui.widgets.still_text import update_text


class QuestionPage(Vertical):
    """Shows one page at a time: how far the client is, the question, a body map where it helps."""

    def __init__(self, is_settled: Callable[[], bool]) -> None:
        super().__init__(classes="page")
        self._is_settled = is_settled

    def compose(self) -> ComposeResult:
        """Yield the head, and below it the map beside the question."""
        with Horizontal(id="head"):
            yield Static(id="section", markup=False)
            yield Static(id="position", markup=False)
        yield ProgressLine(id="progress")
        with Horizontal():
            yield PainMap(id="map")
            yield QuestionPanel(self._is_settled)

    @property
    def inputs(self) -> AnswerInputs:
        """Where the answer is given."""
        return self.query_one(AnswerInputs)

    def show_route(self, route: Route) -> None:
        """Show what *route* asks now, with the earlier answers."""
        view = view_of(route)
        update_text(self.query_one("#section", Static), view.section)
        position = self.query_one("#position", Static)
        position.update(view.position, layout=position.size.width != cell_len(view.position))
        self.query_one(ProgressLine).share = view.share
        rows = route.page is not None and route.page.kind == "rows"
        mapped = rows and are_on_the_map(view.why)
        self.set_class(mapped, "-mapped")
        self.query_one(QuestionPanel).show(route, view)
        if mapped:
            body = self.query_one(RowsInput)
            self.query_one(PainMap).show_items(tuple(view.why), body.values.most)
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
            self.query_one(PainMap).show_numbers(self.query_one(RowsInput).values.numbers)

    @on(PainMap.Wanted)
    def _place_wanted(self, event: PainMap.Wanted) -> None:
        event.stop()
        self.query_one(RowsInput).reach(event.item_id)
