"""Which sheets, how many copies, to the printer or into a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from assessment.desk import keys, words
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.quiz import words as quiz_words
from assessment.ui.inputs.choice_input import CHOSEN, NOT_CHOSEN
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line
from reports.output.print_options import Sheets

SHEETS: tuple[tuple[Sheets, str], ...] = (
    ("both", words.BOTH),
    ("client", words.CLIENT_SHEET),
    ("trainer", words.TRAINER_SHEET),
)
MOST_COPIES = 20
PRINT, SAVE = keys.PRINT.does("print"), keys.SAVE_FILE.does("save")


class SheetList(AnswerList):
    """The sheets to choose from; the one at the pointer is chosen."""

    MAY_BE_AIRY = False

    def mark(self, index: int) -> str:
        """Return a filled ring for the sheet that is chosen."""
        return CHOSEN if index == self.highlighted else NOT_CHOSEN

    def pick(self, _index: int) -> None:
        """Choose this one: the pointer is there already."""
        self.repaint()

    def finish(self) -> None:
        """Do nothing: what to do with the sheet is a key of its own."""


class PaperScreen(DeskScreen):
    """Asks what to print or save, one thing at a time."""

    ABOUT = "paper"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,down", "app.focus('sheets')", words.KEY_CHOOSE, key_display=quiz_words.UP_DOWN),
        Binding("left", "copies(-1)", words.KEY_FEWER, key_display=quiz_words.LEFT),
        Binding("right", "copies(1)", words.KEY_MORE, key_display=quiz_words.RIGHT),
        PRINT,
        SAVE,
    ]

    def __init__(
        self, clock: Callable[[], float], make: Callable[[PaperScreen, Sheets, int], None]
    ) -> None:
        """Ask, and have *make* print so many copies, or (0) only save.

        *make* begins the work and returns; it tells this screen once it is ``done`` or ``failed``.
        """
        super().__init__(clock)
        self._copies = 1
        self._make = make
        self._is_busy = False
        """Whether paper is on its way."""

    def compose(self) -> ComposeResult:
        """Yield the sheets, the copies and the two buttons."""
        with Vertical(classes="page"):
            yield Static(words.PAPER, id="title", markup=False)
            yield SheetList(self.is_settled, id="sheets")
            yield Static(id="copies", markup=False)
            with Horizontal(id="buttons"):
                for key in (PRINT, SAVE):
                    yield Button(f"{key.description} ({key.key})", id=key.action)
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with both sheets, one copy."""
        sheets = self.query_one(SheetList)
        sheets.set_lines([Line("", name, key) for key, name in SHEETS], 0)
        sheets.focus()
        self.action_copies(0)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        await self.run_action(event.button.id or "save")

    def action_copies(self, by: int) -> None:
        """Print more copies, or fewer."""
        self._copies = max(1, min(self._copies + by, MOST_COPIES))
        self.query_one("#copies", Static).update(words.COPIES.format(copies=self._copies))

    def action_print(self) -> None:
        """Print."""
        self._want(self._copies)

    def action_save(self) -> None:
        """Save a PDF."""
        self._want(0)

    def done(self, sentence: str) -> None:
        """Say what happened."""
        self._is_busy = False
        self.say(sentence)

    def failed(self, sentence: str) -> None:
        """Say what did not work."""
        self._is_busy = False
        self.say(sentence, warning=True)

    def _want(self, copies: int) -> None:
        if not self._press_guard.takes_press() or self._is_busy:
            return
        self._is_busy = True
        self.say(words.MAKING)
        sheets, _ = SHEETS[self.query_one(SheetList).highlighted or 0]
        self._make(self, sheets, copies)
