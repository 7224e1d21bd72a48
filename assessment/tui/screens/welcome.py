"""The first screen. It imports nothing but Textual: the rest is loaded while it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Static

from assessment.quiz import words
from assessment.ui.widgets.key_bar import KeyBar


class WelcomeScreen(Screen[None]):
    """Greets; starts the quiz, or goes on with the answers that are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", words.KEY_CHOOSE, key_display=words.UP_DOWN),
        Binding("up", "app.focus_previous", show=False),
        Binding("right", "app.other_look(1)", words.OTHER_LOOK, key_display=words.LEFT_RIGHT),
        Binding("left", "app.other_look(-1)", show=False),
        Binding("escape", "app.quit", words.QUIT, key_display=words.ESCAPE),
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

    def hurry(self) -> bool:
        """Return that nothing is to come by itself."""
        return False

    def admits(self, _key: events.Key) -> bool:
        """Return that every key is meant."""
        return True

    def only_types(self, _key: events.Key) -> bool:
        """Return that nothing is typed here."""
        return False

    def compose(self) -> ComposeResult:
        """Yield the greeting and the buttons."""
        with Vertical(id="box"):
            yield Static(words.TITLE, id="title", markup=False)
            yield Static(words.WELCOME, classes="text", markup=False)
            yield Static(words.HOW_LONG, classes="text", markup=False)
            yield Static(words.PRIVACY, classes="text", id="privacy", markup=False)
            yield Static(id="kept", markup=False)
            yield Button(words.RESUME, id="resume")
            yield Button(words.START, id="start")
            yield Button(words.QUIT, id="quit")
            yield Static(words.NOT_A_DIAGNOSIS, classes="quiet", markup=False)
            yield Static(id="note", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Offer what there is."""
        self.offer(self._kept_for)

    def offer(self, kept_for: timedelta | None) -> None:
        """Offer to start, and to go on with answers that are *kept_for* so long.

        The button that loses nothing is ready for Enter.
        """
        self._kept_for = kept_for
        self.is_ready = True
        kept = kept_for is not None
        for part in ("#kept", "#resume"):
            self.query_one(part).display = kept
        if kept_for is not None:
            sentence = words.KEPT_ANSWERS.format(age=words.age_in_words(kept_for))
            self.query_one("#kept", Static).update(sentence)
        start = self.query_one("#start", Button)
        start.label = words.START_ANEW if kept else words.START
        (self.query_one("#resume", Button) if kept else start).focus()
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

    def say(self, sentence: str) -> None:
        """Show *sentence* below the buttons."""
        self.query_one("#note", Static).update(sentence)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "quit":
            self.app.exit()  # there is nothing to lose here
        else:
            resuming = event.button.id == "resume"
            erases = self._kept_for is not None and not resuming
            self.post_message(self.Started(resuming, erases))
