"""The settings of the gym: a list to change, checked, and saved in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from assessment.quiz import words
from assessment.settings import words as settings_words
from assessment.settings.editing import SettingsFileError
from assessment.settings.model import SETTINGS
from assessment.settings.setting import Setting
from assessment.settings.unsaved import SettingsDraft
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.dialogs.leaving import LeavesOnce
from assessment.ui.dialogs.options import KEEP, LEAVE, STAY, DialogOption
from assessment.ui.press_guard import PressGuard
from assessment.ui.settings.edit_dialogs import PartsScreen, TypeScreen
from assessment.ui.settings.setting_list import SettingList
from assessment.ui.widgets.key_bar import KeyBar

USUAL = "usual"
SAVE = Binding(
    settings_words.SAVE_KEY, "save", settings_words.SAVE, key_display=settings_words.SAVE_KEY_NAME
)


class SettingsScreen(LeavesOnce[None]):
    """Shows and changes the settings in one file; any app with the shared styles can push it.

    It is dismissed when somebody goes back; what is not saved is asked about first.
    """

    CSS_PATH = "../styles/settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,down", "to_list", words.KEY_LOOK, key_display=words.UP_DOWN),
        Binding("enter", "change", settings_words.KEY_CHANGE, key_display=words.ENTER),
        SAVE,
        Binding("escape,backspace", "back", settings_words.KEY_BACK, key_display=words.ESCAPE),
    ]

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        super().__init__()
        self._draft = SettingsDraft(path)
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
                yield Button(
                    f"{SAVE.description} ({SAVE.key_display})", id="save", action="screen.save"
                )
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what the file says."""
        self._news = "".join(map(str, self._draft.read()[:1]))
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
        fault = self._draft.fault_of(SETTINGS[int(event.item_id)])
        said = settings_words.CANNOT_BE_USED.format(fault=fault) if fault else self._news
        self.query_one("#note", Static).update(said)

    @on(SettingList.Picked)
    def _edit(self, event: SettingList.Picked) -> None:
        """Change one setting on a small screen of its own."""
        event.stop()
        setting = SETTINGS[event.index]
        value = self._draft.value_of(setting)

        def after(new: tuple[object] | None) -> None:
            if new is not None:
                self._take(setting, new[0])

        if setting.kind == "one":
            self._choose(setting, value)
        elif setting.kind == "some":
            self.app.push_screen(PartsScreen(setting, value, self._clock), after)
        else:
            self.app.push_screen(TypeScreen(setting, value, self._draft.path.parent), after)

    def action_change(self) -> None:
        """Change the setting at the pointer."""
        self.query_one(SettingList).finish()

    def action_to_list(self) -> None:
        """Let the arrow keys move through the settings."""
        self.query_one(SettingList).focus()

    def action_save(self) -> bool:
        """Write what was changed, say how that went, and return whether it did."""
        try:
            self._draft.save()
        except SettingsFileError as error:
            self._say(str(error))
            return False
        self._say(" ".join([settings_words.SAVED, *map(str, self._draft.read()[:1])]))
        self._show()
        return True

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
            if way == LEAVE or (way == KEEP and self.action_save()):
                self.dismiss(None)

        asked = AskScreen(settings_words.UNSAVED, "", ways, self._clock, has_keys=False)
        self.app.push_screen(asked, after)

    def _show(self) -> None:
        """Show each setting as it would be saved now."""
        shown = self.query_one(SettingList)
        texts = [self._draft.text_of(one) for one in SETTINGS]
        marks = [self._draft.mark_of(one) for one in SETTINGS]
        shown.show(texts, marks, shown.highlighted or 0)

    def _choose(self, setting: Setting, value: object) -> None:
        ways = (
            DialogOption(STAY, settings_words.LEAVE_AS_IT_IS.format(value=setting.say(value))),
            *(DialogOption(one, label) for one, label in setting.options),
            DialogOption(USUAL, settings_words.USUAL_WAY.format(usual=setting.usual_words)),
        )

        def after(way: str | None) -> None:
            if way is not None and way != STAY:
                self._take(setting, None if way == USUAL else way)

        said = setting.said
        self.app.push_screen(AskScreen(said.name, said.help, ways, self._clock), after)

    def _take(self, setting: Setting, value: object) -> None:
        self._draft.take(setting, value)
        self._say("")
        self._show()
