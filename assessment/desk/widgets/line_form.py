"""Lines to type into, one below the other: each has its name, what is typed, and its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from assessment.desk import keys
from assessment.desk.screens.base import status_line
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.one_line_input import OneLineInput

FIGURE = r"[0-9.,]*"
"""What a line may hold into which a number is typed."""


class FormLine(NamedTuple):
    """One line: whose it is, its name, what stands in it at first, and how it is typed.

    ``pattern`` is a regular expression of what may be typed; empty: anything.
    """

    id: str
    name: str
    value: str
    most: int
    unit: str = ""
    pattern: str = ""


class LineInput(OneLineInput):
    """Takes what its line may hold; every other key is the screen's. Its cursor stands still."""

    def __init__(self, line: FormLine) -> None:
        # a number is typed anew, a text is gone on with: one letter must not take all of it away
        is_number = bool(line.pattern)
        super().__init__(
            line.value,
            max_length=line.most,
            restrict=line.pattern or None,
            select_on_focus=is_number,
        )
        self.line_id = line.id
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave to the screen what the line cannot hold."""
        return super().check_consume_key(key, character) and self._holds(character)

    def on_key(self, event: events.Key) -> None:
        """Type nothing that the line cannot hold."""
        if not self._holds(event.character):
            event.prevent_default()

    def _holds(self, character: str | None) -> bool:
        if character is None or not self.restrict or not character.isprintable():
            return True
        return re.fullmatch(self.restrict, character) is not None


class LineForm(VerticalScroll, can_focus=False):
    """Shows lines; Enter and Down go to the next, Up to the one before."""

    @dataclass
    class Reached(Message):
        """Somebody came to the line of that id."""

        line_id: str

    def __init__(self, lines: Sequence[FormLine], *, id: str) -> None:
        super().__init__(id=id)
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        """Yield a row for each line."""
        for line in self._lines:
            with Horizontal(classes="line"):
                yield Static(line.name, classes="name", markup=False)
                yield LineInput(line)
                if line.unit:
                    yield Static(line.unit, classes="unit", markup=False)

    @property
    def typed(self) -> Mapping[str, str]:
        """What stands in each line now, by its id."""
        return {one.line_id: one.value.strip() for one in self.query(LineInput)}

    @property
    def changed(self) -> Mapping[str, str]:
        """What stands in the lines that are not as they were."""
        typed = self.typed
        return {one.id: typed[one.id] for one in self._lines if typed[one.id] != one.value}

    @property
    def current(self) -> str:
        """The id of the line that is typed into."""
        inputs = list(self.query(LineInput))
        return next((one.line_id for one in inputs if one.has_focus), inputs[0].line_id)

    def go_to(self, line_id: str) -> None:
        """Type into the line of that id."""
        next(one for one in self.query(LineInput) if one.line_id == line_id).focus()

    def step(self, by: int) -> None:
        """Go so many lines down, or up; it stops at the ends."""
        ids = [line.id for line in self._lines]
        self.go_to(ids[max(0, min(ids.index(self.current) + by, len(ids) - 1))])

    def fill(self, value: str) -> None:
        """Type *value* into the line that is open, in place of what is there."""
        next(one for one in self.query(LineInput) if one.line_id == self.current).value = value

    def mark(self, *wrong: str) -> None:
        """Mark the lines of these ids as wrong, and no others."""
        for one in self.query(LineInput):
            one.set_class(one.line_id in wrong, "-wrong")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell which line is open."""
        if isinstance(event.widget, LineInput):
            self.post_message(self.Reached(event.widget.line_id))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.step(1)


def form_page(title: str, text: str, form: LineForm) -> ComposeResult:
    """Yield what a screen shows around its *form*."""
    with Vertical(classes="page"):
        yield Static(title, id="title", markup=False)
        yield Static(text, id="text", markup=False)
        yield form
        yield status_line()
    yield KeyBar()


def form_bindings(*more: BindingType) -> list[BindingType]:
    """Return the keys of a screen with a form, with *more* of its own between them."""
    return [
        keys.NEXT_LINE.does("step(1)"),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        *more,
        keys.KEEP.does("keep"),
    ]
