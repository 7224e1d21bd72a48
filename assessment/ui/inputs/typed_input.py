"""One line to type: a name or a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from assessment.quiz import words
from assessment.ui.inputs.answer_input import AnswerInput
from assessment.ui.inputs.digit_pad import DELETE, DigitPad
from assessment.ui.inputs.tap_line import TapLine
from questions.model import NumberItem, TextItem

DECLINED = "-"
TOOL_KEY = "down"


class TypedInput(Vertical):
    """Asks one ``TextItem`` or ``NumberItem``; says what was typed, judges nothing."""

    @dataclass
    class Submitted(Message):
        """The person pressed Enter on what is typed."""

        item_id: str
        typed: str

    @dataclass
    class Declined(Message):
        """The person does not know, or prefers not to say; the answer is that there is none."""

        answers: Mapping[str, object]

    @dataclass
    class ToolWanted(Message):
        """The person wants the stop-watch or the counter for an item."""

        item_id: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._item_id = ""

    def compose(self) -> ComposeResult:
        """Yield the line with its unit, digits to tap, the tool, and a line to decline."""
        with Horizontal():
            yield AnswerInput()
            yield Static(id="unit", markup=False)
        yield DigitPad()
        yield TapLine(id="tool")
        yield TapLine(f"{DECLINED}  {words.DO_NOT_KNOW}", id="decline")

    def show_item(
        self, item: TextItem | NumberItem, earlier: str, tool: str = "", last_time: str = ""
    ) -> None:
        """Ask *item*; *earlier* is the answer so far as it would be typed.

        *tool* is what it can be measured with here, in words; empty: nothing. *last_time*
        stands beside the line.
        """
        self._item_id = item.id
        number = isinstance(item, NumberItem)
        self.line.show_item(item, earlier)
        unit = item.unit if isinstance(item, NumberItem) else ""
        self.query_one("#unit", Static).update(f"{unit} {last_time}".strip())
        self.set_class(number, "-number")
        self.query_one(DigitPad).with_point = number and item.kind == "decimal"
        self.query_one("#tool", TapLine).update(f"{words.DOWN}  {tool}")
        for line, is_there in (("#tool", bool(tool)), ("#decline", number and not item.required)):
            self.query_one(line).display = is_there

    @property
    def line(self) -> AnswerInput:
        """What is typed into; it says what stands in it."""
        return self.query_one(AnswerInput)

    def fill(self, figure: float | None) -> None:
        """Type a *figure* that was measured; None: nothing was."""
        if figure is not None:
            self.line.value = f"{figure:g}"

    def submit(self) -> None:
        """Tell what is typed now."""
        self.post_message(self.Submitted(self._item_id, self.line.value))

    def on_key(self, event: events.Key) -> None:
        """Take the minus sign, which no number here begins with, for declining; Down: the tool."""
        wanted = {DECLINED: "#decline", TOOL_KEY: "#tool"}.get(event.character or event.key)
        if wanted and self.query_one(wanted).display:
            event.stop()
            self._do(wanted)

    @on(DigitPad.Tapped)
    def _tapped(self, event: DigitPad.Tapped) -> None:
        event.stop()
        if event.sign == DELETE:
            self.line.delete_sign()
        else:
            self.line.type_sign(event.sign)

    @on(TapLine.Clicked)
    def _clicked(self, event: TapLine.Clicked) -> None:
        event.stop()
        self._do(f"#{event.line_id}")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit()

    def _do(self, wanted: str) -> None:
        if wanted == "#tool":
            self.post_message(self.ToolWanted(self._item_id))
        else:
            self.post_message(self.Declined({self._item_id: None}))
