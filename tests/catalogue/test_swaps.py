"""The shipped swaps against what the evidence says of each movement."""

from __future__ import annotations

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Catalogue, Exercise, Swap, Variant
from tests import evidence, evidence_swaps
from tests.cases import each

WAYS = ("easier", "harder", "no_kit", "if_it_hurts")
SLOTS = [(exercise, way) for exercise in evidence.EXERCISES for way in WAYS]
OTHER_SLOTS = [
    (variant.id, way)
    for exercise in load_catalogue().exercises
    for variant in exercise.variant
    for way in WAYS
    if getattr(variant, way)
]
"""What another way of an exercise says for itself."""
AS_IT_IS = "As it is"


def swap_of(catalogue: Catalogue, slot: tuple[str, str]) -> tuple[Exercise, Swap]:
    """Return the exercise of *slot*, and its swap or that of its other way."""
    name, way = slot
    for exercise in catalogue.exercises:
        ways: tuple[Exercise | Variant, ...] = (exercise, *exercise.variant)
        for one in ways:
            if one.id == name:
                swap: Swap = getattr(one, way)
                return exercise, swap
    raise LookupError(name)


def level_of(catalogue: Catalogue, swap: Swap, exercise: Exercise) -> int:
    named = catalogue.exercise[swap.exercise] if swap.exercise else exercise
    return swap.level or named.level


def test_there_are_four_for_each_exercise(catalogue: Catalogue) -> None:
    assert all(swap_of(catalogue, slot)[1].text for slot in SLOTS)


@each("slot", [*SLOTS, *OTHER_SLOTS])
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


@each("slot", [slot for slot in (*SLOTS, *OTHER_SLOTS) if slot[1] in ("easier", "if_it_hurts")])
def test_easier_and_gentler_ask_for_no_more_than_the_exercise(
    catalogue: Catalogue, slot: tuple[str, str]
) -> None:
    its, swap = swap_of(catalogue, slot)
    assert level_of(catalogue, swap, its) <= its.level
    assert swap.kit == ()


@each("slot", [slot for slot in SLOTS if slot[1] == "harder"])
def test_what_is_harder_is_of_no_lower_level(catalogue: Catalogue, slot: tuple[str, str]) -> None:
    its, swap = swap_of(catalogue, slot)
    assert level_of(catalogue, swap, its) >= its.level or its.id == "dumbbell-leg-curl"


def needs_kit(exercise: Exercise) -> bool:
    return bool(exercise.kit) and () not in exercise.kit


@each("exercise", evidence.EXERCISES)
def test_without_kit_is_possible_without_kit(catalogue: Catalogue, exercise: str) -> None:
    its = catalogue.exercise[exercise]
    if its.no_kit.exercise is not None:
        assert not needs_kit(catalogue.exercise[its.no_kit.exercise])
    assert its.no_kit.kit == ()
    assert level_of(catalogue, its.no_kit, its) <= its.level
    assert (its.no_kit.text == AS_IT_IS) == (not needs_kit(its))


GENTLE_PATTERNS = {
    *("hinge_drill", "bridge", "brace", "curl_machine", "abduction_standing", "balance"),
    *("row_supported", "raise", "pull_seated", "neck", "calf_seated", "calf_standing"),
}
"""Patterns that are fine for most cautions (docs/evidence.md 3.2, usually fine)."""


@each("exercise", evidence.EXERCISES)
def test_if_it_hurts_moves_gently(catalogue: Catalogue, exercise: str) -> None:
    its, swap = swap_of(catalogue, (exercise, "if_it_hurts"))
    named = catalogue.exercise[swap.exercise].pattern if swap.exercise else None
    pattern = named or swap.pattern or its.pattern
    assert pattern.value in GENTLE_PATTERNS


def test_a_swap_calls_an_exercise_by_its_name(catalogue: Catalogue) -> None:
    """One name for an exercise everywhere: words that lead to another one end with its name."""
    wrong = {}
    for slot in (*SLOTS, *OTHER_SLOTS):
        _, swap = swap_of(catalogue, slot)
        if swap.exercise:
            name = catalogue.exercise[swap.exercise].name
            if not swap.text.lower().endswith(name.lower()):
                wrong[slot] = (swap.text, name)
    assert wrong == {}


def test_every_slot_of_the_evidence_is_there() -> None:
    tables = (
        evidence_swaps.PATTERN,
        evidence_swaps.AVOID,
        evidence_swaps.KIT,
        evidence_swaps.LEVEL,
    )
    known = {*SLOTS, *OTHER_SLOTS}
    assert {slot for table in tables for slot in table} <= known
