"""TOML files -> ``Catalogue``, with every mistake named by file, line and id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple

from assessment.catalogue.measuring import Measure, Norm
from assessment.catalogue.model import (
    Catalogue,
    Caution,
    Dose,
    Exercise,
    Plan,
    Reference,
    RegionChoices,
    Slot,
)
from assessment.catalogue.schedule_reader import (
    Known,
    ScheduleTables,
    mistakes_in,
    read_schedule,
)
from assessment.catalogue.tables import Read, read_table, unknown
from questions.model import Region
from questions.source import ContentError, Entry, Fault

OWN_RULE = "own-rule"
"""The source of what is the product's own rule and no published finding."""

EXERCISE_FILES = (
    "hinges",
    "trunk",
    "bridges",
    "curls",
    "squats",
    "hips",
    "pulls",
    "shoulders",
    "calves",
)
"""The files in ``exercises/``, E01 first."""


class _Tables(NamedTuple):
    """Every table of the catalogue, each entry with the place where it stands."""

    exercises: Read[Exercise]
    doses: Read[Dose]
    cautions: Read[Caution]
    norms: Read[Norm]
    choices: Read[RegionChoices]
    slots: Read[Slot]
    plans: Read[Plan]
    references: Read[Reference]
    schedule: ScheduleTables
    measures: Read[Measure]


def read_catalogue(folder: Traversable) -> Catalogue:
    """Return the catalogue written in *folder*.

    Raises:
        ContentError: It has mistakes; all of them are named.
    """
    faults: list[Fault] = []
    tables = _read_tables(folder, faults)
    if not faults:
        faults += _mistakes_between(tables)
    if faults:
        raise ContentError(faults)
    lists = {name: table for name, table in tables._asdict().items() if name != "schedule"}
    return Catalogue(
        **{name: tuple(value for _, value in table) for name, table in lists.items()},
        schedule=tables.schedule.schedule(),
    )


def _read_tables(folder: Traversable, faults: list[Fault]) -> _Tables:
    """Return all tables in *folder*; what is wrong by itself goes to *faults*."""
    exercises: Read[Exercise] = []
    for name in EXERCISE_FILES:
        exercises += read_table(folder / "exercises" / f"{name}.toml", "exercise", Exercise, faults)
    choices, tables = folder / "choices.toml", ("region", "slot", "plan")
    return _Tables(
        exercises=exercises,
        doses=read_table(folder / "doses.toml", "dose", Dose, faults),
        cautions=read_table(folder / "cautions.toml", "caution", Caution, faults),
        norms=read_table(folder / "norms.toml", "norm", Norm, faults),
        choices=read_table(choices, "region", RegionChoices, faults, tables),
        slots=read_table(choices, "slot", Slot, faults, tables),
        plans=read_table(choices, "plan", Plan, faults, tables),
        references=read_table(folder / "references.toml", "reference", Reference, faults),
        schedule=read_schedule(folder, faults),
        measures=read_table(folder / "changes.toml", "measure", Measure, faults),
    )


def _mistakes_between(tables: _Tables) -> Iterator[Fault]:
    """Yield what is wrong between entries that are right by themselves."""
    exercises = {exercise.id for _, exercise in tables.exercises}
    cited = {reference.id for _, reference in tables.references} | {OWN_RULE}
    for table in (tables.exercises, tables.doses, tables.cautions, tables.norms, tables.references):
        yield from _repeated(entry for entry, _ in table)
    yield from _repeated(entry for entry, _ in tables.measures)
    for entry, measure in tables.measures:
        sides = measure.sides.source if measure.sides else ()
        yield from unknown(entry, "source", (*measure.source, *sides), cited)
    for table in (tables.exercises, tables.doses, tables.cautions, tables.norms):
        for entry, _ in table:
            yield from unknown(entry, "source", entry.data["source"], cited)
    yield from _unknown_in_exercises(tables, exercises)
    for entry, one in tables.choices:
        yield from unknown(entry, "main", one.main, exercises)
        yield from unknown(entry, "light", one.light, exercises)
    for entry, slot in tables.slots:
        yield from unknown(entry, "exercises", slot.exercises, exercises)
    for entry, plan in tables.plans:
        yield from unknown(entry, "exercises", plan.exercises, exercises)
        yield from unknown(entry, "fillers", plan.fillers, exercises)
    yield from _regions_without_choice(tables.choices)
    doses = {dose.code for _, dose in tables.doses}
    cautions = {caution.id for _, caution in tables.cautions}
    yield from mistakes_in(tables.schedule, Known(exercises, doses, cautions, cited))


def _repeated(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Yield the entries whose id (or code) stands in the same table before."""
    seen: set[str] = set()
    for entry in entries:
        name = str(entry.data.get("id", entry.data.get("code")))
        if name in seen:
            yield entry.fault(f"{name!r} stands more than once")
        seen.add(name)


def _unknown_in_exercises(tables: _Tables, exercises: set[str]) -> Iterator[Fault]:
    """Yield what exercises name that is not there."""
    doses = {dose.code for _, dose in tables.doses}
    cautions = {caution.id for _, caution in tables.cautions}
    for entry, exercise in tables.exercises:
        yield from unknown(entry, "doses", exercise.doses, doses)
        yield from unknown(entry, "excluded_by", exercise.excluded_by, cautions)
        yield from unknown(entry, "changes", exercise.changes, cautions)
        for name in ("easier", "harder", "no_kit", "if_it_hurts"):
            swap = getattr(exercise, name)
            if swap.exercise is not None:
                yield from unknown(entry, name, (swap.exercise,), exercises)


def _regions_without_choice(choices: Read[RegionChoices]) -> Iterator[Fault]:
    """Yield the regions that have no list for level 1."""
    first = {one.id for _, one in choices if one.level == 1}
    if choices:
        for region in Region:
            if region not in first:
                yield choices[0][0].fault(f"region {region.value!r} has no list for level 1")
