"""How much and how hard: sets, repetitions and effort of an exercise, typed into their lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from assessment.catalogue.model import Catalogue
from assessment.catalogue.schedule import Span
from assessment.core.plan.changes.described import spanned, weeks_called
from assessment.core.plan.changes.errors import ChangeError
from assessment.core.plan.changes.model import Edit, Effort, Repetitions, Sets
from assessment.core.plan.programme import Prescription
from assessment.desk import words
from assessment.desk.layout.plan_lines import effect_in_words
from assessment.desk.screens.base import DeskScreen
from assessment.desk.widgets.line_form import FormLine, LineForm, form_bindings, form_page
from assessment.replanning.editor import PlanEditor
from reports.words.phrasing import capitalised

SPAN = r"[0-9 -]*"
"""What a figure, or two with a line between them, is typed with."""
_TYPED = re.compile(r"(\d{1,2})(?:\s*-\s*(\d{1,2}))?")
MOST_TYPED = 8


class DoseLine(NamedTuple):
    """What a line changes: the kind of edit, in which weeks; None: in all."""

    kind: type[Sets | Repetitions | Effort]
    phase: str | None
    name: str
    now: Span
    allowed: Span

    def edit(self, exercise: str, span: Span) -> Edit:
        """Return the edit of *exercise* to what was typed as *span*."""
        if self.kind is Sets:
            return Sets(exercise, span[0], self.phase)
        return (Repetitions if self.kind is Repetitions else Effort)(exercise, span, self.phase)


class DoseScreen(DeskScreen):
    """Shows a line for sets, repetitions and effort of each phase, and what a change does."""

    ABOUT = "dose"
    BINDINGS: ClassVar[list[BindingType]] = form_bindings()

    def __init__(
        self,
        editor: PlanEditor,
        one: Prescription,
        catalogue: Catalogue,
        clock: Callable[[], float],
        keep: Callable[[tuple[Edit, ...]], None],
    ) -> None:
        """Show the dose of *one* in the plan of *editor*; *keep* gets what is otherwise."""
        super().__init__(clock)
        self._editor = editor
        self._one = one
        self._catalogue = catalogue
        self._keep = keep
        self._lines = {f"{line.kind.KIND}-{line.phase}": line for line in self._dose_lines()}

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        lines = [
            FormLine(
                name,
                line.name,
                _typed_as(line.now),
                MOST_TYPED,
                words.ALLOWED.format(span=spanned(line.allowed)),
                SPAN,
            )
            for name, line in self._lines.items()
        ]
        title = words.DOSE_TITLE.format(name=self._one.exercise.name)
        yield from form_page(title, words.DOSE_TEXT, LineForm(lines, id="form"))

    def on_mount(self) -> None:
        """Begin with the first line."""
        self._form.step(0)

    @property
    def has_changes(self) -> bool:
        """Whether something is not as it was."""
        return bool(self._form.changed)

    @on(LineForm.Reached)
    def _reached(self, event: LineForm.Reached) -> None:
        """Say at once what was typed does to minutes and regions."""
        event.stop()
        if self._form.changed:
            self._judge()

    def action_step(self, by: int) -> None:
        """Go down, or up."""
        self._form.step(by)

    def action_keep(self) -> None:
        """Take what is otherwise into the plan, where all of it may be."""
        edits = self._judge()
        if edits is not None:
            self._keep(edits)

    @property
    def _form(self) -> LineForm:
        return self.query_one(LineForm)

    def _judge(self) -> tuple[Edit, ...] | None:
        """Return the edits that were typed; None where one may not be, which is told."""
        edits: list[Edit] = []
        for name, typed in self._form.changed.items():
            span, line = _span_in(typed), self._lines[name]
            if span is None or (line.kind is Sets and span[0] != span[1]):
                refused = words.SETS_REFUSED if line.kind is Sets else words.SPAN_REFUSED
                said = refused.format(name=line.name, allowed=spanned(line.allowed))
                self._refuse(name, said)
                return None
            edits.append(line.edit(self._one.exercise.id, span))
            try:
                effect = self._editor.try_out(*edits)
            except ChangeError as error:
                self._refuse(name, str(error))
                return None
            self.say(effect_in_words(effect, self._editor.plan, self._catalogue))
        self._form.mark()
        return tuple(edits)

    def _refuse(self, name: str, sentence: str) -> None:
        self._form.mark(name)
        self.say(sentence, warning=True)

    def _dose_lines(self) -> tuple[DoseLine, ...]:
        """Return a line for each figure; where nothing grows, one for all weeks together."""
        one, programme = self._one, self._editor.plan.programme
        phases = [each.phase.id for each in programme.phases] if programme else []
        allowed = self._editor.dose_range(one.exercise.id)
        spans: tuple[tuple[type[Sets | Repetitions | Effort], str, Mapping[str, Span]], ...] = (
            (Sets, words.SETS, allowed.sets),
            (Repetitions, words.REPETITIONS, allowed.repetitions),
            (Effort, words.EFFORT, allowed.effort),
        )
        lines = []
        for phase, work in list(zip(phases, one.work, strict=True))[: 1 if one.stays else None]:
            weeks = words.ALL_WEEKS if one.stays else weeks_called(phase, self._catalogue)
            now = (work.sets, work.sets), work.repetitions, work.effort
            for (kind, name, of_phase), span in zip(spans, now, strict=True):
                said = capitalised(words.DOSE_LINE.format(weeks=weeks, what=name))
                place = None if one.stays else phase
                lines.append(DoseLine(kind, place, said, span, of_phase[phase]))
        return tuple(lines)


def _typed_as(span: Span) -> str:
    low, high = span
    return str(low) if low == high else f"{low}-{high}"


def _span_in(typed: str) -> Span | None:
    """Return the figures in *typed*, the lower first; None: it is none."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    low = int(found[1])
    high = int(found[2]) if found[2] else low
    return (low, high) if low <= high else None
