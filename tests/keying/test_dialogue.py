"""The dialogue: going back and elsewhere, what is hidden, bad input, totals that differ."""

from __future__ import annotations

import pytest

from tests.contract import CODES
from tests.keying.conftest import Keys

ABOUT = ("Ana", "34", "1", "2", "3", "1,3", "2", "30")
"""A woman of 34; the check total is 34 + 1 + 2 + 3 + 4 + 2 + 30 = 76."""


def test_a_line_is_asked_by_its_code_and_a_few_words(keys: Keys) -> None:
    clerk = keys("Ana")
    clerk.until_out_of_lines()
    assert clerk.asked[1].split() == ["Y2", "age", "[16", "to", "100]"]


def test_enter_leaves_a_line_without_an_answer(keys: Keys) -> None:
    sheet = keys("", "34", "").until_out_of_lines()
    assert dict(sheet.given) == {"age_years": 34}


def test_the_line_before_can_be_asked_again_and_keeps_its_answer(keys: Keys) -> None:
    clerk = keys("Ana", "34", "<", "", "<", "35")
    sheet = clerk.until_out_of_lines()
    assert sheet.get("age_years") == 35
    assert clerk.codes == ["Y1", "Y2", "Y3", "Y2", "Y3", "Y2", "Y3"]
    assert "(now 34)" in clerk.asked[3]


def test_back_from_the_first_line_says_so(keys: Keys) -> None:
    clerk = keys("<")
    clerk.until_out_of_lines()
    assert "This is the first line." in clerk.said


def test_a_dash_takes_an_answer_away(keys: Keys) -> None:
    clerk = keys("Ana", "34", "<", "-")
    assert clerk.until_out_of_lines().get("age_years") is None
    assert clerk.kept[-1] == ({"age_years": None}, "age_years")


def test_a_code_goes_to_its_line_in_small_letters_too(keys: Keys) -> None:
    clerk = keys("q07", "3")
    assert clerk.until_out_of_lines().get("bridge_one_leg") == 3
    assert clerk.codes == ["Y1", "Q07", "Q03"]


def test_a_line_that_is_not_asked_is_not_gone_to(keys: Keys) -> None:
    clerk = keys("R03+")
    clerk.until_out_of_lines()
    assert "R03+ is not asked: only if you ticked Yes or Not sure in R03." in clerk.said
    assert clerk.codes == ["Y1", "Y1"]


@pytest.mark.parametrize("answer", ["y", "u", "n"])
def test_a_follow_up_is_asked_after_yes_and_not_sure_only(keys: Keys, answer: str) -> None:
    clerk = keys("R03", answer)
    clerk.until_out_of_lines()
    assert clerk.codes == ["Y1", "R03", "R12" if answer == "n" else "R03+"]


def test_a_man_is_not_asked_about_pregnancy(keys: Keys) -> None:
    clerk = keys("Y3", "2", ">", "")
    clerk.until_out_of_lines()
    assert clerk.codes == ["Y1", "Y3", "Y4", "R01"]


@pytest.mark.parametrize(
    ("code", "typed", "says"),
    [
        ("R05", "x", "R05 takes y (yes), n (no) or u (not sure); found 'x'."),
        ("R05", "3", "R05 takes y (yes), n (no) or u (not sure); found '3'."),
        ("X4", "u", "X4 takes y (yes) or n (no); found 'u'."),
        ("X5", "maybe", "X5 takes y (yes), n (no) or u (prefer not to say); found 'maybe'."),
        ("Y4", "6", "Y4 takes 1, 2, 3, 4 or 5; found '6'."),
        ("Y3", "y", "Y3 takes 1, 2 or 3; found 'y'."),
        ("Y8", "25", "Y8 takes 15, 20, 30 or 45; found '25'."),
        ("Q01", "5", "Q01 takes 0, 1, 2, 3 or 4; found '5'."),
        ("Y2", "34 years", "Y2 must be a whole number from 16 to 100 (years)."),
        ("Y2", "12", "Y2 must be a whole number from 16 to 100 (years); found 12."),
        ("P1", "11", "P1 must be a whole number from 0 to 10 (out of 10); found 11."),
        ("T2L", "a lot", "T2L must be a number from 0 to 600 (seconds)."),
        ("I7", "7", "I7 takes numbers from 1 to 6 with commas, or 0 for none of these"),
        ("I7", "0,1", "I7: 0 means none of these, so it stands alone; found '0,1'."),
        ("Y6", "all of it", "Y6 takes numbers from 1 to 12 with commas, all, or 0 for none"),
        ("K1", "Dr Brown", "K1 takes a name, a comma and a day, such as Dr Brown, 2026-05-12"),
        ("K1", "Dr Brown, 12 May", "K1 takes a name, a comma and a day"),
        ("Y1", "x" * 81, "Y1 must be text of up to 80 characters; found 81."),
    ],
)
def test_what_does_not_fit_is_told_and_asked_again(
    keys: Keys, code: str, typed: str, says: str
) -> None:
    clerk = keys(code, typed)
    sheet = clerk.until_out_of_lines()
    assert not sheet.given
    assert any(one.startswith(says) for one in clerk.said), clerk.said
    assert clerk.codes == ["Y1", code, code] if code != "Y1" else ["Y1", "Y1"]


@pytest.mark.parametrize(
    ("typed", "means"), [("1, 3", "135"), ("3 1;3", "135"), ("0", ""), ("all", "all")]
)
def test_several_ticks_on_one_line(keys: Keys, typed: str, means: str) -> None:
    equipment = keys("Y6", typed).until_out_of_lines().get("equipment")
    wanted = {"135": ("band", "kettlebell"), "": ()}
    assert equipment == wanted.get(means, equipment)
    assert means != "all" or len(equipment) == 12


def test_a_total_that_fits_goes_on(keys: Keys) -> None:
    clerk = keys(*ABOUT, "76")
    clerk.until_out_of_lines()
    assert "It fits." in clerk.said
    assert clerk.codes[-1] == "C01"


def test_a_total_that_differs_names_the_part_and_shows_its_lines(keys: Keys) -> None:
    clerk = keys(*ABOUT, "77", "Y7", "3", ">", "77")
    sheet = clerk.until_out_of_lines()
    said = "\n".join(clerk.said)
    assert "Part 1, About you: the paper says 77, the answers here add up to 76." in said
    assert "Y2 34   Y3 1   Y4 2   Y5 3   Y6 1,3   Y7 2   Y8 30" in said
    assert sheet.get("days_per_week") == 3
    assert clerk.said[-3] == "It fits."
    assert clerk.codes[-1] == "C01"


def test_a_total_that_differs_can_be_left_and_one_that_is_missing_is_shown(keys: Keys) -> None:
    left = keys(*ABOUT, "77", "")
    left.until_out_of_lines()
    assert left.codes[-1] == "C01"
    without = keys(*ABOUT, "")
    without.until_out_of_lines()
    assert "The answers of part 1 add up to 76." in without.said


def test_a_total_that_is_no_number_is_asked_again(keys: Keys) -> None:
    clerk = keys(*ABOUT, "seven", "?", ">", "76,0")
    clerk.until_out_of_lines()
    assert "'seven' is not a number, and not the code of a line." in clerk.said
    assert "It fits." in clerk.said


def test_a_part_is_read_back_before_its_total(keys: Keys) -> None:
    clerk = keys("R22", "u", "R24", "y", ">", "3")
    clerk.until_out_of_lines()
    assert "Yes: R24." in clerk.said
    assert "Not sure: R22." in clerk.said
    (empty,) = [one for one in clerk.said if one.startswith("No answer: ")]
    assert "R01" in empty
    assert "R22" not in empty
    assert "R03+" not in empty


def test_what_cannot_wait_is_said_at_the_end_of_its_part(keys: Keys) -> None:
    clerk = keys("R01", "y", ">", "1")
    clerk.until_out_of_lines()
    warning = [one for one in clerk.said if one.startswith("IMPORTANT")]
    assert warning == [
        "IMPORTANT, by these answers: Call an ambulance or go to an emergency department now."
    ]


def test_the_whole_question_is_shown_on_demand(keys: Keys) -> None:
    clerk = keys("S1", "?")
    clerk.until_out_of_lines()
    said = "\n".join(clerk.said)
    assert "You train regularly, but have made no progress for 8 weeks or more." in said
    assert "2  Lifting (such as deadlifts or squats)" in said
    assert "0  Nowhere, or I do not train regularly" in said


def test_at_the_end_what_is_still_needed_is_named(keys: Keys) -> None:
    clerk = keys("K1", "", "zz9", "R05", "n", "K1", "", "")
    sheet = clerk.until_the_end()
    assert dict(sheet.given) == {"cancer_signs": "no"}
    needed = [one for one in clerk.said if one.startswith("There is no result without")]
    assert "Y2" in needed[0]
    assert "R05" in needed[0]
    assert "R05" not in needed[-1]
    assert any(one.startswith("No line has the code zz9") for one in clerk.said)


def test_every_code_leads_to_its_line(keys: Keys) -> None:
    clerk = keys("Y2", "65", "C01", "y", *CODES.values())
    clerk.until_out_of_lines()
    asked = set(clerk.codes)
    refused = {one.split()[0] for one in clerk.said if "is not asked" in one}
    assert asked | refused == set(CODES.values())
    assert not asked & refused
