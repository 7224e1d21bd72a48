"""Regions, cautions, kit and level -> exercises with reasons, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Exercise
from assessment.core.answers import AnswerSheet
from assessment.core.plan.chooser import Choice, Chooser
from assessment.core.plan.client import Client
from assessment.core.scores.scoring import RegionScore
from questions.model import Region

ANSWERS_NAMED = 3
"""How many answers a reason names at most."""


class LeftOut(NamedTuple):
    """An exercise that would have been chosen, and the cautions or answers that removed it."""

    exercise: Exercise
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """The exercises of each session by its name, and what was passed over.

    ``no_room`` are exercises for which a session held enough others;
    ``possible`` are the top regions for which there is an exercise that this client may do.
    """

    sessions: Mapping[str, tuple[Choice, ...]]
    passed_over: tuple[LeftOut, ...]
    no_room: tuple[LeftOut, ...]
    possible: frozenset[Region]


def advise(
    sheet: AnswerSheet,
    client: Client,
    regions: Mapping[Region, RegionScore],
    top: tuple[Region, ...],
    catalogue: Catalogue,
) -> Advice:
    """Return the exercises for a client who may train (docs/rules.md 5.6)."""
    chooser = Chooser(client, catalogue, cache(lambda region: _reasons(sheet, regions[region])))
    drafts = chooser.for_regions(top) if top else chooser.for_maintenance()
    sessions = {
        plan.session: chooser.completed(drafts[plan.session], plan.fillers, top)
        for plan in chooser.plans
    }
    return Advice(
        sessions,
        tuple(
            LeftOut(catalogue.exercise[exercise_id], because)
            for exercise_id, because in chooser.passed_over.items()
        ),
        tuple(
            LeftOut(catalogue.exercise[exercise_id], because)
            for exercise_id, because in chooser.no_room.items()
        ),
        frozenset(
            region
            for choices in drafts.values()
            for choice in choices
            for region in (choice.region, *choice.exercise.primary)
        ),
    )


def _reasons(sheet: AnswerSheet, score: RegionScore) -> tuple[str, ...]:
    """Return the answers that weigh most in a region, or what else led to a choice for it."""
    heavy = [part for part in score.contributions if part.severity > 0]
    if heavy:
        heavy.sort(key=lambda part: -part.weight * part.severity)
        return tuple(part.item for part in heavy[:ANSWERS_NAMED])
    other = (item for item in ("goal", "experience", "age_years") if sheet.get(item) is not None)
    return tuple(other)[:1]
