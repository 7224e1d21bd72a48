"""The last question before a client is erased: a word has to be typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from assessment.casebook.clients import Client
from assessment.desk import keys, words
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.quiz import words as quiz_words
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.one_line_input import OneLineInput

MOST_TYPED = 20


class EraseScreen(DeskScreen):
    """Says what is erased and what is not, and takes no key for a yes."""

    ABOUT = "erase"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.DeskKey("enter", words.KEY_ERASE, quiz_words.ENTER).does("erase"),
        keys.HELP_WHILE_TYPING.does("help"),
    ]

    def __init__(
        self, client: Client, records: int, clock: Callable[[], float], erase: Callable[[], None]
    ) -> None:
        """Ask about *client* with so many *records*; *erase* once the word was typed."""
        super().__init__(clock)
        self._client = client
        self._records = records
        self._erase = erase

    def compose(self) -> ComposeResult:
        """Yield what is going to happen, and the line for the word."""
        name = self._client.name or words.NO_NAME
        counted = words.records_in_words(self._records)
        with Vertical(classes="page"):
            yield Static(words.ERASE.format(name=name), id="title", markup=False)
            with VerticalScroll(id="text", can_focus=False):
                yield Static(words.ERASE_TEXT.format(records=counted), markup=False)
            yield Static(words.ERASE_TYPE.format(word=words.ERASE_WORD), markup=False)
            yield OneLineInput(max_length=MOST_TYPED, id="word")
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Be ready for the word."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_erase()

    def action_erase(self) -> None:
        """Erase, if the word is there."""
        typed = self.query_one(Input)
        if typed.disabled:
            return  # a key pressed twice erases once
        if typed.value.strip().casefold() == words.ERASE_WORD:
            typed.disabled = True
            self._erase()
        else:
            self.say(words.ERASE_NOT_TYPED.format(word=words.ERASE_WORD), warning=True)
