"""Each kind of answer by itself: keys, clicks, marks, and what comes out."""

from __future__ import annotations

from typing import TypeVar

import pytest

from assessment.quiz.page_parts import Row
from assessment.quiz.page_view import choices_of
from assessment.ui.inputs.answer_input import AnswerInput
from assessment.ui.inputs.checklist_input import ChecklistInput
from assessment.ui.inputs.choice_input import ChoiceInput
from assessment.ui.inputs.multi_choice_input import MultiChoiceInput
from assessment.ui.inputs.rows_input import RowsInput
from assessment.ui.inputs.typed_input import TypedInput
from questions.model import CheckItem, ManyItem, NumberItem, ScaleItem, TextItem
from questions.questionnaire import Questionnaire
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


async def test_a_press_that_comes_too_soon_is_dropped(questionnaire: Questionnaire) -> None:
    settled = False
    body = ChoiceInput(lambda: settled)
    async with hand_on(body) as hand:
        choices = choices_of(item(questionnaire, "stairs", ScaleItem))
        body.show_choices("stairs", choices, 0)
        await hand.press("3", "enter", "space")
        await hand.click(8, 0)
        assert hand.answers == []
        settled = True
        await hand.press("3")
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
    page = next(page for page in questionnaire.pages if page.id == "check_nerves")
    checks = [item(questionnaire, item_id, CheckItem) for item_id in page.items]
    body.show_items(checks, earlier, page.none_label or "")
    return list(page.items)


async def test_a_checklist_goes_round_yes_not_sure_off(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press("2", "4", "4", "5", "5", "5")
        shown = [row for row in hand.rows if "[x]" in row or "[?]" in row]
        assert len(shown) == 2
        assert any("(not sure)" in row for row in hand.rows)
        await hand.press("enter")
        assert hand.answers == [
            dict.fromkeys(items, "no") | {items[1]: "yes", items[3]: "unsure"},
        ]


async def test_untouched_it_says_kindly_what_is_needed(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        show_nerves(body, questionnaire)
        await hand.press("enter", "1", "1", "1", "enter")
        assert hand.answers == []
        assert hand.reasons == 2 * ["Please tick what applies, or press 0 for: None of these."]


async def test_none_of_these_takes_all_marks_away(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire, **{"cord_signs": "yes"})
        await hand.press("0", "enter")
        assert hand.answers == [dict.fromkeys(items, "no")]


async def test_a_line_that_was_never_in_sight_must_be_read_first(
    questionnaire: Questionnaire,
) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (60, 6)) as hand:
        items = show_nerves(body, questionnaire)
        await hand.press("0", "enter")
        assert hand.answers == []
        assert hand.reasons == ["There was more below. Please read these too, then press Enter."]
        for _ in range(12):
            await hand.press("enter")
        assert hand.answers[:1] == [dict.fromkeys(items, "no")]


async def test_a_click_anywhere_on_a_line_marks_it(questionnaire: Questionnaire) -> None:
    body = ChecklistInput(always)
    async with hand_on(body, (80, 24)) as hand:
        items = show_nerves(body, questionnaire)
        row = next(y for y in range(24) if "during sex" in body.render_line(y).text)
        await hand.click(40, row)
        await hand.press("enter")
        assert hand.answers[0][items[0]] == "yes"


# Rows of numbers.


def show_pain(body: RowsInput, questionnaire: Questionnaire, **earlier: int | None) -> list[str]:
    page = next(page for page in questionnaire.pages if page.id == "pain")
    rows = [Row(item(questionnaire, one, NumberItem), one) for one in page.items]
    body.show_rows(rows, earlier, page.none_label or "")
    return list(page.items)


@pytest.mark.parametrize(
    ("keys", "first"),
    [("7", 7), ("1 0", 10), ("1 1", 1), ("right", 0), ("right right", 1), ("3 left", 2), ("0", 0)],
)
async def test_a_row_is_set_by_digits_and_arrows(
    questionnaire: Questionnaire, keys: str, first: int
) -> None:
    body = RowsInput(always)
    async with hand_on(body) as hand:
        items = show_pain(body, questionnaire)
        await hand.press(*keys.split(), "enter")
        assert hand.answers == [dict.fromkeys(items, 0) | {items[0]: first}]


async def test_only_a_minus_leaves_a_row_open(questionnaire: Questionnaire) -> None:
    body = RowsInput(always)
    async with hand_on(body) as hand:
        items = show_pain(body, questionnaire)
        await hand.press("4", "down", "-", "enter")
        assert hand.answers == [dict.fromkeys(items, 0) | {items[0]: 4, items[1]: None}]
        assert "[ 4]" in hand.rows[0]
        assert "[ -]" in hand.rows[1]
        assert "[" not in hand.rows[2]


async def test_a_number_of_two_digits_begins_anew_in_every_row(
    questionnaire: Questionnaire,
) -> None:
    body = RowsInput(always)
    async with hand_on(body) as hand:
        items = show_pain(body, questionnaire)
        await hand.press("1", "down", "0", "enter")
        assert [hand.answers[0][one] for one in items[:2]] == [1, 0]


@pytest.mark.parametrize("size", [(80, 12), (60, 12)])
async def test_a_click_on_a_number_sets_it(
    questionnaire: Questionnaire, size: tuple[int, int]
) -> None:
    body = RowsInput(always)
    async with hand_on(body, size) as hand:
        items = show_pain(body, questionnaire)
        row = hand.rows[1]
        for label in (" 7 ", " 10 ", " 0 ", " - "):
            await hand.click(row.rstrip().ljust(len(row) + 1).rindex(label) + 1, 1)
            await hand.press("enter")
        assert [answers[items[1]] for answers in hand.answers] == [7, 10, 0, None]


async def test_more_than_ten_times_can_be_typed_and_clicked(
    questionnaire: Questionnaire,
) -> None:
    body = RowsInput(always)
    async with hand_on(body) as hand:
        back = item(questionnaire, "injuries_back", NumberItem)
        body.show_rows([Row(back, "Back")], {}, "Nothing else")
        await hand.press("1", "2")
        assert "[ 12]" in hand.rows[0]
        await hand.click(hand.rows[0].index("12"), 0)
        await hand.press("enter", "2", "1", "enter")
        assert [answers["injuries_back"] for answers in hand.answers] == [13, 1]


async def test_the_last_line_goes_on_by_a_click(questionnaire: Questionnaire) -> None:
    body = RowsInput(always)
    async with hand_on(body) as hand:
        items = show_pain(body, questionnaire, **{"pain_neck": 3})
        row = next(y for y in range(12) if "Nowhere else" in body.render_line(y).text)
        await hand.click(10, row)
        assert hand.answers == [dict.fromkeys(items, 0) | {"pain_neck": 3}]


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


async def test_no_letter_picks_anything(questionnaire: Questionnaire) -> None:
    body = MultiChoiceInput(always)
    async with hand_on(body, (80, 20)) as hand:
        body.show_item(item(questionnaire, "equipment", ManyItem), None)
        await hand.press(*"abcqsft", "enter")
        assert not hand.answers
