"""Which reports a batch consists of: each with its record, its file and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from assessment.casebook.selection import Chosen
    from reports.html.render import Sheets
    from reports.output.content import Form
    from reports.output.print_options import PrintOptions

SHORT_ID = 8
"""Characters at the end of an id, as lists show it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all reports of a batch have in common."""

    folder: Path
    sheets: Sheets
    form: Form
    paper: PrintOptions

    def name_of(self, day: date, record: UUID) -> str:
        """Return the name of the file for the report on *record*: its day and id, no name."""
        sheet = "" if self.sheets == "both" else f"-{self.sheets}"
        return f"{day.isoformat()}-{record.hex[-SHORT_ID:]}{sheet}.{self.form}"


@dataclass(frozen=True, slots=True)
class Plan:
    """One report of a batch."""

    chosen: Chosen
    path: Path
    made_of: str
    """A hash of all that decides its bytes."""

    @property
    def record(self) -> UUID:
        """The id of the record that it is on."""
        return self.chosen.line.record.id


def planned(screenings: Iterable[Chosen], wanted: Wanted) -> list[Plan]:
    """Return a plan for each of *screenings*."""
    from assessment.reporting.made_list import hash_of

    paper = asdict(wanted.paper) | {"without": sorted(wanted.paper.without)}
    common = {"sheets": wanted.sheets, "form": wanted.form, "paper": paper}
    plans = []
    for one in screenings:
        ids = [line.record.id for line in (one.line, *one.before)]
        made_of = {"records": [each.hex for each in ids], "day": one.day.isoformat()}
        path = wanted.folder / wanted.name_of(one.day, ids[0])
        plans.append(Plan(one, path, hash_of(common | made_of)))
    return plans


def papers_before_corrections(plans: Iterable[Plan], wanted: Wanted) -> list[tuple[Path, Path]]:
    """Return files of reports on records that were corrected since, each with the new one."""
    found = []
    for plan in plans:
        old = plan.chosen.line.record.corrects
        path = wanted.folder / wanted.name_of(plan.chosen.day, old) if old else None
        if path and path.exists():
            found.append((path, plan.path))
    return found
