"""The words of exercises and their other ways: one tempo, one pain limit, one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import TOO_MUCH, Catalogue, Exercise, Swap, Variant
from tests.cases import each

CATALOGUE = load_catalogue()
WAYS = ("easier", "harder", "no_kit", "if_it_hurts")
NUMBER = r"(\d+|one|two|three|four|five|six|seven|eight|ten|a few)"
SECONDS = re.compile(
    rf"\b{NUMBER} ?(s|sec|secs|seconds?)\b|\bcount(s|ing|ed)?\b|\bwhile you say\b", re.I
)
PAIN_FIGURE = re.compile(
    rf"out of (10|ten)|pain (stays |is )?(at|of|up to|over|under|above) {NUMBER}\b"
    rf"|hurts? (more than )?{NUMBER}\b",
    re.I,
)


def ways_of(exercise: Exercise) -> Iterator[Exercise | Variant]:
    yield exercise
    yield from exercise.variant


def told(way: Exercise | Variant) -> list[str]:
    """Return what a card says of how to do it."""
    return [way.start, *way.steps, *(way.cues or ()), *(way.errors or ())]


def swaps_of(way: Exercise | Variant) -> list[Swap]:
    return [swap for name in WAYS if (swap := getattr(way, name)) is not None]


EVERY_WAY = [way for exercise in CATALOGUE.exercises for way in ways_of(exercise)]
TEXTS = {
    **{way.id: [*told(way), way.stop_if or ""] for way in EVERY_WAY},
    **{f"{one.id}, changes": [*one.changes.values()] for one in CATALOGUE.exercises},
    **{f"{way.id}, swaps": [swap.text for swap in swaps_of(way)] for way in EVERY_WAY},
    **{one.id: [one.advice, one.change or ""] for one in CATALOGUE.cautions},
    **{rule.id: [rule.text] for rule in CATALOGUE.schedule.rules},
}
"""By where it stands, everything that may be printed on a plan."""


@each("way", EVERY_WAY)
def test_nothing_counts_seconds_but_the_dose(way: Exercise | Variant) -> None:
    """The dose line of a card says the seconds; another way of holding may name its own."""
    assert [text for text in told(way) if SECONDS.search(text)] == []


@each("exercise", CATALOGUE.exercises)
def test_no_change_counts_seconds(exercise: Exercise) -> None:
    assert [text for text in exercise.changes.values() if SECONDS.search(text)] == []


def test_no_caution_counts_seconds(catalogue: Catalogue) -> None:
    for caution in catalogue.cautions:
        assert not SECONDS.search(f"{caution.advice} {caution.change or ''}"), caution.id


@each("where", TEXTS)
def test_nothing_names_a_figure_of_pain(where: str) -> None:
    """What is too much is put in by the plan, the same everywhere.

    Only the sore back names when a heavier exercise comes: once usual pain is 3 or less.
    """
    found = [text for text in TEXTS[where] if PAIN_FIGURE.search(text)]
    if where == "sore_back":
        assert all("usual pain is 3 or less" in text for text in found)
    else:
        assert [text for text in found if where != "step-up" and where != "step-back"] == []


@each("way", EVERY_WAY)
def test_where_pain_is_a_reason_to_stop_the_limit_is_put_in(way: Exercise | Variant) -> None:
    if way.stop_if and re.search(r"\bhurts?\b", way.stop_if):
        assert re.search(rf"\bhurts? {re.escape(TOO_MUCH)}", way.stop_if)


@each("exercise", CATALOGUE.exercises)
def test_every_exercise_says_when_pain_stops_it(exercise: Exercise) -> None:
    assert TOO_MUCH in exercise.stop_if


@each("where", TEXTS)
def test_the_limit_reads_well_with_all_its_words(where: str) -> None:
    """It stands after "hurt" or "hurts" alone, and no other braces stand anywhere."""
    for text in TEXTS[where]:
        assert not re.search(r"[{}]", text.replace(TOO_MUCH, ""))
        for place in re.finditer(re.escape(TOO_MUCH), text):
            assert re.search(r"\bhurts? $", text[: place.start()]), text


@each("exercise", CATALOGUE.exercises)
def test_a_change_is_one_or_two_short_sentences(exercise: Exercise) -> None:
    for text in exercise.changes.values():
        assert text.endswith("."), text
        assert text.count(". ") <= 2, text


@each("way", EVERY_WAY)
def test_a_card_has_room_for_all_steps(way: Exercise | Variant) -> None:
    assert 2 <= len(way.steps) <= 6
    assert all(step.endswith(".") for step in way.steps)


@pytest.mark.parametrize(
    ("name", "position"),
    [
        # said of what a seated or standing exercise does not have
        ("keep your back supported", ()),
        ("do not let your head hang", ("prone", "back_extension")),
    ],
)
def test_no_change_speaks_of_a_position_that_the_exercise_has_not(
    name: str, position: tuple[str, ...]
) -> None:
    for exercise in CATALOGUE.exercises:
        if exercise.pattern.value not in position:
            said = " ".join(exercise.changes.values()).lower()
            assert name not in said, exercise.id


def test_the_general_change_of_the_eyes_stands_only_where_a_head_can_hang() -> None:
    """Where the sentence of the caution would not fit, the exercise has its own."""
    general = CATALOGUE.caution["eye_pressure"]
    assert general.change
    assert "head hang" in general.change
    upright = {
        *("pull_seated", "neck", "squat", "step", "calf_standing", "calf_seated", "balance"),
        *("abduction_standing", "abduction_lying", "curl_machine", "bridge", "row_supported"),
    }
    general_there = [
        one.id
        for one in CATALOGUE.exercises
        if one.pattern.value in upright
        and "eye_pressure" not in one.changes
        and "eye_pressure" not in CATALOGUE.removed_by[one.id]
    ]
    assert general_there == []


def test_an_exercise_that_any_weight_serves_is_not_named_by_one(catalogue: Catalogue) -> None:
    """ "Kettlebell deadlift" was printed where only dumbbells are there."""
    for exercise in catalogue.exercises:
        one_piece = {piece for way in exercise.kit for piece in way if len(exercise.kit) == 1}
        for piece in ("kettlebell", "dumbbell", "barbell"):
            if piece in exercise.name.lower():
                assert piece in one_piece, exercise.id
