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
    assert [part.id for part in parts] == [
        "start",
        "signs",
        "lately",
        "health",
        "ability",
        "week",
        "tests",
        "clearance",
    ]
    assert [part.number for part in parts] == list(range(1, 9))


def test_the_gateways_stand_before_all_that_they_open(questionnaire: Questionnaire) -> None:
    by_part = {part.id: {item.id for item in part.items} for part in form_parts(questionnaire)}
    assert {*contract.GATEWAYS} - {"hurts"} == by_part["lately"]
    assert "hurts" in by_part["signs"]
    assert {*contract.CHECK_NOW} <= by_part["start"]
    assert {*contract.OPENED_FLAGS, *contract.CAUTIONS, *contract.AMBER} <= by_part["health"]


def test_lines_come_in_the_order_of_the_pages(questionnaire: Questionnaire) -> None:
    """But for what one check alone opens, which stands under that check."""
    pages = [item for page in questionnaire.pages for item in page.items]
    moved = {*contract.FOLLOW_UPS, "heart_agreed", "diabetes_unstable"}
    order = [item.id for part in form_parts(questionnaire) for item in part.items]
    assert [item for item in order if item not in {*moved, "clearance"}] == [
        item for item in pages if item not in moved
    ]


def test_what_depends_on_an_answer_comes_after_it(questionnaire: Questionnaire) -> None:
    order = [item.id for part in form_parts(questionnaire) for item in part.items]
    for item in questionnaire.conditional:
        assert item.condition
        for other in item.condition.items:
            assert order.index(other) < order.index(item.id), item.id


def test_a_follow_up_stands_right_under_its_question(questionnaire: Questionnaire) -> None:
    order = [item.id for part in form_parts(questionnaire) for item in part.items]
    under = {
        **{flag: tuple(follow_ups) for flag, (_, follow_ups) in contract.FLAGS.items()},
        "heart_condition": ("heart_agreed",),
        "diabetes_or_kidney": ("diabetes_unstable",),
    }
    for flag, follow_ups in under.items():
        after = order.index(flag) + 1
        assert tuple(order[after : after + len(follow_ups)]) == follow_ups


def test_an_intro_stands_where_its_section_begins(questionnaire: Questionnaire) -> None:
    said = [group.intro for part in form_parts(questionnaire) for group in part.groups]
    assert sorted(one for one in said if one) == sorted(
        section.intro for section in questionnaire.sections
    )


def test_numbers_beside_the_boxes(questionnaire: Questionnaire) -> None:
    by_id = questionnaire.by_id
    assert box_numbers(by_id["saddle_numbness"]) == {"yes": 1, "no": 0, "unsure": 2}
    assert box_numbers(by_id["work_bending"]) == {"yes": 1, "no": 0}
    assert box_numbers(by_id["hurts"]) == {
        place: number for number, place in enumerate(contract.PLACES, start=1)
    }
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
