"""The first screen. It imports nothing but Textual: the rest is loaded while it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Static

from assessment.quiz import words
from assessment.tui.widgets.look_line import LookLine
from assessment.ui.key_queue import InTurn
from assessment.ui.widgets.key_bar import KeyBar

KEY_NEW, KEY_SAME = "1", "2"
"""What answers the question who is there."""


class WelcomeScreen(Screen[None], InTurn):
    """Greets; starts the quiz, or asks first whose the answers are that are kept.

    Whoever comes next presses Enter: that starts anew, and never opens the answers of another.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", words.KEY_CHOOSE, key_display=words.UP_DOWN),
        Binding("up", "app.focus_previous", show=False),
        Binding("f3", "app.other_look(1)", words.OTHER_LOOK, key_display=words.LOOK_KEY),
        Binding("right", "app.other_look(1)", show=False),
        Binding("left", "app.other_look(-1)", show=False),
        Binding("escape", "app.quit", words.QUIT, key_display=words.ESCAPE),
        Binding(KEY_NEW, "press('start')", show=False),
        Binding(KEY_SAME, "press('resume')", show=False),
    ]

    @dataclass
    class Started(Message):
        """Somebody wants to begin.

        ``resuming`` is with the answers that are kept; ``erases`` is that others are kept.
        """

        resuming: bool
        erases: bool

    def __init__(self, kept_for: timedelta | None) -> None:
        super().__init__()
        self._kept_for = kept_for
        self.is_ready = True
        """Whether a key is meant for it; once it was left, keys wait for the first question."""

    def compose(self) -> ComposeResult:
        """Yield the greeting and the buttons."""
        with Vertical(id="box"):
            yield Static(id="gym", markup=False)
            yield Static(words.TITLE, id="title", markup=False)
            yield Static(words.WELCOME, classes="text -whole", markup=False)
            yield Static(words.HOW_LONG, classes="text -whole", markup=False)
            yield Static(words.WELCOME_SHORT, classes="text -brief", markup=False)
            yield Static(words.HOW_LONG_SHORT, classes="text -brief -always", markup=False)
            yield Static(words.PRIVACY, classes="text", id="privacy", markup=False)
            yield LookLine()
            yield Static(id="kept", markup=False)
            yield Button(words.START, id="start")
            yield Button(_answer(KEY_SAME, words.AM_THE_SAME), id="resume")
            yield Button(words.QUIT, id="quit")
            yield Static(words.NOT_A_DIAGNOSIS, classes="quiet -whole", markup=False)
            yield Static(id="note", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Offer what there is."""
        self.offer(self._kept_for)

    def offer(self, kept_for: timedelta | None) -> None:
        """Offer to start; where answers are *kept_for* so long, ask whose they are."""
        self._kept_for = kept_for
        self.is_ready = True
        for part in ("#kept", "#resume"):
            self.query_one(part).display = self.offers_to_resume
        self.set_class(self.offers_to_resume, "-asking")
        if kept_for is not None:
            sentence = words.WHO_WAS_HERE.format(age=words.age_in_words(kept_for))
            self.query_one("#kept", Static).update(sentence)
        start = self.query_one("#start", Button)
        start.label = _answer(KEY_NEW, words.AM_NEW) if self.offers_to_resume else words.START
        start.focus()
        self.say("")

    @property
    def offers_to_resume(self) -> bool:
        """Whether the answers that are kept are offered."""
        return self._kept_for is not None

    def close_down(self, reason: str) -> None:
        """Offer only to quit, and say why."""
        self.offer(None)
        self.query_one("#start", Button).display = False
        self.query_one("#quit", Button).focus()
        self.say(reason)

    def greet(self, gym: str) -> None:
        """Show the name of the gym, in a row that was kept for it."""
        self.query_one("#gym", Static).update(gym)

    def say(self, sentence: str) -> None:
        """Show *sentence* below the buttons."""
        self.query_one("#note", Static).update(sentence)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "quit":
            self.app.exit()  # there is nothing to lose here
        else:
            self._begin(resuming=event.button.id == "resume")

    def action_press(self, button: str) -> None:
        """Answer by key who is there, where that is asked."""
        if self.offers_to_resume:
            self._begin(resuming=button == "resume")

    def _begin(self, *, resuming: bool) -> None:
        erases = self.offers_to_resume and not resuming
        self.post_message(self.Started(resuming, erases))


def _answer(key: str, label: str) -> str:
    return words.BY_KEY.format(key=key, does=label)
