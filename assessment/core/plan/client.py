"""What the choice of exercises needs to know of a client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.catalogue.gym_choices import NO_CHOICES, GymChoices
from assessment.core.answers import AnswerSheet
from assessment.core.plan.levels import GroupCap, group_caps
from questions.model import Region


@dataclass(frozen=True, slots=True)
class Client:
    """A client as the advice sees them; what is not answered takes the careful value."""

    level: int
    """By experience, 1 to 3."""
    equipment: frozenset[str]
    cautions: tuple[str, ...]
    days: int
    minutes: int
    goal: str
    answers: Mapping[str, Any]
    """What is known, by item."""
    caps: Mapping[str, GroupCap]
    """What the client can do, by group of movements."""
    hurt: frozenset[str]
    """Places hurt in the last six weeks."""
    held: frozenset[Region]
    """The regions that those lead to."""
    pains: Mapping[Region, int]
    """Usual pain of the last four weeks, 0 to 10; without the regions not answered for."""
    pain_items: Mapping[Region, str]
    """The item that asks for it, by region."""

    @classmethod
    def of(
        cls, sheet: AnswerSheet, cautions: tuple[str, ...], gym: GymChoices = NO_CHOICES
    ) -> Client:
        """Return the client behind *sheet*, who trains at *gym*."""
        rules, known = sheet.questionnaire.rules, sheet.known
        hurt = frozenset(known.get(rules.injuries.recent) or ())
        return cls(
            level=rules.client.level(known.get("experience")),
            equipment=frozenset(known.get("equipment") or ()),
            cautions=cautions,
            days=known.get("days_per_week") or rules.client.days,
            minutes=known.get("minutes") or gym.minutes or rules.client.minutes,
            goal=known.get("goal") or rules.client.goal,
            answers=known,
            caps=group_caps(sheet),
            hurt=hurt,
            held=rules.injuries.regions_of(hurt),
            pains={
                region: pain
                for region, item in rules.pain.items.items()
                if (pain := known.get(item)) is not None
            },
            pain_items=rules.pain.items,
        )

    def feels(self, region: Region, pain: int) -> bool:
        """Return whether *region* usually hurts as much as *pain*, or more."""
        return self.pains.get(region, 0) >= pain

    @property
    def hurts_nowhere(self) -> bool:
        """Whether every region is known to be free of pain."""
        return len(self.pains) == len(Region) and not any(self.pains.values())
