"""The settings while they are changed: what the file says, and what is not saved yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assessment.settings import words as settings_words
from assessment.settings.editing import save_settings
from assessment.settings.fields import Field, fault_in, said_of, values_of
from assessment.settings.reading import read_settings

WRONG, CHANGED, PLAIN = "[!]", "[*]", "   "
"""The marks of what cannot be used, of what is not saved, and of the rest."""


class SettingsDraft:
    """The settings in the file at *path*, by *fields*; read again with ``read``."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self.path = path
        self.fields = tuple(fields)
        self._changes: dict[tuple[str, str], Any] = {}
        self._values: Mapping[tuple[str, str], Any] = {}

    @property
    def is_saved(self) -> bool:
        """Whether the file says all of it."""
        return not self._changes

    def read(self) -> tuple[str, ...]:
        """Read the file; return a sentence for each line of it that is not used."""
        found = read_settings(self.path)
        self._values = values_of(found)
        return found.faults

    def value_of(self, field: Field) -> Any:
        """Return the value as it would be saved now; None: as usual."""
        name = (field.table, field.key)
        return self._changes.get(name, self._values.get(name))

    def fault_of(self, field: Field) -> str:
        """Return what is wrong with the value; empty: nothing is."""
        return fault_in(field, self.value_of(field), self.path.parent)

    def text_of(self, field: Field) -> str:
        """Return the setting with its value, on one line."""
        said = said_of(field, self.value_of(field))
        return settings_words.LINE.format(name=field.name, value=said)

    def mark_of(self, field: Field) -> str:
        """Return the mark in front of the line."""
        if self.fault_of(field):
            return WRONG
        return CHANGED if (field.table, field.key) in self._changes else PLAIN

    def take(self, field: Field, value: object) -> None:
        """Remember *value* until it is saved; one that is in the file needs no saving."""
        name = (field.table, field.key)
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
