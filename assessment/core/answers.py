"""One raw answer -> a value, or why not; and the sheet that holds them all.

::

    AnswerError             an answer does not fit its item
    └── TooYoungError       the quiz is not made for this age
"""

from __future__ import annotations

import datetime
import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from assessment.core.days import NoDayError, written_day
from assessment.core.shown import shown
from questions.model import (
    UP,
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
    TextItem,
)
from questions.nearest import nearest
from questions.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Clearance:
    """A trainer's record that a clinician cleared the client: by whom, when, for which flags."""

    by: str
    on: datetime.date
    flags: tuple[str, ...]


Value: TypeAlias = str | int | float | tuple[str | int, ...] | Clearance
"""An answer that fits its item. Not answered is the absence of one."""

NAME_LIMIT = 80
"""Characters of a clinician's name, as of the client's (docs/rules.md 2.8)."""


class AnswerError(ValueError):
    """An answer does not fit its item; the message says what is allowed and can be shown."""


class TooYoungError(AnswerError):
    """An age under the least one that the quiz is made for; ``explanation`` tells whom to ask."""

    def __init__(self, message: str, explanation: str) -> None:
        super().__init__(f"{message}. {explanation}")
        self.explanation = explanation


def value_of(item: Item, raw: object) -> Value | None:
    """Return *raw* (a JSON value) as an answer to *item*; None means not answered.

    Raises:
        AnswerError: It does not fit; the message names what was found and what is allowed.
    """
    if raw is None:
        return None
    match item:
        case CheckItem() | ScaleItem() | ChoiceItem():
            if isinstance(raw, (str, int)) and not isinstance(raw, bool) and raw in item.values:
                return raw
            raise AnswerError(f"must be {_listed(item.values)}; found {shown(raw)}")
        case NumberItem():
            return _number(item, raw)
        case ManyItem():
            return _many(item, raw)
        case TextItem():
            return _text(raw, item.max_length) or None
        case ClearanceItem():
            return _clearance(raw)


def _text(raw: object, limit: int) -> str:
    """Return *raw* as one clean line of at most *limit* characters.

    Control, formatting and unassigned characters are taken out, since they can reorder or
    break the paper; half of a surrogate pair becomes U+FFFD.
    """
    if not isinstance(raw, str):
        raise AnswerError(f"must be text of up to {limit} characters; found {shown(raw)}")
    if len(raw) > limit:
        raise AnswerError(f"must be text of up to {limit} characters; found {len(raw)}")
    kept = (
        "\ufffd" if unicodedata.category(character) == "Cs" else character
        for character in unicodedata.normalize("NFC", " ".join(raw.split()))
        if unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cn"}
        or character in "\u200c\u200d"
    )
    return "".join(kept).strip()


def _number(item: NumberItem, raw: object) -> int | float:
    """Return *raw* as a number inside the limits of *item*."""
    kinds = (int,) if item.kind == "integer" else (int, float)
    endless = isinstance(raw, float) and not math.isfinite(raw)
    if isinstance(raw, bool) or not isinstance(raw, kinds) or endless:
        raise AnswerError(f"{allowed_numbers(item)}; found {shown(raw)}")
    if not item.minimum <= raw <= item.maximum:
        message = f"{allowed_numbers(item)}; found {shown(raw)}"
        if raw < item.minimum and item.too_young:
            raise TooYoungError(message, item.too_young)
        raise AnswerError(message)
    return raw


def allowed_numbers(item: NumberItem) -> str:
    """Return which numbers answer *item*, as a message says it."""
    whole = "a whole number" if item.kind == "integer" else "a number"
    return f"must be {whole} from {item.minimum} to {item.maximum} ({item.unit})"


def _many(item: ManyItem, raw: object) -> tuple[str | int, ...]:
    """Return *raw* as options of *item*, in the item's own order."""
    if not isinstance(raw, (list, tuple)):
        raise AnswerError(f"must be a list of {_listed(item.values)}; found {shown(raw)}")
    for part in raw:
        if isinstance(part, bool) or not isinstance(part, (str, int)) or part not in item.values:
            hint = nearest(part, map(str, item.values)) if isinstance(part, str) else ""
            raise AnswerError(f"may hold {_listed(item.values)}; found {shown(part)}{hint}")
        if raw.count(part) > 1:
            raise AnswerError(
                f"may hold each of {_listed(item.values)} once; found {shown(part)} twice"
            )
    return tuple(value for value in item.values if value in raw)


def _clearance(raw: object) -> Clearance:
    """Return *raw* as a clearance; whether its flags and day are right shows in a whole sheet."""
    allowed = 'must be null or {"by": text, "on": "YYYY-MM-DD", "for": [flags]}'
    if not isinstance(raw, dict):
        raise AnswerError(f"{allowed}; found {shown(raw)}")
    if set(raw) != {"by", "on", "for"}:
        keys = ", ".join(map(shown, raw)) or "no keys"
        raise AnswerError(f"{allowed}; found an object with {keys}")
    try:
        return Clearance(_clinician(raw["by"]), _day(raw["on"]), _flags(raw["for"]))
    except AnswerError as error:
        raise AnswerError(f"{allowed}; {error}") from None


def _clinician(raw: object) -> str:
    try:
        name = _text(raw, NAME_LIMIT)
    except AnswerError as error:
        raise AnswerError(f"'by' {error}") from None
    if not name:
        raise AnswerError("'by' is empty")
    return name


def _day(raw: object) -> datetime.date:
    try:
        return written_day(raw)
    except NoDayError as error:
        raise AnswerError(f"'on' is {error}") from None


def _flags(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, (list, tuple)):
        raise AnswerError(f"'for' is {shown(raw)}, not a list of flags")
    for one in raw:
        if not isinstance(one, str):
            raise AnswerError(f"'for' holds {shown(one)}, which is no flag")
    return tuple(raw)


def _listed(values: tuple[str | int, ...]) -> str:
    """Return *values* as words: ``yes, no or unsure``."""
    words = [str(value) for value in values]
    return " or ".join([", ".join(words[:-1]), words[-1]])


@dataclass(frozen=True)
class AnswerSheet:
    """All answers to one questionnaire, and what follows from them for the other items.

    ``given`` holds the client's own answers, each of which counts. ``known`` holds them and the
    implied values of closed items. ``unasked`` are the items that are not asked.
    """

    questionnaire: Questionnaire
    given: Mapping[str, Value]
    known: Mapping[str, Any]
    unasked: frozenset[str]

    @classmethod
    def of(cls, questionnaire: Questionnaire, given: Mapping[str, Value]) -> AnswerSheet:
        """Return the sheet with the answers *given*, already checked by ``value_of``.

        The one place that says what is asked (docs/rules.md 2).
        """
        known: dict[str, Any] = dict(given)
        unasked: set[str] = set()
        by_pain = _flag_of_pain(questionnaire, given)
        for item in questionnaire.conditional:
            own = given.get(item.id)
            if item.id == by_pain:
                unasked.add(item.id)
            elif item.opened_by:
                if item.opened_by.holds(known) is False and own in (None, item.implied):
                    unasked.add(item.id)
                    known[item.id] = item.implied
            elif item.asked_when and not item.asked_when.holds(known) and not _stays(item, own):
                unasked.add(item.id)
        return cls(questionnaire, given, known, frozenset(unasked))

    @cached_property
    def implied(self) -> tuple[str, ...]:
        """The opened items with an implied value, in the order of the bank."""
        return tuple(
            item.id
            for item in self.questionnaire.items
            if item.id in self.known and item.id not in self.given and not item.self_evident
        )

    @cached_property
    def flag_of_pain(self) -> str | None:
        """The flag that severe pain anywhere puts up by itself, whatever its own answer."""
        return _flag_of_pain(self.questionnaire, self.given)

    def get(self, item_id: str) -> Any:
        """Return the answer to *item_id*, its own or the implied one; None where nobody knows."""
        return self.known.get(item_id)

    def is_up(self, item_id: str) -> bool:
        """Return whether a check is yes or unsure."""
        return self.known.get(item_id) in UP

    def asks(self, item_id: str) -> bool:
        """Return whether the item is asked, given the other answers."""
        return item_id not in self.unasked

    def with_answer(self, item_id: str, raw: object) -> AnswerSheet:
        """Return the sheet after *raw* answers *item_id*; None takes the answer away.

        Raises:
            AnswerError: *raw* does not fit the item.
        """
        return self.with_answers({item_id: raw})

    def with_answers(self, answers: Mapping[str, object]) -> AnswerSheet:
        """Return the sheet after raw *answers* by item; None takes one away.

        Raises:
            AnswerError: One does not fit its item; nothing is taken over then.
        """
        by_id = self.questionnaire.by_id
        values = {item_id: value_of(by_id[item_id], raw) for item_id, raw in answers.items()}
        merged = {**self.given, **values}
        return AnswerSheet.of(
            self.questionnaire, {key: value for key, value in merged.items() if value is not None}
        )

    def asked_items(self) -> Iterator[Item]:
        """Yield the items that are asked, in the order of the bank."""
        return (item for item in self.questionnaire.items if item.id not in self.unasked)


def _stays(item: Item, own: Value | None) -> bool:
    """Return whether a follow-up stays asked whatever its flag says: its own yes counts."""
    return isinstance(item, CheckItem) and item.urgency is not None and own in UP


def _flag_of_pain(questionnaire: Questionnaire, given: Mapping[str, Any]) -> str | None:
    rule = questionnaire.rules.pain
    worst = max(given.get(item) or 0 for item in rule.items.values())
    return rule.severe if worst >= rule.severe_from else None
