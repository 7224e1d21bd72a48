"""A clinician's clearance: who, and on which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from assessment.core.answers import NAME_LIMIT
from assessment.desk import words
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.quiz import words as quiz_words
from assessment.ui.widgets.key_bar import KeyBar

DAY_LENGTH = len("2026-05-12")


class ClearanceScreen(DeskScreen):
    """Asks for a clearance; what is typed is checked before it is kept."""

    ABOUT = "form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", words.KEY_FIELD, key_display=words.TAB),
        Binding("enter", "keep", words.KEY_KEEP, key_display=quiz_words.ENTER),
        Binding("f1", "help", words.KEY_HELP, key_display="F1"),
    ]

    def __init__(
        self,
        clock: Callable[[], float],
        today: date,
        keep: Callable[[Mapping[str, str]], None],
    ) -> None:
        """Ask, and give a clearance that can be recorded to *keep*, as an answer."""
        super().__init__(clock)
        self._today = today
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Yield the two fields."""
        with Vertical(classes="page"):
            yield Static(words.CLEARANCE, id="title", markup=False)
            yield Static(words.CLEARANCE_TEXT, id="text", markup=False)
            yield Static(words.BY, classes="label", markup=False)
            yield Input(max_length=NAME_LIMIT, id="by")
            yield Static(words.ON, classes="label", markup=False)
            yield Input(max_length=DAY_LENGTH, restrict=r"[0-9-]*", id="on")
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#by", Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "by" and not self.query_one("#on", Input).value:
            self.query_one("#on", Input).focus()
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Keep what was typed, or say what is wrong with it."""
        by, on_ = (self.query_one(f"#{name}", Input) for name in ("by", "on"))
        if not by.value.strip():
            self._refuse(words.NEED_BY, by)
            return
        try:
            day = date.fromisoformat(on_.value)
        except ValueError:
            self._refuse(words.NEED_DAY.format(today=self._today.isoformat()), on_)
            return
        if day > self._today:
            self._refuse(words.DAY_TO_COME, on_)
            return
        self._keep({"by": by.value.strip(), "on": day.isoformat()})

    def _refuse(self, sentence: str, where: Input) -> None:
        self.say(sentence, warning=True)
        where.focus()
