"""TOML files -> ``Catalogue``, with every mistake named by file, line and id."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from pydantic import TypeAdapter

from assessment.catalogue.crosschecks import Kind, Read, Tables, mistakes_between
from assessment.catalogue.model import (
    Catalogue,
    Caution,
    Dose,
    Exercise,
    Norm,
    Plan,
    Reference,
    RegionChoices,
    Slot,
)
from assessment.catalogue.safety_checks import mistakes_in_ways
from questions.model import Questionnaire
from questions.source import ContentError, Fault, TomlSource, validated

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
    return Catalogue(
        **{name: tuple(value for _, value in table) for name, table in tables._asdict().items()}
    )


def _read_tables(folder: Traversable, faults: list[Fault]) -> Tables:
    """Return all tables in *folder*; what is wrong by itself goes to *faults*."""
    exercises: Read[Exercise] = []
    for name in EXERCISE_FILES:
        exercises += _read(folder / "exercises" / f"{name}.toml", "exercise", Exercise, faults)
    choices, tables = folder / "choices.toml", ("region", "slot", "plan")
    return Tables(
        exercises=exercises,
        doses=_read(folder / "doses.toml", "dose", Dose, faults),
        cautions=_read(folder / "cautions.toml", "caution", Caution, faults),
        norms=_read(folder / "norms.toml", "norm", Norm, faults),
        choices=_read(choices, "region", RegionChoices, faults, tables),
        slots=_read(choices, "slot", Slot, faults, tables),
        plans=_read(choices, "plan", Plan, faults, tables),
        references=_read(folder / "references.toml", "reference", Reference, faults),
    )


def _read(
    file: Traversable,
    table: str,
    kind: type[Kind],
    faults: list[Fault],
    tables: tuple[str, ...] = (),
) -> Read[Kind]:
    """Return the entries of *table* that are right; the mistakes go to *faults*."""
    source = TomlSource(file)
    if not tables or table == tables[0]:
        faults += source.strays(tables or (table,))
    adapter = TypeAdapter(kind)
    read = [(entry, validated(entry, adapter, faults)) for entry in source.entries(table)]
    return [(entry, value) for entry, value in read if value is not None]
