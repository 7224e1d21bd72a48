"""What is asked and how to answer it: question, answers, the movement, reason, hint."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from assessment.quiz import words
from assessment.quiz.drawing.figure_grid import has_figure
from assessment.quiz.page_view import PageView
from assessment.quiz.route import Route
from assessment.ui.drawing.figure import Figure
from assessment.ui.inputs.answer_inputs import AnswerInputs
from assessment.ui.inputs.slots import Slot, SlotRows
from assessment.ui.inputs.tap_line import TapLine
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.one_line_input import OneLineInput
from assessment.ui.widgets.still_text import update_text

LONG_QUESTION = 200
"""Characters from which a question leaves no room for an introduction on a low screen."""
CRAMPED_BELOW, MOST_QUESTION_ROWS = 12, 4
"""Rows below which nothing but question and answers is shown, and of the question then."""
PARTS = ("intro", "question")
"""What a view names and the page shows, each in a place of its own."""


class QuestionPanel(Vertical):
    """Shows one question at a time; only its answers scroll."""

    def __init__(self, is_settled: Callable[[], bool]) -> None:
        super().__init__()
        self._is_settled = is_settled
        self._view: PageView | None = None
        self._hint = ""
        self._pointed = ""

    def compose(self) -> ComposeResult:
        """Yield the parts, the answers in a container of their own."""
        yield Static(id="intro", markup=False)
        yield Static(id="question", markup=False)
        yield Static(id="scale", markup=False)
        with Horizontal(id="answers"):
            yield AnswerInputs(self._is_settled, id="inputs")
            yield Figure(says_muscles=False, id="movement")
        with Horizontal(id="beneath"):
            with Vertical():
                with Horizontal(id="taps"):
                    yield TapLine(id="none")
                    yield TapLine(id="details")
                yield Static(id="why", markup=False)
            yield Digits(id="large")
        with Horizontal(id="foot"):
            yield Static(id="hint", markup=False)
            yield TapLine(id="more")

    @property
    def inputs(self) -> AnswerInputs:
        """Where the answer is given."""
        return self.query_one(AnswerInputs)

    def show(self, route: Route, view: PageView) -> None:
        """Show what *route* asks now in the words of *view*, with the earlier answers."""
        self.query_one("#scale").set_class(not view.scale, "-empty")
        for name in PARTS:
            text = getattr(view, name)
            part = self.query_one(f"#{name}", Static)
            update_text(part, text)
            part.set_class(not text, "-empty")
        self._view = view
        self._point_to(next(iter(view.why)))
        self.on_resize()
        self._say("#why", next(iter(view.why.values())))
        self._say_more(more_below=False)
        self.inputs.show_route(route)
        several = len(view.why) > 1
        # on the parts, not on the panel: that would style every body of a question anew
        self.query_one("#intro").update_classes(
            {"-several": several, "-long": len(view.question) > LONG_QUESTION}
        )
        self.query_one("#question").set_class(several and bool(view.intro), "-tight")
        self.query_one("#why").update_classes({"-several": several, "-many": self.inputs.is_long})
        self._show_taps(view)
        self.query_one("#large").set_class(not self.inputs.has_numbers, "-empty")
        self._show_large()

    def on_resize(self) -> None:
        """Give up what can be read in the help where there is room for the question alone."""
        if self._view is None:
            return
        scale = SlotRows.wrapped(
            (Slot(f"{one}  ", "") for one in self._view.scale), self.size.width
        )
        if self.size.width:  # before there is a width it would be a row for each word
            self._say("#scale", "\n".join(scale.texts))
        cramped = self.size.height < CRAMPED_BELOW
        rows = Content(self._view.question).get_height({}, max(self.size.width, 1))
        self.set_class(cramped, "-cramped")
        is_cut = cramped and rows > MOST_QUESTION_ROWS
        self._hint = words.HINT_CUT if is_cut else self._view.hint
        self.warn("")

    @property
    def pointed(self) -> str:
        """The item of the line at which the pointer is."""
        return self._pointed

    def warn(self, sentence: str) -> None:
        """Show *sentence* in place of the hint until the next page; empty: the hint again."""
        self._say("#hint", sentence or self._hint)
        self.query_one("#hint").set_class(bool(sentence), "-warning")

    def explain(self, item_id: str) -> None:
        """Say why we ask for that item; nothing for what is no item."""
        why = self._view.why if self._view else {}
        self._point_to(item_id)
        self._say("#why", why.get(item_id, ""))

    @on(AnswerList.Hinted)
    def _hinted(self, event: AnswerList.Hinted) -> None:
        event.stop()
        if self._view:
            self._hint = event.hint or self._view.hint
            self.warn("")

    @on(TapLine.Clicked)
    def _tapped(self, event: TapLine.Clicked) -> None:
        event.stop()
        if event.line_id == "details":
            self.post_message(AnswerList.DetailsWanted(self._pointed))
        elif event.line_id == "more":
            self.inputs.scroll_on()
        elif self._is_settled():
            self.inputs.none()

    @on(AnswerList.Unfinished)
    def _unfinished(self, event: AnswerList.Unfinished) -> None:
        event.stop()
        self.warn(event.reason)

    @on(AnswerList.Marked)
    @on(AnswerList.LineReached)
    def _show_large(self) -> None:
        """Show the number at the pointer large."""
        large = self.query_one("#large", Digits)
        if large.value != (shown := self.inputs.in_large):
            large.update(shown)

    @on(OneLineInput.NotAllTaken)
    def _not_all_taken(self, event: OneLineInput.NotAllTaken) -> None:
        event.stop()
        self.warn(event.sentence)

    @on(AnswerList.Scrolled)
    def _scrolled(self, event: AnswerList.Scrolled) -> None:
        event.stop()
        self._say_more(more_below=event.more_below)

    def _show_taps(self, view: PageView) -> None:
        """Offer what says no to the whole page, and more about a line, where there is such."""
        none, more = self.inputs.none_key, self.inputs.details_key and view.details
        for name, there, text in (
            ("none", none, words.BY_KEY.format(key=none, does=view.none + self.inputs.none_mark)),
            ("details", more, words.BY_KEY.format(key=self.inputs.details_key, does=words.MORE)),
        ):
            tap = self.query_one(f"#{name}", TapLine)
            tap.update(text)
            tap.display = bool(there)
        self.query_one("#taps").display = bool(none or more)

    def _point_to(self, item_id: str) -> None:
        """Remember what the pointer is at, and show it moving beside the answers if it can be."""
        self._pointed = item_id
        figure = self.query_one(Figure)
        if moves := has_figure(item_id):
            figure.show(item_id)
        figure.set_class(moves, "-on")

    def _say(self, place: str, sentence: str) -> None:
        update_text(self.query_one(place, Static), sentence)

    def _say_more(self, *, more_below: bool) -> None:
        text, part = words.MORE_BELOW if more_below else "", self.query_one("#more", TapLine)
        if part.content != text:
            part.update(text, layout=False)
