"""The shipped swaps against what the evidence says of each movement."""

from __future__ import annotations

from assessment.catalogue.model import Catalogue, Exercise, Swap
from assessment.core.plan.swaps import level_of
from tests import evidence, evidence_swaps
from tests.cases import each

WAYS = ("easier", "harder", "no_kit", "if_it_hurts")
SLOTS = [(exercise, way) for exercise in evidence.EXERCISES for way in WAYS]
AS_IT_IS = "As it is"


def swap_of(catalogue: Catalogue, slot: tuple[str, str]) -> tuple[Exercise, Swap]:
    exercise = catalogue.exercise[slot[0]]
    swap: Swap = getattr(exercise, slot[1])
    return exercise, swap


def test_there_are_four_for_each_exercise(catalogue: Catalogue) -> None:
    assert all(swap_of(catalogue, slot)[1].text for slot in SLOTS)


@each("slot", SLOTS)
def test_pattern_kit_level_and_cautions_are_those_of_the_evidence(
    catalogue: Catalogue, slot: tuple[str, str]
) -> None:
    exercise, swap = swap_of(catalogue, slot)
    if swap.exercise is not None:
        assert slot not in {**evidence_swaps.PATTERN, **evidence_swaps.KIT, **evidence_swaps.LEVEL}
        assert swap.exercise != exercise.id
        return
    row = evidence.EXERCISES[exercise.id]
    pattern = swap.pattern or exercise.pattern
    assert pattern.value == evidence_swaps.PATTERN.get(slot, row.pattern)
    assert [set(kit) for kit in swap.kit] == evidence_swaps.kit_of(slot)
    assert (swap.level or exercise.level) == evidence_swaps.LEVEL.get(slot, row.level)


@each("exercise", evidence.EXERCISES)
def test_easier_and_gentler_ask_for_no_more_than_the_exercise(
    catalogue: Catalogue, exercise: str
) -> None:
    its = catalogue.exercise[exercise]
    for swap in (its.easier, its.if_it_hurts):
        assert level_of(swap, its, catalogue) <= its.level
        assert swap.kit == ()


@each("exercise", evidence.EXERCISES)
def test_without_kit_is_possible_without_kit(catalogue: Catalogue, exercise: str) -> None:
    its = catalogue.exercise[exercise]
    nothing: frozenset[str] = frozenset()
    if its.no_kit.exercise is not None:
        assert catalogue.exercise[its.no_kit.exercise].possible_with(nothing)
    assert its.no_kit.kit == ()
    assert level_of(its.no_kit, its, catalogue) <= its.level
    assert (its.no_kit.text == AS_IT_IS) == its.possible_with(nothing)


GENTLE_PATTERNS = {
    *("hinge_drill", "bridge", "brace", "curl_machine", "abduction_standing"),
    *("row_supported", "raise", "pull_seated", "neck", "calf_seated"),
}
"""Patterns that are fine for most cautions (docs/evidence.md 3.2, usually fine)."""


@each("exercise", evidence.EXERCISES)
def test_if_it_hurts_moves_gently(catalogue: Catalogue, exercise: str) -> None:
    its, swap = swap_of(catalogue, (exercise, "if_it_hurts"))
    named = catalogue.exercise[swap.exercise].pattern if swap.exercise else None
    pattern = named or swap.pattern or its.pattern
    assert pattern.value in GENTLE_PATTERNS


def test_every_slot_of_the_evidence_is_there() -> None:
    tables = (
        evidence_swaps.PATTERN,
        evidence_swaps.AVOID,
        evidence_swaps.KIT,
        evidence_swaps.LEVEL,
    )
    assert {slot for table in tables for slot in table} <= set(SLOTS)
