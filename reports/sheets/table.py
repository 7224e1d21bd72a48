"""A table as rows and columns, drawn from one description on paper and on the desk's screen.

To add a column is to add a ``Column``: its header, what stands in it for a row, how it is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar

Row = TypeVar("Row")


class Span(NamedTuple):
    """Words of a cell that are set in a way of their own."""

    text: str
    style: Literal["", "strong", "small"] = ""


Cell: TypeAlias = tuple[Span, ...]
"""One after the other; a line break in a text is one on paper."""


class OnScreen(Enum):
    """Where a screen, which has no room for columns, has what stands in one."""

    IN_LINE = auto()
    """In the line below a row, with the others of its kind."""
    APART = auto()
    """In a place of its own, which the screen knows."""
    NOWHERE = auto()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """What one column is called, and what it says of a row.

    ``css`` is the class of its cells, and of its header where ``head_css`` names no other.
    ``line`` is what a screen says of a row in place of "header: text".
    """

    header: str
    cell: Callable[[Row], str | Cell] = field(compare=False)
    css: str = ""
    head_css: str | None = None
    names_row: bool = False
    to_fill_in: bool = False
    """Whether there is a box for a pen."""
    width: Callable[[Row], int] = field(default=lambda _: 1, compare=False)
    """How many columns the cell takes; 0 where the one before has taken its place."""
    on_screen: OnScreen = OnScreen.IN_LINE
    line: Callable[[Row], str] | None = field(default=None, compare=False)

    @property
    def head(self) -> str:
        """The class of the header."""
        return self.css if self.head_css is None else self.head_css

    def spans(self, row: Row) -> Cell:
        """Return what stands in the cell of *row*."""
        cell = self.cell(row)
        return (Span(cell),) if isinstance(cell, str) else cell

    def text(self, row: Row) -> str:
        """Return what stands in the cell of *row* as plain text on one line."""
        if self.line:
            return self.line(row)
        return "".join(span.text for span in self.spans(row)).replace("\n", " ").strip()

    def in_line(self, row: Row) -> str:
        """Return what a screen says of *row* in the line below it; empty for nothing."""
        if self.on_screen is not OnScreen.IN_LINE:
            return ""
        text = self.text(row)
        return text if self.line or not text else f"{self.header}: {text}."


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Rows with their columns; empty, and false, without rows."""

    columns: tuple[Column[Row], ...]
    rows: tuple[Row, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def lines(self, row: Row) -> Iterator[str]:
        """Yield what a screen says in the line below *row*, column by column."""
        yield from filter(None, (column.in_line(row) for column in self.columns))


def strong(text: str) -> Span:
    """Return *text* that is set strong."""
    return Span(text, "strong")


def small(text: str) -> Span:
    """Return *text* that is set small."""
    return Span(text, "small")


def pen(header: str) -> Column[Row]:
    """Return a column of boxes for a pen; a screen has none."""
    return Column(header, lambda _: "", "pen", to_fill_in=True, on_screen=OnScreen.NOWHERE)
