"""The shut desk: asks for the passphrase or the PIN, or has a PIN chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from assessment.desk import keys, words
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.quiz import words as quiz_words
from assessment.records.errors import WrongSecretError
from assessment.records.sealing.guard import Guard
from assessment.records.sealing.pin import check_form
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.one_line_input import OneLineInput
from assessment.ui.widgets.progress import ProgressLine

MOST_TYPED = 1000


class OpeningScreen(DeskScreen):
    """Stands while the desk is shut; nothing of any client is on it."""

    ABOUT = "opening"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.OPEN.does("open"),
        keys.LOOK.does("app.other_look(1)"),
        keys.HELP_WHILE_TYPING.does("help"),
        Binding("escape", "app.quit", words.KEY_CLOSE, key_display=quiz_words.ESCAPE),
    ]

    @dataclass
    class SecretGiven(Message):
        """Somebody typed a secret; ``is_new``: it is a PIN to be chosen."""

        secret: str
        is_new: bool

    def __init__(self, clock: Callable[[], float], sentence: str = "") -> None:
        super().__init__(clock)
        self._sentence = sentence
        self._guard: Guard | None = None
        self._first: str | None = None
        """A PIN that was chosen and has to be typed once more."""

    def compose(self) -> ComposeResult:
        """Yield the title, the line for the secret, and how far the opening is."""
        with Vertical(id="box"):
            yield Static(words.TITLE, id="title", markup=False)
            yield Static(words.ONE_MOMENT, id="prompt", markup=False)
            secret = OneLineInput(password=True, max_length=MOST_TYPED, id="secret")
            secret.display = False
            yield secret
            yield Static(id="hint", markup=False)
            progress = ProgressLine(id="progress")
            progress.display = False
            yield progress
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say why the desk is shut, where there is a reason."""
        self.say(self._sentence)
        self.query_one(KeyBar).hide("open")

    def ask_for(self, guard: Guard) -> None:
        """Ask for what opens the desk, or for a PIN to be chosen."""
        self._guard, self._first = guard, None
        prompts = {Guard.PASSPHRASE: words.ASK_SEALED, Guard.PIN: words.ASK_PIN}
        self._show(prompts.get(guard, words.CHOOSE_PIN))
        hint = words.PIN_SEALS_NOTHING if guard is Guard.NOTHING_YET else ""
        self.query_one("#hint", Static).update(hint)

    def refuse(self, sentence: str) -> None:
        """Say why it did not open, and let it be tried again."""
        if self._guard:
            self.ask_for(self._guard)
        self.say(sentence, warning=True)

    def show_trying(self) -> None:
        """Take nothing more, and say that it takes a moment."""
        self.query_one("#secret", Input).display = False
        self.query_one("#prompt", Static).update(words.TRYING)
        self.query_one("#hint", Static).update("")
        self.query_one(KeyBar).hide("open")
        self.say("")

    def show_progress(self, done: int, of: int) -> None:
        """Show how many records are opened."""
        line = self.query_one(ProgressLine)
        line.display = True
        line.share = done / of
        self.query_one("#prompt", Static).update(words.CARDS.format(done=done, of=of))
        self.query_one("#hint", Static).update(words.TRYING_LONG)

    def action_open(self) -> None:
        """Try what is typed, by a click on the key."""
        self._submit(self.query_one("#secret", Input).value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit(event.value)

    def _submit(self, typed: str) -> None:
        if not typed or not self.query_one("#secret", Input).display:
            return
        if self._guard is not Guard.NOTHING_YET:
            self.post_message(self.SecretGiven(typed, is_new=False))
        elif self._first is None:
            self._choose(typed)
        elif self._first == typed:
            self.post_message(self.SecretGiven(typed, is_new=True))
        else:
            self.refuse(words.PINS_DIFFER)

    def _choose(self, pin: str) -> None:
        """Have *pin* typed once more, or say at once that it can be none."""
        try:
            check_form(pin)
        except WrongSecretError as error:
            self.refuse(str(error))
            return
        self._first = pin
        self._show(words.PIN_AGAIN)
        self.say("")

    def _show(self, prompt: str) -> None:
        secret = self.query_one("#secret", Input)
        secret.value = ""
        secret.display = True
        secret.focus()
        self.query_one(ProgressLine).display = False
        self.query_one("#prompt", Static).update(prompt)
        self.query_one(KeyBar).hide()
