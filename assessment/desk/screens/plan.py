"""The plan of a record: its sessions, why each exercise is there, and the trainer's changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from assessment.catalogue.model import Catalogue
from assessment.core.plan.changes.errors import ChangeError
from assessment.core.plan.changes.model import (
    UPPER_LOWER,
    WHOLE_BODY,
    Drop,
    Edit,
    Order,
    PlanChanges,
    Split,
)
from assessment.desk import keys, words
from assessment.desk.layout.plan_lines import (
    PlanLine,
    about_line,
    effect_in_words,
    minutes_in_words,
    plan_lines,
)
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.desk.widgets.exercise_side import ExerciseSide
from assessment.desk.widgets.plan_list import PlanList
from assessment.replanning.editor import PlanEditor
from assessment.replanning.effects import Effect
from assessment.ui.widgets.key_bar import KeyBar

UNDO, REDO = keys.UNDO.does("undo"), keys.REDO.does("redo")
EARLIER, LATER = keys.EARLIER.does("order(-1)"), keys.LATER.does("order(1)")
SWAP, DROP, ADD = (
    keys.SWAP.does("ask('swap')"),
    keys.DROP.does("drop"),
    keys.ADD.does("ask('add')"),
)
DOSE = keys.DOSE.does("ask('dose')")


class PlanTask(StrEnum):
    """What needs a screen of its own, or the store."""

    SWAP = "swap"
    ADD = "add"
    DOSE = "dose"
    NOTE = "note"
    KEEP = "keep"


class PlanScreen(DeskScreen):
    """Shows a plan; every change is judged, and shows what it does, before anything is kept."""

    ABOUT = "plan"
    BINDINGS: ClassVar[list[BindingType]] = [
        EARLIER,
        LATER,
        keys.SPLIT.does("split"),
        keys.MESSAGE.does("ask('note')"),
        REDO,
        UNDO,
        ADD,
        DROP,
        DOSE,
        SWAP,
        keys.KEEP.does("ask('keep')"),
    ]

    @dataclass
    class TaskAsked(Message):
        """The trainer wants to do something with the plan."""

        task: PlanTask

    def __init__(
        self,
        name: str,
        editor: PlanEditor,
        kept: PlanChanges,
        catalogue: Catalogue,
        clock: Callable[[], float],
        with_name: Callable[[Callable[[], None]], None],
    ) -> None:
        """Show the plan of *editor*, of which *kept* is in the record already.

        *with_name* does something once it is known who the trainer is.
        """
        super().__init__(clock)
        self._client_name = name
        self.editor = editor
        self._kept = kept
        self._catalogue = catalogue
        self._with_name = with_name

    def compose(self) -> ComposeResult:
        """Yield the minutes, the sessions, and the exercise at the pointer beside them."""
        with Vertical(classes="page"):
            with Horizontal(id="head"):
                title = words.PLAN_OF.format(name=self._client_name)
                yield Static(title, id="title", markup=False)
                yield Static(id="count", markup=False)
            with Horizontal(id="plan"):
                yield PlanList(self.is_settled, id="sessions")
                yield ExerciseSide()
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the plan, the pointer on its first exercise."""
        self._show("", "")
        self.query_one(PlanList).focus()

    @property
    def has_changes(self) -> bool:
        """Whether a change is not kept yet."""
        return self.editor.changes != self._kept

    @property
    def pointed(self) -> PlanLine | None:
        """The line at the pointer."""
        return self.query_one(PlanList).pointed

    def make(self, *edits: Edit, exercise: str = "", session: str = "") -> None:
        """Make *edits* and show what they do, the pointer on *exercise* of *session*.

        Where one may not be, nothing is changed, and the reason is told.
        """
        line = self.pointed
        try:
            effect = self.editor.make(*edits)
        except ChangeError as error:
            self.say(str(error), warning=True)
            return
        was_at = (line.exercise, line.session) if line else ("", "")
        self._tell(effect, exercise or was_at[0], session or was_at[1])

    @on(PlanList.LineReached)
    def _reached(self, event: PlanList.LineReached) -> None:
        event.stop()
        self._show_pointed()

    @on(PlanList.Picked)
    def _picked(self, event: PlanList.Picked) -> None:
        """Swap an exercise of the plan; add one that was left out."""
        event.stop()
        line = self.pointed
        self.action_ask(PlanTask.SWAP if line and line.session else PlanTask.ADD)

    def action_ask(self, task: str) -> None:
        """Ask for a screen of its own, once it is known who the trainer is."""
        wanted = PlanTask(task)
        if wanted is PlanTask.KEEP:
            self._post(wanted)
        elif wanted in (PlanTask.SWAP, PlanTask.DOSE) and not self._in_session():
            self.say(words.POINT_TO_ONE, warning=True)
        else:
            self._with_name(lambda: self._post(wanted))

    def _post(self, task: PlanTask) -> None:
        self.post_message(self.TaskAsked(task))

    def action_drop(self) -> None:
        """Leave the exercise at the pointer out of its session."""
        if line := self._in_session():
            self._with_name(lambda: self.make(Drop(line.exercise, line.session)))
        else:
            self.say(words.POINT_TO_ONE, warning=True)

    def action_order(self, by: int) -> None:
        """Do the exercise at the pointer earlier in its session, or later."""
        line, programme = self._in_session(), self.editor.plan.programme
        if line is None or programme is None:
            self.say(words.POINT_TO_ONE, warning=True)
            return
        order = list(next(one.exercises for one in programme.sessions if one.name == line.session))
        place = order.index(line.exercise)
        if 0 <= place + by < len(order):
            order[place], order[place + by] = order[place + by], order[place]
            edit = Order(line.session, tuple(order))
            self._with_name(lambda: self.make(edit))
        else:
            self.say(words.IS_LAST if by > 0 else words.IS_FIRST)

    def action_split(self) -> None:
        """Share the body otherwise: all of it each time, or its halves in turn."""
        splits = [
            one.edit.split for one in self.editor.changes.changes if isinstance(one.edit, Split)
        ]
        other = WHOLE_BODY if splits[-1:] == [UPPER_LOWER] else UPPER_LOWER
        self._with_name(lambda: self.make(Split(other)))

    def action_undo(self) -> None:
        """Undo the last change."""
        if self.editor.can_undo:
            self._retell(self.editor.undo())

    def action_redo(self) -> None:
        """Make once more what was undone last."""
        if self.editor.can_redo:
            self._retell(self.editor.redo())

    def _retell(self, effect: Effect) -> None:
        line = self.pointed
        self._tell(effect, line.exercise if line else "", line.session if line else "")

    def _tell(self, effect: Effect, exercise: str, session: str) -> None:
        self._show(exercise, session)
        self.say(effect_in_words(effect, self.editor.plan, self._catalogue))

    def _in_session(self) -> PlanLine | None:
        line = self.pointed
        return line if line and line.session else None

    def _show(self, exercise: str, session: str) -> None:
        plan = self.editor.plan
        self.query_one("#count", Static).update(minutes_in_words(plan))
        self.query_one(PlanList).show(plan_lines(plan, self._catalogue), exercise, session)
        works = {UNDO.action: self.editor.can_undo, REDO.action: self.editor.can_redo}
        self.query_one(KeyBar).hide(*(action for action, does in works.items() if not does))
        self._show_pointed()

    def _show_pointed(self) -> None:
        line, plan = self.pointed, self.editor.plan
        if line is None:
            return
        page = about_line(line, plan, self._catalogue)
        figures = {one.exercise.id: one.how.figure for one in plan.exercises}
        self.query_one(ExerciseSide).show(figures.get(line.exercise, line.exercise), page)
