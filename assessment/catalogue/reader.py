"""TOML files -> ``Catalogue``, with every mistake named by file, line and id."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

from assessment.catalogue.crosschecks import Tables, mistakes_between
from assessment.catalogue.limits_reader import read_limits
from assessment.catalogue.measuring import Measure, Norm
from assessment.catalogue.model import (
    Catalogue,
    Caution,
    Dose,
    Exercise,
    Must,
    Plan,
    Reference,
    RegionChoices,
    Slot,
)
from assessment.catalogue.safety_checks import mistakes_in_swaps
from assessment.catalogue.schedule_reader import read_schedule
from assessment.catalogue.tables import Read, read_tables
from questions.model import Closed
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
FILES: dict[str, dict[str, type[Closed]]] = {
    "doses.toml": {"dose": Dose},
    "cautions.toml": {"caution": Caution},
    "norms.toml": {"norm": Norm},
    "choices.toml": {"region": RegionChoices, "slot": Slot, "must": Must, "plan": Plan},
    "references.toml": {"reference": Reference},
    "real_changes.toml": {"measure": Measure},
}
"""What the other files hold, in the order of ``Tables``."""


def read_catalogue(folder: Traversable, questionnaire: Questionnaire | None = None) -> Catalogue:
    """Return the catalogue written in *folder*.

    Without *questionnaire*, what it names of that is taken as it stands.

    Raises:
        ContentError: It has mistakes; all of them are named.
    """
    faults: list[Fault] = []
    tables = _read_tables(folder, faults)
    if not faults:
        faults += [*mistakes_between(tables, questionnaire), *mistakes_in_swaps(tables)]
    if faults:
        raise ContentError(faults)
    parts = ("schedule", "limits")
    lists = {name: table for name, table in tables._asdict().items() if name not in parts}
    return Catalogue(
        **{name: tuple(value for _, value in table) for name, table in lists.items()},
        schedule=tables.schedule.schedule(),
        limits=tables.limits.limits(),
    )


def _read_tables(folder: Traversable, faults: list[Fault]) -> Tables:
    """Return all tables in *folder*; what is wrong by itself goes to *faults*."""
    exercises: Read[Exercise] = []
    for name in EXERCISE_FILES:
        file = folder / "exercises" / f"{name}.toml"
        exercises += read_tables(file, {"exercise": Exercise}, faults)[0]
    found: list[Any] = [
        table
        for name, kinds in FILES.items()
        for table in read_tables(folder / name, kinds, faults)
    ]
    return Tables(*[exercises, *found, read_schedule(folder, faults), read_limits(folder, faults)])
