"""The plan on paper: doses in words, minutes that add up, and no way to what was left out."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from assessment.catalogue.model import Catalogue
from questions.model import Region
from reports.html.render import html_of
from reports.sheets.plan.order import in_order_of_doing
from reports.sheets.plan.programme_view import (
    effort_in_words,
    looks_soon,
    programme_view,
    usual_efforts,
)
from reports.sheets.plan.training import training_of
from reports.sheets.trainer import trainer_of
from reports.sheets.view import view_of
from tests.conftest import MakeAssessment
from tests.reports.fixtures import Case, PageOf
from tests.reports.reading import page_of

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
        ((2, 3), "Effort 2 to 3 of 10: easy. You could do many more."),
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
def test_every_exercise_of_the_warm_up_tells_how_it_is_done(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    assert assessment.programme is not None
    said = {one.name: one.text for one in training.warm_up}
    with_card = {card.name for card in training.cards}
    drills = {one.exercise.name: one for one in assessment.programme.drills}
    assert set(said) == set(drills) - with_card
    for name, text in said.items():
        how, changes = drills[name].how, drills[name].changes
        own = (one for one in changes if one not in training.in_every)
        assert all(one in text for one in (how.start, *how.steps, *own))


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
def test_numbers_follow_the_order_of_doing(case: Case, catalogue: Catalogue, vignette: str) -> None:
    """Numbered by importance, a session read 3, 4, 5, 6, 2, 1."""
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    assert training.programme is not None
    read = [
        (exercise.number, exercise.name)
        for session in training.sessions
        for part in session.parts
        for exercise in part.exercises
    ]
    cards = [(card.number, card.name) for card in training.cards]
    assert list(dict.fromkeys(read)) == cards
    assert [row.name for row in training.programme.exercises.rows] == [name for _, name in cards]


@pytest.mark.parametrize("vignette", ALL_TRAIN)
def test_no_way_leads_to_an_exercise_that_the_client_should_not_do(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    for card, one in zip(training.cards, in_order_of_doing(assessment), strict=True):
        for way, swap in zip(card.ways, one.swaps, strict=True):
            if swap is None:
                assert way.text == "Ask your trainer."
                continue
            assert way.text in (f"{swap.text}.", f"{swap.text}. Later, with your trainer.")
            if swap.exercise:
                assert not one.permits.of(swap.exercise).removed_by


@pytest.mark.parametrize("vignette", ALL_TRAIN)
def test_a_card_says_dose_kit_and_changes(case: Case, catalogue: Catalogue, vignette: str) -> None:
    assessment = case(vignette)
    training = training_of(assessment, catalogue, DAY)
    assert training is not None
    for card, one in zip(training.cards, in_order_of_doing(assessment), strict=True):
        assert card.dose.startswith(f"{one.first.sets} set")
        assert card.dose.endswith("on each side") == (one.exercise.sides == 2)
        assert ("holds" in card.dose) == (one.dose.unit == "holds")
        assert ("steps" in card.dose) == (one.dose.unit == "steps")
        assert bool(card.kit) == bool(one.how.kit)
        assert (card.start, card.steps) == (one.how.start, one.how.steps)
        assert set(one.changes) == {*card.changes, *training.in_every}
        assert card.why


def test_what_is_changed_in_every_exercise_is_said_once_above_the_cards(page: PageOf) -> None:
    """It stood on each card of D06, and in the warm-up."""
    client, said = page("D06", "client"), "Stay where you could still talk"
    assert client.text.count(said) == 1
    assert client.one("ul", "above").text.startswith(f"For you, in every exercise. {said}")
    assert all(said not in card.text for card in client.all("article", "card"))


def test_one_exercise_alone_says_itself_what_is_changed(case: Case, catalogue: Catalogue) -> None:
    training = training_of(case("D31", equipment=[], pain_neck=4), catalogue, DAY)
    assert training is not None
    (card,) = training.cards
    assert card.changes
    assert not training.in_every


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
    rows = [card for card in training.cards if card.region == "Upper back"]
    assert rows
    assert {row.why for row in rows} == {"It completes the session"}


def test_without_a_programme_there_is_no_training(case: Case, catalogue: Catalogue) -> None:
    assert training_of(case("D13"), catalogue, DAY) is None
    assert training_of(case("D12"), catalogue, DAY) is None


@pytest.mark.parametrize(
    ("kit", "said"),
    [
        (["band", "cable"], ("Sit, and move your arms gently", "light ones of band pull-apart")),
        ([], ("Sit, and move your arms slowly", "With some kit, such as a band")),
    ],
)
def test_who_cannot_stand_is_never_told_to_be_on_foot(
    page: PageOf, kit: list[str], said: tuple[str, ...]
) -> None:
    client = page("D31", "client", equipment=kit).text
    assert all(sentence in client for sentence in said)
    assert not re.search(r"(?i)\b(walk(ing)?(?!-out)|step gently|standing or|on foot)\b", client)


def test_without_a_source_none_is_announced(case: Case, catalogue: Catalogue) -> None:
    view = view_of(case("D31", equipment=[]), catalogue, DAY)
    assert view.client is not None
    method = replace(view.client.scoring_method, sources=())
    client = replace(view.client, scoring_method=method)
    without = page_of(html_of(replace(view, client=client), "client")).text
    assert "The rules here are our own." in without
    assert "Sources of the others" not in without


def test_an_ill_client_is_told_to_move_not_to_walk(page: PageOf) -> None:
    ill = page("D31", "client", unwell="yes", acute_illness="yes", **NOT_VERY_ILL).text
    assert "Move a little when you feel like it." in ill
    assert "walk" not in ill


def test_one_pain_limit_is_said_everywhere(case: Case, page: PageOf) -> None:
    """Review-2, finding 12: 3 is fine on one card, 5 on another. D30 stays free of pain."""
    assessment = case("D30")
    assert assessment.programme is not None
    assert assessment.programme.pain_limit.id == "none"
    said = page("D30", "client").text
    assert "it hurts at all, even when made smaller and lighter" in said
    assert "Stay free of pain" in said
    assert not re.search(r"more than \d out of 10|goes over 5|hurts 5 or less", said)
    assert "{too_much}" not in page("D30").text


@pytest.mark.parametrize("pain", [6, 7])
def test_a_strong_pain_is_told_on_page_1(page: PageOf, pain: int) -> None:
    """Review-2, finding 9: "see someone if pain goes over 5" though it already is."""
    client = page("D01", "client", pain_low_back=pain, pain_days="weekly")
    told = client.one("p", "strong-pain").text
    assert told.startswith("Pain may rise by 2 at most above where you began")
    assert f"See a physiotherapist or doctor about this pain: low back pain ({pain} out" in told
    assert "In 4 weeks, answer the questions again" in client.text
    assert "over 5" not in client.text


def test_ordinary_soreness_is_told_apart_from_pain(page: PageOf) -> None:
    plan = page("D01", "client").one("section", "plan").text
    assert "Dull, on both sides, a day or two after training, gone in three days" in plan
    assert "New tingling or numbness Stop the session." in plan


def test_in_pregnancy_nothing_grows_and_week_13_is_told(page: PageOf) -> None:
    """Review-2, finding 4: "strengthen" at 30 weeks, and no word of week 13 at 10."""
    client = page("D06", "client").text
    assert "Do weeks 5 to 12 as you do weeks 1 to 4." in client
    assert client.count("Answer the questions again, as your plan may change.") == 3
    assert "When to add" not in client
    early = page("D06", "client", pregnant_13_weeks="no").text
    assert "When week 13 comes" in early
    assert "When week 13 comes" not in client


@pytest.mark.parametrize(
    ("vignette", "changes", "is_soon"),
    [
        ("D30", {}, True),
        ("D20", {}, True),
        ("D01", {"injury_last_6_weeks": ["ankle"], "injuries_ankle": 1}, True),
        ("D06", {}, True),
        ("D01", {}, False),
    ],
)
def test_gentle_work_is_looked_at_after_4_weeks(
    page: PageOf, vignette: str, changes: dict[str, object], is_soon: bool
) -> None:
    """With a place newly hurt it ran for 12 weeks unlooked."""
    client = page(vignette, "client", **changes).text
    assert ("In 4 weeks, answer the questions again" in client) is is_soon
    assert ("your plan may change" in client) is is_soon


def test_cautions_ask_for_a_look_after_4_weeks_by_data(
    make_assessment: MakeAssessment, catalogue: Catalogue
) -> None:
    asks = {one.id for one in catalogue.cautions if one.look_anew}
    assert asks == {"pregnant", "after_birth_12_weeks", "hamstring_strain_recent"}
    for caution in asks - {"pregnant"}:
        assessment = make_assessment(
            {"hurts": ["thigh_back"], "sex": "female"}, pain_thigh_back=1, **{caution: "yes"}
        )
        assert caution in assessment.gate.cautions
        assert assessment.programme is not None
        assert looks_soon(assessment, assessment.programme, catalogue)


def test_easy_weeks_fit_plans_of_one_set(case: Case, page: PageOf) -> None:
    one_set = any(work.sets == 1 for one in case("D05").exercises for work in one.work)
    assert one_set
    assert "Where there is one set, do half of it." in page("D05", "client").text


def test_fewer_repetitions_are_told_as_more_weight(case: Case, page: PageOf) -> None:
    heavier = [one for one in case("D22").exercises if any(work.is_heavier for work in one.work)]
    assert heavier
    log = page("D22", "client").one("table", "phases").text
    assert log.count(", a little more weight") == sum(
        work.is_heavier for one in heavier for work in one.work
    )


def test_more_weight_is_only_for_whom_it_feels_easy(page: PageOf) -> None:
    """ "Heavier" stood beside "use a light weight" on the card."""
    log = page("D22", "client").one("section", "log").text
    assert "A little more weight, if it feels easy" in log
    assert "eavier" not in log


def test_six_left_out_are_told_to_the_client_and_all_to_the_trainer(
    case: Case, catalogue: Catalogue
) -> None:
    assessment = case("D30")
    assert len(assessment.left_out) > 6
    view = view_of(assessment, catalogue, DAY)
    sentences = " ".join(view.summary.left_out)
    told = [one for one in assessment.left_out if one.exercise.name in sentences]
    assert told == list(assessment.left_out[:6])
    assert len(view.trainer.left_out.rows) == len(assessment.left_out)


@pytest.mark.parametrize(
    ("item", "place"), [("injuries_knee", "knee"), ("injuries_ankle", "ankle")]
)
def test_what_a_joint_led_to_is_told_as_the_joint(
    make_assessment: MakeAssessment, catalogue: Catalogue, item: str, place: str
) -> None:
    """Review-2, part 3: knee injuries were told as "signs in the side of the hip"."""
    view = view_of(make_assessment(**{item: 3}), catalogue, DAY)
    notes = {line.note for line in view.summary.regions if line.note}
    assert notes == {f"because of the {place}"}
    sentences = [one for one in view.summary.there_by_a_sign if "was hurt" in one]
    assert all(f"the {place} was hurt 3 times in 2 years" in one for one in sentences)


@pytest.mark.parametrize("vignette", [*ALL_TRAIN, "D19", "D20", "D21", "D22", "D30", "D31"])
def test_the_log_says_the_effort_of_each_exercise_where_it_differs(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    """The row said 7 to 8 above a bridge hold at 4."""
    assessment = case(vignette)
    view = programme_view(assessment, catalogue, DAY)
    assert view is not None
    usual = usual_efforts(assessment)
    for row, one in zip(view.exercises.rows, in_order_of_doing(assessment), strict=True):
        differs = tuple(work.effort for work in one.work) != usual
        assert ("effort " in row.besides) is differs
        high = {str(work.effort[1]) for work in one.work}
        assert not differs or all(figure in row.besides for figure in high)


def test_the_log_tells_a_spared_exercise_apart(page: PageOf) -> None:
    log = page("D30", "client").one("section", "log").text
    assert "Bridge hold effort 3 to 4 of 10" in log


def test_one_gentle_exercise_is_no_warm_up_for_itself(page: PageOf) -> None:
    """Who sits and has no kit warmed up with neck presses for neck presses."""
    client = page("D31", "client", equipment=[]).text
    assert "light ones of neck press" not in client
    assert "Sit, and move your arms gently." in client
    assert "little that you may do" not in client
