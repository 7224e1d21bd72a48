"""Parts of a page, one below the other: headings, text, and lines with a figure at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual.containers import VerticalScroll
from textual.widgets import Static

from assessment.desk.layout.record_pages import Kind, Part

ROLES = {
    Kind.HEADING: "bold {primary}",
    Kind.QUIET: "{quiet}",
    Kind.DETAIL: "{quiet}",
    Kind.STOP: "bold {stop}",
}
PAIR_SHARES = (2, 3)
"""How the columns of a name and of what it is share the room."""
AIR = 1
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
        self.show(self._parts)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.show(self._parts))

    def show(self, parts: Sequence[Part]) -> None:
        """Show *parts* from the top."""
        self._parts = tuple(parts)
        drawn = Group(*(_drawn(kind, list(some), self._style) for kind, some in _runs(parts)))
        self.query_one(Static).update(drawn)

    def _style(self, kind: Kind) -> str:
        return ROLES.get(kind, "").format_map(self.app.theme_variables)


def _runs(parts: Sequence[Part]) -> Iterator[tuple[Kind, Iterator[Part]]]:
    return groupby(parts, key=lambda part: part.kind)


def _drawn(kind: Kind, parts: Sequence[Part], style: object) -> RenderableType:
    """Return parts of one *kind* that follow each other."""
    how = style(kind) if callable(style) else ""
    if kind is Kind.PAIR:
        grid = Table.grid(expand=True, padding=(0, AIR, 0, 0))
        grid.add_column(ratio=PAIR_SHARES[0])
        grid.add_column(ratio=PAIR_SHARES[1])
    elif kind is Kind.SUM:
        grid = Table.grid(expand=True, padding=(0, AIR, 0, 0))
        grid.add_column(ratio=1)
        grid.add_column(justify="right")
    else:
        indent = INDENT if kind is Kind.DETAIL else ""
        texts = Group(*(Text(indent + part.left, style=how) for part in parts))
        return Padding(texts, (1, 0, 0, 0)) if kind is Kind.HEADING else texts
    for part in parts:
        grid.add_row(Text(part.left), Text(part.right))
    return grid
