"""The bodies of a question: one for each kind of answer, one shown at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from assessment.core.answers import AnswerSheet
from assessment.quiz import words
from assessment.quiz.earlier_answers import FIRST_TIME
from assessment.quiz.page_parts import counts_of, places_of
from assessment.quiz.page_view import MEASURE, choices_of, measure_choices
from assessment.quiz.route import Route
from assessment.quiz.stopwatch import tool_of
from assessment.ui.inputs.checklist_input import ChecklistInput
from assessment.ui.inputs.choice_input import ChoiceInput
from assessment.ui.inputs.counts_input import CountsInput
from assessment.ui.inputs.group_input import GroupInput
from assessment.ui.inputs.multi_choice_input import MultiChoiceInput
from assessment.ui.inputs.place_answers import PlaceAnswers
from assessment.ui.inputs.places_input import PlacesInput
from assessment.ui.inputs.ratings_input import RatingsInput
from assessment.ui.inputs.slots import TEN_SIGN
from assessment.ui.inputs.typed_input import DECLINED, TypedInput
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.blink import blink
from questions.model import CheckItem, ChoiceItem, ManyItem, NumberItem, ScaleItem, TextItem
from questions.questionnaire import Page

Kind = TypeVar("Kind")


class AnswerInputs(ContentSwitcher):
    """Puts a page with its earlier answers into the body that fits; none is ever taken away."""

    def __init__(self, is_settled: Callable[[], bool], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._is_settled = is_settled
        self.earlier = FIRST_TIME
        """What was answered last time, to stand beside the answers."""
        self.none_mark = ""
        """What stands behind the answer that says no to the whole page."""

    def compose(self) -> ComposeResult:
        """Yield a body for each kind of answer."""
        yield ChoiceInput(self._is_settled, id="single")
        yield TypedInput(id="typed")
        yield MultiChoiceInput(self._is_settled, id="many")
        yield ChecklistInput(self._is_settled, id="checklist")
        yield RatingsInput(self._is_settled, id="ratings")
        yield PlacesInput(self._is_settled, id="places")
        yield CountsInput(self._is_settled, id="counts")
        yield GroupInput(self._is_settled, id="group")

    def show_route(self, route: Route) -> None:
        """Show the body for what *route* asks now, ready for keys."""
        self.none_mark = ""
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

    @property
    def is_long(self) -> bool:
        """Whether there are so many lines that they need all the room of a low screen."""
        return isinstance(self.visible_content, ChecklistInput | PlacesInput)

    @property
    def none_key(self) -> str:
        """The key that says no to the whole page; empty: there is none."""
        body = self.visible_content
        return body.NONE_KEY if isinstance(body, AnswerList) else ""

    @property
    def details_key(self) -> str:
        """What the key is called that tells more about a line; empty: there is none."""
        body = self.visible_content
        return body.DETAILS_KEY if isinstance(body, AnswerList) else ""

    def none(self) -> None:
        """Say no to the whole page, as its key does."""
        if isinstance(body := self.visible_content, AnswerList):
            body.call_later(body.none)  # what it posts then comes from it, and bubbles to the top

    def scroll_on(self) -> None:
        """Show the lines that follow, and the last one of those in sight once more."""
        if isinstance(body := self.visible_content, AnswerList):
            rows = body.scrollable_content_region.height
            body.scroll_relative(y=max(rows - 1, 1), animate=False, force=True)

    def step_back(self) -> bool:
        """Go back within the page; return whether there was somewhere to go."""
        body = self.visible_content
        return isinstance(body, AnswerList) and body.step_back()

    def types(self, key: events.Key) -> bool:
        """Return whether *key* is part of what is typed, where the same may come twice."""
        body = self.visible_content
        if isinstance(body, AnswerList):
            return body.types(key)
        return key.is_printable and key.character != DECLINED

    def toggles(self, key: events.Key) -> bool:
        """Return whether *key*, pressed twice, would take back what it did."""
        body = self.visible_content
        return isinstance(body, AnswerList) and body.toggles(key)

    def blink(self) -> None:
        """Show that a key was seen, and not taken."""
        if body := self.visible_content:
            blink(body)

    @property
    def has_numbers(self) -> bool:
        """Whether numbers are chosen by key here."""
        return isinstance(self.visible_content, CountsInput | GroupInput | PlacesInput)

    @property
    def in_large(self) -> str:
        """The number at the pointer, to be shown large; empty: there is none."""
        body = self.visible_content
        return body.in_large if isinstance(body, AnswerList) else ""

    @property
    def takes_ten(self) -> bool:
        """Whether 10 can be said by a key of its own."""
        body = self.visible_content
        return isinstance(body, AnswerList) and body.takes_ten

    def say_ten(self) -> None:
        """Say 10 at the pointer, as its key does."""
        if (body := self.visible_content) and self.takes_ten:
            body.post_message(events.Key(TEN_SIGN, TEN_SIGN))

    @property
    def can_erase(self) -> bool:
        """Whether there is something typed to be taken away."""
        typing = self.typing
        return bool(typing.line.value if typing else self.in_large)

    def erase(self) -> None:
        """Take the last sign that was typed away."""
        body = self.visible_content
        if isinstance(body, TypedInput):
            body.line.delete_sign()
        elif isinstance(body, AnswerList):
            body.action_erase()

    def point_to(self, item_id: str) -> None:
        """Put the pointer on the line of an item, where there is one."""
        body = self.visible_content
        if isinstance(body, AnswerList):
            at = [line.item_id for line in body.lines]
            body.highlighted = at.index(item_id) if item_id in at else body.highlighted

    def _filled(self, route: Route) -> Widget:
        page = route.page
        if page is None:
            raise ValueError("the review asks nothing")
        if route.asks_to_measure:
            body = self.query_one(ChoiceInput)
            body.show_choices(MEASURE, measure_choices(), None, pointer=0)
            return body
        fill = {
            "checklist": self._filled_checklist,
            "ratings": self._filled_ratings,
            "body_map": self._filled_places,
            "counts": self._filled_counts,
            "group": self._filled_group,
        }.get(page.kind, self._filled_single)
        return fill(route, page)

    def _filled_single(self, route: Route, page: Page) -> Widget:
        declined = page.items[0] in route.declined
        return self._filled_one(route.interview.sheet, page.items[0], declined=declined)

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

    def _filled_checklist(self, route: Route, page: Page) -> Widget:
        checks = _asked(route, page, CheckItem)
        body = self.query_one(ChecklistInput)
        self.none_mark = self.earlier.mark_no(item.id for item in checks)
        body.show_items(checks, _said(route, page.items), page.none_label or "", self.earlier)
        return body

    def _filled_ratings(self, route: Route, page: Page) -> Widget:
        body = self.query_one(RatingsInput)
        scales = _asked(route, page, ScaleItem)
        body.show_items(scales, _said(route, page.items), self.earlier)
        return body

    def _filled_places(self, route: Route, page: Page) -> Widget:
        places = places_of(route.interview.sheet.questionnaire, page)
        said = _said(route, page.items)
        sides = said.pop(places.sides.id, None) if places.sides else None
        values = PlaceAnswers(places, said.pop(places.chosen.id, ()), said, sides or ())
        self.none_mark = self.earlier.mark_none(places.chosen.id)
        body = self.query_one(PlacesInput)
        body.show_page(places, values, page.none_label or "", self.earlier)
        return body

    def _filled_counts(self, route: Route, page: Page) -> Widget:
        questionnaire = route.interview.sheet.questionnaire
        rule = questionnaire.rules.injuries
        recent = rule.recent if rule.recent in page.items else ""
        rows = [
            row._replace(name=f"{row.name} {self.earlier.was(row.item.id)}".rstrip())
            for row in counts_of(questionnaire, page)
        ]
        said = _said(route, page.items)
        ticked = said.pop(recent, None) or ()
        self.none_mark = self.earlier.mark_zero(row.item.id for row in rows)
        body = self.query_one(CountsInput)
        body.show_rows(rows, said, recent, ticked, page.none_label or "")
        return body

    def _filled_group(self, route: Route, page: Page) -> Widget:
        sheet = route.interview.sheet
        by_id = [sheet.questionnaire.by_id[one] for one in page.items]
        here = [item for item in by_id if isinstance(item, ChoiceItem | NumberItem)]
        possible = {item.id for item in here if sheet.asks(item.id) or _hangs_on(item, page)}

        def is_asked(answers: Mapping[str, object]) -> set[str]:
            """Judge each by the others: its own answer, which would keep it, may go."""
            return {one for one in possible if sheet.with_answers({**answers, one: None}).asks(one)}

        body = self.query_one(GroupInput)
        items = [item for item in here if item.id in possible]
        body.show_items(items, _said(route, page.items), is_asked, self.earlier)
        return body


def _asked(route: Route, page: Page, kind: type[Kind]) -> list[Kind]:
    """Return the items of *kind* that are asked on *page*."""
    by_id = route.interview.sheet.questionnaire.by_id
    items = (by_id[item_id] for item_id in route.interview.items(page))
    return [item for item in items if isinstance(item, kind)]


def _said(route: Route, items: Iterable[str]) -> dict[str, Any]:
    """Return the own answers to *items*; None for one that was left out on purpose."""
    given = route.interview.sheet.given
    declined = {item: None for item in items if item in route.declined}
    return declined | {item: given[item] for item in items if item in given}


def _hangs_on(item: ChoiceItem | NumberItem, page: Page) -> bool:
    """Return whether *item* is asked or not by another one of *page*."""
    return item.condition is not None and not set(page.items).isdisjoint(item.condition.items)


def _tool(sheet: AnswerSheet, item: TextItem | NumberItem) -> str:
    """Return the name of what *item* can be measured with here, empty where there is nothing."""
    protocol = sheet.questionnaire.protocol_of.get(item.id)
    tool = tool_of(item, protocol) if isinstance(item, NumberItem) else None
    if tool is None:
        return ""
    return words.COUNTER if tool.counts else words.WATCH
