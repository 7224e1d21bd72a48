"""What may stand in a place of a plan, and what may not and why: one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from assessment.desk import keys, words
from assessment.desk.layout.parts import heading, text
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.desk.widgets.exercise_side import ExerciseSide
from assessment.desk.widgets.plan_list import CandidateList
from assessment.quiz import words as quiz_words
from assessment.replanning.candidates import Candidate, Verdict
from assessment.ui.widgets.key_bar import KeyBar


class CandidatesScreen(DeskScreen):
    """Lists every exercise for the place; *choose* gets one that may be."""

    ABOUT = "candidates"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", words.KEY_CHOOSE, key_display=quiz_words.UP_DOWN),
        Binding("up", "move(-1)", show=False),
        keys.TAKE.does("take"),
    ]

    def __init__(
        self,
        title: str,
        candidates: Sequence[Candidate],
        clock: Callable[[], float],
        choose: Callable[[Candidate], None],
        wanted: str = "",
    ) -> None:
        """Show *candidates*, the pointer on the one that is *wanted*, else on the first."""
        super().__init__(clock)
        self._wanted = wanted
        self._title = title
        self._candidates = tuple(candidates)
        self._choose = choose

    def compose(self) -> ComposeResult:
        """Yield the list, and the exercise at the pointer beside it."""
        free = sum(one.verdict is not Verdict.BARRED for one in self._candidates)
        with Vertical(classes="page"):
            with Horizontal(id="head"):
                yield Static(self._title, id="title", markup=False)
                yield Static(words.MAY_BE_CHOSEN.format(count=free), id="count", markup=False)
            with Horizontal(id="plan"):
                yield CandidateList(self.is_settled, id="candidates")
                yield ExerciseSide()
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the exercises, what may be chosen first."""
        listed = self.query_one(CandidateList)
        listed.show(self._candidates, self._wanted)
        listed.focus()

    @on(CandidateList.LineReached)
    def _reached(self, event: CandidateList.LineReached) -> None:
        event.stop()
        one = self.query_one(CandidateList).pointed
        said = [one.why_not] if one.why_not else []
        page = (heading(one.exercise.name), *map(text, (*one.speaks_for, *said)))
        self.query_one(ExerciseSide).show(one.exercise.id, page)

    @on(CandidateList.Picked)
    def _picked(self, event: CandidateList.Picked) -> None:
        event.stop()
        if event.candidate.verdict is Verdict.BARRED:
            self.say(event.candidate.why_not, warning=True)
        else:
            self._choose(event.candidate)

    def action_move(self, by: int) -> None:
        """Move the pointer, by a click on the key."""
        listed = self.query_one(CandidateList)
        listed.action_cursor_down() if by > 0 else listed.action_cursor_up()

    def action_take(self) -> None:
        """Take the exercise at the pointer, by a click on the key."""
        self.query_one(CandidateList).finish()
