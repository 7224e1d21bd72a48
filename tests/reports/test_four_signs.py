"""The article's four signs: present, absent and not answered, in the same words everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.scores.four_signs import SignState
from assessment.plain.result_lines import result_lines
from reports.sheets.four_signs import sign_views
from tests.reports.fixtures import DAY, Case, PageOf
from tests.reports.reading import Element

PRESENT: dict[str, Any] = {
    "hurts": ["low_back", "hip"],
    "hurts_sides": ["hip_left"],
    "pain_low_back": 6,
    "pain_hip": 3,
    "pain_days": "most_days",
    "earlier_back_pain": "yes",
    "posture_rounded": 3,
    "posture_can_straighten": "yes",
    "injuries_ankle": 2,
    "injuries_knee": 1,
    "injury_last_6_weeks": [],
    "stalled": ["run", "lift"],
    "stalled_recovery_poor": "yes",
} | dict.fromkeys(
    (
        *("fragile_bone_strain", "cancer_signs", "infection_signs", "swollen_limb", "severe_pain"),
        *("bone_point_pain", "dark_urine", "hot_joint", "amber_morning_stiffness"),
        *("bending_hurts_back", "arching_hurts_back", "leg_pain_below_knee", "walking_cramp"),
        *("sit_bone_pain", "outer_hip_pain_night"),
    ),
    "no",
)
UNKNOWN: dict[str, Any] = {
    "hurts": ["hip"],
    "pain_hip": None,
    "posture_rounded": None,
    "injuries_ankle": None,
    "stalled": None,
} | {item: answer for item, answer in PRESENT.items() if answer == "no"}
CASES = [
    (
        PRESENT,
        [
            "Low back or hip pain: yes, low back 6 of 10, hip (left) 3 of 10, most days",
            "Rounded posture: yes, a lot, can straighten up",
            "Hurt again, hip to ankle: yes, knee once, ankle twice in 2 years",
            "Stuck for 8 weeks: yes, running and lifting, short of sleep or food",
        ],
    ),
    (
        {},
        [
            "Low back or hip pain: no",
            "Rounded posture: no",
            "Hurt again, hip to ankle: no",
            "Stuck for 8 weeks: no",
        ],
    ),
    (
        UNKNOWN,
        [
            "Low back or hip pain: not answered",
            "Rounded posture: not answered",
            "Hurt again, hip to ankle: not answered",
            "Stuck for 8 weeks: not answered",
        ],
    ),
]
each = pytest.mark.parametrize(("changes", "lines"), CASES, ids=["present", "absent", "unknown"])


def boxes(page: Element) -> list[str]:
    """Return what stands in the boxes, as the one line of a sign says it."""
    found = []
    for box in page.one("div", "four").all("p"):
        name, answer = box.one("small").text, box.one("strong").text
        detail = box.text.removeprefix(name).strip().removeprefix(answer).strip(" :")
        found.append(f"{name}: {', '.join(filter(None, (answer, detail)))}")
    return found


@each
@pytest.mark.parametrize("sheet", ["client", "trainer"])
def test_they_stand_at_the_head_of_both_sheets(
    page: PageOf, sheet: str, changes: dict[str, Any], lines: list[str]
) -> None:
    printed = page("D29", sheet, **changes)
    assert boxes(printed) == lines
    first = next(one for one in printed.all("section"))
    assert "four-signs" in first.attributes["class"]


@each
def test_plain_mode_says_them_first(
    case: Case, catalogue: Catalogue, changes: dict[str, Any], lines: list[str]
) -> None:
    said = list(result_lines(case("D29", **changes), catalogue, DAY))
    said = said[said.index("Well done.") + 1 :]
    assert said[:6] == ["", "Four signs to look at first", *(f"{line}." for line in lines)]


def test_a_frame_of_its_own_says_each_state_again(page: PageOf) -> None:
    """Without colour: strong, fine or broken, by the class that the style sheet draws."""
    changes = {"posture_rounded": None, "stalled": ["pull"], "stalled_recovery_poor": "no"}
    found = [
        one.attributes["class"]
        for one in page("D29", "client", **changes).one("div", "four").all("p")
    ]
    assert found == ["absent", "unknown", "absent", "present"]


@pytest.mark.parametrize(
    ("sides", "place"),
    [
        (["hip_left"], "hip (left) 4 of 10"),
        (["hip_right", "knee_left"], "hip (right) 4 of 10"),
        (["hip_left", "hip_right"], "hip (both sides) 4 of 10"),
        (["knee_left"], "hip 4 of 10"),
        ([], "hip 4 of 10"),
    ],
)
def test_the_side_stands_with_its_place(case: Case, sides: list[str], place: str) -> None:
    changes = PRESENT | {"pain_low_back": 0, "pain_hip": 4, "hurts_sides": sides}
    changes |= {"earlier_back_pain": None}
    assessment = case("D29", **changes)
    (pain, *_) = sign_views(assessment.sheet, assessment.signs)
    assert pain.state is SignState.PRESENT
    assert pain.detail.startswith(f"{place}, most days")


def test_without_a_score_there_are_no_signs(page: PageOf, case: Case) -> None:
    assert not list(page("D13").all("div", "four"))
    assert case("D13").signs == ()
    assert list(page("D12", "trainer").all("div", "four"))
    assert not list(page("D12", "client").all("div", "four"))
