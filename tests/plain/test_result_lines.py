"""The result line by line: what the screen says of somebody's own case is said here too."""

from __future__ import annotations

import datetime

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.assess import assess
from assessment.plain.result_lines import result_lines
from assessment.quiz import words as screen_words
from assessment.quiz.card_text import card_lines
from reports.sheets.plan.training import training_of
from reports.words import common as words
from reports.words import signs
from tests.clients import answers_of
from tests.conftest import MakeSheet

DAY = datetime.date(2026, 5, 12)


@pytest.mark.parametrize(
    ("client", "said"),
    [
        ("D06", (words.TOOK_CARE, "Stop and call them if you bleed", words.ALSO_FOR_YOU)),
        ("D21", ("Pain may rise by 2 at most above where you began", "about this pain: low back")),
        ("D05", (words.TOOK_CARE, words.TIP_BONES)),
    ],
)
def test_cautions_tips_and_pain_are_told(
    client: str, said: tuple[str, ...], make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    assessment = assess(make_sheet(answers_of(client)), catalogue)
    told = "\n".join(result_lines(assessment, catalogue, DAY))
    assert [one for one in said if one not in told] == []


def test_a_warm_up_without_a_card_is_told_step_by_step(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    assessment = assess(make_sheet(answers_of("D01")), catalogue)
    told = "\n".join(result_lines(assessment, catalogue, DAY))
    assert words.IN_THE_WARM_UP in told
    assert " ".join(catalogue.exercise["hip-hinge-drill"].steps) in told


def test_a_short_session_and_what_holds_for_all_exercises_are_told(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    seated = assess(make_sheet(answers_of("D31") | {"equipment": []}), catalogue)
    assert "With some kit" in "\n".join(result_lines(seated, catalogue, DAY))
    pregnant = list(result_lines(assess(make_sheet(answers_of("D06")), catalogue), catalogue, DAY))
    assert sum("Stay where you could still talk" in one for one in pregnant) == 1


def test_who_has_nothing_to_tell_reads_nothing_of_it(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    assessment = assess(make_sheet(answers_of("D01")), catalogue)
    lines = list(result_lines(assessment, catalogue, DAY))
    assert words.TOOK_CARE not in lines
    assert words.ALSO_FOR_YOU not in lines


@pytest.mark.parametrize("client", ["D02", "D06", "D21"])
def test_each_card_is_told_whole_and_in_the_order_of_the_screen(
    client: str, make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    assessment = assess(make_sheet(answers_of(client)), catalogue)
    lines = list(result_lines(assessment, catalogue, DAY))
    plan = training_of(assessment, catalogue, DAY)
    assert plan
    assert plan.cards
    for card in plan.cards:
        at = lines.index(f"Exercise {card.number} of {len(plan.cards)}. {card.name}. {card.dose}.")
        told = [line.plain for line in card_lines(card)]
        assert lines[at + 2 : at + 3 + len(told)] == [*told, f"Stop if {card.stop_if}"]
        whole = " ".join(told)
        ways = (way.text for way in card.ways)
        for part in (card.start, *card.steps, card.slips, *card.changes, card.why, *ways):
            assert part in whole


@pytest.mark.parametrize("client", ["D02", "D06"])
def test_the_result_comes_in_the_order_of_the_screens_pages(
    client: str, make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    assessment = assess(make_sheet(answers_of(client)), catalogue)
    lines = list(result_lines(assessment, catalogue, DAY))
    headings = (
        signs.TITLE,
        screen_words.RULER_TITLE,
        screen_words.BECAUSE,
        screen_words.EXERCISES,
        words.NEXT_STEP,
        words.LEFT_OUT,
    )
    places = [lines.index(one) for one in headings]
    assert places == sorted(places)
    assert lines[-1] == screen_words.NOT_A_DIAGNOSIS
