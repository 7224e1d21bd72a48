"""What the gym's settings say about the quiz: its kit, and when answers are hidden."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assessment.settings.reading import QUIZ, Settings
from questions.model import ManyItem
from questions.questionnaire import Questionnaire

EQUIPMENT = "equipment"
"""The item that asks which kit there is."""
LOCK_RANGE = range(1, 61)
"""Minutes: less hides the answers from one who thinks, more hides them from nobody."""
USUAL_LOCK_MINUTES = 5


@dataclass(frozen=True, slots=True)
class QuizSettings:
    """``questionnaire`` knows the kit of the gym; a fault names each line that is not used."""

    questionnaire: Questionnaire
    lock_minutes: int = USUAL_LOCK_MINUTES
    faults: tuple[str, ...] = ()


def quiz_settings(settings: Settings, questionnaire: Questionnaire) -> QuizSettings:
    """Return what *settings* say about the quiz that asks *questionnaire*."""
    faults = []
    minutes, kit = settings.quiz.get("lock_minutes"), settings.quiz.get("kit")
    if minutes is not None and (type(minutes) is not int or minutes not in LOCK_RANGE):
        limits = f"{LOCK_RANGE[0]} to {LOCK_RANGE[-1]}"
        usual = f"so {USUAL_LOCK_MINUTES} is used"
        faults.append(f"lock_minutes: must be a whole number from {limits}, {usual}")
        minutes = None
    if kit is not None and (fault := _kit_fault(kit, questionnaire)):
        faults.append(fault)
        kit = None
    return QuizSettings(
        with_kit(questionnaire, tuple(kit)) if kit else questionnaire,
        minutes or USUAL_LOCK_MINUTES,
        settings.named(QUIZ, faults),
    )


def with_kit(questionnaire: Questionnaire, kit: tuple[str, ...]) -> Questionnaire:
    """Return *questionnaire* in which everything in the gym is *kit*, and not all there is."""
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


def _kit_fault(kit: object, questionnaire: Questionnaire) -> str:
    values = _equipment(questionnaire).values
    allowed = ", ".join(str(value) for value in values)
    if not isinstance(kit, list) or not kit:
        return f"kit: must be a list of some of {allowed}; not used"
    unknown = [str(one) for one in kit if one not in values]
    return f"kit: {unknown[0]!r} is not known; allowed are {allowed}; not used" if unknown else ""
