"""Who changes a plan: the name stands on the sheets, beside what was changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from assessment.core.folded import has_letter
from assessment.core.plan.changes.model import MOST_BY
from assessment.desk import keys, words
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.one_line_input import OneLineInput


class TrainerNameScreen(DeskScreen):
    """Asks for the trainer's name once; *take* gets it."""

    ABOUT = "name"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.TAKE.does("take"),
        keys.HELP_WHILE_TYPING.does("help"),
    ]

    def __init__(self, clock: Callable[[], float], take: Callable[[str], None]) -> None:
        super().__init__(clock)
        self._take = take

    def compose(self) -> ComposeResult:
        """Yield the line for the name."""
        with Vertical(classes="page"):
            yield Static(words.YOUR_NAME, id="title", markup=False)
            yield Static(words.YOUR_NAME_TEXT, id="text", markup=False)
            yield OneLineInput(max_length=MOST_BY, id="name")
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Be ready for the name."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the name, if there is one: a figure that was meant for the plan is none."""
        name = " ".join(self.query_one(Input).value.split())
        if has_letter(name):
            self._take(name)
        else:
            self.say(words.NEED_NAME, warning=True)
