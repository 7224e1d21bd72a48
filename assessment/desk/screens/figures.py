"""Test figures that a trainer takes later: a list of them, each asked as in the quiz."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from textual import on
from textual.message import Message

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview
from assessment.desk import words
from assessment.desk.screens.changes import ChangesScreen, ChoiceList
from assessment.quiz import words as quiz_words
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.page_view import name_of
from assessment.quiz.route import Route, measurements
from assessment.ui.question.question_screen import QuestionScreen
from assessment.ui.widgets.key_bar import Key
from assessment.ui.widgets.lines import Line
from reports.words.phrasing import answer_in_words

PAUSE = Key(quiz_words.ESCAPE, words.KEY_BACK, "pause")


class MemoryDraft(DraftSaver):
    """Keeps nothing on the disk: the figures go into a record, or nowhere."""

    def __init__(self) -> None:
        self.trouble = ""

    @contextmanager
    def keeping(self, _answers: Mapping[str, object], _place: str) -> Iterator[None]:
        """Do nothing."""
        yield


class OneFigure(Route):
    """The way of a single page: whatever is answered, its end comes next."""

    def onward(self) -> Route:
        """Return the route at its end."""
        return replace(self, interview=self.interview.review())

    def back(self) -> Route:
        """Return the route at its end: the list of figures is there."""
        return self.onward()


class FiguresScreen(ChangesScreen):
    """Lists the tests with their figures; a pick asks one."""

    ABOUT = "figures"
    HEADING = words.FIGURES
    EXPLANATION = words.FIGURES_TEXT

    @dataclass
    class Given(Message):
        """The figures that are new, raw, by item id; None: taken away."""

        figures: Mapping[str, object]

    def __init__(self, sheet: AnswerSheet, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self._before = sheet
        self._interview = Interview(sheet, None)
        self._pointer = 0

    def on_mount(self) -> None:
        """Show the tests."""
        self._show()

    @property
    def changed(self) -> Mapping[str, object]:
        """The figures that are not as they were."""
        sheet = self._interview.sheet
        items = [page.items[0] for page in measurements(self._interview)]
        return {one: sheet.get(one) for one in items if sheet.get(one) != self._before.get(one)}

    def given(self) -> Given:
        """Return the message with the new figures."""
        return self.Given(self.changed)

    def take(self, sheet: AnswerSheet) -> None:
        """Take over what was typed."""
        self._interview = Interview(sheet, None)
        self._show()

    @on(ChoiceList.Picked)
    def _picked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self._pointer = self.choices.highlighted or 0
        route = OneFigure(self._interview.go_to(event.item_id), measuring=True)
        self.app.push_screen(
            QuestionScreen(route, MemoryDraft(), self.clock, dwell_seconds=0.0, pause=PAUSE)
        )

    def _show(self) -> None:
        sheet = self._interview.sheet
        lines = []
        for page in measurements(self._interview):
            item, value = sheet.questionnaire.by_id[page.items[0]], sheet.get(page.items[0])
            said = quiz_words.NOT_TAKEN if value is None else answer_in_words(item, value)
            lines.append(Line("", f"{name_of(item)}: {said}", page.id))
        self.list_again(lines, self._pointer)
