"""The settings one by one: what each may be, how it is said, and what is wrong with a value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from assessment.settings import words
from assessment.settings.desk_settings import IDLE_MINUTES, MINUTES, MONTHS
from assessment.settings.quiz_settings import EQUIPMENT, LOCK_RANGE, USUAL_LOCK_MINUTES
from assessment.settings.reading import QUIZ, RECORDS, REPORT, Settings
from questions.model import ManyItem
from questions.questionnaire import Questionnaire
from reports.output.letterhead import contrast_on_white, paper_of
from reports.output.print_options import ACCENT, Ink, Part, Size
from reports.words.phrasing import listed

Kind: TypeAlias = Literal["text", "number", "one", "some"]
"""How a value is given: typed, typed as a number, one of several, some of several."""


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: ``options`` are values with their words, ``usual`` is said where it is not set.

    ``form`` puts a number into words.
    """

    table: str
    key: str
    kind: Kind
    usual: str
    options: tuple[tuple[str, str], ...] = ()
    allowed: range = range(0)
    form: str = "{number}"

    @property
    def name(self) -> str:
        """What it is called."""
        return words.SETTINGS[self.key].name

    @property
    def help(self) -> str:
        """What it does, in a sentence."""
        return words.SETTINGS[self.key].help


def fields_of(questionnaire: Questionnaire) -> tuple[Field, ...]:
    """Return every setting in the order in which it is shown."""
    return (
        Field(REPORT, "gym", "text", words.NOTHING),
        Field(REPORT, "address", "text", words.NOTHING),
        Field(REPORT, "logo", "text", words.NOTHING),
        Field(REPORT, "accent", "text", ACCENT),
        Field(REPORT, "size", "one", words.CHOICES["A4"], _choices(get_args(Size))),
        Field(REPORT, "ink", "one", words.CHOICES["colour"], _choices(get_args(Ink))),
        Field(REPORT, "without", "some", words.NOTHING, _choices(get_args(Part))),
        Field(QUIZ, "kit", "some", words.ALL_KIT, _kit(questionnaire)),
        _number(QUIZ, "lock_minutes", LOCK_RANGE, words.MINUTES, str(USUAL_LOCK_MINUTES)),
        Field(RECORDS, "keep_months", "number", words.FOR_EVER, (), MONTHS, words.MONTHS),
        _number(RECORDS, "idle_minutes", MINUTES, words.MINUTES, str(IDLE_MINUTES)),
    )


def values_of(settings: Settings) -> dict[tuple[str, str], Any]:
    """Return the values that *settings* have, by table and key."""
    tables = {REPORT: settings.report, QUIZ: settings.quiz, RECORDS: settings.records}
    return {(name, key): value for name, table in tables.items() for key, value in table.items()}


def value_typed(field: Field, typed: str) -> object:
    """Return the value that *typed* stands for; None: as usual."""
    text = typed.strip()
    if not text:
        return None
    return int(text) if field.kind == "number" and text.isascii() and text.isdigit() else text


def fault_in(field: Field, value: object, folder: Path) -> str:
    """Return what is wrong with *value*, without a point at the end; empty: nothing is.

    The path of a logo starts at *folder*.
    """
    if value is None:
        return ""
    if field.kind == "number":
        right = type(value) is int and value in field.allowed
        limits = {"low": field.allowed[0], "high": field.allowed[-1]}
        return "" if right else words.WHOLE_NUMBER.format(**limits)
    if field.table == REPORT:
        _, unmet = paper_of({field.key: value}, folder)
        return unmet[0].partition(": ")[2] if unmet else ""
    known = [one for one, _ in field.options]
    right = isinstance(value, list) and bool(value) and all(one in known for one in value)
    return "" if right else f"must be some of {', '.join(known)}"


def said_of(field: Field, value: object) -> str:
    """Return *value* in words; a wrong one as it stands in the file."""
    if value is None:
        return words.AS_USUAL.format(usual=field.usual)
    labels = dict(field.options)
    if isinstance(value, list):
        named = [labels.get(str(one), str(one)) for one in value]
        return listed(named) or words.NOTHING
    if field.kind == "number":
        return field.form.format(number=value)
    return labels.get(str(value), str(value))


def praise_of(field: Field, value: object) -> str:
    """Return what to say of a *value* that can be used; empty where it is not set."""
    if value is None:
        return words.EMPTY_IS_USUAL.format(usual=field.usual)
    if field.key == "accent":
        return words.CONTRAST.format(contrast=contrast_on_white(str(value)))
    return words.FINE


def _choices(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((value, words.CHOICES[value]) for value in values)


def _kit(questionnaire: Questionnaire) -> tuple[tuple[str, str], ...]:
    item = questionnaire.by_id[EQUIPMENT]
    if not isinstance(item, ManyItem):
        raise TypeError(f"{EQUIPMENT} must be an item of kind many")
    return tuple((str(one.value), one.label.partition(" (")[0]) for one in item.options)


def _number(table: str, key: str, allowed: range, form: str, usual: str) -> Field:
    return Field(table, key, "number", form.format(number=usual), (), allowed, form)
