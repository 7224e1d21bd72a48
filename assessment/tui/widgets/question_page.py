"""The one page that every question is shown on; its contents change in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.tui import words
from assessment.tui.page_view import (
    MEASURE,
    PageView,
    choices_of,
    measure_choices,
    measure_view,
    page_view,
    rows_of,
)
from assessment.tui.route import Route
from assessment.tui.widgets.checklist import ChecklistBody
from assessment.tui.widgets.many import ManyBody
from assessment.tui.widgets.marked_list import MarkedList
from assessment.tui.widgets.progress import ProgressLine
from assessment.tui.widgets.rows import RowsBody
from assessment.tui.widgets.single import SingleBody
from assessment.tui.widgets.typed import TypedBody
from questions.model import (
    CheckItem,
    ChoiceItem,
    ManyItem,
    NumberItem,
    Page,
    ScaleItem,
    TextItem,
)

LONG_QUESTION = 200
"""Characters from which a question leaves no room for an introduction on a low screen."""


class QuestionPage(Vertical):
    """Shows one page at a time: what is asked, one body for the answer, why we ask.

    Where the body fits is decided by the kind of page and item; it is never taken away.
    """

    def __init__(self, settled: Callable[[], bool]) -> None:
        super().__init__(classes="page")
        self._settled = settled
        self._hint = self._question = ""
        self._why: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        """Yield the parts, the answers in a container of their own so that only they scroll."""
        with Horizontal(id="head"):
            yield Static(id="section", markup=False)
            yield Static(id="position", markup=False)
        yield ProgressLine(id="progress")
        yield Static(id="intro", markup=False)
        yield Static(id="question", markup=False)
        with ContentSwitcher(id="bodies"):
            yield SingleBody(self._settled, id="single")
            yield TypedBody(id="typed")
            yield ManyBody(self._settled, id="many")
            yield ChecklistBody(self._settled, id="checklist")
            yield RowsBody(self._settled, id="rows")
        yield Static(id="why", markup=False)
        with Horizontal(id="foot"):
            yield Static(id="hint", markup=False)
            yield Static(id="more", markup=False)

    def show_route(self, route: Route) -> None:
        """Show the page at which *route* stands, with its earlier answers."""
        page, interview = route.page, route.interview
        if page is None:
            raise ValueError("the review has no page")
        if route.asks_to_measure:
            body = self.query_one(SingleBody)
            body.show_choices(MEASURE, measure_choices(), None, pointer=0)
            self._show(measure_view(interview), body)
        else:
            declined = page.id in route.declined
            filled = self._fill(interview, page, declined=declined)
            self._show(page_view(interview, page, changing=route.changing), filled)
        self.set_class(page.kind != "single", "-several")
        self.set_class(len(self._question) > LONG_QUESTION, "-long")

    @property
    def can_submit(self) -> bool:
        """Whether Enter has something to take."""
        body = self.query_one(ContentSwitcher).visible_content
        return not isinstance(body, MarkedList) or body.highlighted is not None

    def submit(self) -> None:
        """Go on with the answer as it stands, as Enter does."""
        body = self.query_one(ContentSwitcher).visible_content
        if isinstance(body, MarkedList):
            body.action_select()
        elif isinstance(body, TypedBody):
            body.submit()

    def warn(self, sentence: str) -> None:
        """Show *sentence* in place of the hint until the next page; empty: the hint again."""
        hint = self.query_one("#hint", Static)
        hint.update(sentence or self._hint)
        hint.set_class(bool(sentence), "-warning")

    @on(MarkedList.Unfinished)
    def _unfinished(self, event: MarkedList.Unfinished) -> None:
        event.stop()
        self.warn(event.reason)

    @on(MarkedList.Marked)
    def _marked(self, event: MarkedList.Marked) -> None:
        """Take a warning away: the person does what it asks for."""
        event.stop()
        self.warn("")

    @on(MarkedList.LineReached)
    def _line_reached(self, event: MarkedList.LineReached) -> None:
        """Say why we ask what the pointer is at."""
        self.query_one("#why", Static).update(self._why.get(event.item_id, ""))

    @on(MarkedList.Scrolled)
    def _scrolled(self, event: MarkedList.Scrolled) -> None:
        event.stop()
        more = words.MORE_BELOW if event.more_below else ""
        self.query_one("#more", Static).update(more, layout=False)

    def _show(self, view: PageView, body: Widget) -> None:
        for name in ("position", "section", "intro", "question"):
            part = self.query_one(f"#{name}", Static)
            part.update(getattr(view, name))
            part.set_class(not getattr(view, name), "-empty")
        self.query_one(ProgressLine).share = view.share
        self._hint, self._why, self._question = view.hint, view.why, view.question
        self.warn("")
        self.query_one("#why", Static).update(next(iter(view.why.values())))
        self.query_one("#more", Static).update("", layout=False)
        self.query_one(ContentSwitcher).current = body.id
        if isinstance(body, TypedBody):
            body.focus_line()
        else:
            body.focus()

    def _fill(self, interview: Interview, page: Page, *, declined: bool) -> Widget:
        """Put *page* with its earlier answers into the body that fits, and return it."""
        if page.kind == "checklist":
            return self._fill_checklist(interview, page)
        if page.kind == "rows":
            return self._fill_rows(interview, page, declined=declined)
        sheet = interview.sheet
        item = sheet.questionnaire.by_id[page.items[0]]
        match item:
            case TextItem() | NumberItem():
                earlier = sheet.get(item.id)
                typed = self.query_one(TypedBody)
                typed.show_item(item, "" if earlier is None else f"{earlier}")
                return typed
            case ManyItem():
                many = self.query_one(ManyBody)
                many.show_item(item, sheet.get(item.id))
                return many
            case ChoiceItem() | ScaleItem() | CheckItem():
                return self._fill_single(sheet, item, declined=declined)
            case _:
                raise ValueError(f"no body for an item of kind {item.kind!r}")

    def _fill_single(
        self, sheet: AnswerSheet, item: ChoiceItem | ScaleItem | CheckItem, *, declined: bool
    ) -> MarkedList:
        choices = choices_of(item)
        raws = [choice.raw for choice in choices]
        answer = sheet.get(item.id)
        known = answer is not None or declined
        body = self.query_one(SingleBody)
        body.show_choices(
            item.id, choices, raws.index(answer) if known and answer in raws else None
        )
        return body

    def _fill_checklist(self, interview: Interview, page: Page) -> MarkedList:
        sheet = interview.sheet
        items = [sheet.questionnaire.by_id[item_id] for item_id in interview.items(page)]
        earlier = {item.id: answer for item in items if (answer := sheet.get(item.id))}
        body = self.query_one(ChecklistBody)
        checks = [item for item in items if isinstance(item, CheckItem)]
        body.show_items(checks, earlier, page.none_label or "")
        return body

    def _fill_rows(self, interview: Interview, page: Page, *, declined: bool) -> MarkedList:
        rows, sheet = rows_of(interview, page), interview.sheet
        answers = {row.item.id: sheet.get(row.item.id) for row in rows}
        touched = declined or any(answer is not None for answer in answers.values())
        body = self.query_one(RowsBody)
        body.show_rows(rows, answers if touched else {}, page.none_label or "")
        return body
