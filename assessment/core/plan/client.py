"""What the choice of exercises needs to know of a client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.core.answers import AnswerSheet
from questions.model import Region


@dataclass(frozen=True, slots=True)
class Client:
    """A client as the advice sees them: level 1 to 3, kit, cautions, regions held, time, goal."""

    level: int
    equipment: frozenset[str]
    cautions: tuple[str, ...]
    held: frozenset[Region]
    days: int
    minutes: int
    goal: str
    pains: Mapping[str, int] = field(default_factory=dict)
    """Item -> usual pain of the last four weeks, 0 to 10; without those not answered."""

    @classmethod
    def of(cls, sheet: AnswerSheet, cautions: tuple[str, ...]) -> Client:
        """Return the client behind *sheet*; what is not answered takes the careful value."""
        rules = sheet.questionnaire.rules
        injured = set(sheet.get("injury_last_6_weeks") or ())
        return cls(
            level=rules.client.level(sheet.get("experience")),
            equipment=frozenset(sheet.get("equipment") or ()),
            cautions=cautions,
            held=frozenset(
                region
                for region, sites in rules.injuries.sites.items()
                if injured.intersection(sites)
            ),
            days=sheet.get("days_per_week") or rules.client.days,
            minutes=sheet.get("minutes") or rules.client.minutes,
            goal=sheet.get("goal") or rules.client.goal,
            pains={
                item: pain
                for item in rules.pain.items.values()
                if (pain := sheet.get(item)) is not None
            },
        )
