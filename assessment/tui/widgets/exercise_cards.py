"""The exercises of a result: a line for each, and how it is done below the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from assessment.quiz import words
from assessment.ui.widgets.line_painter import NO_POINTER, POINTER
from reports.sheets.plan.training import Card
from reports.words import common as report_words

A_FEW_ROWS = 3
"""How far one press moves in an exercise that is longer than the window."""
GAP, INDENT = "   ", 5
"""Between name and dose; columns before a dose that stands below its name."""


class ExerciseCard(Vertical):
    """One exercise; only the open one says more than its dose."""

    @dataclass
    class Clicked(Message):
        """The exercise was clicked."""

        number: int

    def __init__(self, number: int, card: Card) -> None:
        super().__init__()
        self._number = number
        self._card = card
        self._is_open = False

    def compose(self) -> ComposeResult:
        """Yield the line and what stands below it."""
        yield Static(classes="title", markup=False)
        yield Static(Content("\n").join(_details(self._card)), classes="details", markup=False)

    def show_open(self, *, is_open: bool) -> None:
        """Show or hide what stands below the line."""
        self._is_open = is_open
        self.query_one(".details").display = is_open
        self._write_title()

    def on_resize(self) -> None:
        """Put the dose where the new width has room for it."""
        self._write_title()

    def _write_title(self) -> None:
        """Write name and dose; the dose on a line of its own rather than torn."""
        pointer = POINTER if self._is_open else NO_POINTER
        name = f"{pointer}{self._card.number}  {self._card.name}"
        torn = len(name + GAP + self._card.dose) >= self.size.width
        before = "\n" + " " * INDENT if torn else GAP
        title = Content.assemble((name, "bold"), before, self._card.dose)
        self.query_one(".title", Static).update(title)

    def on_click(self) -> None:
        """Tell that the exercise was clicked."""
        self.post_message(self.Clicked(self._number))


class ExerciseCards(VerticalScroll):
    """The exercises, one of them open."""

    @dataclass
    class Opened(Message):
        """Another exercise is open."""

        figure: str
        """The id of its drawing."""

    def __init__(
        self, cards: Sequence[Card], in_every: Sequence[str] = (), *, id: str | None = None
    ) -> None:
        """*in_every*: what is changed for the client in all of them alike."""
        super().__init__(id=id, can_focus=False)
        self._cards = tuple(cards)
        self._in_every = " ".join(in_every)
        self._open = 0

    def compose(self) -> ComposeResult:
        """Yield what holds for all exercises, and each of them."""
        if self._in_every:
            said = f"{report_words.IN_EVERY_EXERCISE}: {self._in_every}"
            yield Static(said, classes="heading text", markup=False)
        for number, card in enumerate(self._cards):
            yield ExerciseCard(number, card)

    def on_mount(self) -> None:
        """Open the first exercise."""
        self._show(0)

    def move(self, direction: int) -> None:
        """Read on in the open exercise, or open the next one."""
        card = self.query(ExerciseCard)[self._open].region
        below = card.bottom > self.scrollable_content_region.bottom
        above = card.y < self.scrollable_content_region.y
        if below if direction > 0 else above:
            self.scroll_relative(y=A_FEW_ROWS * direction, animate=False)
        else:
            self._show(min(max(self._open + direction, 0), len(self._cards) - 1))

    def on_exercise_card_clicked(self, event: ExerciseCard.Clicked) -> None:
        """Open the exercise that was clicked."""
        event.stop()
        self._show(event.number)

    def _show(self, number: int) -> None:
        self._open = number
        cards = self.query(ExerciseCard)
        for one, card in enumerate(cards):
            card.show_open(is_open=one == number)
        if number == 0:
            self.call_after_refresh(self.scroll_home, animate=False)
        else:
            self.call_after_refresh(self.scroll_to_widget, cards[number], animate=False)
        self.post_message(self.Opened(self._cards[number].figure))


def _details(card: Card) -> list[Content]:
    """Return why and how: what a client wants to know before the first try."""
    quiet = [f"{card.why}."] if card.why else []
    how = [card.start, *(f"{number}. {step}" for number, step in enumerate(card.steps, start=1))]
    pace = words.HOW_HARD.format(effort=card.effort, pace=card.pace, rest=card.rest)
    slip = f"{report_words.SLIP}: {card.slips}"
    stop = [f"{report_words.STOP} {card.stop_if}", *card.changes]
    return [
        *(Content(line).stylize("$quiet") for line in quiet),
        *map(Content, (*how, pace, slip)),
        *(Content(line).stylize("bold") for line in stop),
        Content(""),
    ]
