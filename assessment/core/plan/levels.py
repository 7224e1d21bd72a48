"""The level of exercise that a client can do, by group of movements (docs/rules.md 5.5)."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.answers import AnswerSheet
from questions.rules import LevelGroup, Rules


def group_levels(sheet: AnswerSheet) -> Mapping[str, int]:
    """Return the highest level of each group: by experience, and by what the client can do.

    Cautions, pain and age may lower a single exercise further.
    """
    rules = sheet.questionnaire.rules
    experience = rules.client.level(sheet.get("experience"))
    return {group.id: min(experience, _cap(sheet, group, rules)) for group in rules.level_groups}


def _cap(sheet: AnswerSheet, group: LevelGroup, rules: Rules) -> int:
    answers = (sheet.get(item) for item in group.answers)
    caps = (
        rules.level.unanswered if severity is None else rules.level.caps[severity]
        for severity in answers
    )
    return min((*caps, group.most))
