"""``programme.toml`` -> ``Schedule``, with every mistake named by file, line and id."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple

from assessment.catalogue.schedule import (
    Drill,
    Frame,
    Instead,
    Order,
    Phase,
    Retest,
    Rule,
    Schedule,
    SettingUp,
    Stretch,
)
from assessment.catalogue.tables import Read, read_tables, require, unknown
from questions.source import Entry, Fault

FILE = "programme.toml"
KINDS = {
    "phase": Phase,
    "frame": Frame,
    "setting_up": SettingUp,
    "drill": Drill,
    "stretch": Stretch,
    "order": Order,
    "rule": Rule,
    "retest": Retest,
    "instead": Instead,
}
"""What each table holds, in the order of ``ScheduleTables``."""


class Known(NamedTuple):
    """The ids that a programme may name, and the sources that it may cite."""

    exercises: set[str]
    doses: set[str]
    cautions: set[str]
    sources: set[str]


class ScheduleTables(NamedTuple):
    """Every table of ``programme.toml``."""

    phases: Read[Phase]
    frames: Read[Frame]
    settings_up: Read[SettingUp]
    drills: Read[Drill]
    stretches: Read[Stretch]
    orders: Read[Order]
    rules: Read[Rule]
    retests: Read[Retest]
    insteads: Read[Instead]

    def schedule(self) -> Schedule:
        """Return what the tables hold.

        Raises:
            ContentError: A table has too few or too many entries.
        """
        values = {name: tuple(one for _, one in table) for name, table in self._asdict().items()}
        frames = [frame.minutes for frame in values["frames"]]
        reasons = [one.reason for one in values["insteads"]]
        wanted = (
            (values["phases"], "needs a [[phase]]"),
            (sorted(frames) == [15, 20, 30, 45], "needs a [[frame]] for 15, 20, 30 and 45"),
            (len(values["settings_up"]) == 1, "needs one [[setting_up]]"),
            (len(values["orders"]) == 1, "needs one [[order]]"),
            (sorted(reasons) == ["caution", "injury", "kit"], "needs an [[instead]] per reason"),
        )
        require(FILE, wanted)
        return Schedule(**values)


def read_schedule(folder: Traversable, faults: list[Fault]) -> ScheduleTables:
    """Return the tables of ``programme.toml``; what is wrong by itself goes to *faults*."""
    return ScheduleTables(*read_tables(folder / FILE, KINDS, faults))


def mistakes_in(tables: ScheduleTables, known: Known) -> Iterator[Fault]:
    """Yield what is wrong between the entries of *tables* and the rest of the catalogue."""
    entries: list[Entry] = [entry for table in tables for entry, _ in table]
    for entry in entries:
        yield from unknown(entry, "source", entry.data["source"], known.sources)
    for entry, frame in tables.frames:
        yield from unknown(entry, "doses", (*frame.doses, *frame.doses.values()), known.doses)
    for entry, drill in tables.drills:
        yield from unknown(entry, "exercise", (drill.exercise,), known.exercises)
        yield from unknown(entry, "dose", (drill.dose,), known.doses)
    for entry, stretch in tables.stretches:
        yield from unknown(entry, "excluded_by", stretch.excluded_by, known.cautions)
    yield from _gaps_between(tables.phases)


def _gaps_between(phases: Read[Phase]) -> Iterator[Fault]:
    """Yield the phases that do not start in the week after the one before."""
    week = 1
    for entry, phase in phases:
        first, last = phase.weeks
        if first != week or last < first:
            yield entry.fault(f"weeks must start with {week} and not end before", "weeks")
        week = last + 1
