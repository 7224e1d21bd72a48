"""Clearance, figures and notes: each a record that takes the place of the one on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from assessment.casebook.clearance import flags_to_clear
from assessment.casebook.corrections import with_answers, with_notes
from assessment.casebook.history import PastScreening
from assessment.casebook.words import NOTHING_TO_CLEAR
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.desk import words
from assessment.desk.background import Background
from assessment.desk.context import DeskContext
from assessment.desk.desk_lock import DeskLock
from assessment.desk.record_viewer import RecordViewer
from assessment.desk.screens.clearance import ClearanceScreen
from assessment.desk.screens.figures import FiguresScreen
from assessment.desk.screens.notes import NotesScreen
from assessment.desk.screens.record import RecordScreen, RecordTask
from assessment.quiz.route import may_be_measured
from assessment.records.store.values import Record
from assessment.ui.navigator import Navigator


@dataclass(frozen=True)
class RecordEditor:
    """Keeps what a trainer adds; the screens check it first."""

    context: DeskContext
    navigator: Navigator
    background: Background
    lock: DeskLock
    viewer: RecordViewer

    def open(self, task: RecordTask, screening: PastScreening) -> None:
        """Show the screen for *task* over the record, or say why there is nothing to change."""
        assessment = screening.assessment
        if assessment is None or screening.content is None:
            self._back_to_record(words.CANNOT_CHANGE)
        elif task is RecordTask.CLEARANCE:
            self._open_clearance(assessment.sheet)
        elif task is RecordTask.FIGURES:
            self._open_figures(assessment)
        elif task is RecordTask.NOTES:
            self._open_notes(assessment, screening.content.notes)

    def _open_clearance(self, sheet: AnswerSheet) -> None:
        if flags_to_clear(sheet):
            context = self.context
            screen = ClearanceScreen(sheet, context.clock, context.today, self._keep_clearance)
            self.navigator.show_over(RecordScreen, screen)
        else:
            self._back_to_record(NOTHING_TO_CLEAR)

    def _open_figures(self, assessment: Assessment) -> None:
        if may_be_measured(assessment.sheet):
            screen = FiguresScreen(assessment.sheet, self.context.clock, self._keep_figures)
            self.navigator.show_over(RecordScreen, screen)
        else:
            self._back_to_record(words.NO_FIGURES)

    def _open_notes(self, assessment: Assessment, notes: Mapping[str, str]) -> None:
        exercises = [(one.exercise.id, one.exercise.name) for one in assessment.exercises]
        if exercises:
            screen = NotesScreen(exercises, notes, self.context.clock, self._keep_notes)
            self.navigator.show_over(RecordScreen, screen)
        else:
            self._back_to_record(words.NO_NOTES)

    def _keep_clearance(self, answer: Mapping[str, object]) -> None:
        change = partial(
            with_answers,
            answers={"clearance": dict(answer)},
            action="clearance",
            today=self.context.today,
        )
        self._keep(change, words.CLEARANCE_KEPT)

    def _keep_figures(self, figures: Mapping[str, object]) -> None:
        if figures:
            change = partial(with_answers, answers=dict(figures), action="figures")
            self._keep(change, words.FIGURES_KEPT)
        else:
            self._back_to_record(words.NOTHING_NEW)

    def _keep_notes(self, notes: Mapping[str, str]) -> None:
        if notes:
            self._keep(partial(with_notes, changed=dict(notes)), words.NOTES_KEPT)
        else:
            self._back_to_record(words.NOTHING_NEW)

    def _keep(self, change: Callable[..., Record], sentence: str) -> None:
        """Keep the record that *change* makes of the one on the screen, and go back to it."""
        record = self.navigator.find(RecordScreen)
        if record is None:
            return
        old = record.screening.record

        def then(_new: Record) -> None:
            self._back_to_record("")
            self.viewer.renew(old.client, sentence)

        self.background.run(partial(change, self.lock.desk, old), then)

    def _back_to_record(self, sentence: str) -> None:
        if record := self.navigator.back_to_kind(RecordScreen):
            record.say(sentence)
