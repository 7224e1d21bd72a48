"""Other ways of an exercise: which applies when, and that it replaces words and drawing."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from tests.cases import each
from tests.conftest import MakeAssessment, MakeSheet
from tests.plans import permits_of, programme_of, with_caution

SOME = {"experience": "some"}
BY_A_RAIL = "single-leg-romanian-deadlift-by-a-rail"

APPLIES: list[tuple[str, dict[str, Any], str]] = [
    # exercise, answers, the way that applies; the exercise's own id for none
    ("hip-hinge-drill", {}, "hip-hinge-drill"),
    ("hip-hinge-drill", {"falls": "yes"}, "hip-hinge-drill-by-a-rail"),
    ("hip-hinge-drill", {"spine_fracture": "yes"}, "hip-hinge-drill-small"),
    ("hip-hinge-drill", with_caution("stiff_upper_back"), "hip-hinge-drill-small"),
    ("hip-hinge-drill", {"shoulder_unstable": "yes"}, "hip-hinge-drill-arms-crossed"),
    ("hip-hinge-drill", {"shoulder_pain_overhead": "yes"}, "hip-hinge-drill-arms-crossed"),
    ("hip-hinge-drill", with_caution("sore_shoulder"), "hip-hinge-drill-arms-crossed"),
    # the first that applies counts: hands on a rail need no arm behind the neck, nor far down
    (
        "hip-hinge-drill",
        {"falls": "yes", "shoulder_unstable": "yes"},
        "hip-hinge-drill-by-a-rail",
    ),
    (
        "hip-hinge-drill",
        {"spine_fracture": "yes", "shoulder_unstable": "yes"},
        "hip-hinge-drill-small",
    ),
    ("kettlebell-deadlift", {}, "kettlebell-deadlift"),
    ("kettlebell-deadlift", {"osteoporosis": "yes"}, "kettlebell-deadlift-raised"),
    ("kettlebell-deadlift", {"age_years": 65}, "kettlebell-deadlift-raised"),
    ("kettlebell-deadlift", with_caution("pregnant"), "kettlebell-deadlift-raised"),
    ("single-leg-romanian-deadlift", SOME, "single-leg-romanian-deadlift"),
    ("single-leg-romanian-deadlift", SOME | {"cannot_reach_floor": "yes"}, BY_A_RAIL),
    ("single-leg-romanian-deadlift", SOME | {"age_years": 66}, BY_A_RAIL),
    ("bird-dog", {}, "bird-dog"),
    ("bird-dog", {"cannot_reach_floor": "yes"}, "bird-dog-at-a-table"),
    ("bird-dog", {"shoulder_unstable": "yes"}, "bird-dog-at-a-table"),
    ("hip-hinge-drill", {"bending_hurts_back": "yes"}, "hip-hinge-drill-small"),
    ("hip-thrust", with_caution("pregnant"), "hip-thrust"),
    ("hip-thrust", with_caution("pregnant_13_weeks"), "hip-thrust-half"),
    ("sit-to-stand", {"chair_rise": 2}, "sit-to-stand"),
    ("sit-to-stand", {"chair_rise": 4}, "sit-to-stand-raised"),
    ("sit-to-stand", {"hip_replacement": "yes"}, "sit-to-stand-raised"),
    ("sit-to-stand", {"injury_last_6_weeks": ["knee"]}, "sit-to-stand-raised"),
    ("sit-to-stand", {"injury_last_6_weeks": ["calf"]}, "sit-to-stand"),
    ("squat", {"equipment": []}, "squat"),
    ("squat", {"knee_problem": "yes"}, "squat-to-a-box"),
    ("squat", SOME | {"equipment": ["barbell"]}, "squat-with-a-bar"),
    ("squat", {"equipment": ["barbell"]}, "squat"),  # level 1
    ("squat", SOME | {"equipment": ["barbell"], "hip_replacement": "yes"}, "squat-to-a-box"),
    ("squat", SOME | {"equipment": ["barbell"]} | with_caution("sore_back"), "squat"),
    ("squat", SOME | {"equipment": ["barbell"], "injury_last_6_weeks": ["back"]}, "squat"),
    ("squat", SOME | {"equipment": ["barbell"], "shoulder_unstable": "yes"}, "squat"),
    ("goblet-squat", SOME, "goblet-squat"),
    ("goblet-squat", SOME | {"knee_problem": "yes"}, "goblet-squat-to-a-box"),
    ("band-leg-curl", {}, "band-leg-curl"),
    ("band-leg-curl", {"falls": "yes"}, "band-leg-curl-sitting"),
    ("band-leg-curl", {"injury_last_6_weeks": ["ankle"], "stairs": 0}, "band-leg-curl-sitting"),
    # not on a sore sit bone, whatever else there is
    ("band-leg-curl", {"falls": "yes", "sit_bone_pain": "yes"}, "band-leg-curl"),
    ("balance-reach", {}, "balance-reach"),
    ("balance-reach", {"falls": "yes"}, "balance-reach-two-hands"),
    (
        "balance-reach",
        {"injury_last_6_weeks": ["ankle"], "stairs": 0},
        "balance-reach-two-hands",
    ),
    ("reverse-fly", {}, "reverse-fly"),
    ("reverse-fly", with_caution("pregnant_13_weeks"), "reverse-fly-sitting"),
    ("reverse-fly", {"cannot_stand": "yes"}, "reverse-fly-sitting"),
    ("band-pull-apart", {}, "band-pull-apart"),
    ("band-pull-apart", {"shoulder_pain_overhead": "yes"}, "band-pull-apart-low"),
    ("band-pull-apart", with_caution("sore_shoulder"), "band-pull-apart-low"),
    ("band-pull-apart", {"shoulder_unstable": "yes"}, "band-pull-apart-low"),
    ("band-pull-apart", {"cannot_stand": "yes"}, "band-pull-apart-sitting"),
    ("band-pull-apart", {"falls": "yes"}, "band-pull-apart-sitting"),
    # neither standing nor with high hands
    (
        "band-pull-apart",
        {"cannot_stand": "yes", "shoulder_unstable": "yes"},
        "band-pull-apart-low-sitting",
    ),
    (
        "band-pull-apart",
        with_caution("sore_shoulder") | {"falls": "yes"},
        "band-pull-apart-low-sitting",
    ),
    ("neck-isometric", {}, "neck-isometric"),
    ("neck-isometric", {"shoulder_unstable": "yes"}, "neck-isometric-at-a-wall"),
]


@each(("name", "changes", "way"), APPLIES)
def test_the_way_that_applies(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, changes: dict[str, Any], way: str
) -> None:
    permit = permits_of(make_sheet(changes), catalogue).of(name)
    assert permit.removed_by == ()
    assert (permit.variant.id if permit.variant else name) == way


def test_every_other_way_is_asked_for_here(catalogue: Catalogue) -> None:
    every = {way.id for one in catalogue.exercises for way in one.variant}
    assert every == {way for name, _, way in APPLIES if way != name}


LIFTED = [
    ("bird-dog", "cannot_reach_floor"),
    ("single-leg-romanian-deadlift", "cannot_reach_floor"),
    ("reverse-fly", "pregnant_13_weeks"),
]


@pytest.mark.parametrize(("name", "caution"), LIFTED)
def test_another_way_may_be_done_where_the_exercise_may_not(
    make_sheet: MakeSheet, catalogue: Catalogue, name: str, caution: str
) -> None:
    permits = permits_of(make_sheet(with_caution(caution), **SOME), catalogue)
    assert caution in catalogue.removed_by[name]
    assert permits.of(name).removed_by == ()


def test_no_other_way_lifts_more_than_the_contract(catalogue: Catalogue) -> None:
    lifts = [(one.id, name) for one in catalogue.exercises for v in one.variant for name in v.lifts]
    assert sorted(lifts) == sorted(LIFTED)


def test_what_another_way_does_not_lift_still_excludes(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    sheet = make_sheet(cannot_reach_floor="yes", hip_replacement="yes", **SOME)
    permit = permits_of(sheet, catalogue).of("single-leg-romanian-deadlift")
    assert permit.removed_by == ("hip_replacement",)


def test_a_place_hurt_lately_keeps_from_a_way_that_needs_it(
    make_sheet: MakeSheet, catalogue: Catalogue
) -> None:
    """Hands on a table, but on one leg: not on a knee that was hurt."""
    changes = {"cannot_reach_floor": "yes", "injury_last_6_weeks": ["knee"]}
    permit = permits_of(make_sheet(changes), catalogue).of("bird-dog")
    assert permit.removed_by == ("cannot_reach_floor", "injury_last_6_weeks")


@each(("name", "changes", "way"), [row for row in APPLIES if row[0] != row[2]])
def test_another_way_replaces_words_and_drawing_on_card_and_in_the_warm_up(
    make_assessment: MakeAssessment,
    catalogue: Catalogue,
    name: str,
    changes: dict[str, Any],
    way: str,
) -> None:
    assessment = make_assessment(changes, days_per_week=3, minutes=45)
    (wanted,) = (one for one in catalogue.exercise[name].variant if one.id == way)
    cards = [one.how for one in assessment.exercises if one.exercise.id == name]
    cards += [one.how for one in programme_of(assessment).drills if one.exercise.id == name]
    for how in cards:
        assert how.figure == way
        assert (how.start, how.steps) == (wanted.start, wanted.steps)


def test_what_led_to_another_way_is_not_said_twice(make_assessment: MakeAssessment) -> None:
    assessment = make_assessment(shoulder_unstable="yes")
    (drill,) = (
        one for one in programme_of(assessment).drills if one.exercise.id == "hip-hinge-drill"
    )
    assert drill.how.figure == "hip-hinge-drill-arms-crossed"
    assert drill.changes == ()


def test_the_kit_of_another_way_is_its_own(make_sheet: MakeSheet, catalogue: Catalogue) -> None:
    sheet = make_sheet(SOME, equipment=["barbell"])
    assert permits_of(sheet, catalogue).of("squat").kit == ("barbell",)
    assert permits_of(make_sheet(equipment=["barbell"]), catalogue).of("squat").kit == ()
