"""The exercises of a result, one a screen: how much, how it is done, and when to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from assessment.quiz import words
from assessment.quiz.card_text import CardLine, card_lines, stop_line
from reports.sheets.plan.training import Card

A_FEW_ROWS = 3
"""How far one press moves in an exercise that is longer than the window."""
GAP = "   "
"""Between name and dose."""


DOT, OPEN_DOT = "○", "●"
BACK_COLUMNS = 2
"""At the left of the line, where a click goes back; elsewhere it goes on."""


class ExerciseSteps(Widget):
    """Says how far along the open exercise is, in words and in dots to click."""

    number: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """Somebody wants to see the exercise of that number, counted from 0."""

        number: int

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total = total

    def render(self) -> Content:
        """Return the line: a dot for each exercise, full up to the open one."""
        full = self.number + 1
        dots = OPEN_DOT * full + DOT * (self._total - full)
        return Content.assemble((self._said, "bold $primary"), (dots, "$primary"))

    def on_click(self, event: events.Click) -> None:
        """Tell which exercise was meant: the one of a dot, the one before or the next one."""
        event.stop()
        dot = event.x - len(self._said)
        step = -1 if event.x < BACK_COLUMNS else 1
        wanted = dot if 0 <= dot < self._total else (self.number + step) % self._total
        self.post_message(self.Chosen(wanted))

    @property
    def _said(self) -> str:
        return words.EXERCISE_OF.format(number=self.number + 1, total=self._total)


class ExerciseCards(Vertical):
    """Shows one exercise at a time, and how far along it is."""

    @dataclass
    class Opened(Message):
        """Another exercise is open."""

        figure: str
        """The id of its drawing."""

    def __init__(
        self, cards: Sequence[Card], in_every: Sequence[str] = (), *, id: str | None = None
    ) -> None:
        """*in_every*: what is changed for the client in all of them alike."""
        super().__init__(id=id)
        self._cards, self._in_every = tuple(cards), tuple(in_every)
        self._open = 0

    def compose(self) -> ComposeResult:
        """Yield how far along it is, and the places that every exercise is shown in."""
        yield ExerciseSteps(len(self._cards))
        yield Static(id="exercise-name", markup=False)
        with VerticalScroll(id="how", can_focus=False):
            yield Static(id="how-text", markup=False)
        yield Static(id="stop", markup=False)

    def on_mount(self) -> None:
        """Open the first exercise."""
        self._show(0)

    def on_resize(self) -> None:
        """Put the dose where the new width has room for it."""
        self._write_name()

    def move(self, direction: int) -> None:
        """Read on in the open exercise, or open the next one."""
        how = self.query_one("#how", VerticalScroll)
        more = how.scroll_y < how.max_scroll_y if direction > 0 else how.scroll_y > 0
        if more:
            rows = max(1, min(A_FEW_ROWS, how.scrollable_content_region.height))
            how.scroll_relative(y=rows * direction, animate=False)
        else:
            self._show(min(max(self._open + direction, 0), len(self._cards) - 1))

    def on_exercise_steps_chosen(self, event: ExerciseSteps.Chosen) -> None:
        """Show the exercise that was clicked."""
        event.stop()
        self._show(event.number)

    def _show(self, number: int) -> None:
        self._open = number
        card = self._cards[number]
        self.query_one(ExerciseSteps).number = number
        self._write_name()
        how = Content("\n").join(map(_written, card_lines(card, self._in_every)))
        self.query_one("#how-text", Static).update(how)
        self.query_one("#how", VerticalScroll).scroll_home(animate=False)
        self.query_one("#stop", Static).update(_written(stop_line(card)))
        self.post_message(self.Opened(card.figure))

    def _write_name(self) -> None:
        """Write name and dose; the dose on a line of its own rather than torn."""
        card = self._cards[self._open]
        torn = len(card.name + GAP + card.dose) >= self.size.width
        name = Content.assemble((card.name, "bold"), "\n" if torn else GAP, card.dose)
        self.query_one("#exercise-name", Static).update(name)


def _written(line: CardLine) -> Content:
    if not line.label:
        return Content(line.text).stylize("$quiet")
    return Content.assemble((line.label, "bold"), " ", line.text)
