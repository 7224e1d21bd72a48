"""What must hold of the words of a plan: its reasons, one pain limit, nothing that is barred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assessment.core.assess import Assessment
from assessment.core.plan.how_to import HowTo
from assessment.core.plan.programme import Prescription, Programme
from assessment.core.scores.scoring import Contribution
from assessment.rule_check.plans.evidence import evidence
from assessment.rule_check.plans.person import Person

MOST_REASONS = 3
SIGNS = ("pain_", "injuries_", "posture_rounded", "stalled")
"""How the items of signs begin."""
TESTS = "test_"
NO_REASON: tuple[object, ...] = (None, 0, "no", ())
"""Answers that are never a reason; a test of 0 seconds is one."""
WITHOUT_TROUBLE = frozenset(("goal", "experience", "age_years"))
"""What may lead to a choice where nothing of its region is hard or hurts."""
REMEMBERED = 16384
PAIN = re.compile(
    r"\b(?:pain|hurts?)\b(?:(?!\beffort\b|\bfeels\b)[^.;])*?\b(\d+)\b(?! (?:second|week|percent))"
)
USUAL = "usual pain"

Said = tuple[str, ...]


def find_word_faults(assessment: Assessment, programme: Programme, person: Person) -> Iterator[str]:
    """Yield in words what the plan says and should not, or otherwise."""
    limit, limits = pain_limit(person), person.evidence.pain_limit
    if programme.pain_limit.id != limit:
        yield f"pain limit: {programme.pain_limit.id}, the strictest is {limit}"
    for drill in programme.drills:
        if drill.limit.id != limit:
            yield f"pain limit: {drill.limit.id} of {drill.exercise.id}, not {limit}"
        yield from _of_the_texts(
            drill.exercise.id, (*_said(drill.how), *drill.changes), limits[limit], person
        )
    for one in assessment.exercises:
        yield from _of_the_reasons(one, assessment, person)
        if one.limit.id != limit:
            yield f"pain limit: {one.limit.id} of {one.exercise.id}, not {limit}"
        swaps = tuple(swap.text for swap in one.swaps if swap is not None)
        said = (*_said(one.how), *one.changes, *swaps)
        yield from _of_the_texts(one.exercise.id, said, limits[limit], person)


def pain_limit(person: Person) -> str:
    """Return the id of the strictest pain limit that applies."""
    if person.hurt or "hamstring_strain_recent" in person.cautions:
        return "none"
    if "sit_bone_pain" in person.cautions:
        return "three"
    return "rise" if person.aching else "five"


def _said(how: HowTo) -> Said:
    return (how.start, *how.steps, *how.cues, *how.errors, how.stop_if)


def _of_the_texts(name: str, said: Said, most: int, person: Person) -> Iterator[str]:
    for text, figure in pain_figures(said):
        if figure != most:
            yield f"pain limit: {name} speaks of pain of {figure}: {text!r}"
    words = person.evidence.words
    for caution in person.cautions.intersection(words):
        for text in _with_words(caution, said):
            yield f"words: {name} in spite of {caution}: {text!r}"
    for text in said:
        if "{" in text:
            yield f"pain limit: {name} leaves a gap: {text!r}"


@lru_cache(REMEMBERED)
def pain_figures(said: Said) -> tuple[tuple[str, int], ...]:
    """Return the figures of pain in each of some texts, but for what a client usually feels."""
    return tuple(
        (text, int(figure)) for text in said if USUAL not in text for figure in PAIN.findall(text)
    )


@lru_cache(REMEMBERED)
def _with_words(caution: str, said: Said) -> Said:
    words = evidence().words[caution]
    return tuple(text for text in said if words.search(text))


def _of_the_reasons(one: Prescription, assessment: Assessment, person: Person) -> Iterator[str]:
    """Yield reasons that are none: answers of 0, too many, the strongest sign not first."""
    name, because, answers = one.exercise.id, one.because, assessment.sheet.known
    if not because:
        yield f"reasons: {name} is chosen without a reason"
    if len(because) > MOST_REASONS or len(set(because)) < len(because):
        yield f"reasons: {name} because of {because}"
    for item in because:
        if answers.get(item) in NO_REASON and not item.startswith(TESTS):
            yield f"reasons: {name} because of {item}, answered {answers.get(item)}"
    if because and assessment.regions is not None:
        score = assessment.regions[one.region]
        heavy = [part for part in score.contributions if part.severity > 0]
        asking = person.asking(name)
        if one.region in person.aching:  # strong pain is told, whatever weighs more
            asking |= {person.evidence.pain_item[one.region]}
        faults = _of_what_weighs(one, heavy, asking)
        yield from (f"reasons: {name} because of {fault}" for fault in faults)


def _of_what_weighs(
    one: Prescription, heavy: Sequence[Contribution], asking: frozenset[str]
) -> Iterator[str]:
    """Yield what is named of the answers that weigh for a region, and should not be."""
    if not heavy:
        if not (WITHOUT_TROUBLE | asking).issuperset(one.because):
            yield f"{one.because}, which says nothing of {one.region}"
        return
    signs = {part.item: part.severity for part in heavy if part.item.startswith(SIGNS)}
    abilities = {part.item: part.weight * part.severity for part in heavy if part.item not in signs}
    named = one.because
    if signs:
        first, *rest = named
        named = tuple(rest)
        if signs.get(first) != max(signs.values()):
            yield f"{first} first, not of the strongest sign"
    if not set(named) <= abilities.keys() | asking:
        yield f"{one.because}, which does not train {one.region}"
        return
    named = tuple(item for item in named if item not in asking)
    left = [weight for item, weight in abilities.items() if item not in one.because]
    if left and len(one.because) < MOST_REASONS:
        yield f"{one.because}, and leaves some out"
    weights = [abilities[item] for item in named]
    if weights != sorted(weights, reverse=True) or max(left, default=0) > min(weights, default=99):
        yield f"{one.because}, not of what weighs most"
