"""TOML files -> ``Catalogue``, with every mistake named by file, line and id."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from assessment.catalogue.crosschecks import Tables, mistakes_between
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
from assessment.catalogue.safety_checks import mistakes_in_ways
from assessment.catalogue.schedule_reader import read_schedule
from assessment.catalogue.soreness import Soreness
from assessment.catalogue.tables import Read, read_table
from questions.questionnaire import Questionnaire
from questions.source import ContentError, Fault

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


def read_catalogue(folder: Traversable, questionnaire: Questionnaire | None = None) -> Catalogue:
    """Return the catalogue written in *folder*.

    Without *questionnaire*, what it names of that is taken as it stands.

    Raises:
        ContentError: It has mistakes; all of them are named.
    """
    faults: list[Fault] = []
    tables = _read_tables(folder, faults)
    if not faults:
        faults += [*mistakes_between(tables, questionnaire), *mistakes_in_ways(tables)]
    if faults:
        raise ContentError(faults)
    lists = {name: table for name, table in tables._asdict().items() if name != "schedule"}
    return Catalogue(
        **{name: tuple(value for _, value in table) for name, table in lists.items()},
        schedule=tables.schedule.schedule(),
    )


def _read_tables(folder: Traversable, faults: list[Fault]) -> Tables:
    """Return all tables in *folder*; what is wrong by itself goes to *faults*."""
    exercises: Read[Exercise] = []
    for name in EXERCISE_FILES:
        exercises += read_table(folder / "exercises" / f"{name}.toml", "exercise", Exercise, faults)
    choices, tables = folder / "choices.toml", ("region", "slot", "plan")
    return Tables(
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
        soreness=read_table(folder / "soreness.toml", "soreness", Soreness, faults),
    )
