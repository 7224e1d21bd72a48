"""Each kind of answer by itself: keys, clicks, marks, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import pytest

from assessment.quiz.page_parts import counts_of, places_of
from assessment.quiz.page_view import choices_of
from assessment.ui.inputs.answer_input import AnswerInput
from assessment.ui.inputs.checklist_input import ChecklistInput
from assessment.ui.inputs.choice_input import ChoiceInput
from assessment.ui.inputs.counts_input import CountsInput
from assessment.ui.inputs.group_input import GroupInput
from assessment.ui.inputs.multi_choice_input import MultiChoiceInput
from assessment.ui.inputs.place_answers import PlaceAnswers
from assessment.ui.inputs.places_input import PlacesInput
from assessment.ui.inputs.ratings_input import RatingsInput
from assessment.ui.inputs.row_values import RowValues
from assessment.ui.inputs.typed_input import TypedInput
from questions.model import CheckItem, ChoiceItem, ManyItem, NumberItem, ScaleItem, TextItem
from questions.places import PlaceRow
from questions.questionnaire import Page, Questionnaire
from tests.conftest import everyday_and_heavy
from tests.tui.host import Hand, hand_on

Kind = TypeVar("Kind")


def item(questionnaire: Questionnaire, item_id: str, kind: type[Kind]) -> Kind:
    found = questionnaire.by_id[item_id]
    assert isinstance(found, kind)
    return found


def always() -> bool:
    return True


def marks(hand: Hand) -> list[str]:
    """Return the rows cut to pointer, mark and key."""
    return [row[:7] for row in hand.rows]


def row_of(body: ChoiceInput, text: str) -> int:
    """Return the row of the screen in which *text* stands."""
    return next(y for y in range(body.size.height) if text in body.render_line(y).text)


# One of several.


async def test_a_digit_answers_and_shows_its_mark(questionnaire: Questionnaire) -> None:
    body = ChoiceInput(always)
    async with hand_on(body) as hand:
        stairs = item(questionnaire, "stairs", ScaleItem)
        body.show_choices("stairs", choices_of(stairs), None)
        await hand.press("3")
        assert hand.answers == [{"stairs": 3}]
        assert [mark[2:] for mark in marks(hand)] == [
            *("( ) 0", "( ) 1", "( ) 2", "(●) 3", "( ) 4", "( ) -"),
        ]
        await hand.press("-")
        assert hand.answers[-1] == {"stairs": None}


async def test_enter_needs_a_line_to_take(questionnaire: Questionnaire) -> None:
    body = ChoiceInput(always)
    async with hand_on(body) as hand:
        choices = choices_of(item(questionnaire, "stairs", ScaleItem))
        body.show_choices("stairs", choices, None)
        await hand.press("enter")
        assert hand.answers == []
        assert hand.reasons == ["Please choose an answer first."]
        await hand.press("down", "down", "enter")
        assert hand.answers == [{"stairs": 1}]


async def test_a_click_takes_the_line_where_it_stands_now(questionnaire: Questionnaire) -> None:
    """The same words came before, a line lower."""
    body = ChoiceInput(always)
    async with hand_on(body) as hand:
        choices = choices_of(item(questionnaire, "stairs", ScaleItem))
        body.show_choices("stairs", choices, None)
        await hand.click(8, row_of(body, "I cannot"))
        body.show_choices("stairs", choices[1:], None)
        await hand.click(8, row_of(body, "I cannot"))
        assert hand.answers == [{"stairs": 4}, {"stairs": 4}]


async def test_an_earlier_answer_is_ready_for_enter(questionnaire: Questionnaire) -> None:
    body = ChoiceInput(always)
    async with hand_on(body) as hand:
        choices = choices_of(item(questionnaire, "stairs", ScaleItem))
        body.show_choices("stairs", choices, 4)
        await hand.press("enter")
        assert hand.answers == [{"stairs": 4}]


async def test_a_click_that_comes_too_soon_is_dropped(questionnaire: Questionnaire) -> None:
    settled = False
    body = ChoiceInput(lambda: settled)
    async with hand_on(body) as hand:
        choices = choices_of(item(questionnaire, "stairs", ScaleItem))
        body.show_choices("stairs", choices, 0)
        await hand.click(8, 0)
        assert hand.answers == []
        settled = True
        await hand.click(8, row_of(body, "Very hard"))
        assert hand.answers == [{"stairs": 3}]


# Any number of several.


async def test_lines_are_ticked_unticked_and_kept_in_order(questionnaire: Questionnaire) -> None:
    body = MultiChoiceInput(always)
    async with hand_on(body, (80, 24)) as hand:
        body.show_item(item(questionnaire, "equipment", ManyItem), None)
        await hand.press("enter")
        assert hand.answers == []
        assert len(hand.reasons) == 1
        await hand.press("3", "1", "2", "2", "9", "enter")
        assert hand.answers == [{"equipment": ["band", "kettlebell", "step"]}]


async def test_none_and_everything_exclude_each_other(questionnaire: Questionnaire) -> None:
    kit = item(questionnaire, "equipment", ManyItem)
    body = MultiChoiceInput(always)
    async with hand_on(body, (80, 24)) as hand:
        body.show_item(kit, None)
        await hand.press("right", "enter", "0", "enter", "4", "4", "enter", "-")
        assert hand.answers == [
            {"equipment": list(kit.values)},
            {"equipment": []},
            {"equipment": None},
        ]
        assert len(hand.reasons) == 1, "ticked and unticked again is untouched"


async def test_space_and_clicks_tick_too(questionnaire: Questionnaire) -> None:
    body = MultiChoiceInput(always)
    async with hand_on(body) as hand:
        body.show_item(item(questionnaire, "stalled", ManyItem), ("pull",))
        await hand.press("space")
        row = next(y for y in range(body.size.height) if "Lifting" in body.render_line(y).text)
        await hand.click(20, row)
        await hand.press("enter")
        assert hand.answers == [{"stalled": ["run", "lift", "pull"]}]


# Checklists.


def show_nerves(body: ChecklistInput, questionnaire: Questionnaire, **earlier: str) -> list[str]:
    page = page_of(questionnaire, "check_nerves")
    checks = [item(questionnaire, item_id, CheckItem) for item_id in page.items]
    body.show_items(checks, earlier, page.none_label or "")
    return list(page.items)


def page_of(questionnaire: Questionnaire, page_id: str) -> Page:
    return next(page for page in questionnaire.pages if page.id == page_id)


NEED_LINES = "Please answer each line, or press 0 for: None of these."
READ_ON = "There was more below. Read these too, then press Enter."


async def test_each_line_takes_no_yes_or_not_sure_by_one_key(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press("n", "y", "-", "n", "y")
        assert hand.answers == [], "the last line stands until Enter"
        await hand.press("enter")
        assert hand.answers == [dict(zip(items, ("no", "yes", "unsure", "no", "yes"), strict=True))]


async def test_a_digit_says_yes_to_its_line_and_lines_left_alone_count_as_no(
    questionnaire: Questionnaire,
) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press("2", "4", "-")
        assert [row.count("(●)") for row in hand.rows].count(1) == 2
        await hand.press("enter")
        answers = {items[1]: "yes", items[3]: "unsure"}
        assert hand.answers == [dict.fromkeys(items, "no") | answers]


async def test_an_answer_can_be_changed_by_space(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press("space", "down", "space", "space", "enter")
        assert hand.answers == [
            dict.fromkeys(items, "no") | {items[0]: "yes", items[1]: "no"},
        ]


async def test_untouched_or_with_no_alone_it_says_kindly_what_is_needed(
    questionnaire: Questionnaire,
) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_nerves(body, questionnaire)
        await hand.press("enter", "n", "n", "enter")
        assert hand.answers == []
        assert hand.reasons == 2 * [NEED_LINES]
        assert body.highlighted == 2


async def test_an_earlier_yes_is_no_answer_to_lines_that_came_up_since(
    questionnaire: Questionnaire,
) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire, foot_drop="no", cord_signs="yes")
        await hand.press("enter")
        assert (hand.answers, body.highlighted) == ([], 2)
        assert hand.reasons == [
            "Lines have come up that were not asked before. Please answer each."
        ]
        await hand.press("n", "y", "n", "enter")
        answers = ("no", "yes", "no", "yes", "no")
        assert hand.answers == [dict(zip(items, answers, strict=True))]


async def test_none_of_these_goes_on_with_one_key(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press("0")
        assert hand.answers == [dict.fromkeys(items, "no")]


async def test_none_of_these_only_shows_that_it_takes_a_yes_away(
    questionnaire: Questionnaire,
) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire, cord_signs="yes")
        await hand.press("0")
        assert hand.answers == []
        await hand.press("enter")
        assert hand.answers == [dict.fromkeys(items, "no")]


@pytest.mark.parametrize("keys", ["0", "y enter"])
async def test_a_line_that_was_never_in_sight_must_be_read_first(
    questionnaire: Questionnaire, keys: str
) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (60, 6)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press(*keys.split())
        assert hand.answers == []
        assert hand.reasons == [READ_ON]
        for _ in range(12):
            await hand.press(keys.split()[-1])
        expected = dict.fromkeys(items, "no")
        if "y" in keys:
            expected[items[0]] = "yes"
        assert hand.answers[:1] == [expected]


@pytest.mark.parametrize("columns", everyday_and_heavy([40], 60, 100))
async def test_a_click_on_one_of_the_three_answers_gives_it(
    questionnaire: Questionnaire, columns: int
) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (columns, 24)) as hand:
        items = show_nerves(body, questionnaire)
        rows = [
            y
            for y in range(24)
            if body.render_line(y).text.rstrip().endswith(("sure", " -", "(-)"))
        ]
        for y, answer in zip(rows, (" yes", "no ", "sure", "no "), strict=False):
            text = body.render_line(y).text.rstrip()
            column = text.rfind(answer, columns // 2) + 1 or len(text) - 1
            await hand.click(column, y)
        await hand.click(4, rows[4])
        await hand.press("enter")
        assert hand.answers == [
            dict.fromkeys(items, "no") | {items[0]: "yes", items[2]: "unsure"},
        ]


async def test_right_asks_for_more_about_the_line(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press("3", "right")
        assert hand.wanted == [items[2]]


# Rows that share their answers.


def show_legs(body: RatingsInput, questionnaire: Questionnaire, **earlier: int | None) -> list[str]:
    page = page_of(questionnaire, "can_legs")
    body.show_items([item(questionnaire, one, ScaleItem) for one in page.items], earlier)
    return list(page.items)


async def test_one_key_a_row_and_the_last_one_goes_on(questionnaire: Questionnaire) -> None:
    body = RatingsInput(always)
    async with hand_on(body) as hand:
        items = show_legs(body, questionnaire)
        await hand.press("0", "4", "-", "2")
        assert hand.answers == []
        assert "(-)" in "".join(hand.rows)
        await hand.press("1")
        assert hand.answers == [dict(zip(items, (0, 4, None, 2, 1), strict=True))]


async def test_enter_needs_every_row(questionnaire: Questionnaire) -> None:
    body = RatingsInput(always)
    async with hand_on(body) as hand:
        items = show_legs(body, questionnaire)
        await hand.press("enter")
        assert len(hand.reasons) == 1
        await hand.press("down", "1", "2", "3", "4")
        assert body.highlighted == 0, "the row that was passed over"
        await hand.press("0")
        assert hand.answers == [dict(zip(items, range(5), strict=True))]


async def test_a_row_is_gone_back_to_and_changed(questionnaire: Questionnaire) -> None:
    body = RatingsInput(always)
    async with hand_on(body) as hand:
        items = show_legs(body, questionnaire)
        await hand.press("0", "0")
        assert body.step_back()
        assert body.step_back()
        assert not body.step_back(), "above the first row is the page before"
        await hand.press("3", "down", "0", "0", "0")
        assert hand.answers == [dict.fromkeys(items, 0) | {items[0]: 3}]


async def test_a_page_that_was_answered_goes_on_by_enter_and_its_rows_change(
    questionnaire: Questionnaire,
) -> None:
    body = RatingsInput(always)
    async with hand_on(body) as hand:
        items = list(page_of(questionnaire, "can_legs").items)
        show_legs(body, questionnaire, **dict.fromkeys(items, 1))
        await hand.press("4", "right", "right", "enter")
        assert hand.answers == [dict.fromkeys(items, 1) | {items[0]: 4, items[1]: 3}]


@pytest.mark.parametrize("columns", everyday_and_heavy([40], 60, 100))
async def test_a_click_on_a_number_answers_its_row(
    questionnaire: Questionnaire, columns: int
) -> None:
    body = RatingsInput(always)
    async with hand_on(body, (columns, 24)) as hand:
        items = show_legs(body, questionnaire)
        rows = [y for y in range(24) if body.render_line(y).text.rstrip().endswith("-")]
        for key, y in zip("01234", rows, strict=True):
            text = body.render_line(y).text
            await hand.click(text.rindex(key), y)
        assert hand.answers == [dict(zip(items, range(5), strict=True))]


# Places that hurt.


def show_places(
    body: PlacesInput, questionnaire: Questionnaire, hurts: tuple[str, ...] = (), **pains: int
) -> list[PlaceRow]:
    page = places_of(questionnaire, page_of(questionnaire, "body_map"))
    body.show_page(page, PlaceAnswers(page, hurts, pains), "Nowhere")
    return list(page.rows)


def said(answers: dict[str, object]) -> dict[str, object]:
    """Return what was said, without the places that nothing was said of."""
    return {key: value for key, value in answers.items() if value is not None}


async def test_a_digit_chooses_a_place_and_the_next_says_how_strong(
    questionnaire: Questionnaire,
) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("1", "4", "7", "1", "0", "4", "enter")
        assert [said(one) for one in hand.answers] == [
            {
                "hurts": ["low_back", "knee", "neck"],
                "hurts_sides": [],
                "pain_low_back": 4,
                "pain_neck": 10,
            }
        ]


async def test_a_one_stays_a_one_where_no_nought_follows(questionnaire: Questionnaire) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("8", "1", "1", "0", "enter")
        assert [said(one) for one in hand.answers] == [
            {"hurts": ["low_back", "upper_back"], "pain_low_back": 0, "pain_upper_back": 1}
        ]


async def test_a_nought_that_comes_late_makes_no_ten(questionnaire: Questionnaire) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("1", "1")
        await hand.press("0", at=9e8)
        assert len(hand.reasons) == 1
        await hand.press("2", "t", "delete", "4", "enter")
        assert [said(one) for one in hand.answers] == [
            {"hurts": ["low_back", "hip"], "hurts_sides": [], "pain_low_back": 1, "pain_hip": 4}
        ]


async def test_a_chosen_place_needs_its_number_or_a_minus(questionnaire: Questionnaire) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("1", "down", "down", "enter")
        assert hand.answers == []
        assert body.highlighted == 0
        await hand.press("-", "enter")
        assert [said(one) for one in hand.answers] == [{"hurts": ["low_back"]}]


async def test_sides_are_said_by_letters_and_taken_back(questionnaire: Questionnaire) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("2", "3", "l", "4", "b", "6", "r", "r", "1", "5", "l", "enter")
        assert hand.answers[0]["hurts_sides"] == ["hip_left", "knee_left", "knee_right"]


async def test_nowhere_is_one_key_and_takes_no_place_away(questionnaire: Questionnaire) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("0")
        assert [said(one) for one in hand.answers] == [{"hurts": []}]
        await hand.press("1", "5", "0")
        assert len(hand.answers) == 1
        assert len(hand.reasons) == 1
        await hand.press("space", "0")
        assert [said(one) for one in hand.answers[1:]] == [{"hurts": []}]


async def test_nothing_chosen_is_no_answer(questionnaire: Questionnaire) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("enter")
        assert hand.answers == []
        assert hand.reasons == ["Please choose where, or press 0 for: Nowhere."]


async def test_places_without_a_key_are_chosen_at_the_pointer(questionnaire: Questionnaire) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_places(body, questionnaire)
        await hand.press("up", "space", "enter")
        assert [said(one) for one in hand.answers] == [{"hurts": ["elsewhere"]}]


@pytest.mark.parametrize("columns", everyday_and_heavy([40], 56, 80))
async def test_places_numbers_and_sides_by_clicks(
    questionnaire: Questionnaire, columns: int
) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (columns, 24)) as hand:
        rows = show_places(body, questionnaire)
        await hand.click_on(rows[1].name)
        await hand.click_on("10")
        await hand.click_on("right")
        await hand.click_on(rows[0].name)
        await hand.click_on(" 6 ", 1)
        await hand.press("enter")
        assert [said(one) for one in hand.answers] == [
            {
                "hurts": ["low_back", "hip"],
                "hurts_sides": ["hip_right"],
                "pain_low_back": 6,
                "pain_hip": 10,
            }
        ]


async def test_the_mark_of_a_place_takes_it_away_with_all_that_was_said(
    questionnaire: Questionnaire,
) -> None:
    body = PlacesInput(always)
    async with hand_on(body, (80, 24)) as hand:
        rows = show_places(body, questionnaire, ("low_back", "neck"), pain_low_back=3, pain_neck=2)
        y = next(y for y in range(24) if rows[0].name in body.render_line(y).text)
        await hand.click(3, y)
        await hand.press("enter")
        assert [said(one) for one in hand.answers] == [{"hurts": ["neck"], "pain_neck": 2}]


# Counts.


def show_injuries(
    body: CountsInput, questionnaire: Questionnaire, **earlier: int | None
) -> list[str]:
    page = page_of(questionnaire, "injuries")
    rows = counts_of(questionnaire, page)
    body.show_rows(rows, earlier, "injury_last_6_weeks", (), page.none_label or "")
    return [row.item.id for row in rows]


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ("7", 7),
        ("1 0", 10),
        ("right", 1),
        ("right right", 2),
        ("3 left", 2),
        ("2 0", 20),
    ],
)
async def test_a_count_is_set_by_digits_and_arrows(
    questionnaire: Questionnaire, keys: str, first: int
) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        items = show_injuries(body, questionnaire)
        await hand.press(*keys.split(), "enter")
        expected = dict.fromkeys(items, 0) | {items[0]: first, "injury_last_6_weeks": []}
        assert hand.answers == [expected]


async def test_ten_has_a_key_and_delete_takes_a_digit_away(questionnaire: Questionnaire) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        items = show_injuries(body, questionnaire)
        await hand.press("t", "down", "1", "2", "delete", "down", "3", "delete", "enter")
        assert [hand.answers[0][one] for one in items[:3]] == [10, 1, 0]


async def test_a_digit_after_a_pause_or_in_a_row_come_back_to_begins_anew(
    questionnaire: Questionnaire,
) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        items = show_injuries(body, questionnaire)
        await hand.press("1")
        await hand.press("2", at=9e8)
        await hand.press("down", "1", "up", "down", "0", "enter")
        assert [hand.answers[0][one] for one in items[:2]] == [2, 0]


@pytest.mark.parametrize(
    ("first", "deleted", "then", "comes_to"),
    [
        (1.0, None, 1.5, 12),
        (1.0, None, 2.5, 2),
        (None, None, None, 12),  # by clicks, which take longer
        (None, None, 1.0, 2),
        (1.0, None, None, 2),
        (1.0, 5.0, 5.5, 12),
        (1.0, 5.0, 6.5, 2),
    ],
)
def test_digits_join_soon_after_each_other_by_one_hand(
    questionnaire: Questionnaire,
    first: float | None,
    deleted: float | None,
    then: float | None,
    comes_to: int,
) -> None:
    count = item(questionnaire, "injuries_back", NumberItem)
    values = RowValues([count])
    values.type(count.id, "1", first)
    if deleted is not None:
        values.type(count.id, "3", first)
        values.delete(count.id, deleted)
    values.type(count.id, "2", then)
    assert values.now(count.id) == comes_to


async def test_a_number_that_cannot_be_is_refused_in_a_sentence(
    questionnaire: Questionnaire,
) -> None:
    body = GroupInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_week(body, questionnaire)
        assert not any(" 8 " in row for row in hand.rows), "no day of a week is the eighth"
        await hand.press("8")
        assert hand.reasons == ["Please type a number from 0 to 7."]


async def test_what_is_left_of_too_long_a_number_is_no_answer(
    questionnaire: Questionnaire,
) -> None:
    body = GroupInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_week(body, questionnaire)
        await hand.press("5", "enter", "9", "9", "0", "enter")
        assert hand.reasons[0] == "Please type a number from 0 to 300."
        assert body.highlighted == items.index("active_minutes")
        assert not body.in_large


async def test_a_number_of_two_digits_begins_anew_in_every_row(
    questionnaire: Questionnaire,
) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        items = show_injuries(body, questionnaire)
        await hand.press("1", "down", "0", "enter")
        assert [hand.answers[0][one] for one in items[:2]] == [1, 0]


async def test_a_tick_stands_beside_a_count_and_goes_with_it(questionnaire: Questionnaire) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        show_injuries(body, questionnaire)
        await hand.press("space", "2", "space", "down", "down", "1", "space", "enter")
        assert hand.answers[-1]["injury_last_6_weeks"] == ["back", "knee"]
        await hand.press("0", "enter")
        assert hand.answers[-1]["injury_last_6_weeks"] == ["back"]
        await hand.press("1", "enter")
        assert hand.answers[-1]["injury_last_6_weeks"] == ["back"], "it does not come back"


async def test_none_is_one_key_and_enter_alone_is_no_answer(questionnaire: Questionnaire) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        items = show_injuries(body, questionnaire)
        await hand.press("enter")
        assert hand.reasons == ["Please type how often, or press n for: None of these."]
        await hand.press("n")
        assert hand.answers == [dict.fromkeys(items, 0) | {"injury_last_6_weeks": None}]


async def test_none_only_shows_that_it_takes_a_count_away(questionnaire: Questionnaire) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        items = show_injuries(body, questionnaire)
        await hand.press("3", "space", "n")
        assert hand.answers == []
        await hand.press("enter")
        assert hand.answers == [dict.fromkeys(items, 0) | {"injury_last_6_weeks": None}]


async def test_only_a_minus_leaves_a_count_open(questionnaire: Questionnaire) -> None:
    body = CountsInput(always)
    async with hand_on(body) as hand:
        items = show_injuries(body, questionnaire)
        await hand.press("4", "down", "-", "enter")
        assert [hand.answers[0][one] for one in items[:3]] == [4, None, 0]


@pytest.mark.parametrize("columns", everyday_and_heavy([40], 80))
async def test_a_count_and_its_tick_by_clicks(questionnaire: Questionnaire, columns: int) -> None:
    body = CountsInput(always)
    async with hand_on(body, (columns, 14)) as hand:
        items = show_injuries(body, questionnaire)
        for _ in range(3):
            await hand.click_on("[+]")
        await hand.click_on("[-]")
        await hand.click_on("[ ]")
        await hand.press("enter")
        expected = dict.fromkeys(items, 0) | {items[0]: 2, "injury_last_6_weeks": ["back"]}
        assert hand.answers == [expected]


# A few short questions.


def show_week(
    body: GroupInput, questionnaire: Questionnaire, **earlier: str | int | None
) -> list[str]:
    page = page_of(questionnaire, "usual_week")
    by_id = [questionnaire.by_id[one] for one in page.items]
    items = [one for one in by_id if isinstance(one, ChoiceItem | NumberItem)]

    def asked(answers: Mapping[str, object]) -> set[str]:
        return set(page.items) - ({"active_minutes"} if answers.get("active_days") == 0 else set())

    body.show_items(items, earlier, asked)
    return list(page.items)


async def test_a_group_is_answered_line_by_line(questionnaire: Questionnaire) -> None:
    body = GroupInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_week(body, questionnaire)
        await hand.press("5", "enter", "6", "0", "enter", "9", "enter", "2")
        assert hand.answers == [dict(zip(items, (5, 60, 9, "no"), strict=True))]


async def test_what_is_not_asked_is_passed_over_and_has_no_answer(
    questionnaire: Questionnaire,
) -> None:
    body = GroupInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_week(body, questionnaire)
        await hand.press("0", "enter", "9", "enter", "1")
        assert hand.answers == [dict(zip(items, (0, None, 9, "yes"), strict=True))]


async def test_a_line_comes_back_at_once(questionnaire: Questionnaire) -> None:
    body = GroupInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_week(body, questionnaire)
        await hand.press("0", "3", "enter", "4", "5", "enter", "-", "-")
        assert hand.answers == [dict(zip(items, (3, 45, None, None), strict=True))]


async def test_enter_in_a_group_needs_an_answer_or_a_minus(questionnaire: Questionnaire) -> None:
    body = GroupInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_week(body, questionnaire)
        await hand.press("enter")
        assert hand.answers == []
        assert len(hand.reasons) == 1
        show_week(body, questionnaire, **dict.fromkeys(items))
        await hand.press("enter")
        assert hand.answers == [dict.fromkeys(items)]


async def test_delete_takes_a_digit_and_going_back_goes_up_a_line(
    questionnaire: Questionnaire,
) -> None:
    body = GroupInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_week(body, questionnaire)
        await hand.press("5", "enter", "6", "1", "delete", "2", "enter", "8")
        assert body.step_back()
        assert body.highlighted == 1
        await hand.press("enter", "1")
        assert hand.answers == [dict(zip(items, (5, 62, 8, "yes"), strict=True))]


@pytest.mark.parametrize("columns", everyday_and_heavy([40], 80))
async def test_a_group_by_clicks(questionnaire: Questionnaire, columns: int) -> None:
    body = GroupInput(always)
    async with hand_on(body, (columns, 40)) as hand:
        items = show_week(body, questionnaire)
        for number in ("5", "30", "12"):
            for digit in number:
                await hand.click_on(f" {digit} ", 1)
            await hand.press("enter")
        await hand.click_on("2 No")
        assert hand.answers == [dict(zip(items, (5, 30, 12, "no"), strict=True))]


# Typing.


async def test_what_is_typed_is_told_and_not_judged(questionnaire: Questionnaire) -> None:
    body = TypedInput()
    async with hand_on(body) as hand:
        body.show_item(item(questionnaire, "age_years", NumberItem), "")
        body.line.focus()
        await hand.press("9", "x", "9", "9", "enter")
        told = hand._host.told
        assert [
            (one.item_id, one.typed) for one in told if isinstance(one, TypedInput.Submitted)
        ] == [("age_years", "999")]


async def test_a_minus_declines_a_number_but_is_a_sign_in_a_name(
    questionnaire: Questionnaire,
) -> None:
    body = TypedInput()
    async with hand_on(body) as hand:
        body.show_item(item(questionnaire, "sitting_hours", NumberItem), "")
        body.line.focus()
        await hand.press("-")
        assert hand.answers == [{"sitting_hours": None}]
        body.show_item(item(questionnaire, "name", TextItem), "")
        await hand.press(*"Ana-Li")
        assert body.query_one(AnswerInput).value == "Ana-Li"
        assert len(hand.answers) == 1


async def test_a_required_number_cannot_be_declined(questionnaire: Questionnaire) -> None:
    body = TypedInput()
    async with hand_on(body) as hand:
        body.show_item(item(questionnaire, "age_years", NumberItem), "")
        body.line.focus()
        await hand.press("-")
        assert hand.answers == []


async def test_the_earlier_answer_is_replaced_by_what_is_typed(
    questionnaire: Questionnaire,
) -> None:
    body = TypedInput()
    async with hand_on(body) as hand:
        body.show_item(item(questionnaire, "age_years", NumberItem), "45")
        body.line.focus()
        await hand.press("6", "6")
        assert body.query_one(AnswerInput).value == "66"


async def test_a_line_without_a_key_is_ticked_at_the_pointer(questionnaire: Questionnaire) -> None:
    kit = item(questionnaire, "equipment", ManyItem)
    body = MultiChoiceInput(always)
    async with hand_on(body, (80, 20)) as hand:
        body.show_item(kit, None)
        await hand.press("0", "up", "right", "up", "left", "enter")
        assert hand.answers == [{"equipment": list(kit.values[-2:])}]


async def test_every_line_of_a_long_list_has_a_key(questionnaire: Questionnaire) -> None:
    kit = item(questionnaire, "equipment", ManyItem)
    body = MultiChoiceInput(always)
    async with hand_on(body, (80, 20)) as hand:
        body.show_item(kit, None)
        assert all(line.key for line in body.lines)
        await hand.press("1", "a", "c", "enter", "+", "enter")
        assert hand.answers == [
            {"equipment": [kit.values[0], kit.values[9], kit.values[11]]},
            {"equipment": list(kit.everything)},
        ]


async def test_no_other_letter_picks_anything(questionnaire: Questionnaire) -> None:
    body = MultiChoiceInput(always)
    async with hand_on(body, (80, 20)) as hand:
        body.show_item(item(questionnaire, "equipment", ManyItem), None)
        await hand.press(*"qsftnyu", "enter")
        assert not hand.answers
