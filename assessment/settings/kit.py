"""The kit of the gym: what may be named in the settings, and the questions that know of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from questions.loader import load_questionnaire
from questions.model import ManyItem
from questions.questionnaire import Questionnaire

EQUIPMENT = "equipment"
"""The item that asks which kit there is."""


def kit_options() -> tuple[tuple[str, str], ...]:
    """Return each piece of kit that is asked about, with its words."""
    options = _equipment(load_questionnaire()).options
    return tuple((str(one.value), one.label.partition(" (")[0]) for one in options)


def with_kit(questionnaire: Questionnaire, kit: Collection[str]) -> Questionnaire:
    """Return *questionnaire* in which everything in the gym is *kit*; with none, all there is."""
    if not kit:
        return questionnaire
    item = _equipment(questionnaire)
    named = tuple(value for value in item.values if value in kit)
    changed = replace(item, all_values=named)
    items = tuple(changed if one is item else one for one in questionnaire.items)
    return replace(questionnaire, items=items)


def _equipment(questionnaire: Questionnaire) -> ManyItem:
    item = questionnaire.by_id[EQUIPMENT]
    if not isinstance(item, ManyItem):
        raise TypeError(f"{EQUIPMENT} must be an item of kind many")
    return item
