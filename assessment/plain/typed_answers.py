"""A line that was typed -> what it means, or a sentence that says what is allowed."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.core.answers import AnswerError, TooYoungError
from assessment.core.typed_value import typed_value
from assessment.plain import words
from assessment.plain.errors import NotUnderstoodError
from assessment.plain.listing import keys_of_many
from assessment.plain.steps import Answers
from assessment.quiz import words as screen_words
from assessment.quiz.answer_parsing import refusal
from assessment.quiz.page_parts import ALL_KEY, LINE_KEYS, NO_ANSWER_KEY, NONE_KEY, Choice
from assessment.quiz.page_view import choices_of, may_decline
from questions.model import (
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
    TextItem,
)
from questions.places import SIDES


def item_typed(item: Item, typed: str) -> object:
    """Return what *typed* means as an answer to *item*, None for none.

    Raises:
        NotUnderstoodError: It is none.
        TooYoungError: It is an age that the quiz is not made for.
    """
    match item:
        case TextItem() | NumberItem():
            return one_typed(item, typed)
        case ManyItem():
            return _many(item, typed)
        case ChoiceItem() | ScaleItem() | CheckItem():
            return chosen(choices_of(item), typed)
        case ClearanceItem():
            raise ValueError(f"nobody is asked for an item of kind {item.kind!r}")


def listed_typed(count: int, typed: str) -> tuple[int, ...]:
    """Return which of *count* numbered lines are named, from 0; none for ``0``.

    Raises:
        NotUnderstoodError: Something else is.
    """
    keys = LINE_KEYS[:count]
    named = _listed_keys(_signs(typed), [*keys, NONE_KEY], NONE_KEY)
    return tuple(place for place, key in enumerate(keys) if key in named)


def recent_typed(keys: Sequence[str], typed: str) -> tuple[str, ...] | None:
    """Return which of *keys* are named; none for ``0``, and None for no answer.

    Raises:
        NotUnderstoodError: Something else is.
    """
    alone = (NONE_KEY, NO_ANSWER_KEY)
    named = _listed_keys(_signs(typed), [*keys, *alone], *alone)
    return None if NO_ANSWER_KEY in named else tuple(key for key in keys if key in named)


def side_typed(typed: str) -> tuple[str, ...]:
    """Return the sides that *typed* names by a letter; nothing typed is not said.

    Raises:
        NotUnderstoodError: It names none.
    """
    if typed in ("", NO_ANSWER_KEY):
        return ()
    sides = tuple(side for side in SIDES if typed.lower() in (words.BOTH, side[0], side))
    if not sides:
        raise NotUnderstoodError(words.HINT_SIDE)
    return sides


def checklist_typed(item_ids: Sequence[str], typed: str) -> Answers:
    """Return yes, unsure or no for each item; *typed* is like ``1 3-`` or ``0``.

    Raises:
        NotUnderstoodError: It could mean something else.
    """
    keys = {str(number): item_id for number, item_id in enumerate(item_ids, start=1)}
    signs = [sign.removesuffix(NO_ANSWER_KEY) for sign in _signs(typed)]
    unsure = {
        sign.removesuffix(NO_ANSWER_KEY) for sign in _signs(typed) if sign.endswith(NO_ANSWER_KEY)
    }
    named = _listed_keys(signs, [*keys, NONE_KEY], NONE_KEY)
    if NONE_KEY in unsure:
        raise NotUnderstoodError(words.HINT_CHECKLIST)
    answers: dict[str, object] = dict.fromkeys(item_ids, "no")
    for key in named - {NONE_KEY}:
        answers[keys[key]] = "unsure" if key in unsure else "yes"
    return answers


def one_typed(item: TextItem | NumberItem, typed: str) -> object:
    """Return what *typed* means as an answer to *item*, None for none.

    Raises:
        NotUnderstoodError: It is none.
        TooYoungError: It is an age that the quiz is not made for.
    """
    if typed == NO_ANSWER_KEY and (isinstance(item, TextItem) or may_decline(item)):
        return None
    try:
        value = typed_value(item, typed)
    except TooYoungError:
        raise
    except AnswerError as error:
        raise NotUnderstoodError(refusal(item, typed, error)) from error
    if value is None and isinstance(item, NumberItem):
        declines = may_decline(item)
        needed = screen_words.NEED_NUMBER
        raise NotUnderstoodError(f"{needed} {words.HINT_NOT_KNOWN}" if declines else needed)
    return value


def chosen(choices: Sequence[Choice], typed: str) -> str | int | None:
    """Return what is stored for the choice whose key was *typed*.

    Raises:
        NotUnderstoodError: None has it.
    """
    for choice in choices:
        if choice.key == typed:
            return choice.raw
    keys = ", ".join(choice.key for choice in choices)
    raise NotUnderstoodError(words.NEED_LISTED.format(keys=keys))


def _many(item: ManyItem, typed: str) -> list[str | int] | None:
    keys = keys_of_many(item)
    alone = [ALL_KEY] if item.all_label else []
    alone += [NONE_KEY] if item.required else [NONE_KEY, NO_ANSWER_KEY]
    named = _listed_keys(_signs(typed), [*keys, *alone], *alone)
    if named == {NO_ANSWER_KEY}:
        return None
    if named == {ALL_KEY}:
        return list(item.everything)
    return [value for key, value in keys.items() if key in named]


def _listed_keys(signs: Sequence[str], allowed: Sequence[str], *alone: str) -> set[str]:
    """Return what *signs* name, each once; those *alone* stand alone.

    Raises:
        NotUnderstoodError: There is none, one that is not *allowed*, or one that must stand alone.
    """
    named = set(signs)
    if not named or named - set(allowed):
        raise NotUnderstoodError(words.NEED_LISTED.format(keys=", ".join(allowed)))
    if len(named) < len(signs):
        raise NotUnderstoodError(words.NEED_ONCE)
    if len(named) > 1 and (together := named & set(alone)):
        raise NotUnderstoodError(words.NEED_ONE_OR_OTHER.format(none=min(together)))
    return named


def _signs(typed: str) -> list[str]:
    """Return what stands between spaces and commas."""
    return typed.replace(",", " ").split()
