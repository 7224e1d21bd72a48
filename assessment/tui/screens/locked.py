"""The cover over a sitting that nobody took part in for a while: no answer can be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from assessment.quiz import words
from assessment.ui.dialogs.dialogs import DialogOptionList
from assessment.ui.dialogs.leaving import LeavesOnce
from assessment.ui.dialogs.options import DialogOption
from assessment.ui.press_guard import PressGuard
from assessment.ui.session_message import SessionMessage
from assessment.ui.widgets.answer_list import AnswerList

MINE, NEW = "mine", "new"
OPTIONS = (DialogOption(NEW, words.LOCKED_NEW), DialogOption(MINE, words.LOCKED_MINE))
"""Somebody new first: a key pressed without reading must not open the answers of another."""


class LockedScreen(LeavesOnce[None]):
    """Says that the answers are hidden; the first key or click brings the question who is there."""

    CSS_PATH = "../styles/locked.tcss"
    AUTO_FOCUS = ""  # the first key only wakes the screen

    @dataclass
    class NewClient(SessionMessage):
        """Somebody else wants to start."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._press_guard = PressGuard(clock)

    def compose(self) -> ComposeResult:
        """Yield the cover, and the options, which do not show yet."""
        with Vertical(id="box"):
            yield Static(words.TITLE, id="title", markup=False)
            yield Static(words.LOCKED, id="text", markup=False)
            yield Static(words.LOCKED_ANY_KEY, id="any-key", markup=False)
            yield DialogOptionList(OPTIONS, self._press_guard.is_settled, has_keys=True)

    def on_mount(self) -> None:
        """Show the cover only."""
        self.query_one(DialogOptionList).display = False

    def on_key(self, event: events.Key) -> None:
        """Ask who is there, on any key; those that come later belong to the options."""
        if not self._is_awake:
            event.stop()
            self._wake()

    def on_click(self, event: events.Click) -> None:
        """Ask who is there, on a click anywhere."""
        event.stop()
        if not self._is_awake:
            self._wake()

    @on(AnswerList.Answered)
    def _answered(self, event: AnswerList.Answered) -> None:
        event.stop()
        if event.answers["option"] == MINE:
            self.dismiss()
        else:
            self.post_message(self.NewClient())

    @property
    def _is_awake(self) -> bool:
        return self.query_one(DialogOptionList).display

    def _wake(self) -> None:
        options = self.query_one(DialogOptionList)
        self._press_guard.shown_now()
        options.display = True
        options.focus()
        self.query_one("#any-key").display = False
