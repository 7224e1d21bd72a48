"""Regions, cautions, kit and level -> exercises with reasons, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from assessment.catalogue.model import Exercise
from assessment.core.answers import AnswerSheet
from assessment.core.plan.choices import Choice
from assessment.core.plan.chooser import Chooser
from assessment.core.plan.permits import Permits
from assessment.core.plan.reasons import reasons_for
from assessment.core.scores.scoring import RegionScore
from questions.model import Region


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
    reasons: Callable[[Region, str | None], tuple[str, ...]] = field(compare=False, repr=False)
    """The answers behind a choice for a region; with an item that asks for the very exercise."""


def advise(
    sheet: AnswerSheet,
    permits: Permits,
    regions: Mapping[Region, RegionScore],
    top: tuple[Region, ...],
    spared: frozenset[Region] = frozenset(),
) -> Advice:
    """Return the exercises for a client who may train (docs/rules.md 5.6).

    Kinds of movement are found outside the *spared* regions where that can be.
    """
    items = sheet.questionnaire.ability_items
    known = sheet.known

    def is_easy(region: Region) -> bool:
        return all(known.get(item) == 0 for item, _ in items[region])

    strong = permits.catalogue.limits.careful.strong_pain_from
    reasons = cache(lambda region, asked: reasons_for(sheet, regions[region], asked, strong))
    chooser = Chooser(permits, top, is_easy, reasons, spared)
    sessions = chooser.sessions()
    exercise = permits.catalogue.exercise
    return Advice(
        sessions,
        tuple(LeftOut(exercise[name], because) for name, because in chooser.passed_over.items()),
        tuple(LeftOut(exercise[name], because) for name, because in chooser.no_room.items()),
        frozenset(region for region in top if chooser.is_possible(region)),
        reasons,
    )
