"""One setting: what it may be, how its value is said, and the ways to declare one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias

from assessment.core.shown import in_one_line
from assessment.settings import words
from reports.errors import UnmetWishError
from reports.output.letterhead import read_one_of, read_some_of
from reports.words.phrasing import listed

Kind: TypeAlias = Literal["text", "number", "one", "some"]
"""How a value is given: typed, typed as a number, one of several, some of several."""
Choices: TypeAlias = tuple[tuple[str, str], ...]
"""Values, each with its words."""
Check: TypeAlias = Callable[[Any, Path], Any]
"""Gives what is used for the value in the file, whose folder is named.

Raises:
    UnmetWishError: The value cannot be used; the text says what is allowed.
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, under ``key`` in ``table`` of the file; ``usual`` counts where it is not set.

    ``unit`` puts a number into words, ``praise`` a value that can be used. Key and usual value
    are those of the field that it is declared at.
    """

    table: str
    kind: Kind
    check: Check
    choices: Callable[[], Choices] = tuple
    unit: str = ""
    praise: Callable[[Any], str] = lambda _: words.FINE
    key: str = ""
    usual: object = None

    @property
    def dotted_key(self) -> str:
        """Where it stands in the file: ``report.gym``."""
        return f"{self.table}.{self.key}"

    @property
    def said(self) -> words.Said:
        """What it is called, what it does, and how a line of it looks."""
        return words.SETTINGS[self.key]

    @property
    def options(self) -> Choices:
        """The values to choose from, each with its words."""
        return self.choices()

    @property
    def usual_words(self) -> str:
        """What counts where it is not set, in words."""
        return self.say(self.usual) if self.usual else self.said.unset

    def say(self, value: object) -> str:
        """Return *value* in words; a wrong one as it stands in the file."""
        if value is None:
            return words.AS_USUAL.format(usual=self.usual_words)
        labels = dict(self.options)
        if isinstance(value, list):
            return listed([labels.get(str(one), str(one)) for one in value]) or words.NOTHING
        if self.unit:
            return self.unit.format(number=value)
        return labels.get(str(value), in_one_line(str(value)))

    def typed(self, text: str) -> object:
        """Return the value that *text* stands for; None: as usual."""
        text = text.strip()
        is_number = self.kind == "number" and text.isascii() and text.isdigit()
        return int(text) if is_number else text or None

    def fault_in(self, value: object, folder: Path) -> str:
        """Return what is wrong with *value*, without a point at the end; empty: nothing is."""
        if value is not None:
            try:
                self.check(value, folder)
            except UnmetWishError as fault:
                return str(fault)
        return ""

    def comment_on(self, value: object) -> str:
        """Return what to say of a *value* that can be used."""
        if value is None:
            return words.EMPTY_IS_USUAL.format(usual=self.usual_words)
        return self.praise(value)


def text(table: str, check: Check, praise: Callable[[Any], str] = lambda _: words.FINE) -> Setting:
    """Declare a setting that is typed."""
    return Setting(table, "text", check, praise=praise)


def number(table: str, allowed: range, unit: str) -> Setting:
    """Declare a whole number in the range *allowed*."""
    return Setting(table, "number", partial(_read_number, allowed=allowed), unit=unit)


def one_number_of(table: str, allowed: tuple[int, ...], unit: str) -> Setting:
    """Declare one of the whole numbers *allowed*."""
    return Setting(table, "number", partial(_read_one_number, allowed=allowed), unit=unit)


def one_of(table: str, values: tuple[str, ...]) -> Setting:
    """Declare one of *values*."""

    def check(raw: object, _folder: Path) -> str:
        return read_one_of(raw, values)

    return Setting(table, "one", check, partial(labelled, values))


def some_of(table: str, choices: Callable[[], Choices], least: int = 0) -> Setting:
    """Declare some of *choices*, at least so many where it is set."""

    def check(raw: object, _folder: Path) -> frozenset[str]:
        return frozenset(read_some_of(raw, tuple(value for value, _ in choices()), least))

    return Setting(table, "some", check, choices)


def labelled(values: tuple[str, ...]) -> Choices:
    """Return *values*, each with its words."""
    return tuple((value, words.CHOICES[value]) for value in values)


def _read_one_number(raw: object, _folder: Path, *, allowed: tuple[int, ...]) -> int:
    if type(raw) is not int or raw not in allowed:
        raise UnmetWishError(words.ONE_NUMBER.format(allowed=listed([*map(str, allowed)], "or")))
    return raw


def _read_number(raw: object, _folder: Path, *, allowed: range) -> int:
    if type(raw) is not int or raw not in allowed:
        raise UnmetWishError(words.WHOLE_NUMBER.format(low=allowed[0], high=allowed[-1]))
    return raw
