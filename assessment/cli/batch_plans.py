"""Which reports a batch consists of: each with its record, its file and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from assessment.records.choosing import Screening
    from reports.paper import Paper
    from reports.render import Sheets
    from reports.write import Form

SHORT_ID = 8
"""Characters at the end of an id, as lists show it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all reports of a batch have in common."""

    folder: Path
    sheets: Sheets
    form: Form
    paper: Paper

    def name_of(self, day: date, record: UUID) -> str:
        """Return the name of the file for the report on *record*: its day and id, no name."""
        sheet = "" if self.sheets == "both" else f"-{self.sheets}"
        return f"{day.isoformat()}-{record.hex[-SHORT_ID:]}{sheet}.{self.form}"


@dataclass(frozen=True, slots=True)
class Plan:
    """One report of a batch."""

    screening: Screening
    path: Path
    made_of: str
    """A hash of all that decides its bytes."""

    @property
    def record(self) -> UUID:
        """The id of the record that it is on."""
        return self.screening.line.record.id


def planned(screenings: Iterable[Screening], wanted: Wanted) -> list[Plan]:
    """Return a plan for each of *screenings*."""
    from reports.made_list import hash_of

    paper = asdict(wanted.paper) | {"without": sorted(wanted.paper.without)}
    common = {"sheets": wanted.sheets, "form": wanted.form, "paper": paper}
    return [
        Plan(
            one,
            wanted.folder / wanted.name_of(one.day, one.line.record.id),
            hash_of(common | {"record": one.line.record.id.hex, "day": one.day.isoformat()}),
        )
        for one in screenings
    ]


def papers_before_corrections(plans: Iterable[Plan], wanted: Wanted) -> list[tuple[Path, Path]]:
    """Return files of reports on records that were corrected since, each with the new one."""
    found = []
    for plan in plans:
        old = plan.screening.line.record.corrects
        path = wanted.folder / wanted.name_of(plan.screening.day, old) if old else None
        if path and path.exists():
            found.append((path, plan.path))
    return found
