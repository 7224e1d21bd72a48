"""The bodies of a question: one for each kind of answer, one shown at a time."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME
from assessment.quiz.page_view import MEASURE, choices_of, measure_choices, rows_of
from assessment.quiz.route import Route
from assessment.quiz.stopwatch import tool_of
from assessment.ui.inputs.checklist_input import ChecklistInput
from assessment.ui.inputs.choice_input import ChoiceInput
from assessment.ui.inputs.multi_choice_input import MultiChoiceInput
from assessment.ui.inputs.rows_input import RowsInput
from assessment.ui.inputs.typed_input import TypedInput
from assessment.ui.widgets.answer_list import AnswerList
from questions.model import CheckItem, ChoiceItem, ManyItem, NumberItem, ScaleItem, TextItem
from questions.questionnaire import Page


class AnswerInputs(ContentSwitcher):
    """Puts a page with its earlier answers into the body that fits; none is ever taken away."""

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._is_settled = is_settled
        self.earlier = FIRST_TIME
        """What was answered last time, to stand beside the answers."""

    def compose(self) -> ComposeResult:
        """Yield a body for each kind of answer."""
        yield ChoiceInput(self._is_settled, id="single")
        yield TypedInput(id="typed")
        yield MultiChoiceInput(self._is_settled, id="many")
        yield ChecklistInput(self._is_settled, id="checklist")
        yield RowsInput(self._is_settled, id="rows")

    def show_route(self, route: Route) -> None:
        """Show the body for what *route* asks now, ready for keys."""
        body = self._filled(route)
        self.current = body.id
        if isinstance(body, TypedInput):
            body.line.focus()
        else:
            body.focus()

    @property
    def can_submit(self) -> bool:
        """Whether Enter has something to take."""
        body = self.visible_content
        return not isinstance(body, AnswerList) or body.highlighted is not None

    @property
    def typing(self) -> TypedInput | None:
        """The body that is typed into, None where another one is shown."""
        body = self.visible_content
        return body if isinstance(body, TypedInput) else None

    def submit(self) -> None:
        """Go on with the answer as it stands, as Enter does."""
        body = self.visible_content
        if isinstance(body, AnswerList):
            body.action_select()
        elif isinstance(body, TypedInput):
            body.submit()

    def _filled(self, route: Route) -> Widget:
        page, interview = route.page, route.interview
        if page is None:
            raise ValueError("the review asks nothing")
        declined = page.id in route.declined
        if route.asks_to_measure:
            body = self.query_one(ChoiceInput)
            body.show_choices(MEASURE, measure_choices(), None, pointer=0)
            return body
        match page.kind:
            case "checklist":
                return self._filled_checklist(interview, page)
            case "rows":
                return self._filled_rows(interview, page, declined=declined)
            case "single":
                return self._filled_one(interview.sheet, page.items[0], declined=declined)

    def _filled_one(self, sheet: AnswerSheet, item_id: str, *, declined: bool) -> Widget:
        item, answer = sheet.questionnaire.by_id[item_id], sheet.get(item_id)
        match item:
            case TextItem() | NumberItem():
                typed = self.query_one(TypedInput)
                typed.show_item(
                    item,
                    "" if answer is None else f"{answer}",
                    _tool(sheet, item),
                    self.earlier.beside(item.id),
                )
                return typed
            case ManyItem():
                many = self.query_one(MultiChoiceInput)
                many.show_item(item, answer, self.earlier)
                return many
            case ChoiceItem() | ScaleItem() | CheckItem():
                single, choices = self.query_one(ChoiceInput), choices_of(item)
                raws = [choice.raw for choice in choices]
                known = (answer is not None or declined) and answer in raws
                marked = [
                    choice._replace(label=choice.label + self.earlier.mark(item.id, choice.raw))
                    for choice in choices
                ]
                single.show_choices(item.id, marked, raws.index(answer) if known else None)
                return single
            case _:
                raise ValueError(f"no body for an item of kind {item.kind!r}")

    def _filled_checklist(self, interview: Interview, page: Page) -> Widget:
        sheet = interview.sheet
        items = [sheet.questionnaire.by_id[item_id] for item_id in interview.items(page)]
        checks = [item for item in items if isinstance(item, CheckItem)]
        earlier = {item.id: answer for item in checks if (answer := sheet.get(item.id))}
        body = self.query_one(ChecklistInput)
        none = (page.none_label or "") + self.earlier.mark_no(item.id for item in checks)
        body.show_items(checks, earlier, none, self.earlier)
        return body

    def _filled_rows(self, interview: Interview, page: Page, *, declined: bool) -> Widget:
        rows = [
            row._replace(name=f"{row.name} {self.earlier.was(row.item.id)}".rstrip())
            for row in rows_of(interview, page)
        ]
        answers = {row.item.id: interview.sheet.get(row.item.id) for row in rows}
        touched = declined or any(answer is not None for answer in answers.values())
        body = self.query_one(RowsInput)
        body.show_rows(rows, answers if touched else {}, page.none_label or "")
        return body


def _tool(sheet: AnswerSheet, item: TextItem | NumberItem) -> str:
    """Return the name of what *item* can be measured with here, empty where there is nothing."""
    protocol = sheet.questionnaire.protocol_of.get(item.id)
    tool = tool_of(item, protocol) if isinstance(item, NumberItem) else None
    if tool is None:
        return ""
    return words.COUNTER if tool.counts else words.WATCH
