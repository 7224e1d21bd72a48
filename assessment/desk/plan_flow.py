"""A record's plan under a trainer's hand: the screens that it takes, and the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from assessment.casebook.history import PastScreening
from assessment.casebook.plan_changes import to_carry_over, with_plan_changes
from assessment.catalogue.loader import load_catalogue
from assessment.core.plan.changes.model import ClientNote, Edit, PlanChanges
from assessment.desk import words
from assessment.desk.background import Background
from assessment.desk.context import DeskContext
from assessment.desk.desk_lock import DeskLock
from assessment.desk.record_viewer import RecordViewer
from assessment.desk.screens.candidates import CandidatesScreen
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.dose import DoseScreen
from assessment.desk.screens.notes import NotesScreen
from assessment.desk.screens.plan import PlanScreen, PlanTask
from assessment.desk.screens.record import RecordScreen
from assessment.desk.screens.trainer_name import TrainerNameScreen
from assessment.records.store.values import Record
from assessment.replanning.candidates import Candidate, Place, Verdict
from assessment.replanning.editor import PlanEditor
from assessment.replanning.judging import KeptPlan
from assessment.ui.dialogs.options import KEEP, STAY, DialogOption
from assessment.ui.navigator import Navigator

WHOLE_PLAN = ""
"""Stands in a form for the plan as a whole."""


@dataclass(frozen=True)
class PlanFlow:
    """Opens a plan, and keeps what a trainer made of it; the rules judge every step."""

    context: DeskContext
    navigator: Navigator
    background: Background
    lock: DeskLock
    viewer: RecordViewer

    def open(self, screening: PastScreening) -> None:
        """Show the plan of *screening*; offer the changes of last time where they may be kept."""
        record = self.navigator.front
        if not isinstance(record, RecordScreen):
            return  # a key pressed twice asks twice
        if screening.by_rules is None or screening.by_rules.programme is None:
            record.say(words.NO_PLAN)
            return
        client = self.navigator.find(ClientScreen)
        last = to_carry_over(client.screenings) if client else None
        is_newest = client and client.screenings[-1].record.id == screening.record.id
        if last and is_newest and last.assessment.changes:
            self._offer(screening, last)
        else:
            self._show(screening, screening.changes)

    def do(self, task: PlanTask) -> None:
        """Do *task* with the plan in sight."""
        screen = self.navigator.front
        if not isinstance(screen, PlanScreen):
            return  # a key pressed twice asks twice
        match task:
            case PlanTask.SWAP | PlanTask.ADD:
                self._ask_candidates(screen, is_swap=task is PlanTask.SWAP)
            case PlanTask.DOSE:
                self._ask_dose(screen)
            case PlanTask.NOTE:
                self._ask_notes(screen)
            case PlanTask.KEEP:
                self._keep(screen)

    def _offer(self, screening: PastScreening, last: KeptPlan) -> None:
        """Ask whether the changes of last time are to be kept; they are shown in either case."""

        def decide(result: str | None) -> None:
            if result == KEEP:
                refused = [one.sentence for one in last.refused]
                told = "\n".join((words.CARRIED_OVER, *refused))
                self._show(screening, last.assessment.changes, told)
            else:
                self._show(screening, screening.changes)

        count = len(last.assessment.changes.changes)
        text = words.CARRY_TEXT.format(changes=words.changes_in_words(count))
        options = (DialogOption(STAY, words.CARRY_NO), DialogOption(KEEP, words.CARRY_YES))
        self.navigator.ask(words.CARRY_OVER, text, options, decide)

    def _show(self, screening: PastScreening, changes: PlanChanges, told: str = "") -> None:
        client = self.navigator.find(ClientScreen)
        if screening.by_rules is None or client is None:
            return
        editor = PlanEditor(screening.by_rules, self.lock.trainer, self.context.today, changes)
        name = client.client.name or words.NO_NAME
        screen = PlanScreen(
            name, editor, screening.changes, load_catalogue(), self.context.clock, self._named
        )
        self.navigator.show_over(RecordScreen, screen)
        said = told or "\n".join(one.sentence for one in screening.refused)
        screen.call_after_refresh(screen.say, said, warning=not told)

    def _named(self, then: Callable[[], None]) -> None:
        """Do *then* once it is known who the trainer is."""

        def take(name: str) -> None:
            self.lock.trainer = name
            if plan := self.navigator.back_to_kind(PlanScreen):
                plan.editor.by = name
                then()

        if self.lock.trainer:
            then()
        else:
            screen = TrainerNameScreen(self.context.clock, take)
            self.navigator.show_over(PlanScreen, screen)

    def _ask_candidates(self, screen: PlanScreen, *, is_swap: bool) -> None:
        """Show what may stand at the pointer, or come into its session."""
        line, programme = screen.pointed, screen.editor.plan.programme
        if line is None or programme is None:
            return
        session = line.session or programme.sessions[0].name
        place = Place(session, line.exercise if is_swap else None)
        name = load_catalogue().exercise[line.exercise].name
        form = words.IN_PLACE_OF if is_swap else words.INTO_SESSION
        title = form.format(name=name, session=session)
        screen.say(words.LOOKING)

        def then(found: tuple[Candidate, ...]) -> None:
            screen.say("")
            choose = partial(self._choose, session=session)
            wanted = "" if line.session else line.exercise  # what was left out is looked at first
            listed = CandidatesScreen(title, found, self.context.clock, choose, wanted)
            self.navigator.show_over(PlanScreen, listed)

        self.background.run(partial(screen.editor.candidates, place), then)

    def _choose(self, one: Candidate, session: str) -> None:
        """Take *one* into the plan; ask first where the trainer has to be there."""

        def take() -> None:
            if plan := self.navigator.back_to_kind(PlanScreen):
                plan.make(*one.edits, exercise=one.exercise.id, session=session)

        if one.verdict is Verdict.WITH_TRAINER:
            question = words.WITH_YOU.format(name=one.exercise.name)
            text = words.WITH_YOU_TEXT.format(by=self.lock.trainer)
            self.navigator.confirm(question, text, words.WITH_YOU_NO, words.WITH_YOU_YES, take)
        else:
            take()

    def _ask_dose(self, screen: PlanScreen) -> None:
        line, editor = screen.pointed, screen.editor
        found = [one for one in editor.plan.exercises if line and one.exercise.id == line.exercise]
        if found:
            dose = DoseScreen(
                editor, found[0], load_catalogue(), self.context.clock, self._take_edits
            )
            self.navigator.show_over(PlanScreen, dose)

    def _ask_notes(self, screen: PlanScreen) -> None:
        plan = screen.editor.plan
        lines = [(one.exercise.id, one.exercise.name) for one in plan.exercises]
        notes = {name or WHOLE_PLAN: said.text for name, said in plan.client_notes.items()}

        def keep(changed: Mapping[str, str]) -> None:
            edits = [ClientNote(text, name or None) for name, text in changed.items()]
            self._take_edits(tuple(edits))

        notes_screen = NotesScreen(
            [(WHOLE_PLAN, words.THE_WHOLE_PLAN), *lines],
            notes,
            self.context.clock,
            keep,
            words.CLIENT_NOTES,
            words.CLIENT_NOTES_TEXT,
        )
        self.navigator.show_over(PlanScreen, notes_screen)

    def _take_edits(self, edits: tuple[Edit, ...]) -> None:
        """Make *edits* in the plan below, in one step."""
        if (plan := self.navigator.back_to_kind(PlanScreen)) and edits:
            plan.make(*edits)

    def _keep(self, screen: PlanScreen) -> None:
        record = self.navigator.find(RecordScreen)
        if record is None:
            return
        if not screen.has_changes:
            self.navigator.back_to_kind(RecordScreen)
            record.say(words.NOTHING_NEW)
            return
        old = record.screening.record

        def then(_new: Record) -> None:
            self.navigator.back_to_kind(RecordScreen)
            self.viewer.renew(old.client, words.PLAN_KEPT)

        job = partial(with_plan_changes, self.lock.desk, old, screen.editor.changes)
        self.background.run(job, then)
