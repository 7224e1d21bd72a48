"""Beside a list of exercises: the one at the pointer, moving, and what is to be known of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from assessment.desk.layout.parts import Page
from assessment.desk.widgets.parts_view import PartsView
from assessment.ui.drawing.figure import Figure


class ExerciseSide(Vertical):
    """Shows the moving figure where there is room for one, and below it the words."""

    def compose(self) -> ComposeResult:
        """Yield the figure and the words."""
        yield Figure(says_muscles=False)
        yield PartsView()

    def show(self, figure: str, page: Page) -> None:
        """Show the drawing called *figure* (empty: as it is) and *page*."""
        if figure:
            self.query_one(Figure).show(figure)
        view = self.query_one(PartsView)
        view.show(page)
        view.scroll_home(animate=False)
