"""The level of exercise that a client can do, by group of movements (docs/rules.md 5.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from assessment.core.answers import AnswerSheet
from questions.rules import LevelGroup, Rules


class GroupCap(NamedTuple):
    """The highest level of a group by what the client can do, and the answers that set it."""

    level: int
    because: tuple[str, ...]


def group_caps(sheet: AnswerSheet) -> Mapping[str, GroupCap]:
    """Return the cap of each group by what the client can do, whatever the experience."""
    rules = sheet.questionnaire.rules
    return {group.id: _cap(sheet, group, rules) for group in rules.level_groups}


def group_levels(sheet: AnswerSheet) -> Mapping[str, int]:
    """Return the highest level of each group: by experience, and by what the client can do.

    Cautions, pain and age may lower a single exercise further.
    """
    experience = sheet.questionnaire.rules.client.level(sheet.get("experience"))
    return {name: min(experience, cap.level) for name, cap in group_caps(sheet).items()}


def _cap(sheet: AnswerSheet, group: LevelGroup, rules: Rules) -> GroupCap:
    level, because = group.most, []
    for item in group.answers:
        severity = sheet.known.get(item)
        cap = rules.level.unanswered if severity is None else rules.level.caps[severity]
        if cap < level:
            level, because = cap, [item]
        elif cap == level and because:
            because.append(item)
    return GroupCap(level, tuple(because))
