"""One line to type: a name or a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from assessment.tui import words
from questions.model import NumberItem, TextItem

DECLINED = "-"
DIGITS, DECIMALS = r"[0-9]*", r"[0-9.,]*"
NUMBER_LENGTH = 6


class Declining(Static):
    """A line that can be clicked in place of an answer."""

    @dataclass
    class Clicked(Message):
        """The line was clicked."""

    def on_click(self) -> None:
        """Tell that the line was clicked."""
        self.post_message(self.Clicked())


class AnswerInput(Input):
    """An ``Input`` that leaves to the screen every key that it has no use for."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave signs that a number cannot hold to the screen's keys, such as ``?``."""
        return super().check_consume_key(key, character) and not self._cannot_hold(character)

    def on_key(self, event: events.Key) -> None:
        """Type nothing that a number cannot hold."""
        if self._cannot_hold(event.character):
            event.prevent_default()

    def action_delete_left(self) -> None:
        """Take away the last sign; with none left, the key means "go back"."""
        if not self.value:
            raise SkipAction
        super().action_delete_left()

    def _cannot_hold(self, character: str | None) -> bool:
        return bool(self.restrict and character and character not in "0123456789.,")


class TypedBody(Vertical):
    """Asks one ``TextItem`` or ``NumberItem``; says what was typed, judges nothing."""

    @dataclass
    class Submitted(Message):
        """The person pressed Enter on what is typed; ``is_new``: typed since it was asked."""

        item_id: str
        typed: str
        is_new: bool

    @dataclass
    class Declined(Message):
        """The person does not know, or prefers not to say; the answer is that there is none."""

        answers: Mapping[str, object]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._item_id = self._earlier = ""
        self._may_decline = False

    def compose(self) -> ComposeResult:
        """Yield the line with its unit, and a line to decline."""
        with Horizontal():
            yield AnswerInput()
            yield Static(id="unit", markup=False)
        yield Declining(f"{DECLINED}  {words.DO_NOT_KNOW}", markup=False)

    def show_item(self, item: TextItem | NumberItem, earlier: str) -> None:
        """Ask *item*; *earlier* is the answer so far as it would be typed."""
        self._item_id, self._earlier = item.id, earlier
        line = self.query_one(AnswerInput)
        number = isinstance(item, NumberItem)
        line.restrict = None
        line.value = earlier
        line.max_length = NUMBER_LENGTH if isinstance(item, NumberItem) else item.max_length
        if isinstance(item, NumberItem):
            line.restrict = DIGITS if item.kind == "integer" else DECIMALS
        line.action_select_all()  # what is typed now takes the place of the earlier answer
        self.query_one("#unit", Static).update(item.unit if isinstance(item, NumberItem) else "")
        self.set_class(number, "-number")
        self._may_decline = number and not item.required
        self.query_one(Declining).display = self._may_decline

    @property
    def takes_letters(self) -> bool:
        """Whether any sign can be typed."""
        return not self.query_one(AnswerInput).restrict

    @property
    def has_typed(self) -> bool:
        """Whether something stands on the line."""
        return bool(self.query_one(AnswerInput).value)

    def focus_line(self) -> None:
        """Let the next key go to the line."""
        self.query_one(AnswerInput).focus()

    def submit(self) -> None:
        """Tell what is typed now."""
        typed = self.query_one(AnswerInput).value
        self.post_message(self.Submitted(self._item_id, typed, typed != self._earlier))

    def on_key(self, event: events.Key) -> None:
        """Take the minus sign, which no number here begins with, for declining."""
        if event.character == DECLINED and self._may_decline:
            event.stop()
            self.post_message(self.Declined({self._item_id: None}))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit()

    @on(Declining.Clicked)
    def _declined(self, event: Declining.Clicked) -> None:
        event.stop()
        self.post_message(self.Declined({self._item_id: None}))
