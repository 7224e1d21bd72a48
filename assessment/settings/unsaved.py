"""The settings while they are changed: what the file says, and what is not saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assessment.settings import words as settings_words
from assessment.settings.editing import save_settings
from assessment.settings.reading import SettingFault, read_settings
from assessment.settings.setting import Setting

WRONG, CHANGED, PLAIN = "[!]", "[*]", "   "
"""The marks of what cannot be used, of what is not saved, and of the rest."""


class SettingsDraft:
    """The settings in the file at *path*; read again with ``read``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._changes: dict[str, Any] = {}
        self._values: Mapping[str, Any] = {}

    @property
    def is_saved(self) -> bool:
        """Whether the file says all of it."""
        return not self._changes

    def read(self) -> tuple[SettingFault, ...]:
        """Read the file; return what of its shape is wrong."""
        found = read_settings(self.path)
        self._values = found.values
        return found.faults

    def value_of(self, setting: Setting) -> Any:
        """Return the value as it would be saved now; None: as usual."""
        name = setting.dotted_key
        return self._changes.get(name, self._values.get(name))

    def fault_of(self, setting: Setting) -> str:
        """Return what is wrong with the value; empty: nothing is."""
        return setting.fault_in(self.value_of(setting), self.path.parent)

    def text_of(self, setting: Setting) -> str:
        """Return the setting with its value, on one line."""
        said = setting.say(self.value_of(setting))
        return settings_words.LINE.format(name=setting.said.name, value=said)

    def mark_of(self, setting: Setting) -> str:
        """Return the mark in front of the line."""
        if self.fault_of(setting):
            return WRONG
        return CHANGED if setting.dotted_key in self._changes else PLAIN

    def take(self, setting: Setting, value: object) -> None:
        """Remember *value* until it is saved; one that is in the file needs no saving."""
        name = setting.dotted_key
        self._changes.pop(name, None)
        if value != self._values.get(name):
            self._changes[name] = value

    def save(self) -> None:
        """Write what was changed.

        Raises:
            SettingsFileError: It cannot be written; the file is as it was.
        """
        if self._changes:
            save_settings(self.path, self._changes)
        self._changes = {}
