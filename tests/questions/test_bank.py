"""The shipped questions against the tables of docs/rules.md 2."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import pairwise

import pytest

from assessment.catalogue.model import Catalogue
from questions.model import (
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    ManyItem,
    NumberItem,
    ScaleItem,
    TextItem,
)
from questions.questionnaire import Questionnaire
from questions.rules import Rules
from tests import contract


def test_name_and_version_are_those_of_the_contract(questionnaire: Questionnaire) -> None:
    assert (questionnaire.id, questionnaire.version) == ("posterior-chain", contract.VERSION)


def test_regions_stand_in_tie_order(questionnaire: Questionnaire) -> None:
    assert tuple(words.id for words in questionnaire.regions) == contract.REGIONS


def test_each_section_has_exactly_its_items(questionnaire: Questionnaire) -> None:
    found = {
        section: {item.id for item in questionnaire.items_of(section)}
        for section in contract.SECTIONS
    }
    assert found == {section: set(items) for section, items in contract.SECTIONS.items()}
    assert len(questionnaire.items) == sum(map(len, contract.SECTIONS.values()))


def test_flags_and_cautions_stand_in_the_order_of_the_contract(
    questionnaire: Questionnaire,
) -> None:
    for section in ("safety", "cautions", "ability", "exposure"):
        ids = tuple(item.id for item in questionnaire.items_of(section))
        assert ids == contract.SECTIONS[section]


def test_choices_offer_exactly_the_values_of_the_contract(questionnaire: Questionnaire) -> None:
    choices = {i.id: i.values for i in questionnaire.items if isinstance(i, ChoiceItem)}
    lists = {i.id: i.values for i in questionnaire.items if isinstance(i, ManyItem)}
    assert choices == contract.CHOICES
    assert lists == contract.LISTS


def test_numbers_have_the_limits_of_the_contract(questionnaire: Questionnaire) -> None:
    numbers = {i.id: i for i in questionnaire.items if isinstance(i, NumberItem)}
    limits = {item: (numbers[item].minimum, numbers[item].maximum) for item in contract.INTEGERS}
    assert limits == contract.INTEGERS
    for item, most in contract.TEST_LIMITS.items():
        assert (numbers[item].minimum, numbers[item].maximum) == (0, most)
    kinds = {item: number.kind for item, number in numbers.items()}
    whole = {*contract.INTEGERS, *contract.TESTS_INTEGER}
    assert {item for item, kind in kinds.items() if kind == "integer"} == whole
    decimal = {item for item, kind in kinds.items() if kind == "decimal"}
    assert decimal == set(contract.TESTS_DECIMAL)


def test_the_remaining_kinds_are_those_of_the_contract(questionnaire: Questionnaire) -> None:
    by_kind = {
        kind: {i.id for i in questionnaire.items if isinstance(i, kind)}
        for kind in (TextItem, ClearanceItem, ScaleItem, CheckItem)
    }
    assert by_kind == {
        TextItem: {"name"},
        ClearanceItem: {"clearance"},
        ScaleItem: set(contract.SCALES),
        CheckItem: set(contract.CHECKS),
    }


def test_only_the_age_is_required(questionnaire: Questionnaire) -> None:
    assert [item.id for item in questionnaire.items if item.required] == ["age_years"]


def test_abilities_weigh_as_in_the_contract(questionnaire: Questionnaire) -> None:
    weights = {
        item.id: {region.value: weight for region, weight in item.weights.items()}
        for item in questionnaire.items
        if isinstance(item, ScaleItem) and item.section == "ability"
    }
    assert weights == contract.ABILITY


def test_flags_have_the_urgency_and_follow_ups_of_the_contract(
    questionnaire: Questionnaire,
) -> None:
    checks = questionnaire.checks
    follow_ups: dict[str, dict[str, str]] = {}
    for check in checks:
        if check.follow_up_of and check.urgency:
            follow_ups.setdefault(check.follow_up_of, {})[check.id] = check.urgency.value
    found = {
        check.id: (check.urgency.value, follow_ups.get(check.id, {}))
        for check in checks
        if check.urgency and not check.follow_up_of
    }
    assert found == {
        flag: (
            contract.URGENCIES[urgency],
            {one: contract.URGENCIES[raised] for one, raised in followed.items()},
        )
        for flag, (urgency, followed) in contract.FLAGS.items()
    }
    assert {check.id for check in checks if check.amber} == set(contract.AMBER)


def test_what_is_derived_is_what_the_contract_derives(questionnaire: Questionnaire) -> None:
    kinds = {
        kind: {one.id for one in questionnaire.derived if one.kind == kind}
        for kind in ("flag", "amber", "caution")
    }
    assert kinds == {
        "flag": set(contract.DERIVED_FLAGS),
        "amber": set(contract.DERIVED_AMBER),
        "caution": set(contract.DERIVED_CAUTIONS),
    }
    urgencies = {one.id: one.urgency for one in questionnaire.derived if one.urgency}
    assert urgencies == {
        flag: contract.URGENCIES[urgency] for flag, urgency in contract.DERIVED_FLAGS.items()
    }


def test_everything_of_the_gate_but_what_all_are_asked_is_opened_by_something(
    questionnaire: Questionnaire,
) -> None:
    everybody = {*contract.CHECK_NOW, *contract.GATEWAYS[:-1]}
    follows = {*contract.FOLLOW_UPS, "heart_agreed"}
    for item in questionnaire.items:
        if item.section in ("safety", "lately", "cautions"):
            assert (item.opened_by is not None) is (item.id not in everybody | follows), item.id
            assert (item.asked_when is not None) is (item.id in follows), item.id


def test_checklists_hold_at_most_seven_and_offer_none_of_these(
    questionnaire: Questionnaire,
) -> None:
    checklists = [page for page in questionnaire.pages if page.kind == "checklist"]
    assert checklists
    assert all(len(page.items) <= 7 and page.none_label for page in checklists)


FIRST = ("age_years", "sex")
LAST = ("goal", "experience", "equipment", "days_per_week", "minutes", "active_days")


def test_the_order_of_the_way(questionnaire: Questionnaire) -> None:
    """docs/rules.md 2.9: what each comes before."""
    order = [item for page in questionnaire.pages for item in page.items]
    parts = [
        FIRST,
        tuple(contract.CHECK_NOW),
        ("hurts",),
        contract.PAIN,
        ("posture_rounded",),
        contract.COUNTS,
        ("stalled",),
        contract.GATEWAYS[1:],
        (*contract.OPENED_FLAGS, *contract.AMBER, *contract.CAUTIONS),
        tuple(contract.ABILITY),
        ("goal",),
        ("experience",),
        ("equipment",),
        ("days_per_week", "minutes"),
        ("active_days", "active_minutes", "sitting_hours", "work_bending"),
        ("strength_regions",),
        ("name",),
        (*contract.TESTS_INTEGER, *contract.TESTS_DECIMAL),
    ]
    places = [[order.index(item) for item in part] for part in parts]
    for before, after in pairwise(places):
        assert max(before) < min(after)


def test_a_page_comes_after_what_decides_it(questionnaire: Questionnaire) -> None:
    """So that nothing opens behind the client's back; tests of movement may come at any place."""
    place = {item: n for n, page in enumerate(questionnaire.pages) for item in page.items}
    for item in questionnaire.items:
        for other in item.condition.items if item.condition else ():
            assert place[other] <= place[item.id], (item.id, other)


def test_abilities_stand_in_rows_of_five(questionnaire: Questionnaire) -> None:
    ratings = [page for page in questionnaire.pages if page.kind == "ratings"]
    assert [len(page.items) for page in ratings] == [5, 5, 5, 5]
    assert {item for page in ratings for item in page.items} == set(contract.ABILITY)


def test_a_line_of_a_list_has_at_most_14_words_and_the_whole_is_in_the_details(
    questionnaire: Questionnaire,
) -> None:
    for check in questionnaire.checks:
        if check.follow_up_of is None and check.id != "heart_agreed":
            assert len(check.text.split()) <= 14, check.id
        assert check.details, check.id


def test_every_item_says_what_it_asks_why_and_whence(questionnaire: Questionnaire) -> None:
    for item in questionnaire.items:
        assert all((item.text.strip(), item.help.strip(), item.source)), item.id
        assert len(item.short) <= 45, item.id


def test_every_source_is_in_the_references(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    known = {reference.id for reference in catalogue.references} | {"own-rule"}
    for one in (*questionnaire.items, *questionnaire.protocols):
        assert set(one.source) <= known, one.id
    tables = {name: rule for name, rule in vars(questionnaire.rules).items() if name in RULES}
    for rule in (*tables.pop("level_groups"), *tables.values(), *questionnaire.derived):
        assert set(rule.source) <= known, rule


RULES = {one.name for one in fields(Rules)}


PROTOCOLS: dict[str, tuple[tuple[str, ...], str]] = {
    # id: items, how well the way of doing it is known; docs/evidence.md 4
    "heel_raise": (("test_heel_raise_left", "test_heel_raise_right"), "V"),
    "bridge_hold": (("test_bridge_left", "test_bridge_right"), "D"),
    "hamstring_bridge": (("test_hamstring_bridge_left", "test_hamstring_bridge_right"), "D"),
    "trunk_hold": (("test_trunk_hold",), "V"),
    "stance": (("test_stance_left", "test_stance_right"), "D"),
    "prone_t": (("test_prone_t",), "K"),
    "inverted_row": (("test_inverted_row",), "V"),
    "chair_stand": (("test_chair_stand",), "D"),
    "hinge": (("test_hinge",), "D"),
    "wall_gap": (("test_wall_gap_cm",), "K"),
}


def test_every_measurement_has_a_protocol(questionnaire: Questionnaire) -> None:
    assert {one.id: (one.items, one.mark) for one in questionnaire.protocols} == PROTOCOLS
    in_order = [item for one in questionnaire.protocols for item in one.items]
    assert in_order == [item.id for item in questionnaire.items_of("tests")]


def test_only_the_heel_raise_has_a_beat(questionnaire: Questionnaire) -> None:
    beats = {one.id: one.beats_per_minute for one in questionnaire.protocols}
    assert beats == dict.fromkeys(PROTOCOLS) | {"heel_raise": 60}


SAID: dict[str, tuple[str, ...]] = {
    # what each protocol must say of figures and form, docs/evidence.md 4.1 to 4.9
    "heel_raise": (
        *("slope of 10 degrees", "shoulder height", "knee straight", "30 in a minute"),
        *("lost for the second time", "7 or more"),
    ),
    "bridge_hold": (
        *("90 degrees", "arms on the chest", "level with each other", "more than 10 degrees"),
        *("hips twist", "foot moves", "10 seconds or 25 percent"),
    ),
    "hamstring_bridge": ("60 cm", "20 degrees", "thigh upright", "Two lifts", "men of 18 to 40"),
    "trunk_hold": (
        *("hip bones at the edge", "arms on the chest", "more than 10 degrees", "240 seconds"),
        "partner",
    ),
    "stance": ("hips level", "30 seconds", "3 times", "hip drops", "trunk leans"),
    "prone_t": ("out to the side", "thumb up", "Note the weight"),
    "inverted_row": ("2.5 to 5 cm", "18 to 20 cm", "heels down", "height of the bar"),
    "chair_stand": ("30 seconds", "Under age 60"),
    "hinge": ("head, the mid-back and the tailbone", "60 to 70 degrees", "3 points"),
    "wall_gap": ("heels, bottom and back", "over 5 cm", "from age 60"),
}
EFFORTS = PROTOCOLS.keys() - {"hinge", "wall_gap"}
"""Measurements that tire; the other two are a look at how somebody moves and stands."""
FORM = re.compile(
    r"(lost (for the second time|twice)|failed|drops|leans|twist|moves|touches)", re.IGNORECASE
)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_each_protocol_is_the_one_that_the_evidence_describes(
    questionnaire: Questionnaire, protocol: str
) -> None:
    (one,) = (one for one in questionnaire.protocols if one.id == protocol)
    assert all((one.equipment, one.steps, one.stop_if))
    parts = (*one.equipment, *one.steps, *one.stop_if, *one.leave_out_when, one.note)
    said = " ".join(parts)
    assert [words for words in SAID[protocol] if words not in said] == []
    if protocol in EFFORTS:
        assert "The breath is held." in one.stop_if
        assert any(FORM.search(reason) for reason in one.stop_if)


def test_every_protocol_stops_at_pain_and_those_lying_down_leave_out_pregnancy(
    questionnaire: Questionnaire,
) -> None:
    lying = {"bridge_hold", "hamstring_bridge", "trunk_hold", "prone_t", "inverted_row"}
    for one in questionnaire.protocols:
        assert "Pain goes above 3 out of 10." in one.stop_if, one.id
        pregnancy = any("pregnancy" in reason for reason in one.leave_out_when)
        assert pregnancy == (one.id in lying), one.id
