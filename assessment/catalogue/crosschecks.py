"""What is wrong between entries of the catalogue that are right by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assessment.catalogue.limits_reader import LimitsTables, mistakes_in_limits
from assessment.catalogue.measuring import Measure, Norm
from assessment.catalogue.model import (
    Caution,
    Dose,
    Exercise,
    Must,
    Plan,
    Reference,
    RegionChoices,
    Slot,
)
from assessment.catalogue.patterns import Pattern
from assessment.catalogue.schedule_reader import Known, ScheduleTables, mistakes_in
from assessment.catalogue.tables import Read, unknown
from questions.model import ManyItem, NumberItem, Region
from questions.nearest import nearest
from questions.questionnaire import Questionnaire
from questions.source import Fault, repeated

OWN_RULE = "own-rule"
"""The source of what is the product's own rule and no published finding."""
SESSIONS = ("A", "B", "C")
"""The sessions that ``choices.toml`` describes, each exactly once."""
EQUIPMENT = "equipment"
"""The item that asks for kit."""
GOAL = "goal"
"""The item that asks what the client wants, and so which dose."""


class Tables(NamedTuple):
    """Every table of the catalogue, each entry with the place where it stands."""

    exercises: Read[Exercise]
    doses: Read[Dose]
    cautions: Read[Caution]
    norms: Read[Norm]
    choices: Read[RegionChoices]
    slots: Read[Slot]
    musts: Read[Must]
    plans: Read[Plan]
    references: Read[Reference]
    measures: Read[Measure]
    schedule: ScheduleTables
    limits: LimitsTables


def mistakes_between(tables: Tables, questionnaire: Questionnaire | None) -> Iterator[Fault]:
    """Yield every such mistake; what names questions is checked where they are at hand."""
    yield from _repeated(tables)
    yield from _unknown_sources(tables)
    yield from _unknown_in_exercises(tables)
    yield from _unknown_in_choices(tables)
    yield from _regions_without_choice(tables.choices)
    yield from _wrong_sessions(tables.plans)
    yield from mistakes_in(tables.schedule, _known(tables))
    yield from mistakes_in_limits(tables.limits, _known(tables), questionnaire)
    yield from _unknown_phases(tables)
    yield from _unused(tables)
    if questionnaire:
        yield from _unknown_to_questionnaire(tables, questionnaire)


def _repeated(tables: Tables) -> Iterator[Fault]:
    once = (tables.exercises, tables.cautions, tables.norms, tables.slots, tables.references)
    for table in (*once, tables.measures):
        yield from repeated((entry, entry.id) for entry, _ in table)
    for coded in (tables.exercises, tables.doses, tables.cautions):
        yield from repeated((entry, one.code) for entry, one in coded)
    yield from repeated((entry, f"{one.id} level {one.level}") for entry, one in tables.choices)


def _known(tables: Tables) -> Known:
    """Return what other tables may name."""
    return Known(
        exercises={exercise.id for _, exercise in tables.exercises},
        doses={dose.code for _, dose in tables.doses},
        cautions={caution.id for _, caution in tables.cautions},
        sources={reference.id for _, reference in tables.references} | {OWN_RULE},
    )


def _unknown_sources(tables: Tables) -> Iterator[Fault]:
    cited = _known(tables).sources
    stated = (tables.exercises, tables.doses, tables.cautions, tables.norms, tables.musts)
    for table in stated:
        for entry, _ in table:
            yield from unknown(entry, "source", entry.data["source"], cited)
    for entry, exercise in tables.exercises:
        for variant in exercise.variant:
            yield from unknown(entry, "variant", variant.source, cited)
    for entry, measure in tables.measures:
        sides = measure.sides.source if measure.sides else ()
        yield from unknown(entry, "source", (*measure.source, *sides), cited)


def _unknown_in_exercises(tables: Tables) -> Iterator[Fault]:
    """Yield what exercises name that is not there."""
    doses = {dose.code for _, dose in tables.doses}
    cautions = {caution.id for _, caution in tables.cautions}
    for entry, exercise in tables.exercises:
        yield from unknown(entry, "doses", exercise.doses, doses)
        yield from unknown(entry, "excluded_by", exercise.excluded_by, cautions)
        yield from unknown(entry, "changes", exercise.changes, cautions)
        for variant in exercise.variant:
            named = (*variant.cautions, *variant.excluded_by, *variant.lifts)
            yield from unknown(entry, "variant", named, cautions)
    ids = {exercise.id for _, exercise in tables.exercises}
    for entry, exercise in tables.exercises:
        for variant in exercise.variant:
            if variant.id in ids:
                yield entry.fault(f"variant {variant.id!r} has an id that is taken", "variant")
            ids.add(variant.id)
    for entry, caution in tables.cautions:
        yield from unknown(entry, "first", caution.first, ids)
        yield from unknown(
            entry, "told_as", (caution.told_as,) if caution.told_as else (), cautions
        )
        if caution.eased:
            yield from unknown(entry, "eased", caution.eased.without, cautions)


def _unknown_in_choices(tables: Tables) -> Iterator[Fault]:
    exercises = {exercise.id for _, exercise in tables.exercises}
    for entry, one in tables.choices:
        yield from unknown(entry, "main", one.main, exercises)
        yield from unknown(entry, "light", one.light, exercises)
    for entry, slot in tables.slots:
        yield from unknown(entry, "exercises", slot.exercises, set(SESSIONS))
        for names in slot.exercises.values():
            yield from unknown(entry, "exercises", names, exercises)
    for entry, must in tables.musts:
        yield from unknown(entry, "exercise", (must.exercise,), exercises)


def _unknown_phases(tables: Tables) -> Iterator[Fault]:
    """Yield the weeks that doses and cautions speak of and that are none of the programme's."""
    phases = {phase.id for _, phase in tables.schedule.phases}
    for entry, dose in tables.doses:
        yield from unknown(entry, "loaded", dose.loaded, phases)
        yield from unknown(entry, "unloaded", dose.unloaded, phases)
    for entry, caution in tables.cautions:
        eased = caution.eased.repetitions if caution.eased else ()
        yield from unknown(entry, "repetitions", (*caution.later_repetitions, *eased), phases)


def _unused(tables: Tables) -> Iterator[Fault]:
    """Yield the patterns of no exercise, and the cautions that change nothing for anybody."""
    patterns = {exercise.pattern for _, exercise in tables.exercises}
    for pattern in Pattern:
        if pattern not in patterns:
            message = f"no exercise is of the pattern {pattern.value!r}; take it out or use it"
            yield Fault("exercises", 1, pattern.value, message)
    named: set[str] = set()
    for _, exercise in tables.exercises:
        swaps = (exercise.easier, exercise.harder, exercise.no_kit, exercise.if_it_hurts)
        named.update(exercise.excluded_by, exercise.changes)
        named.update(name for swap in swaps for name in swap.excluded_by)
        named.update(name for variant in exercise.variant for name in variant.cautions)
    for entry, caution in tables.cautions:
        if caution.id not in named and not caution.acts:
            yield entry.fault("neither excludes nor changes anything; take it out or use it", "id")


def _regions_without_choice(choices: Read[RegionChoices]) -> Iterator[Fault]:
    """Yield the regions that have no list for level 1."""
    first = {one.id for _, one in choices if one.level == 1}
    if choices:
        for region in Region:
            if region not in first:
                yield choices[0][0].fault(f"region {region.value!r} has no list for level 1")


def _wrong_sessions(plans: Read[Plan]) -> Iterator[Fault]:
    """Yield the sessions that stand twice, are missing or are none of ours."""
    allowed = f"allowed are {', '.join(SESSIONS[:-1])} and {SESSIONS[-1]}, each once"
    seen: set[str] = set()
    for entry, plan in plans:
        if plan.session not in SESSIONS or plan.session in seen:
            wrong = "stands more than once" if plan.session in seen else "is not known"
            yield entry.fault(f"session {plan.session!r} {wrong}; {allowed}", "session")
        seen.add(plan.session)
    for session in SESSIONS:
        if session not in seen:
            yield Fault("choices.toml", 1, "plan", f"session {session!r} is missing; {allowed}")


def _unknown_to_questionnaire(tables: Tables, questionnaire: Questionnaire) -> Iterator[Fault]:
    """Yield cautions that are never asked or not described, and tests that are not asked."""
    asked = {item.id for item in questionnaire.checks if item.section == "cautions"}
    asked |= {one.id for one in questionnaire.derived if one.kind == "caution"}
    asked |= questionnaire.rules.cautions_left
    described = {caution.id for _, caution in tables.cautions}
    for entry, caution in tables.cautions:
        if caution.id not in asked:
            message = f"the questionnaire asks for no such caution{nearest(caution.id, asked)}"
            yield entry.fault(message, "id")
    for name in sorted(asked - described):
        yield Fault(
            "cautions.toml", 1, name, "clients can have this caution; write a [[caution]] for it"
        )
    yield from _goals_without_dose(tables.doses, questionnaire)
    figures = {item.id for item in questionnaire.items if isinstance(item, NumberItem)}
    for entry, norm in tables.norms:
        yield from unknown(entry, "items", norm.items, figures)
    yield from _unknown_answers(tables, questionnaire)


def _unknown_answers(tables: Tables, questionnaire: Questionnaire) -> Iterator[Fault]:
    """Yield the answers that the catalogue looks at and nobody is asked for, and unknown kit."""
    items = {item.id for item in questionnaire.items}
    equipment = questionnaire.by_id[EQUIPMENT]
    kit = {str(one) for one in equipment.values} if isinstance(equipment, ManyItem) else set()
    for entry, exercise in tables.exercises:
        tests = [*exercise.not_when, *(one for each in exercise.variant for one in each.when)]
        yield from unknown(entry, "when", (test.item for test in tests), items)
        if exercise.too_easy:
            yield from unknown(entry, "too_easy", exercise.too_easy.answers, items)
        ways = (exercise.kit, *(each.kit or () for each in exercise.variant))
        yield from unknown(entry, "kit", (one for way in ways for each in way for one in each), kit)
    for entry, must in tables.musts:
        yield from unknown(entry, "when", (test.item for test in must.when), items)
    for entry, caution in tables.cautions:
        tests = list(caution.eased.tests) if caution.eased else []
        yield from unknown(entry, "eased", (test.item for test in tests), items)
    for entry, setting_up in tables.schedule.settings_up:
        yield from unknown(entry, "seconds", setting_up.seconds, kit)
        yield from unknown(entry, "kit", kit - set(setting_up.seconds), set(setting_up.seconds))


def _goals_without_dose(doses: Read[Dose], questionnaire: Questionnaire) -> Iterator[Fault]:
    """Yield doses for goals that nobody has, and goals that have not exactly one dose."""
    goals = {str(value) for value in getattr(questionnaire.by_id[GOAL], "values", ())}
    found = [dose.goal for _, dose in doses if dose.goal is not None]
    for entry, dose in doses:
        if dose.goal is not None:
            yield from unknown(entry, "goal", (dose.goal,), goals)
    for goal in sorted(goals):
        if found.count(goal) != 1:
            message = f"needs one [[dose]], has {found.count(goal)}"
            yield Fault("doses.toml", 1, goal, message)
