"""The form on paper: every item once, with the code that it has for good, and its numbers."""

from __future__ import annotations

from questions.form import box_numbers, form_parts
from questions.questionnaire import Questionnaire
from tests import contract


def test_every_item_has_the_code_that_the_contract_gives_it(questionnaire: Questionnaire) -> None:
    assert {item.id: item.code for item in questionnaire.items} == contract.CODES


def test_no_two_codes_are_alike_even_in_small_letters() -> None:
    assert len({code.casefold() for code in contract.CODES.values()}) == len(contract.CODES)


def test_every_item_stands_on_the_form_once(questionnaire: Questionnaire) -> None:
    placed = [item.id for part in form_parts(questionnaire) for item in part.items]
    assert sorted(placed) == sorted(contract.CODES)


def test_the_parts_come_in_the_order_of_the_quiz(questionnaire: Questionnaire) -> None:
    parts = form_parts(questionnaire)
    assert [part.section.id for part in parts] == [
        "about",
        "safety",
        "cautions",
        "signs",
        "ability",
        "exposure",
        "tests",
        "clearance",
    ]
    assert [part.number for part in parts] == list(range(1, 9))


def test_what_depends_on_an_answer_comes_after_it(questionnaire: Questionnaire) -> None:
    order = [item.id for part in form_parts(questionnaire) for item in part.items]
    for item_id, condition in questionnaire.conditions:
        for other in condition.any_of:
            assert order.index(other) < order.index(item_id)


def test_a_follow_up_stands_right_under_its_question(questionnaire: Questionnaire) -> None:
    order = [item.id for part in form_parts(questionnaire) for item in part.items]
    for flag, (_, follow_up, _) in contract.FLAGS.items():
        if follow_up:
            assert order[order.index(flag) + 1] == follow_up


def test_the_questions_about_pregnancy_open_the_health_questions(
    questionnaire: Questionnaire,
) -> None:
    safety = form_parts(questionnaire)[1]
    assert [item.code for item in safety.items[:4]] == ["C01", "C02", "R14", "C03"]


def test_numbers_beside_the_boxes(questionnaire: Questionnaire) -> None:
    by_id = questionnaire.by_id
    assert box_numbers(by_id["saddle_numbness"]) == {"yes": 1, "no": 0, "unsure": 2}
    assert box_numbers(by_id["weight_concern"]) == {"yes": 1, "no": 0, "unstated": 2}
    assert box_numbers(by_id["sex"]) == {"female": 1, "male": 2, "unstated": 3}
    assert box_numbers(by_id["minutes"]) == {15: 15, 20: 20, 30: 30, 45: 45}
    assert box_numbers(by_id["chair_rise"]) == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}
    assert box_numbers(by_id["stalled"]) == {"run": 1, "lift": 2, "pull": 3}
    assert box_numbers(by_id["name"]) == {}
    assert box_numbers(by_id["age_years"]) == {}


def test_no_item_has_a_number_twice(questionnaire: Questionnaire) -> None:
    for item in questionnaire.items:
        numbers = list(box_numbers(item).values())
        assert len(set(numbers)) == len(numbers)
