"""Clearance, figures and notes: each a record that takes the place of the one on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assessment.casebook.corrections import with_answers, with_notes
from assessment.casebook.history import PastScreening
from assessment.desk import words
from assessment.desk.screens.clearance import ClearanceScreen
from assessment.desk.screens.figures import FiguresScreen
from assessment.desk.screens.notes import NotesScreen
from assessment.desk.screens.record import RecordScreen
from assessment.desk.viewing import ViewingApp
from assessment.quiz.route import may_be_measured
from assessment.records.store.values import Record
from assessment.ui.press_guard import GuardedScreen
from assessment.ui.question.question_screen import QuestionScreen


class EditingApp(ViewingApp):
    """Keeps what a trainer adds; the screens check it first."""

    def on_record_screen_asked(self, event: RecordScreen.Asked) -> None:
        """Open what was asked for."""
        screening = event.screening
        if not isinstance(self.screen, RecordScreen):
            return  # a key pressed twice asks twice
        match event.what:
            case "clearance":
                self.push_screen(ClearanceScreen(self.context.clock, self.context.today))
            case "figures":
                self._ask_figures(screening)
            case "notes":
                self._ask_notes(screening)

    def on_clearance_screen_given(self, event: ClearanceScreen.Given) -> None:
        """Record the clearance."""
        self._keep(
            lambda old: with_answers(self.desk, old, {"clearance": event.answer}, "clearance"),
            words.CLEARANCE_KEPT,
        )

    def on_figures_screen_given(self, event: FiguresScreen.Given) -> None:
        """Record the figures, or say that nothing is new."""
        if event.figures:
            figures = dict(event.figures)
            self._keep(
                lambda old: with_answers(self.desk, old, figures, "figures"), words.FIGURES_KEPT
            )
        else:
            self._back_to_record(words.NOTHING_NEW)

    def on_notes_screen_given(self, event: NotesScreen.Given) -> None:
        """Record the notes, or say that nothing is new."""
        if event.notes:
            self._keep(lambda old: with_notes(self.desk, old, event.notes), words.NOTES_KEPT)
        else:
            self._back_to_record(words.NOTHING_NEW)

    def on_question_screen_reached_review(self, event: QuestionScreen.ReachedReview) -> None:
        """Take over a figure that was typed."""
        self.pop_screen()
        if isinstance(self.screen, FiguresScreen):
            self.screen.take(event.route.interview.sheet)

    def on_guarded_screen_pause_asked(self, _event: GuardedScreen.PauseAsked) -> None:
        """Go back to the list of figures."""
        self.pop_screen()

    def _ask_figures(self, screening: PastScreening) -> None:
        if screening.assessment is None:
            return
        sheet = screening.assessment.sheet
        if may_be_measured(sheet):
            self.push_screen(FiguresScreen(sheet, self.context.clock))
        else:
            self._back_to_record(words.NO_FIGURES)

    def _ask_notes(self, screening: PastScreening) -> None:
        if screening.assessment is None or screening.content is None:
            return
        exercises = [(one.exercise.id, one.exercise.name) for one in screening.assessment.exercises]
        if exercises:
            self.push_screen(NotesScreen(exercises, screening.content.notes, self.context.clock))
        else:
            self._back_to_record(words.NO_NOTES)

    def _keep(self, change: Callable[[Record], Record], said: str) -> None:
        """Keep the record that *change* makes of the one on the screen, and go back to it."""
        record = self.of_kind(RecordScreen)
        if record is None:
            return
        old = record.screening.record

        def then(_new: Record) -> None:
            self._back_to_record("")
            self.renew(old.client, said)

        self.at_work(partial(change, old), then)

    def _back_to_record(self, said: str) -> None:
        while not isinstance(self.screen, RecordScreen) and len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, RecordScreen):
            self.screen.say(said)
