"""The settings of the gym: a list to change, checked, and saved in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Static

from assessment.quiz import words
from assessment.settings import words as settings_words
from assessment.settings.draft import SettingsDraft
from assessment.settings.editing import SettingsFileError
from assessment.settings.fields import Field, fields_of, said_of
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.dialogs.options import KEEP, LEAVE, STAY, DialogOption
from assessment.ui.press_guard import PressGuard
from assessment.ui.settings.edit_dialogs import PartsScreen, TypeScreen
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import Key, KeyBar
from assessment.ui.widgets.lines import Line
from questions.questionnaire import Questionnaire

USUAL = "usual"
SAVE = Key(settings_words.SAVE_KEY, settings_words.SAVE, "save")


class SettingList(AnswerList):
    """The settings, one line for each; a pick wants to change one."""

    @dataclass
    class Picked(Message):
        """Somebody wants to change the setting of this number."""

        index: int

    def __init__(self, settled: Callable[[], bool]) -> None:
        super().__init__(settled)
        self._marks: tuple[str, ...] = ()

    def show(self, texts: Sequence[str], marks: Sequence[str], pointer: int) -> None:
        """Show *texts* with their *marks*."""
        self._marks = tuple(marks)
        self.set_lines([Line("", text, str(at)) for at, text in enumerate(texts)], pointer)

    def mark(self, index: int) -> str:
        """Return an exclamation mark for what cannot be used, a star for what is not saved."""
        return self._marks[index]

    def pick(self, index: int) -> None:
        """Tell which setting to change."""
        self.post_message(self.Picked(index))


class SettingsScreen(Screen[None]):
    """Shows and changes the settings in one file; any app with the shared styles can push it.

    It is dismissed when somebody goes back; what is not saved is asked about first.
    """

    CSS_PATH = "../styles/settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "back", show=False),
        Binding("up,down", "to_list", show=False),
        Binding("1", "save", show=False),
    ]

    def __init__(
        self, path: Path, questionnaire: Questionnaire, clock: Callable[[], float]
    ) -> None:
        super().__init__()
        self._draft = SettingsDraft(path, fields_of(questionnaire))
        self._clock = clock
        self._settling = PressGuard(clock)
        self._news = ""

    def compose(self) -> ComposeResult:
        """Yield the list, what there is to say, and the way to save."""
        with Vertical(classes="page"):
            yield Static(settings_words.TITLE, id="title", markup=False)
            yield Static(
                settings_words.SAVED_IN.format(path=self._draft.path), classes="quiet", markup=False
            )
            yield SettingList(self._settling.is_settled)
            yield Static(id="note", markup=False)
            with Horizontal(id="ways"):
                yield Button(f"{SAVE.does} ({SAVE.key})", id="save")
        yield KeyBar(
            (
                Key(words.UP_DOWN, words.KEY_LOOK, "to_list"),
                Key(words.ENTER, settings_words.KEY_CHANGE, "change"),
                SAVE,
                Key(words.ESCAPE, settings_words.KEY_BACK, "back"),
            )
        )

    def on_mount(self) -> None:
        """Show what the file says."""
        self._news = next(iter(self._draft.read()), "")
        self._show()
        self.query_one(SettingList).focus()

    def on_screen_resume(self) -> None:
        """Begin to count when the screen comes to the front."""
        self._settling.shown_now()

    def _say(self, sentence: str) -> None:
        """Show *sentence* below the list, until something else is changed."""
        self._news = sentence
        self.query_one("#note", Static).update(sentence)

    @on(SettingList.LineReached)
    def _reached(self, event: SettingList.LineReached) -> None:
        event.stop()
        fault = self._draft.fault_of(self._draft.fields[int(event.item_id)])
        said = settings_words.CANNOT_BE_USED.format(fault=fault) if fault else self._news
        self.query_one("#note", Static).update(said)

    @on(SettingList.Picked)
    def _picked(self, event: SettingList.Picked) -> None:
        event.stop()
        self._edit(event.index)

    @on(Button.Pressed)
    def _save_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_save()

    def action_change(self) -> None:
        """Change the setting at the pointer."""
        self.query_one(SettingList).finish()

    def action_to_list(self) -> None:
        """Let the arrow keys move through the settings."""
        self.query_one(SettingList).focus()

    def action_save(self) -> None:
        """Write what was changed."""
        self._save()

    def action_back(self) -> None:
        """Go back; ask first where something is not saved."""
        if self._draft.is_saved:
            self.dismiss(None)
            return
        ways = (
            DialogOption(STAY, settings_words.STAY_HERE),
            DialogOption(KEEP, settings_words.SAVE_THEM),
            DialogOption(LEAVE, settings_words.DROP_THEM),
        )

        def after(way: str | None) -> None:
            if way == LEAVE or (way == KEEP and self._save()):
                self.dismiss(None)

        self.app.push_screen(AskScreen(settings_words.UNSAVED, "", ways, self._clock), after)

    def _show(self) -> None:
        """Show each setting as it would be saved now."""
        shown, fields = self.query_one(SettingList), self._draft.fields
        texts = [self._draft.text_of(field) for field in fields]
        marks = [self._draft.mark_of(field) for field in fields]
        shown.show(texts, marks, shown.highlighted or 0)

    def _edit(self, index: int) -> None:
        """Change one setting on a small screen of its own."""
        field = self._draft.fields[index]
        value = self._draft.value_of(field)

        def after(new: tuple[object] | None) -> None:
            if new is not None:
                self._take(field, new[0])

        if field.kind == "one":
            self._choose(field, value)
        elif field.kind == "some":
            self.app.push_screen(PartsScreen(field, value, self._clock), after)
        else:
            self.app.push_screen(TypeScreen(field, value, self._draft.path.parent), after)

    def _choose(self, field: Field, value: object) -> None:
        ways = (
            DialogOption(STAY, settings_words.LEAVE_AS_IT_IS.format(value=said_of(field, value))),
            *(DialogOption(one, label) for one, label in field.options),
            DialogOption(USUAL, settings_words.USUAL_WAY.format(usual=field.usual)),
        )

        def after(way: str | None) -> None:
            if way is not None and way != STAY:
                self._take(field, None if way == USUAL else way)

        self.app.push_screen(AskScreen(field.name, field.help, ways, self._clock), after)

    def _take(self, field: Field, value: object) -> None:
        self._draft.take(field, value)
        self._say("")
        self._show()

    def _save(self) -> bool:
        """Write what was changed, say how that went, and return whether it did."""
        try:
            self._draft.save()
        except SettingsFileError as error:
            self._say(str(error))
            return False
        self._say(" ".join([settings_words.SAVED, *self._draft.read()[:1]]))
        self._show()
        return True
