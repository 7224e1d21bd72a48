"""Last time and now, drawn in the columns that there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import VerticalScroll
from textual.widgets import Static

from assessment.casebook.earlier_screenings import earlier_than
from assessment.casebook.history import PastScreening
from assessment.catalogue.loader import load_catalogue
from assessment.core.retest.comparison import compare_screenings
from assessment.desk import words
from assessment.desk.layout.last_and_now_lines import retest_lines
from reports.sheets.retest import RetestView, retest_of


class LastAndNowView(VerticalScroll):
    """Shows the last screening beside the one before; the keys of the screen scroll it."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, can_focus=False)
        self._view: RetestView | None = None
        self._why_not = words.ONE_ONLY

    def compose(self) -> Iterator[Static]:
        """Yield the lines."""
        yield Static(markup=False)

    def show(self, screenings: Sequence[PastScreening]) -> None:
        """Show the last of *screenings*, which come oldest first, beside the one before."""
        now = screenings[-1]
        earlier = [one.screening for one in earlier_than(now.day, screenings)]
        catalogue = load_catalogue()
        comparison = compare_screenings(earlier, now.screening, catalogue)
        self._view = retest_of(comparison, catalogue) if comparison else None
        self._why_not = words.NO_NUMBERS if earlier else _why_none(screenings)
        self._draw()

    def on_resize(self) -> None:
        """Use the columns that there are now."""
        self._draw()

    def _draw(self) -> None:
        columns = self.scrollable_content_region.width
        lines = retest_lines(self._view, columns) if self._view else [self._why_not]
        self.query_one(Static).update("\n".join(lines))


def _why_none(screenings: Sequence[PastScreening]) -> str:
    """Return why none of *screenings* is an earlier one."""
    days = {one.day for one in screenings}
    return words.ONE_DAY_ONLY if len(screenings) > len(days) == 1 else words.ONE_ONLY
