"""The tables of docs/ say what the content says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assessment.catalogue.model import Catalogue
from assessment.catalogue.patterns import Pattern
from assessment.core.answers import AnswerSheet
from assessment.core.scores.four_signs import four_signs
from questions.model import AnswerTest, CheckItem, ScaleItem, Urgency
from questions.questionnaire import Questionnaire
from tests import contract, evidence, oracle
from tests.docs_pages import WITH_DOCS, quoted, rows, section, span

pytestmark = WITH_DOCS


def test_the_regions(questionnaire: Questionnaire) -> None:
    told = [(one, *words) for one, _, *words in rows("rules.md", "1")]
    assert told == [(one.id.value, one.name, one.muscles) for one in questionnaire.regions]


def test_every_item_is_told_of_under_its_section(questionnaire: Questionnaire) -> None:
    place = {"about": "2.1", "safety": "2.2", "cautions": "2.3", "lately": "2.4", "signs": "2.5"}
    place |= {"tests": "2.7", "clearance": "2.8", "ability": "2.9", "exposure": "2.10"}
    for name, number in place.items():
        items = {item.id for item in questionnaire.items_of(name)}
        assert items <= quoted(section("rules.md", number)), name


def opened_by(item: CheckItem) -> str:
    """Return what opens *item*, as the tables write it."""
    condition = item.opened_by
    if condition is None:
        return "everybody"
    parts = [in_short(test) for test in condition.tests]
    return (" and " if condition.all_of else ", ").join(parts)


def in_short(test: AnswerTest) -> str:
    if test.item == "hurts":
        return f"hurts({', '.join(map(str, test.has or ()))})"
    return test.item if test.up else f"age({test.at_least})"


LETTER = {Urgency(name): code for code, name in contract.URGENCIES.items()}


def test_the_flags_with_their_urgencies_and_what_opens_them(questionnaire: Questionnaire) -> None:
    def row(flag: CheckItem) -> list[str]:
        more = [one for one in questionnaire.checks if one.follow_up_of == flag.id and one.urgency]
        ids, urgencies = (
            ", ".join(one.id for one in more),
            ", ".join(LETTER[one.urgency] for one in more if one.urgency),
        )
        urgency = LETTER[flag.urgency] if flag.urgency else ""
        return [flag.code, flag.id, urgency, ids, urgencies, opened_by(flag)]

    flags = [one for one in questionnaire.checks if one.urgency and not one.follow_up_of]
    assert [told[:6] for told in rows("rules.md", "2.2")] == [row(one) for one in flags]


def test_what_is_derived(questionnaire: Questionnaire) -> None:
    flags = [one for one in questionnaire.derived if one.urgency]
    assert [told[:3] for told in rows("rules.md", "2.2", table=1)] == [
        [one.code, one.id, LETTER[one.urgency]] for one in flags if one.urgency
    ]
    text = section("rules.md", "2.2")
    ambers = [one for one in questionnaire.derived if one.kind == "amber"]
    assert all(f"{one.code} `{one.id}`" in " ".join(text.split()) for one in ambers)


def test_the_amber_signs_and_what_opens_them(questionnaire: Questionnaire) -> None:
    assert rows("rules.md", "2.2", table=2) == [
        [one.code, one.id, opened_by(one)] for one in questionnaire.checks if one.amber
    ]


def test_the_gateways(questionnaire: Questionnaire) -> None:
    told = [row[:2] for row in rows("rules.md", "2.4")]
    assert told == [[one.code, one.id] for one in questionnaire.items_of("lately")]


def test_the_four_signs(questionnaire: Questionnaire) -> None:
    empty = AnswerSheet.of(questionnaire, {})
    assert [row[0] for row in rows("rules.md", "2.6")] == [one.id for one in four_signs(empty)]


def test_the_cautions_of_a_clearance(questionnaire: Questionnaire) -> None:
    text = " ".join(section("rules.md", "2.8").split())
    for caution, flags in questionnaire.rules.cleared.cautions.items():
        assert f"`{caution}` ({', '.join(f'`{flag}`' for flag in flags)})" in text, caution
    assert f"`{questionnaire.rules.cleared.caution}` (every other)" in text


def test_the_groups_of_levels(questionnaire: Questionnaire) -> None:
    told = dict(rows("rules.md", "5.5"))
    assert told == {
        one.id: ", ".join(one.answers) or f"level {one.most}"
        for one in questionnaire.rules.level_groups
    }


def test_the_cautions_and_what_each_does(
    catalogue: Catalogue, questionnaire: Questionnaire
) -> None:
    for told, caution in zip(rows("rules.md", "2.3"), catalogue.cautions, strict=True):
        assert told[:2] == [caution.code, caution.id]
        asked = questionnaire.by_id.get(caution.id)
        if isinstance(asked, CheckItem):
            assert told[2] == opened_by(asked)
        else:
            assert told[2].startswith("never asked: ")
    for told, caution in zip(rows("rules.md", "5.3"), catalogue.cautions, strict=True):
        code, patterns, level, effort, repetitions, light = told
        assert code == caution.code
        excluded = {one.value for one in caution.excludes}
        if "but" in patterns:
            excluded = {one.value for one in Pattern} - excluded
            patterns = patterns.removeprefix("all but ")
        assert set(patterns.split(", ")) - {""} == excluded
        assert int(level or 3) == caution.most_level, code
        assert int(effort or 10) == caution.most_effort, code
        assert (span(repetitions) if repetitions else None) == caution.repetitions, code
        assert (light == "light") is not caution.heavy, code


def test_the_weights_of_abilities(questionnaire: Questionnaire) -> None:
    told = {
        (code, item): dict(part.split() for part in weights.split(", "))
        for code, item, weights in rows("rules.md", "2.9")
    }
    scales = [one for one in questionnaire.items_of("ability") if isinstance(one, ScaleItem)]
    assert told == {
        (one.code, one.id): {region.value: str(weight) for region, weight in one.weights.items()}
        for one in scales
    }


def test_the_places_of_signs() -> None:
    def places(of: Mapping[str, tuple[str, ...]], region: str) -> set[str]:
        return {place for place, regions in of.items() if region in regions}

    for region, pain, injuries, stalled, posture in rows("rules.md", "2.5", table=1):
        assert f"pain_{pain.replace(' ', '_')}" == oracle.PAIN_OF[region]
        assert set(injuries.split(", ")) - {""} == places(oracle.INJURY_TO, region)
        assert set(stalled.split(", ")) - {""} == places(oracle.STALLED_TO, region)
        assert int(posture or 0) == oracle.POSTURE_TO.get(region, 0)


def test_the_changes_that_are_real(catalogue: Catalogue) -> None:
    told = {
        name: sorted(map(int, re.findall(r"\d+", figures)))
        for name, figures in rows("rules.md", "7.3")
    }
    measures = {
        "pain at any place": "pain",
        "heel raises": "heel_raise",
        "trunk hold": "trunk_hold",
        "prone T hold": "prone_t",
    }
    assert told.pop("any other") == []
    assert told == {
        name: sorted(row.threshold for row in catalogue.measure[key].rows)
        for name, key in measures.items()
    }
    asked = {one.id for one in catalogue.measures if one.items and one.rows}
    assert asked == set(measures.values())


def test_the_marks_of_measurements(catalogue: Catalogue) -> None:
    told = [
        ([float(one) for one in re.findall(r"\d+", low)], good)
        for _, _, low, good in rows("rules.md", "2.7", table=1)
    ]
    trunk = catalogue.norm["trunk_hold"].rows
    assert told[1:3] == [
        ([one.low_under for one in trunk if sex in one.sex], f"over {good} s")
        for sex, good in (("male", 163), ("female", 148))
    ]
    assert {one.good_over for one in trunk} == {163, 148}
    heel = catalogue.norm["heel_raise"]
    assert heel.low_share == told[0][0][0] / 100
    assert told[0][1] == f"from {heel.good_share:.0%} of it".replace("%", " %")
    for name, (low, good) in zip(
        ("stance", "bridge_hold", "hamstring_bridge"), told[3:], strict=True
    ):
        (row,) = catalogue.norm[name].rows
        assert (low, float(good.split()[1])) == ([row.low_under], row.good_from), name


def test_the_patterns() -> None:
    assert quoted(section("rules.md", "5.1").split("Patterns:")[1]) == {*map(str, Pattern)}


def test_the_doses(catalogue: Catalogue) -> None:
    told = [
        (code, span(sets), span(repetitions), tempo, rest, span(effort))
        for code, _, sets, repetitions, tempo, rest, effort in rows("rules.md", "6.1")
    ]
    found = {
        one.code: (one.code, one.sets, one.repetitions, one.tempo, f"{one.rest_s} s", one.effort)
        for one in catalogue.doses
    }
    assert sorted(told) == sorted(found.values())


def test_the_phases_and_minutes(catalogue: Catalogue) -> None:
    told = [
        (span(weeks), one, int(sets), span(effort), other, int(days))
        for weeks, one, sets, effort, other, days in rows("rules.md", "6.2")
    ]
    assert told == [
        (
            one.weeks,
            one.id,
            one.sets,
            one.effort,
            ", ".join(f"{code} {low}-{high}" for code, (low, high) in one.repetitions.items()),
            one.beginner_days,
        )
        for one in catalogue.schedule.phases
    ]
    frames = [[cell.removesuffix(" s") for cell in row] for row in rows("rules.md", "6.4")]
    assert [[*map(int, row)] for row in frames] == [
        [one.minutes, one.exercises, one.walk_s, one.drills_s, one.cool_down_s, one.room_s]
        for one in catalogue.schedule.frames
    ]


REGION = dict(zip(["LB", "GX", "HS", "GM", "UB", "CA", "RS", "NK"], contract.REGIONS, strict=True))
"""The short names of docs/evidence.md 5.1."""


def test_the_exercises_of_the_evidence_are_those_that_the_tests_hold_plans_against() -> None:
    for code, name, regions, pattern, kit, level, avoid, _, _, _ in rows("evidence.md", "5.1"):
        row = evidence.EXERCISES[name]
        primary, secondary = (
            [REGION[short] for short in part.split(", ") if short]
            for part in (*regions.split(" / "), "")[:2]
        )
        told = (code, primary, secondary, pattern, int(level))
        assert told == (row.code, row.primary, row.secondary, row.pattern, row.level)
        cautions = {evidence.CAUTION[one] for one in avoid.split(", ") if one}
        assert cautions == set(row.avoid), name
        sets = [] if kit == "none" else [set(one.split(" and ")) for one in kit.split(" or ")]
        assert sets == evidence.kit_of(name), name


def test_the_references_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    told = re.findall(r"^- `([a-z0-9-]+)`: (.*)$", section("evidence.md", "9"), re.MULTILINE)
    assert [key for key, _ in told] == [one.id for one in catalogue.references]
    for (_, text), one in zip(told, catalogue.references, strict=True):
        assert text.endswith(f"**Carries:** {one.carries}"), one.id
        assert f"{one.title}. *{one.journal}*." in text, one.id
        assert (f"doi:{one.doi}." in text) is (one.doi is not None), one.id
