"""The lines of a plan, and the exercises for a place in it: what may not be is grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from assessment.desk import words
from assessment.desk.layout.plan_lines import PlanLine
from assessment.replanning.candidates import Candidate, Verdict
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.lines import Line

LEAST_COLUMNS = 40
"""Of a list from which on doses have a column of their own."""


class PlanList(AnswerList):
    """Sessions with their blocks, then what was left out; the pointer stands on exercises."""

    HAS_MARKS = False
    MAY_BE_AIRY = False
    _plan: tuple[PlanLine, ...] = ()

    @dataclass
    class Picked(Message):
        """Somebody wants to change the exercise at the pointer."""

    def show(self, plan: Sequence[PlanLine], exercise: str = "", session: str = "") -> None:
        """Show *plan*, the pointer on that *exercise* of the *session*, or near to where it was."""
        self._plan = tuple(plan)
        near = self.highlighted or 0
        places = [number for number, line in enumerate(plan) if line.exercise]
        wanted = [
            number
            for number in places
            if plan[number].exercise == exercise and plan[number].session == session
        ]
        pointer = min(places, key=lambda number: abs(number - near), default=None)
        lines = [Line("", line.text, str(number)) for number, line in enumerate(plan)]
        self.set_lines(lines, wanted[0] if wanted else pointer)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Keep the headings over the first exercise in sight as well."""
        super().watch_highlighted(highlighted)
        self.call_after_refresh(self._show_headings)

    def on_resize(self) -> None:
        """Keep them in sight in the new size too."""
        super().on_resize()
        self.redraw(*range(len(self.lines)))
        self.call_after_refresh(self._show_headings)

    def _show_headings(self) -> None:
        if not any(line.exercise for line in self._plan[: self.highlighted or 0]):
            self.scroll_home(animate=False)

    @property
    def pointed(self) -> PlanLine | None:
        """The line at the pointer; None where there is none to point at."""
        return self._plan[self.highlighted] if self.highlighted is not None else None

    def text(self, index: int) -> str:
        """Return the line, an exercise set off from its heading."""
        line = self.lines[index]
        return f"  {line.text}" if self._plan[index].exercise else line.text

    def after(self, index: int) -> str:
        """Return the dose, in a column of its own where there is room for one."""
        widest = max((len(line.dose) for line in self._plan), default=0)
        return f" {self._plan[index].dose:{widest}}" if widest and self._has_columns else ""

    def below(self, index: int) -> tuple[str, ...]:
        """Return the dose where it has no column."""
        dose = self._plan[index].dose
        return (f"  {dose}",) if dose and not self._has_columns else ()

    @property
    def _has_columns(self) -> bool:
        return self.size.width >= LEAST_COLUMNS

    def is_off(self, index: int) -> bool:
        """Return whether it is a heading."""
        return not self._plan[index].exercise

    def is_grey(self, index: int) -> bool:
        """Return whether it was left out."""
        line = self._plan[index]
        return bool(line.exercise) and not line.session

    def pick(self, _index: int) -> None:
        """Tell that the exercise is to be changed."""
        self.post_message(self.Picked())


class CandidateList(AnswerList):
    """Exercises for a place, those that may be chosen first, each with what speaks for it."""

    HAS_MARKS = False
    MAY_BE_AIRY = False

    @dataclass
    class Picked(Message):
        """Somebody wants this one."""

        candidate: Candidate

    def show(self, candidates: Sequence[Candidate], exercise: str) -> None:
        """Show *candidates*, the pointer on that *exercise*, where there is none on the first."""
        self._candidates = tuple(candidates)
        lines = [Line("", _said(one), one.exercise.id) for one in candidates]
        ids = [line.item_id for line in lines]
        self.set_lines(lines, ids.index(exercise) if exercise in ids else 0)

    @property
    def pointed(self) -> Candidate:
        """The exercise at the pointer."""
        return self._candidates[self.highlighted or 0]

    def is_grey(self, index: int) -> bool:
        """Return whether it may not be chosen."""
        return self._candidates[index].verdict is Verdict.BARRED

    def pick(self, index: int) -> None:
        """Tell which one is wanted."""
        self.post_message(self.Picked(self._candidates[index]))


def _said(one: Candidate) -> str:
    if one.verdict is Verdict.BARRED:
        return words.BARRED.format(name=one.exercise.name, why=one.why_not)
    speaks = ", ".join(one.speaks_for)
    form = words.ONLY_WITH_YOU if one.verdict is Verdict.WITH_TRAINER else words.MAY_BE
    return form.format(name=one.exercise.name, speaks=speaks)
