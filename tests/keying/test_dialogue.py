"""The dialogue: going back and elsewhere, what is hidden, bad input, totals that differ."""

from __future__ import annotations

import pytest

from assessment.keying import words
from tests.contract import CODES
from tests.keying.conftest import Keys

FIRST = ("34", "1", "n", "n", "u", "n", "n", "n", "n", "y")
"""A woman of 34, not sure of R07, and R26; the check total is 34 + 1 + 2 + 1 = 38."""


def test_a_line_is_asked_by_its_code_and_a_few_words(keys: Keys) -> None:
    clerk = keys()
    clerk.until_out_of_lines()
    assert clerk.asked[0].split() == ["Y2", "age", "[16", "to", "100]"]


def test_enter_leaves_a_line_without_an_answer(keys: Keys) -> None:
    sheet = keys("", "1", "").until_out_of_lines()
    assert dict(sheet.given) == {"sex": "female"}


def test_the_line_before_can_be_asked_again_and_keeps_its_answer(keys: Keys) -> None:
    clerk = keys("34", "<", "", "<", "35")
    sheet = clerk.until_out_of_lines()
    assert sheet.get("age_years") == 35
    assert clerk.codes == ["Y2", "Y3", "Y2", "Y3", "Y2", "Y3"]
    assert "(now 34)" in clerk.asked[2]


def test_back_from_the_first_line_says_so(keys: Keys) -> None:
    clerk = keys("<")
    clerk.until_out_of_lines()
    assert "This is the first line." in clerk.said


def test_a_dash_takes_an_answer_away(keys: Keys) -> None:
    clerk = keys("34", "<", "-")
    assert clerk.until_out_of_lines().get("age_years") is None
    assert clerk.kept[-1] == ({"age_years": None}, "age_years")


def test_a_code_goes_to_its_line_in_small_letters_too(keys: Keys) -> None:
    clerk = keys("q07", "3")
    assert clerk.until_out_of_lines().get("bridge_one_leg") == 3
    assert clerk.codes == ["Y2", "Q07", "Q03"]


def test_a_line_that_is_not_asked_and_would_not_count_is_not_gone_to(keys: Keys) -> None:
    clerk = keys("P10")
    clerk.until_out_of_lines()
    assert "P10 is not asked: only if P9 is over 0." in clerk.said
    assert clerk.codes == ["Y2", "Y2"]


@pytest.mark.parametrize(
    ("code", "item", "opened"),
    [("R03+", "major_accident_cannot_walk", ("R03", "n")), ("R15", "recent_surgery", ("G2", "n"))],
)
def test_a_yes_on_a_line_that_is_not_asked_counts_and_stays(
    keys: Keys, code: str, item: str, opened: tuple[str, str]
) -> None:
    clerk = keys(*opened, code, "y", code, "")
    sheet = clerk.until_out_of_lines()
    assert sheet.is_up(item)
    (said,) = [one for one in clerk.said if one.startswith(f"{code} is not asked: only if you")]
    assert said.endswith("What is ticked there counts even so.")


@pytest.mark.parametrize("answer", ["y", "u", "n"])
def test_a_follow_up_is_asked_after_yes_and_not_sure_only(keys: Keys, answer: str) -> None:
    clerk = keys("R07", answer)
    clerk.until_out_of_lines()
    assert clerk.codes == ["Y2", "R07", "R09" if answer == "n" else "R07+"]


def test_what_a_gateway_closes_is_passed_over(keys: Keys) -> None:
    clerk = keys("Y2", "40", "G1", "0", "G2", *["n"] * 8, "n", "")
    clerk.until_out_of_lines()
    assert clerk.codes[-9:] == ["G2", "G3", "G4", "G8", "G5", "G5b", "G6", "G7", "G9"]
    assert "Part 4: Closer questions about your health" not in clerk.said


def test_what_a_place_opens_is_asked(keys: Keys) -> None:
    clerk = keys("G1", "4,9", "", "11,12", "", ">", "")
    clerk.until_out_of_lines()
    assert clerk.codes[1:4] == ["G1", "P0", "P5"]
    assert clerk.dialogue.walk.sheet.given["hurts"] == ("knee", "shoulder")


def test_severe_pain_is_keyed_in_as_on_paper_though_the_quiz_does_not_ask(keys: Keys) -> None:
    clerk = keys("G1", "1", "9", "R05", "n", "n")
    sheet = clerk.until_out_of_lines()
    assert clerk.codes[:5] == ["Y2", "G1", "P1", "P8", "R05"]
    assert clerk.codes[5] == "R19"
    assert sheet.given["severe_pain"] == "no"
    assert not sheet.asks("severe_pain")


def test_a_man_is_not_asked_about_pregnancy(keys: Keys) -> None:
    clerk = keys("Y3", "2", "G7", "n", "")
    clerk.until_out_of_lines()
    assert "G9" not in clerk.codes


@pytest.mark.parametrize(
    ("code", "typed", "says"),
    [
        ("R05", "x", "R05 takes y (yes), n (no) or u (not sure); found 'x'."),
        ("R05", "3", "R05 takes y (yes), n (no) or u (not sure); found '3'."),
        ("X4", "u", "X4 takes y (yes) or n (no); found 'u'."),
        ("Y4", "6", "Y4 takes 1, 2, 3, 4 or 5; found '6'."),
        ("Y3", "y", "Y3 takes 1, 2 or 3; found 'y'."),
        ("Y8", "25", "Y8 takes 15, 20, 30 or 45; found '25'."),
        ("Q01", "5", "Q01 takes 0, 1, 2, 3 or 4; found '5'."),
        ("Y2", "34 years", "Y2 must be a whole number from 16 to 100 (years)."),
        ("Y2", "12", "Y2 must be a whole number from 16 to 100 (years); found 12."),
        ("P1", "11", "P1 must be a whole number from 0 to 10 (out of 10); found 11."),
        ("T2L", "a lot", "T2L must be a number from 0 to 600 (seconds)."),
        ("I7", "7", "I7 takes numbers from 1 to 6 with commas, or 0 for none of these"),
        ("I7", "2 2", "I7 takes each number once; 2 stands there twice."),
        ("G1", "3,1,3", "G1 takes each number once; 3 stands there twice."),
        ("I7", "0,1", "I7: 0 means none of these, so it stands alone; found '0,1'."),
        ("Y6", "all of it", "Y6 takes numbers from 1 to 12 with commas, all, or 0 for none"),
        ("K1", "Dr Brown", "K1 takes a name, a day and the lines that are cleared"),
        ("K1", "Dr Brown, 12 May, R23", "K1 takes a name, a day and the lines"),
        ("K1", "Dr Brown, 2026-05-12", "K1 takes a name, a day and the lines"),
        ("K1", "Dr Brown, 2026-02-30, R23", "K1: '2026-02-30' is not in the calendar"),
        ("K1", "Dr Brown, 2026-06-02, R23", "K1: the day may not lie after today (2026-06-01)"),
        ("K1", "Dr Brown, 2026-05-12, R99", "K1: the list may hold flags that need a clinician"),
        (
            "K1",
            "Dr Brown, 2026-05-12, R21",
            "K1: no clearance lifts R21.",
        ),
        (
            "K1",
            "Dr Brown, 2026-05-12, C04",
            "K1: the list may hold flags that need a clinician; C04",
        ),
        ("K1", "Dr Brown, 2026-05-12, R08+", "K1: the list may hold flags that need a clinician"),
        (
            "K1",
            "Dr Brown, 2026-05-12, R23 R23",
            "K1: the list may hold each flag once; found R23",
        ),
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
    assert clerk.codes == (["Y2", code, code] if code != "Y2" else ["Y2", "Y2", "Y2"])


def test_help_is_there_at_the_very_end(keys: Keys) -> None:
    clerk = keys("K1", "", "?", "")
    clerk.until_the_end()
    assert clerk.said.count(words.HOW) == 1
    assert not [one for one in clerk.said if one.startswith("No line has the code")]


def test_a_clearance_names_its_flags_by_code_or_id(keys: Keys) -> None:
    typed = "Physio, Northside, 2026-05-12, r23, high_bp R31"
    clerk = keys("K1", typed, "K1", "", "")
    clearance = clerk.until_the_end().given["clearance"]
    assert (clearance.by, str(clearance.on)) == ("Physio, Northside", "2026-05-12")  # type: ignore[union-attr]
    named = ("heart_condition", "high_bp", "known_disease_inactive")
    assert clearance.flags == named  # type: ignore[union-attr]
    assert "(now Physio, Northside, 2026-05-12, R23 R29 R31)" in clerk.asked[-2]


@pytest.mark.parametrize(
    "lines", [("I1", "0", "I7", "1"), ("I7", "1", "I1", "0")], ids=["list last", "count last"]
)
def test_a_place_hurt_lately_that_was_never_hurt_is_refused_by_both_codes(
    keys: Keys, lines: tuple[str, ...]
) -> None:
    clerk = keys(*lines)
    sheet = clerk.until_out_of_lines()
    assert "I7: names back, but I1 is 0: one of the two must change." in clerk.said
    assert len(sheet.given) == 1
    assert len(clerk.kept) == 1
    assert clerk.codes[-1] == lines[2]


@pytest.mark.parametrize(
    ("typed", "means"), [("1, 3", "135"), ("3 1;", "135"), ("0", ""), ("all", "all")]
)
def test_several_ticks_on_one_line(keys: Keys, typed: str, means: str) -> None:
    equipment = keys("Y6", typed).until_out_of_lines().get("equipment")
    wanted = {"135": ("band", "kettlebell"), "": ()}
    assert equipment == wanted.get(means, equipment)
    assert means != "all" or len(equipment) == 12


def test_a_total_that_fits_goes_on(keys: Keys) -> None:
    clerk = keys(*FIRST, "38")
    clerk.until_out_of_lines()
    assert "It fits." in clerk.said
    assert clerk.codes[-1] == "G1"


def test_a_total_that_differs_names_the_part_and_shows_its_lines(keys: Keys) -> None:
    clerk = keys(*FIRST, "39", "R16", "y", ">", "39")
    sheet = clerk.until_out_of_lines()
    said = "\n".join(clerk.said)
    differs = "Part 1, Before anything else: the paper says 39, the answers here add up to 38."
    assert differs in said
    assert "Y2 34   Y3 1   R01 n   R02 n   R07 u   R07+ n   R07++ n   R09 n" in said
    assert sheet.get("pulsing_belly_pain") == "yes"
    assert "It fits." in clerk.said
    assert clerk.codes[-1] == "G1"


def test_a_total_that_differs_can_be_left_and_one_that_is_missing_is_shown(keys: Keys) -> None:
    left = keys(*FIRST, "77", "")
    left.until_out_of_lines()
    assert left.codes[-1] == "G1"
    without = keys(*FIRST, "")
    without.until_out_of_lines()
    assert "The answers of part 1 add up to 38." in without.said


def test_a_total_that_is_no_number_is_asked_again(keys: Keys) -> None:
    clerk = keys(*FIRST, "seven", "?", ">", "38,0")
    clerk.until_out_of_lines()
    assert "'seven' is not a number, and not the code of a line." in clerk.said
    assert "It fits." in clerk.said


def test_a_part_is_read_back_before_its_total(keys: Keys) -> None:
    clerk = keys("R22", "u", "R24", "y", ">", "3")
    clerk.until_out_of_lines()
    assert "Yes: R24." in clerk.said
    assert "Not sure: R22." in clerk.said
    (empty,) = [one for one in clerk.said if one.startswith("No answer: ")]
    assert "R21" in empty
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
    item = clerk.dialogue.walk.sheet.questionnaire.by_id["stalled"]
    assert item.text in said
    assert str(item.details) in said
    assert "2  Lifting" in said
    assert "0  Nowhere" in said


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
    refused = {
        one.split()[0]
        for one in clerk.said
        if "is not asked" in one and not one.endswith("counts even so.")
    }
    assert asked | refused == set(CODES.values())
    assert not asked & refused
