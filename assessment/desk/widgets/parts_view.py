"""Parts of a page, one below the other: headings, text, and lines with what they are beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual.containers import VerticalScroll
from textual.widgets import Static

from assessment.desk.layout.parts import Kind, Part

ROLES = {
    Kind.HEADING: "bold {primary}",
    Kind.QUIET: "{quiet}",
    Kind.DETAIL: "{quiet}",
    Kind.STOP: "bold {stop}",
}
BESIDE = (Kind.PAIR, Kind.SUM)
"""Kinds that have something at their right."""
MOST_LEFT = {Kind.PAIR: (0.4, 36), Kind.SUM: (0.72, 64)}
"""What the left of a line may take: a share of the room, and columns."""
AIR = 2
INDENT = "  "


class PartsView(VerticalScroll):
    """Shows parts; the keys of the screen scroll it."""

    def __init__(self, parts: Sequence[Part] = (), *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=False)
        self._parts = tuple(parts)

    def compose(self) -> Iterator[Static]:
        """Yield the text of all parts."""
        yield Static(markup=False)

    def on_mount(self) -> None:
        """Draw the parts, and again where the look changes."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw())

    def on_resize(self) -> None:
        """Use the columns that there are now."""
        self._draw()

    def show(self, parts: Sequence[Part]) -> None:
        """Show *parts*."""
        self._parts = tuple(parts)
        self._draw()

    def _draw(self) -> None:
        columns = self.scrollable_content_region.width
        left = {kind: _left_of(kind, self._parts, columns) for kind in BESIDE}
        drawn = (
            _drawn(kind, list(some), ROLES.get(kind, "").format_map(self.app.theme_variables), left)
            for kind, some in groupby(self._parts, key=lambda part: part.kind)
        )
        self.query_one(Static).update(Group(*drawn))


def _left_of(kind: Kind, parts: Sequence[Part], columns: int) -> int:
    """Return the columns of what stands left on the lines of *kind*: the longest that may be."""
    share, most = MOST_LEFT[kind]
    longest = max((cell_len(part.left) for part in parts if part.kind is kind), default=1)
    return max(1, min(longest, most, int(share * columns)))


def _drawn(kind: Kind, parts: Sequence[Part], style: str, left: dict[Kind, int]) -> RenderableType:
    """Return *parts* of one *kind* that follow each other."""
    if kind in BESIDE:
        grid = Table.grid(padding=(0, AIR, 0, 0))
        grid.add_column(width=left[kind])
        grid.add_column()
        for part in parts:
            grid.add_row(Text(part.left), Text(part.right))
        return grid
    indent = INDENT if kind is Kind.DETAIL else ""
    texts = Group(*(Text(indent + part.left, style=style) for part in parts))
    return Padding(texts, (1, 0, 0, 0)) if kind is Kind.HEADING else texts
