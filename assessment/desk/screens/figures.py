"""Test figures that a trainer takes later: a list of them, each asked as in the quiz."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.desk import words
from assessment.desk.screens.base import DeskScreen
from assessment.desk.widgets.changes_list import CHANGES_BINDINGS, ChangesList, changes_page
from assessment.quiz import words as quiz_words
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.page_view import name_of
from assessment.quiz.route import Route, measurements
from assessment.ui.question.question_screen import PAUSE, QuestionScreen
from assessment.ui.widgets.lines import Line
from reports.words.phrasing import answer_in_words

CLOSE = replace(PAUSE, description=words.KEY_BACK)


class MemoryDraft(DraftSaver):
    """Keeps nothing on the disk: the figures go into a record, or nowhere."""

    def __init__(self) -> None:
        self.trouble = ""

    def keep(self, _answers: Mapping[str, object], _place: str) -> str:
        """Do nothing; nothing goes wrong."""
        return ""


class OneFigure(Route):
    """The way of a single page: whatever is answered, its end comes next."""

    def onward(self) -> Route:
        """Return the route at its end."""
        return replace(self, interview=self.interview.review())

    def back(self) -> Route:
        """Return the route at its end: the list of figures is there."""
        return self.onward()


class FiguresScreen(DeskScreen):
    """Lists the tests with their figures; a pick asks one."""

    ABOUT = "figures"
    BINDINGS: ClassVar[list[BindingType]] = CHANGES_BINDINGS

    def __init__(
        self,
        sheet: AnswerSheet,
        clock: Callable[[], float],
        keep: Callable[[Mapping[str, object]], None],
    ) -> None:
        """Show the figures of *sheet*; *keep* gets those that are ``changed``."""
        super().__init__(clock)
        self._before = sheet
        self._interview = Interview(sheet, None)
        self._pointer = 0
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Yield the list."""
        listed = ChangesList(self.is_settled, id="changes")
        yield from changes_page(words.FIGURES, words.FIGURES_TEXT, listed)

    def on_mount(self) -> None:
        """Show the tests."""
        self._show()

    @property
    def changed(self) -> Mapping[str, object]:
        """The figures that are not as they were, raw, by item id; None: taken away."""
        sheet = self._interview.sheet
        items = [page.items[0] for page in measurements(self._interview)]
        return {one: sheet.get(one) for one in items if sheet.get(one) != self._before.get(one)}

    @property
    def has_changes(self) -> bool:
        """Whether a figure is not as it was."""
        return bool(self.changed)

    def take(self, sheet: AnswerSheet) -> None:
        """Take over what was typed."""
        self._interview = Interview(sheet, None)
        self._show()

    def action_to_list(self) -> None:
        """Let the arrow keys move through the tests."""
        self.query_one(ChangesList).focus()

    def action_open(self) -> None:
        """Open the line at the pointer, by a click on the key."""
        self.query_one(ChangesList).finish()

    def action_keep(self) -> None:
        """Keep what is new."""
        if self.is_settled():
            self._keep(self.changed)

    @on(ChangesList.Picked)
    def _picked(self, event: ChangesList.Picked) -> None:
        event.stop()
        self._pointer = self.query_one(ChangesList).highlighted or 0
        route = OneFigure(self._interview.go_to(event.item_id), measuring=True)
        self.app.push_screen(
            QuestionScreen(route, MemoryDraft(), self.clock, dwell_seconds=0.0, pause=CLOSE)
        )

    def _show(self) -> None:
        sheet = self._interview.sheet
        lines = []
        for page in measurements(self._interview):
            item, value = sheet.questionnaire.by_id[page.items[0]], sheet.get(page.items[0])
            said = quiz_words.NOT_TAKEN if value is None else answer_in_words(item, value)
            lines.append(Line("", f"{name_of(item)}: {said}", page.id))
        self.query_one(ChangesList).show(lines, self._pointer)
