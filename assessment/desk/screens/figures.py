"""Test figures that a trainer takes later: each is typed into its line, all go into one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.core.typed_value import MOST_DIGITS
from assessment.desk import keys, words
from assessment.desk.screens.base import DeskScreen
from assessment.desk.widgets.line_form import (
    FIGURE,
    FormLine,
    LineForm,
    form_bindings,
    form_page,
)
from assessment.quiz.answer_parsing import Refused, judged
from assessment.quiz.page_view import name_of
from assessment.quiz.protocol_help import paragraphs_of
from assessment.quiz.route import measurements
from assessment.ui.dialogs.dialogs import HelpScreen
from assessment.ui.measure.measure_screen import measure_screen
from assessment.ui.widgets.key_bar import KeyBar
from questions.model import NumberItem

WATCH = keys.WATCH.does("measure")


class FiguresScreen(DeskScreen):
    """Shows a line for each test; what is typed is judged as in the quiz."""

    ABOUT = "figures"
    BINDINGS: ClassVar[list[BindingType]] = form_bindings(WATCH)

    def __init__(
        self,
        sheet: AnswerSheet,
        clock: Callable[[], float],
        keep: Callable[[Mapping[str, object]], None],
    ) -> None:
        """Show the figures of *sheet*; *keep* gets those that changed, None for one taken away."""
        super().__init__(clock)
        self._sheet = sheet
        self._keep = keep
        pages = measurements(Interview(sheet, None))
        known = sheet.questionnaire.by_id
        items = (known[page.items[0]] for page in pages)
        self._items = {item.id: item for item in items if isinstance(item, NumberItem)}

    def compose(self) -> ComposeResult:
        """Yield a line for each test."""
        lines = [self._line(item) for item in self._items.values()]
        yield from form_page(words.FIGURES, words.FIGURES_TEXT, LineForm(lines, id="form"))

    def on_mount(self) -> None:
        """Begin with the first line."""
        self._form.step(0)

    @property
    def has_changes(self) -> bool:
        """Whether a figure is not as it was."""
        return bool(self._form.changed)

    @on(LineForm.Reached)
    def _reached(self, event: LineForm.Reached) -> None:
        """Judge what was typed so far, and lend the stop-watch where one helps."""
        event.stop()
        self._judge()
        tool = measure_screen(self._sheet.questionnaire, event.line_id, self.clock)
        self.query_one(KeyBar).hide(*([] if tool else [WATCH.action]))

    def action_step(self, by: int) -> None:
        """Go down, or up."""
        self._form.step(by)

    def action_measure(self) -> None:
        """Take the figure of the line with a stop-watch or a counter."""

        def then(figure: float | None) -> None:
            if figure is not None:
                self._form.fill(f"{figure:g}")

        if screen := measure_screen(self._sheet.questionnaire, self._form.current, self.clock):
            self.app.push_screen(screen, then)

    def action_help(self) -> None:
        """Show how the test of the line is taken, and what the keys do."""
        questionnaire, item_id = self._sheet.questionnaire, self._form.current
        protocol = questionnaire.protocol_of.get(item_id)
        taken = tuple(paragraphs_of(protocol)) if protocol else ()
        name = name_of(self._items[item_id])
        self.app.push_screen(HelpScreen((*words.HELP[self.ABOUT], name, *taken)))

    def action_keep(self) -> None:
        """Keep what is new, once each line holds a figure that can be."""
        figures = self._judge()
        if figures is not None:
            self._keep(figures)

    @property
    def _form(self) -> LineForm:
        return self.query_one(LineForm)

    def _line(self, item: NumberItem) -> FormLine:
        value = self._sheet.get(item.id)
        typed = "" if value is None else f"{value:g}"
        unit = words.UNIT.format(unit=item.unit, low=item.minimum, high=item.maximum)
        return FormLine(item.id, name_of(item), typed, MOST_DIGITS, unit, FIGURE)

    def _judge(self) -> Mapping[str, object] | None:
        """Return the figures that changed, raw; None where one cannot be, which is told."""
        figures: dict[str, object] = {}
        wrong: dict[str, str] = {}
        for item_id, typed in self._form.changed.items():
            item = self._items[item_id]
            found = judged(item, typed) if typed else {item_id: None}
            if isinstance(found, Refused):
                wrong[item_id] = words.LINE_REFUSED.format(name=name_of(item), why=found.reason)
            else:
                figures |= found
        self._form.mark(*wrong)
        self.say(next(iter(wrong.values()), ""), warning=bool(wrong))
        return None if wrong else figures
