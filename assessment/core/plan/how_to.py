"""An exercise as this client does it: the words and the drawing of the way that applies."""

from __future__ import annotations

import re
from typing import NamedTuple

from assessment.catalogue.limits import PainLimit
from assessment.catalogue.model import TOO_MUCH
from assessment.core.plan.permits import Permit, Permits

SENTENCE_END = re.compile(r"(?<=[.!?]) ")
"""Where one sentence ends: what two cautions say alike is said once."""


class HowTo(NamedTuple):
    """How to do an exercise; ``figure`` is the id of its drawing."""

    figure: str
    start: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    errors: tuple[str, ...]
    stop_if: str
    kit: tuple[str, ...]
    """What of the client's kit it uses."""


def how_to(permit: Permit, limit: PainLimit) -> HowTo:
    """Return how the client with *permit* does the exercise, whose pain limit is *limit*."""
    exercise, variant = permit.exercise, permit.variant
    stop_if = (variant and variant.stop_if) or exercise.stop_if
    return HowTo(
        figure=variant.id if variant else exercise.id,
        start=variant.start if variant else exercise.start,
        steps=variant.steps if variant else exercise.steps,
        cues=(variant and variant.cues) or exercise.cues,
        errors=(variant and variant.errors) or exercise.errors,
        stop_if=with_limit(stop_if, limit),
        kit=permit.kit,
    )


def changes_for(permit: Permit, permits: Permits, limit: PainLimit) -> tuple[str, ...]:
    """Return how to do an exercise differently: one sentence for each caution.

    What led to another way of it is said by that way.
    """
    exercise, catalogue = permit.exercise, permits.catalogue
    told = permit.variant.cautions if permit.variant else ()
    changes = []
    for caution_id in permits.client.cautions:
        caution = catalogue.caution[caution_id]
        general = not caution.patterns_changed or exercise.pattern in caution.patterns_changed
        sentence = exercise.changes.get(caution_id) or (caution.change if general else None)
        if sentence and caution_id not in told:
            changes += SENTENCE_END.split(with_limit(sentence, limit))
    return tuple(dict.fromkeys(changes))


def pain_limit(permits: Permits) -> PainLimit:
    """Return how much an exercise may hurt a client: the strictest limit that applies."""
    return next(
        one
        for one in permits.catalogue.limits.pain_limits
        if one.is_usual
        or (one.newly_hurt and permits.client.hurt)
        or not permits.cautions.isdisjoint(one.cautions)
        or (one.strong_pain and permits.aching)
    )


def with_limit(text: str, limit: PainLimit) -> str:
    """Return *text* with what is too much pain for the client."""
    return text.replace(TOO_MUCH, limit.too_much)
