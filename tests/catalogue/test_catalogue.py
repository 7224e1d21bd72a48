"""The shipped exercises against docs/rules.md 5 and docs/evidence.md 5; the reader's own checks."""

from __future__ import annotations

import re

from assessment.catalogue.model import Catalogue
from assessment.catalogue.patterns import Pattern
from questions.model import Region
from questions.questionnaire import Questionnaire
from tests import contract_plans, evidence
from tests.cases import each


def test_the_exercises_are_those_of_the_contract(catalogue: Catalogue) -> None:
    codes = {exercise.id: exercise.code for exercise in catalogue.exercises}
    assert codes == {name: row.code for name, row in evidence.EXERCISES.items()}
    assert sorted(codes.values()) == [f"E{number:02}" for number in range(1, 53)]


def test_the_patterns_are_those_of_the_contract() -> None:
    assert {pattern.value for pattern in Pattern} == set(contract_plans.PATTERNS)


def test_the_tables_of_the_walk_are_those_of_the_contract() -> None:
    """Two people wrote them down; they read the same page."""
    rows = evidence.EXERCISES
    for name, row in contract_plans.NEW_EXERCISES.items():
        found = rows[name]
        same = ("code", "primary", "secondary", "pattern", "level")
        assert [getattr(found, part) for part in same] == [getattr(row, part) for part in same]
        assert set(found.avoid) >= set(row.avoid)
        assert sorted(found.kit) == sorted(row.kit)
    for name, kit in contract_plans.KIT.items():
        assert sorted(rows[name].kit) == sorted(kit)
    for name, level in contract_plans.LEVEL.items():
        assert rows[name].level == level
    for name, caution in contract_plans.LIFTED.items():
        assert caution not in rows[name].avoid
    by_pain = {"neck_pain"}  # from pain of 4 on: another of its tables
    for caution in contract_plans.EXCLUDES.keys() - by_pain:
        names = contract_plans.EXCLUDES[caution]
        for name, one in rows.items():
            own = {one.pattern, f"={name}"} | ({name} - {*contract_plans.PATTERNS})
            if not own.isdisjoint(names):
                assert evidence.excluded(name, {caution}), (caution, name)


@each("exercise", evidence.EXERCISES)
def test_regions_pattern_level_and_kit_are_those_of_the_evidence(
    catalogue: Catalogue, exercise: str
) -> None:
    row, found = evidence.EXERCISES[exercise], catalogue.exercise[exercise]
    assert [region.value for region in found.primary] == row.primary
    assert [region.value for region in found.secondary] == row.secondary
    assert (found.pattern.value, found.level) == (row.pattern, row.level)
    kits = {frozenset(kit) for kit in found.kit}
    assert kits == {frozenset(kit) for kit in evidence.kit_of(exercise)}


@each("exercise", evidence.EXERCISES)
def test_no_exclusion_of_the_evidence_is_lost(catalogue: Catalogue, exercise: str) -> None:
    everything = set(evidence.CAUTION.values())
    assert catalogue.removed_by[exercise] >= evidence.excluded(exercise, everything)


def test_the_cautions_are_those_of_the_evidence(catalogue: Catalogue) -> None:
    assert {c.code: c.id for c in catalogue.cautions} == evidence.CAUTION


@each("pattern", Pattern)
def test_every_pattern_goes_for_the_cautions_of_the_evidence(
    catalogue: Catalogue, pattern: Pattern
) -> None:
    removed = (catalogue.removed_by[e.id] for e in catalogue.exercises if e.pattern is pattern)
    assert frozenset.intersection(*removed) >= evidence.excluding(pattern)


def test_the_dumbbell_curl_is_never_chosen_by_the_program(catalogue: Catalogue) -> None:
    assert [e.id for e in catalogue.exercises if not e.automatic] == ["dumbbell-leg-curl"]


def test_what_is_of_level_3_is_done_with_a_trainer(catalogue: Catalogue) -> None:
    # docs/evidence.md 6.3: level 3 only with a trainer; 7.5, D03: the Nordic curl too.
    hardest = [one for one in catalogue.exercises if one.level == 3 and one.automatic]
    assert len(hardest) == 5
    for exercise in hardest:
        assert exercise.start.endswith("Only with your trainer there."), exercise.id


def test_every_region_has_something_to_choose_from_without_kit_or_a_reason(
    catalogue: Catalogue,
) -> None:
    chosen_for = {region: catalogue.choices_for(region, 1) for region in Region}
    assert all(lists and lists[0].main and lists[0].light for lists in chosen_for.values())


def test_what_stands_in_a_list_trains_the_region_or_its_neighbour(catalogue: Catalogue) -> None:
    for lists in catalogue.choices:
        for name in (*lists.main, *lists.light):
            exercise = catalogue.exercise[name]
            assert lists.id in (*exercise.primary, *exercise.secondary), (lists.id, name)
            assert exercise.level <= lists.level, name


def test_squats_are_never_the_answer_for_the_hamstrings(catalogue: Catalogue) -> None:
    for lists in catalogue.choices:
        if lists.id is Region.HAMSTRINGS:
            patterns = {catalogue.exercise[n].pattern for n in (*lists.main, *lists.light)}
            assert not patterns & {Pattern.SQUAT, Pattern.STEP}


def test_every_reference_is_cited(catalogue: Catalogue, questionnaire: Questionnaire) -> None:
    cited = {
        source
        for entry in (
            *catalogue.exercises,
            *catalogue.doses,
            *catalogue.cautions,
            *catalogue.norms,
            *catalogue.measures,
            *(measure.sides for measure in catalogue.measures if measure.sides),
            *questionnaire.items,
            *questionnaire.protocols,
        )
        for source in entry.source
    } | set(catalogue.schedule.sources)
    known = {reference.id for reference in catalogue.references}
    assert known - cited == set()
    assert cited - known == {"own-rule"}


NEVER = re.compile(
    r"\b(accurate|accuracy|patient|patients|cure|guarantee\w*)\b"
    r"|\bsafe\b|\bcauses?\b|\bprevents?\b",
    re.IGNORECASE,
)
WEAK = re.compile(r"\bweak(ness(es)?)?\b", re.IGNORECASE)
"""Asked about as a sign of a nerve, and never said of a client's muscles."""


def test_the_words_never_claim_what_the_evidence_does_not_carry(
    catalogue: Catalogue, questionnaire: Questionnaire
) -> None:
    texts: dict[str, str] = {}
    for item in questionnaire.items:
        texts[item.id] = f"{item.text} {item.short} {item.help}"
    for protocol in questionnaire.protocols:
        parts = (*protocol.equipment, *protocol.steps, *protocol.stop_if, *protocol.leave_out_when)
        texts[protocol.id] = " ".join((protocol.name, *parts, protocol.note))
    for exercise in catalogue.exercises:
        swaps = (exercise.easier, exercise.harder, exercise.no_kit, exercise.if_it_hurts)
        texts[exercise.id] = " ".join(
            (
                exercise.name,
                exercise.start,
                *exercise.steps,
                *exercise.cues,
                *exercise.errors,
                exercise.stop_if,
                *exercise.changes.values(),
                *(swap.text for swap in swaps),
            )
        )
    for caution in catalogue.cautions:
        texts[caution.id] = f"{caution.name} {caution.advice} {caution.change or ''}"
    found = {name: m[0] for name, text in texts.items() if (m := NEVER.search(text))}
    assert found == {}
    asked = {item.id for item in questionnaire.items if item.section in ("safety", "lately")}
    assert {name for name, text in texts.items() if WEAK.search(text)} <= asked
