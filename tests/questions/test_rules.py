"""The rules: each figure is that of the contract, and a mistake is named where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.questionnaire import Questionnaire
from questions.reader import read_questionnaire
from questions.source import ContentError
from tests import contract, oracle
from tests.questions.conftest import break_it


def test_signs_speak_for_the_regions_of_the_contract(questionnaire: Questionnaire) -> None:
    rules = questionnaire.rules
    assert {region.value: item for region, item in rules.pain.items.items()} == oracle.PAIN_OF
    for site, regions in oracle.INJURY_TO.items():
        assert {one for one, sites in rules.injuries.sites.items() if site in sites} == {*regions}
    for kind, regions in oracle.STALLED_TO.items():
        assert {one for one, kinds in rules.stalled.kinds.items() if kind in kinds} == {*regions}
    assert rules.posture.weights == oracle.POSTURE_TO
    assert rules.exposure.sitting_regions == {*oracle.SITTING_TO}
    assert rules.exposure.bending_regions == {"low_back"}


def test_the_figures_are_those_of_the_contract(questionnaire: Questionnaire) -> None:
    rules = questionnaire.rules
    pain, injuries, stalled = rules.pain, rules.injuries, rules.stalled
    assert (pain.weight, pain.severe, pain.severe_from) == (2, "severe_pain", 8)
    assert [injuries.severity(count) for count in (0, 1, 2, 3, 4, 20)] == [0, 1, 3, 4, 4, 4]
    assert (injuries.weight, rules.posture.eased) == (2, 1)
    assert (stalled.weight, stalled.severity, stalled.poor) == (1, 2, 1)
    score, overall, top = rules.score, rules.overall, rules.top
    assert (score.function, score.signs, score.core) == (0.6, 0.4, 0.9)
    assert (score.test_weight, score.pain_only_most, score.most_missing) == (2, 39, 0.3)
    assert (overall.regions, overall.highest, overall.mean) == (6, 0.7, 0.3)
    assert (top.count, top.least, top.within) == (3, 20, 45)
    together = [injuries.severity_together(count) for count in (0, 1, 2, 3, 20)]
    assert together == [0, 0, 2, 3, 3]
    assert {*injuries.lower_items} == {*contract.LOWER_BODY}
    assert top.strong == {"pain": 1.6, "injuries": 3, "stalled": 2, "posture": 2}
    assert (top.posture_region, top.gives_way_under) == ("upper_back", 40)
    well = rules.well
    assert (well.score, well.function, well.pain, well.injuries, well.posture) == (20, 20, 3, 3, 2)
    assert (rules.regular.active_days, rules.regular.active_minutes) == (3, 30)
    assert (rules.level.caps, rules.level.unanswered) == ((3, 2, 1, 1, 1), 2)
    assert (rules.pace.words_a_minute, rules.pace.seconds_an_answer) == (240, 2.5)
    left = {flag: rules.cleared.caution_for(flag) for flag in contract.CLEARABLE}
    assert left == {
        flag: next(
            (name for name, flags in contract.CLEARED_AS.items() if flag in flags),
            "illness_cleared",
        )
        for flag in contract.CLEARABLE
    }


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('low_back = "pain_low_back"', 'low_back = "pain_low_bak"', "pain 1: names no item"),
        ('neck = "pain_neck"\n', "", "pain 1: items must name each region once"),
        ('["hamstring", "knee"]', '["hamstrin", "knee"]', "'injuries_hamstrin'"),
        ("severe_from = 8", "severe_from = 80", "pain 1: severe_from"),
        ("eased = 1", "easd = 1", "posture"),
        ("[top]\n", "[topp]\n", "unknown table (did you mean 'top'?)"),
        ("[top]\n", "[topp]\n", "top: is missing"),
        ('by = "heart_agreed"', 'by = "heart_agred"', "agreed 1: names no item: 'heart_agred'"),
        (
            '"high_bp", "very',
            '"hgih_bp", "very',
            "cleared 1: names no flag that a clinician clears: 'hgih_bp'",
        ),
        ('answers = ["toe_rises"]', 'answers = ["toe_rise"]', "names no item: 'toe_rise'"),
        ('item = "stalled"', 'item = "stalld"', "stalled 1: names no item: 'stalld'"),
    ],
)
def test_a_mistake_in_the_rules_is_named(bank: Path, old: str, new: str, says: str) -> None:
    break_it(bank, "rules.toml", old, new)
    with pytest.raises(ContentError) as broken:
        read_questionnaire(bank)
    faults = [str(fault) for fault in broken.value.faults]
    assert [fault for fault in faults if fault.startswith("rules.toml:") and says in fault], faults
