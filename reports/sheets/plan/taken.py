"""What counts for the plan where the client left a question open."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.gym_choices import NO_CHOICES, GymChoices
from assessment.core.answers import AnswerSheet, Value
from assessment.core.assess import Assessment
from assessment.core.plan.permits import KIT
from reports.words import common as words
from reports.words.phrasing import answer_in_words, listed

GOAL, EXPERIENCE, DAYS, MINUTES = "goal", "experience", "days_per_week", "minutes"


def taken_for_open(assessment: Assessment) -> str:
    """Return in a sentence what was taken for what is not answered; empty where all is."""
    gym = assessment.basis.permits.gym if assessment.basis else NO_CHOICES
    taken = list(_taken(assessment.sheet, gym))
    return words.TAKEN.format(taken=listed(taken)) if taken else ""


def _taken(sheet: AnswerSheet, gym: GymChoices) -> Iterator[str]:
    by_id, rule = sheet.questionnaire.by_id, sheet.questionnaire.rules.client
    lowest = min(rule.levels, key=rule.levels.__getitem__)
    taken: dict[str, Value] = {
        GOAL: rule.goal,
        EXPERIENCE: lowest,
        KIT: (),
        DAYS: rule.days,
        MINUTES: gym.minutes or rule.minutes,
    }
    for item, value in taken.items():
        if sheet.known.get(item) is None:
            answer = answer_in_words(by_id[item], value)
            yield words.ANSWERED.format(what=by_id[item].short, answer=answer)
