"""The names of several pages in a line, the open one marked; each one is also a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from assessment.quiz import words

OPEN, CLOSED = "[{name}]", " {name} "
BETWEEN = 1
"""Columns between two names."""


class PageTab(Static):
    """The name of one page."""

    @dataclass
    class Clicked(Message):
        """The name was clicked."""

        number: int

    def __init__(self, number: int) -> None:
        super().__init__(markup=False)
        self._number = number

    def name_it(self, name: Content) -> None:
        """Show *name*; the screen is laid out anew only where it is longer or shorter.

        Names that differ in style alone are taken for the same: an open one has brackets.
        """
        if name != self.content:
            self.update(name, layout=name.cell_length != self.size.width)

    def on_click(self) -> None:
        """Tell that the name was clicked."""
        self.post_message(self.Clicked(self._number))


class PageTabs(Horizontal):
    """Shows which of the pages is open; where not all names fit, its number and its name."""

    @dataclass
    class Chosen(Message):
        """Somebody wants to see the page of that number."""

        number: int

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._open = 0

    def compose(self) -> ComposeResult:
        """Yield a tab for each page, and a line for where they do not fit."""
        for number in range(len(self._names)):
            yield PageTab(number)
        yield PageTab(-1)

    def open(self, number: int) -> None:
        """Mark the page of that *number*."""
        self._open = number
        self._show()

    def on_resize(self) -> None:
        """Show what fits into the new size."""
        self._show()

    def on_page_tab_clicked(self, event: PageTab.Clicked) -> None:
        """Open the page, or the next one where only one name is shown."""
        event.stop()
        following = (self._open + 1) % len(self._names)
        self.post_message(self.Chosen(following if event.number < 0 else event.number))

    def _show(self) -> None:
        *tabs, line = self.query(PageTab)
        whole = sum(cell_len(CLOSED.format(name=name)) + BETWEEN for name in self._names)
        fits = whole <= self.size.width
        for number, (tab, name) in enumerate(zip(tabs, self._names, strict=True)):
            form, style = (OPEN, "bold $primary") if number == self._open else (CLOSED, "$quiet")
            tab.display = fits
            tab.name_it(Content.styled(form.format(name=name), style))
        line.display = not fits
        where = words.PAGE_OF.format(
            number=self._open + 1, total=len(self._names), name=self._names[self._open]
        )
        line.name_it(Content.styled(where, "bold $primary"))
