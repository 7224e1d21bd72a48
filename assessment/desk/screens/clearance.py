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
from assessment.core.days import LONGEST, DayAheadError, DayError, past_day
from assessment.core.folded import has_letter
from assessment.desk import keys, words
from assessment.desk.screens.base import DeskScreen, status_line
from assessment.ui.inputs.multi_choice_input import TICKED, UNTICKED
from assessment.ui.widgets.answer_list import TICK_BINDINGS, AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line
from assessment.ui.widgets.one_line_input import OneLineInput
from questions.questionnaire import Questionnaire
from reports.words.phrasing import capitalised, day_in_words

DAY_SIGNS = r"[0-9./a-zA-Z -]*"
"""What a day is made of as trainers write it: 29.11.2026, 29/11/2026, 2026-11-29, today."""


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
        lines = [Line("", _line(named[flag].code, named[flag].short), flag) for flag in flags]
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
        keys.NEXT_LINE.does("next"),
        keys.KEEP.does("keep"),
        keys.HELP_WHILE_TYPING.does("help"),
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
        self._first: tuple[object, ...] = ()
        """What was ticked and typed at the beginning."""

    def compose(self) -> ComposeResult:
        """Yield the flags and the two fields."""
        with Vertical(classes="page"):
            yield Static(words.CLEARANCE, id="title", markup=False)
            yield Static(words.CLEARANCE_TEXT, id="text", markup=False)
            yield FlagList(self.is_settled, id="flags")
            with Horizontal(id="fields"):
                with Vertical(id="who"):
                    yield Static(words.BY, classes="label", markup=False)
                    yield OneLineInput(max_length=NAME_LIMIT, id="by")
                with Vertical(id="when"):
                    yield Static(words.ON, classes="label", markup=False)
                    yield OneLineInput(max_length=LONGEST, restrict=DAY_SIGNS, id="on")
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what was cleared before; begin with the flags."""
        before = self._sheet.get(CLEARANCE)
        listed = self.query_one(FlagList)
        flags = [flag.id for flag in flags_to_clear(self._sheet)]
        listed.show(flags, cleared_in(self._sheet), self._sheet.questionnaire)
        if isinstance(before, Clearance):
            self._by.value = before.by
            self._on.value = before.on.isoformat()
        self._first = self._entered
        listed.focus()

    @property
    def has_changes(self) -> bool:
        """Whether something was ticked or typed."""
        return self._entered != self._first

    @on(Input.Changed)
    @on(AnswerList.Marked)
    def _read_back(self) -> None:
        """Show which day was understood; what was wrong before may be right now."""
        try:
            day = past_day(self._on.value, self._today)
        except DayError:
            self.say("")
        else:
            self.say(words.DAY_READ.format(day=day_in_words(day)))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_next(self) -> None:
        """Go to the next field; after the last one say how it is kept."""
        if not self._on.has_focus:
            self.focus_next()
        elif day := self._checked_day():
            self.say(words.NOW_KEEP.format(day=day_in_words(day)))

    def action_tick(self) -> None:
        """Tick the flag at the pointer, by a click on the key."""
        self.query_one(FlagList).action_tick()

    def action_keep(self) -> None:
        """Keep what was ticked and typed, or say what is wrong with it."""
        if day := self._checked_day():
            ticked, by, _ = self._entered
            self._keep({"by": by.strip(), "on": day.isoformat(), "for": ticked})

    @property
    def _by(self) -> Input:
        return self.query_one("#by", Input)

    @property
    def _on(self) -> Input:
        return self.query_one("#on", Input)

    @property
    def _entered(self) -> tuple[list[str], str, str]:
        return self.query_one(FlagList).ticked, self._by.value, self._on.value

    def _checked_day(self) -> date | None:
        """Return the day of a clearance that can be so; else say what is wrong, and go there."""
        ticked, by, typed = self._entered
        if not ticked:
            self._refuse(words.NEED_FLAG, self.query_one(FlagList))
        elif not has_letter(by):
            self._refuse(words.NEED_BY, self._by)
        else:
            try:
                return self._day_of(typed)
            except DayAheadError:
                self._refuse(words.DAY_TO_COME, self._on)
            except DayError as error:
                self._refuse(capitalised(f"{error}."), self._on)
            except AnswerError:
                self._refuse(words.DAY_BEFORE_BIRTH, self._on)
        return None

    def _day_of(self, typed: str) -> date:
        """Return the day that *typed* means.

        Raises:
            DayError: It is none, or still to come.
            AnswerError: The client was not born yet.
        """
        day = past_day(typed, self._today)
        answer = {"by": "-", "on": day.isoformat(), "for": []}
        check(self._sheet.with_answer(CLEARANCE, answer), self._today)
        return day

    def _refuse(self, sentence: str, where: FlagList | Input) -> None:
        self.say(sentence, warning=True)
        where.focus()


def _line(code: str, short: str) -> str:
    return f"{code} {capitalised(short)}"
