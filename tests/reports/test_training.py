"""The plan on paper: doses in words, minutes that add up, and no way to what was left out."""

from __future__ import annotations

import datetime
import re

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.plan.chooser import exclusions
from assessment.core.plan.client import Client
from questions.model import Region
from reports.sheets.plan.programme_view import effort_in_words
from reports.sheets.plan.training import training_of
from reports.sheets.trainer import trainer_of
from tests.reports.fixtures import Case, PageOf

DAY = datetime.date(2026, 5, 12)
NOT_VERY_ILL = dict.fromkeys(
    ("cancer_signs", "lasting_illness", "amber_long_fatigue", "amber_low_energy"), "no"
)
ALL_TRAIN = ("D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D10", "D11", "D15", "D16")


@pytest.mark.parametrize(
    ("effort", "said"),
    [
        ((5, 6), "Effort 5 to 6 of 10: stop when you could do about 4 to 5 more."),
        ((6, 7), "Effort 6 to 7 of 10: stop when you could do about 3 to 4 more."),
        ((7, 9), "Effort 7 to 9 of 10: stop when you could do about 1 to 3 more."),
        ((7, 7), "Effort 7 of 10: stop when you could do about 3 more."),
        ((2, 3), "Effort 2 to 3 of 10: very easy, for practice."),
    ],
)
def test_effort_is_also_said_as_repetitions_left(effort: tuple[int, int], said: str) -> None:
    assert effort_in_words(effort) == said


def test_every_dose_of_the_catalogue_can_be_said(catalogue: Catalogue) -> None:
    for dose in catalogue.doses:
        assert effort_in_words(dose.effort).startswith("Effort ")


@pytest.mark.parametrize("vignette", ALL_TRAIN)
def test_minutes_of_the_parts_add_up_and_fit(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    for session in training.sessions:
        total = sum(int(part.minutes) for part in session.parts)
        assert session.minutes == f"about {total} minutes"
        assert total <= assessment.sheet.get("minutes")


@pytest.mark.parametrize("vignette", ALL_TRAIN)
def test_every_exercise_of_the_warm_up_tells_how_to_do_it_differently(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    assert assessment.programme is not None
    with_card = {card.name: card.changes for card in training.cards}
    for drill in assessment.programme.drills:
        beside = [
            one.text for one in training.warm_up if drill.exercise.name.lower() in one.name.lower()
        ]
        said = with_card.get(drill.exercise.name, tuple(beside))
        assert set(drill.changes) <= set(said)


@pytest.mark.parametrize("vignette", ALL_TRAIN)
def test_cards_and_sessions_name_the_same_exercises(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    in_sessions = {
        (exercise.number, exercise.name)
        for session in training.sessions
        for part in session.parts
        for exercise in part.exercises
    }
    assert in_sessions == {(card.number, card.name) for card in training.cards}
    assert [card.number for card in training.cards] == [
        str(number) for number in range(1, len(training.cards) + 1)
    ]


@pytest.mark.parametrize("vignette", ALL_TRAIN)
def test_no_way_leads_to_an_exercise_that_the_client_should_not_do(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    client = Client.of(assessment.sheet, assessment.gate.cautions)
    assert training is not None
    for card, one in zip(training.cards, assessment.exercises, strict=True):
        exercise = one.exercise
        swaps = (exercise.easier, exercise.harder, exercise.no_kit, exercise.if_it_hurts)
        for way, swap, allowed in zip(card.ways, swaps, one.swaps, strict=True):
            other = catalogue.exercise[swap.exercise] if swap.exercise else None
            level = swap.level or (other or exercise).level
            if allowed is None or (other and exclusions(other, client, catalogue)):
                assert way.text == "Ask your trainer."
            elif level > client.level:
                assert way.text == f"{swap.text}. Later, with your trainer."
            else:
                assert way.text == f"{swap.text}."


@pytest.mark.parametrize("vignette", ALL_TRAIN)
def test_a_card_says_dose_kit_and_changes(case: Case, catalogue: Catalogue, vignette: str) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    for card, one in zip(training.cards, assessment.exercises, strict=True):
        assert card.dose.startswith(f"{one.first.sets} set")
        assert card.dose.endswith("on each side") == (one.exercise.sides == 2)
        assert ("holds" in card.dose) == (one.dose.code == "hold")
        assert bool(card.kit) == bool(one.exercise.kit)
        assert card.changes == one.changes
        assert card.why


def test_what_only_makes_a_session_whole_is_not_said_to_come_of_an_answer(
    case: Case, catalogue: Catalogue
) -> None:
    """The row of D02 is there since every session has a pull; the upper back does not stand out."""
    assessment = case("D02")
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    assert Region.UPPER_BACK not in assessment.top
    why = {card.figure: card.why for card in training.cards}
    begins = "It completes the session. You also answered: "
    assert why["seated-row"].startswith(begins)
    for one in assessment.exercises:
        if one.region in assessment.top:
            assert why[one.exercise.id].startswith("Because you answered: ")
    rows = {row.code: row.because for row in trainer_of(assessment, catalogue).exercises}
    assert rows["E30"].startswith("what a whole session needs (of this part: ")


def test_a_goal_is_no_answer_about_a_part_of_the_body(case: Case, catalogue: Catalogue) -> None:
    """With an upper back that is all well the row of D02 has no answer to name."""
    assessment = case("D02", lean_forward=0)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    (row,) = (card for card in training.cards if card.region == "Upper back")
    assert row.why == "It completes the session"


def test_without_a_programme_there_is_no_training(case: Case, catalogue: Catalogue) -> None:
    assert training_of(case("D13"), catalogue, DAY) is None
    assert training_of(case("D12"), catalogue, DAY) is None


@pytest.mark.parametrize(
    ("kit", "said"),
    [
        (["band", "cable"], ("Sit, and move your arms", "Band pull-apart. Do it sitting.")),
        ([], ("Easy movement", "easy movement while you sit")),
    ],
)
def test_who_cannot_stand_is_never_told_to_be_on_foot(
    page: PageOf, kit: list[str], said: tuple[str, ...]
) -> None:
    client = page("D31", "client", equipment=kit).text
    assert all(sentence in client for sentence in said)
    assert not re.search(r"(?i)\b(walk(ing)?(?!-out)|step gently|standing or|on foot)\b", client)


def test_without_a_source_none_is_announced(page: PageOf) -> None:
    without = page("D31", "client", equipment=[]).text
    assert "The rules here are our own." in without
    assert "Sources of the others" not in without


def test_an_ill_client_is_told_to_move_not_to_walk(page: PageOf) -> None:
    ill = page("D31", "client", unwell="yes", acute_illness="yes", **NOT_VERY_ILL).text
    assert "Move a little when you feel like it." in ill
    assert "walk" not in ill
