"""The tables of docs/ say what the content says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assessment.catalogue.model import Catalogue, Dose
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


def test_the_groups_of_levels(catalogue: Catalogue, questionnaire: Questionnaire) -> None:
    answers = {one.id: one for one in questionnaire.rules.level_groups}
    assert rows("rules.md", "5.5") == [
        [
            one.id,
            ", ".join(one.patterns),
            ", ".join(answers[one.id].answers) or f"level {answers[one.id].most}",
        ]
        for one in catalogue.limits.groups
    ]


def named(cell: str) -> tuple[set[str], set[str]]:
    """Return the patterns and the exercises that *cell* names; exercises have a hyphen."""
    names = {one for one in cell.split(", ") if one}
    return {one for one in names if one in set(Pattern)}, {one for one in names if "-" in one}


def test_what_an_injury_holds_and_what_stays(catalogue: Catalogue) -> None:
    holds: dict[str, tuple[set[str], set[str], set[str]]] = {}
    stays: dict[str, tuple[set[str], set[str]]] = {}
    for place, held, left in rows("rules.md", "5.4"):
        held, but = (re.sub(r" but [a-z-]+", "", held), set(re.findall(r" but ([a-z-]+)", held)))
        if held:
            holds[place] = (*named(held), but)
        if left:
            stays[place] = named(left)
    assert len(holds) == len(catalogue.limits.holds)
    for (place, held_there), hold in zip(holds.items(), catalogue.limits.holds, strict=True):
        assert place.startswith(", ".join(hold.places))
        assert held_there == ({*map(str, hold.patterns)}, {*hold.exercises}, {*hold.but}), hold.id
        assert ("stairs 2 or more" in place) is (hold.eased_by is not None)
    for (place, told), gentle in zip(stays.items(), catalogue.limits.gentles, strict=True):
        assert place.startswith(", ".join(gentle.places))
        assert told == ({*map(str, gentle.patterns)}, {*gentle.exercises}), gentle.id
        assert ("stairs 0 or 1" in place) is (gentle.when is not None)
    tests = {one.eased_by for one in catalogue.limits.holds} | {
        one.when for one in catalogue.limits.gentles
    }
    assert tests == {None, AnswerTest(item="stairs", under=2)}


def test_what_is_too_easy(catalogue: Catalogue) -> None:
    told = {name: (answers, int(level)) for name, answers, level in rows("rules.md", "5.6")}
    assert told == {
        one.id: (", ".join(one.too_easy.answers), one.too_easy.level)
        for one in catalogue.exercises
        if one.too_easy
    }


def test_the_answers_of_an_exercise_that_exclude_it(catalogue: Catalogue) -> None:
    told = {
        (one.id, test.item, test.at_least) for one in catalogue.exercises for test in one.not_when
    }
    assert quoted(section("rules.md", "5.2")) == {item for _, item, _ in told}
    assert told == {
        ("block-deadlift", "box_lift", 4),
        ("block-deadlift", "chair_rise", 4),
        ("kettlebell-deadlift", "box_lift", 4),
        ("kettlebell-deadlift", "chair_rise", 4),
        ("bent-over-row", "box_lift", 2),
        ("bent-over-row", "lean_forward", 2),
    }


def test_how_much_it_may_hurt(catalogue: Catalogue) -> None:
    told = [(one, too_much) for one, _, too_much in rows("rules.md", "5.9")]
    assert told == [(one.id, one.too_much) for one in catalogue.limits.pain_limits]
    for (_, applies, _), limit in zip(
        rows("rules.md", "5.9"), catalogue.limits.pain_limits, strict=True
    ):
        cautions = {evidence.CAUTION[code] for code in re.findall(r"C\d+", applies)}
        assert cautions == set(limit.cautions)
        assert ("injury_last_6_weeks" in applies) is limit.newly_hurt
        assert ("strong pain" in applies) is limit.strong_pain


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
        code, patterns, level, effort, repetitions, light, first, then = told
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
        assert tuple(one for one in first.split(", ") if one) == caution.first, code
        assert ("mention" in then) is caution.mention, code
        assert ("anew" in then) is caution.look_anew, code


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
    assert rows("rules.md", "6.1") == [
        [
            one.code,
            one.goal or told[1],
            in_one(one.sets),
            by_weeks(catalogue, one, loaded=True),
            by_weeks(catalogue, one, loaded=False),
            one.tempo,
            f"{one.rest_s} s",
            in_one(one.effort),
        ]
        for one, told in zip(catalogue.doses, rows("rules.md", "6.1"), strict=True)
    ]


def in_one(figures: tuple[int, int]) -> str:
    return "{}-{}".format(*figures)


def by_weeks(catalogue: Catalogue, dose: Dose, *, loaded: bool) -> str:
    """Return the repetitions of *dose* by phase; nothing where no exercise has it in that way."""
    weights = catalogue.schedule.setting_up.weights
    kits = [
        kit
        for one in catalogue.exercises
        if dose.code in one.doses or not dose.is_own
        for kit in one.kit or ((),)
    ]
    if all(weights.isdisjoint(kit) is loaded for kit in kits):
        return ""
    named = dose.loaded if loaded else dose.unloaded
    spans = [in_one(named.get(one.id, dose.repetitions)) for one in catalogue.schedule.phases]
    return ", ".join(spans if len(set(spans)) > 1 else spans[:1])


def test_the_phases_and_minutes(catalogue: Catalogue) -> None:
    schedule = catalogue.schedule
    assert rows("rules.md", "6.2") == [
        [in_one(one.weeks), one.id, str(one.sets), in_one(one.effort), str(one.beginner_days)]
        for one in schedule.phases
    ]
    frames = [[cell.removesuffix(" s") for cell in row] for row in rows("rules.md", "6.4")]
    assert [[*map(int, row)] for row in frames] == [
        [
            one.minutes,
            one.exercises,
            one.least_exercises,
            one.hinges,
            one.most_level,
            one.walk_s,
            one.most_walk_s,
            one.drills_s,
            one.cool_down_s,
            one.room_s,
        ]
        for one in schedule.frames
    ]
    ready = {
        kit: int(seconds.removesuffix(" s"))
        for kits, seconds in rows("rules.md", "6.4", table=1)
        for kit in kits.split(", ")
    }
    assert ready.pop("none") == schedule.setting_up.without_kit_s
    assert ready == schedule.setting_up.seconds
    text = " ".join(section("rules.md", "6.4").split())
    assert f"{schedule.setting_up.change_s} s for each change" in text
    assert f"at least {schedule.setting_up.least_share:.0%}".replace("%", " %") in text


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
        ways = [] if kit == "none" else kit.split(" or ")
        sets = [set[str]() if one == "none" else set(one.split(" and ")) for one in ways]
        assert sets == evidence.kit_of(name), name


def test_what_the_catalogue_leaves_out_beyond_the_evidence(catalogue: Catalogue) -> None:
    rows_of = {row[1]: row[6].split(", ") for row in rows("evidence.md", "5.1")}
    told = {
        (evidence.CAUTION[code], name)
        for code, names, _ in rows("evidence.md", "3.3")
        for name in names.split(", ")
    }
    assert told == {
        (caution, one.id)
        for one in catalogue.exercises
        for caution in one.excluded_by
        if caution not in {evidence.CAUTION[code] for code in rows_of[one.id] if code}
        and one.pattern not in catalogue.caution[caution].excludes
    }


def test_the_kit_and_doses_of_the_evidence_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    for _, name, _, _, kit, _, _, _, doses, _ in rows("evidence.md", "5.1"):
        one = catalogue.exercise[name]
        ways = [" and ".join(each) or "none" for each in one.kit] or ["none"]
        assert (kit, {*doses.split(", ")}) == (" or ".join(ways), {*one.doses}), name


def test_the_references_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    told = re.findall(r"^- `([a-z0-9-]+)`: (.*)$", section("evidence.md", "9"), re.MULTILINE)
    assert [key for key, _ in told] == [one.id for one in catalogue.references]
    for (_, text), one in zip(told, catalogue.references, strict=True):
        assert text.endswith(f"**Carries:** {one.carries}"), one.id
        assert f"{one.title}. *{one.journal}*." in text, one.id
        assert (f"doi:{one.doi}." in text) is (one.doi is not None), one.id
