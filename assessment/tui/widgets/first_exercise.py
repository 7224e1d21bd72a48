"""The first exercise of a plan, moving below what the answers show."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assessment.quiz import words
from assessment.ui.drawing.figure import Figure
from reports.sheets.plan.training import Card


class FirstExercise(Vertical):
    """Names the exercise and its dose, and shows how it is done."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """Yield the words and the figure."""
        said = Content.assemble((self._card.name, "bold"), f"\n{self._card.dose}")
        yield Static(words.YOUR_FIRST, classes="heading", markup=False)
        yield Static(said, markup=False)
        yield Figure(says_muscles=False)

    def on_mount(self) -> None:
        """Begin with its first pose."""
        self.query_one(Figure).show(self._card.figure)
