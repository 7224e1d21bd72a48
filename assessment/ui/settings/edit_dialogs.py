"""Small screens that change one setting: a line to type with its check, or lines to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assessment.quiz import words
from assessment.settings import words as settings_words
from assessment.settings.setting import Setting
from assessment.ui.dialogs.leaving import LeavesOnce
from assessment.ui.press_guard import PressGuard
from assessment.ui.widgets.answer_list import TICK_BINDINGS, AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line
from assessment.ui.widgets.one_line_input import OneLineInput

MOST_TYPED = 200
"""Characters: the path of a logo may be long."""
TICKED, UNTICKED = "[x]", "[ ]"
NUMBERS = "1234567890"


class EditScreen(ModalScreen[tuple[object] | None], LeavesOnce[tuple[object] | None]):
    """Changes one setting; gives the new value in a tuple, or None where nothing changes."""

    CSS_PATH = "../styles/edit_setting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", settings_words.KEY_TAKE, key_display=words.ENTER),
        Binding("escape", "leave", settings_words.KEY_LEAVE, key_display=words.ESCAPE),
    ]

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting

    def compose(self) -> ComposeResult:
        """Yield the name of the setting, what it does, and what it is changed with."""
        with Vertical(id="box"):
            yield Static(self._setting.said.name, id="asked", markup=False)
            yield Static(self._setting.said.help, id="explained", markup=False)
            yield from self._parts()

    def _parts(self) -> ComposeResult:
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave the setting as it is."""
        self.dismiss(None)


class TypeScreen(EditScreen):
    """Changes a setting that is typed, and says with each sign whether it can be used."""

    def __init__(self, setting: Setting, value: object, folder: Path) -> None:
        super().__init__(setting)
        self._value = "" if value is None else str(value)
        self._folder = folder

    def _parts(self) -> ComposeResult:
        yield OneLineInput(self._value, max_length=MOST_TYPED)
        yield Static(id="check", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Make the line ready, and say what stands in it."""
        self.query_one(Input).focus()
        self._check()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._check()

    @on(OneLineInput.NotAllTaken)
    def _not_all_taken(self, event: OneLineInput.NotAllTaken) -> None:
        event.stop()
        self.query_one("#check", Static).update(event.sentence)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take what is typed, if it can be used."""
        value = self._setting.typed(self.query_one(Input).value)
        if not self._check():
            self.dismiss((value,))

    def _check(self) -> str:
        """Show what is wrong with what is typed, or what can be said of it; return the fault."""
        value = self._setting.typed(self.query_one(Input).value)
        fault = self._setting.fault_in(value, self._folder)
        said = settings_words.CANNOT_BE_USED.format(fault=fault) if fault else ""
        check = self.query_one("#check", Static)
        check.update(said or self._setting.comment_on(value))
        check.set_class(bool(fault), "-wrong")
        return fault


class PartList(AnswerList):
    """Lines to tick, each for one value."""

    BINDINGS: ClassVar[list[BindingType]] = TICK_BINDINGS

    def __init__(
        self, setting: Setting, ticked: Sequence[str], is_settled: Callable[[], bool]
    ) -> None:
        super().__init__(is_settled)
        self._choices = setting.options
        self._ticked = set(ticked)

    def on_mount(self) -> None:
        """Show the lines."""
        super().on_mount()
        keys = [*NUMBERS, *[""] * len(self._choices)]
        self.set_lines(
            [
                Line(key, label, value)
                for key, (value, label) in zip(keys, self._choices, strict=False)
            ],
            0,
        )

    def mark(self, index: int) -> str:
        """Return a cross for what is ticked."""
        return TICKED if self._choices[index][0] in self._ticked else UNTICKED

    def pick(self, index: int) -> None:
        """Tick or untick this line."""
        self._ticked ^= {self._choices[index][0]}
        self.repaint()

    def finish(self) -> None:
        """Take what is ticked; nothing means as usual."""
        chosen = [value for value, _ in self._choices if value in self._ticked]
        self.post_message(self.Answered({"chosen": chosen or None}))


class PartsScreen(EditScreen):
    """Changes a setting that is some of several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,right", "tick", settings_words.KEY_TICK, key_display=words.LEFT_RIGHT)
    ]

    def __init__(self, setting: Setting, value: object, clock: Callable[[], float]) -> None:
        super().__init__(setting)
        self._ticked = [str(one) for one in value] if isinstance(value, list) else []
        self._press_guard = PressGuard(clock)

    def _parts(self) -> ComposeResult:
        yield PartList(self._setting, self._ticked, self._press_guard.is_settled)
        yield Static(self._setting.comment_on(None), id="check")
        yield KeyBar()

    def on_mount(self) -> None:
        """Make the lines ready for a key."""
        self.query_one(PartList).focus()
        self._press_guard.shown_now()

    def action_tick(self) -> None:
        """Tick the line at the pointer."""
        self.query_one(PartList).action_tick()

    def action_take(self) -> None:
        """Take what is ticked."""
        self.query_one(PartList).finish()

    @on(PartList.Answered)
    def _answered(self, event: PartList.Answered) -> None:
        event.stop()
        self.dismiss((event.answers["chosen"],))
