"""A clinician's clearance: for which flags that are up, by whom, and on which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from assessment.casebook.clearance import cleared_in, flags_to_clear
from assessment.core.answers import NAME_LIMIT, AnswerError, AnswerSheet, Clearance
from assessment.core.consistency import CLEARANCE, check
from assessment.desk import words
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.quiz import words as quiz_words
from assessment.quiz.page_parts import LINE_KEYS
from assessment.ui.inputs.multi_choice_input import TICKED, UNTICKED
from assessment.ui.widgets.answer_list import TICK_BINDINGS, AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line
from questions.questionnaire import Questionnaire
from reports.words.phrasing import capitalised

DAY_LENGTH = len("2026-05-12")


class FlagList(AnswerList):
    """The flags that are up and can be cleared, each with a tick."""

    BINDINGS: ClassVar[list[BindingType]] = TICK_BINDINGS
    MAY_BE_AIRY = False

    def show(
        self, flags: Sequence[str], ticked: Sequence[str], questionnaire: Questionnaire
    ) -> None:
        """Show *flags*, those of *ticked* with their tick."""
        self._ticked = set(ticked).intersection(flags)
        named = questionnaire.named
        lines = [
            Line(key, _line(named[flag].code, named[flag].short), flag)
            for key, flag in zip(LINE_KEYS, flags, strict=False)
        ]
        self.set_lines(lines, 0)

    @property
    def ticked(self) -> list[str]:
        """The flags that have a tick, in their order."""
        return [line.item_id for line in self.lines if line.item_id in self._ticked]

    def mark(self, index: int) -> str:
        """Return a cross for what is ticked."""
        return TICKED if self.lines[index].item_id in self._ticked else UNTICKED

    def pick(self, index: int) -> None:
        """Tick this flag, or take its tick away."""
        self._ticked ^= {self.lines[index].item_id}
        self.repaint()

    def finish(self) -> None:
        """Go on to who cleared them."""
        self.screen.focus_next()


class ClearanceScreen(DeskScreen):
    """Asks for a clearance; what is typed is checked before it is kept."""

    ABOUT = "clearance"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", words.KEY_TICK, key_display=words.SPACE),
        Binding("tab", "app.focus_next", words.KEY_FIELD, key_display=words.TAB),
        Binding("enter", "keep", words.KEY_KEEP, key_display=quiz_words.ENTER),
        Binding("f1", "help", words.KEY_HELP, key_display="F1"),
    ]

    def __init__(
        self,
        sheet: AnswerSheet,
        clock: Callable[[], float],
        today: date,
        keep: Callable[[Mapping[str, object]], None],
    ) -> None:
        """Ask about *sheet*, and give a clearance that can be so to *keep*, as an answer."""
        super().__init__(clock)
        self._sheet = sheet
        self._today = today
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Yield the flags and the two fields."""
        with Vertical(classes="page"):
            yield Static(words.CLEARANCE, id="title", markup=False)
            yield Static(words.CLEARANCE_TEXT, id="text", markup=False)
            yield FlagList(self.is_settled, id="flags")
            with Horizontal(id="fields"):
                with Vertical(id="who"):
                    yield Static(words.BY, classes="label", markup=False)
                    yield Input(max_length=NAME_LIMIT, id="by")
                with Vertical(id="when"):
                    yield Static(words.ON, classes="label", markup=False)
                    yield Input(max_length=DAY_LENGTH, restrict=r"[0-9-]*", id="on")
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what was cleared before; begin with the flags."""
        before = self._sheet.get(CLEARANCE)
        listed = self.query_one(FlagList)
        flags = [flag.id for flag in flags_to_clear(self._sheet)]
        listed.show(flags, cleared_in(self._sheet), self._sheet.questionnaire)
        if isinstance(before, Clearance):
            self.query_one("#by", Input).value = before.by
            self.query_one("#on", Input).value = before.on.isoformat()
        listed.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "by" and not self.query_one("#on", Input).value:
            self.query_one("#on", Input).focus()
        else:
            self.action_keep()

    def action_tick(self) -> None:
        """Tick the flag at the pointer, by a click on the key."""
        self.query_one(FlagList).action_tick()

    def action_keep(self) -> None:
        """Keep what was ticked and typed, or say what is wrong with it."""
        listed = self.query_one(FlagList)
        by, on_ = (self.query_one(f"#{name}", Input) for name in ("by", "on"))
        if not listed.ticked:
            self._refuse(words.NEED_FLAG, listed)
        elif not by.value.strip():
            self._refuse(words.NEED_BY, by)
        elif fault := self._fault_of_day(on_.value):
            self._refuse(fault, on_)
        else:
            self._keep({"by": by.value.strip(), "on": on_.value, "for": listed.ticked})

    def _fault_of_day(self, typed: str) -> str:
        """Return why *typed* is no day on which the client can have been cleared, if it is none."""
        try:
            day = date.fromisoformat(typed)
            cleared = self._sheet.with_answer(CLEARANCE, {"by": "-", "on": typed, "for": []})
        except (ValueError, AnswerError):
            return words.NEED_DAY.format(today=self._today.isoformat())
        try:
            check(cleared, self._today)
        except AnswerError:
            return words.DAY_TO_COME if day > self._today else words.DAY_BEFORE_BIRTH
        return ""

    def _refuse(self, sentence: str, where: FlagList | Input) -> None:
        self.say(sentence, warning=True)
        where.focus()


def _line(code: str, short: str) -> str:
    return f"{code} {capitalised(short)}"
