"""Which reports a batch consists of: each with its record, its file and what it is made of."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from uuid import UUID

from assessment.casebook.selection import Chosen
from assessment.catalogue.gym_choices import NO_CHOICES, GymChoices
from questions.content_cache import fingerprint
from reports.output.print_options import OutputFormat, PrintOptions, Sheets

SHORT_ID = 8
"""Characters at the end of an id, as lists show it."""
STAMP = re.compile(rb"(?:%|<!--) made of ([0-9a-f]{64})(?: -->)?\n")
ENDINGS = (".css", ".html", ".py", ".toml", ".ttf")
MOST_TAIL = 200
"""Bytes at the end of a file in which its stamp stands."""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What all reports of a batch have in common."""

    folder: Path
    sheets: Sheets
    format: OutputFormat
    print_options: PrintOptions
    gym: GymChoices = NO_CHOICES

    def path_of(self, day: date, record: UUID) -> Path:
        """Return the file for the report on *record*: named by day and id, never by client."""
        sheet = "" if self.sheets == "both" else f"-{self.sheets}"
        return self.folder / f"{day}-{record.hex[-SHORT_ID:]}{sheet}.{self.format}"

    def items(self, screenings: Iterable[Chosen]) -> list[BatchItem]:
        """Return one for each of *screenings*."""
        options = asdict(self.print_options) | {"without": sorted(self.print_options.without)}
        gym = [sorted(one) if isinstance(one, frozenset) else one for one in astuple(self.gym)]
        common = [self.sheets, self.format, options, gym, _program()]
        items = []
        for one in screenings:
            ids = [line.record.id for line in (one.line, *one.before)]
            made_of = json.dumps([common, one.day.isoformat(), [each.hex for each in ids]])
            items.append(BatchItem(one, self.path_of(one.day, ids[0]), made_of.encode()))
        return items


@cache
def _program() -> str:
    """Return what stands for all that decides a page besides its answers.

    The version would not do: a checkout changes without it.
    """
    assessment = files("assessment")
    rooms = ("catalogue", "core", "rule_check", "replanning")
    folders = (files("questions"), files("reports"), *(assessment / one for one in rooms))
    return fingerprint(folders, ENDINGS) + version("weasyprint")


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One report of a batch."""

    chosen: Chosen
    path: Path
    made_of: bytes
    """All that decides its bytes, but for what never changes in a record."""

    @property
    def record(self) -> UUID:
        """The id of the record that it is on."""
        return self.chosen.line.record.id

    def stamped(self, content: bytes) -> bytes:
        """Return *content* with a comment at its end that tells what it was made of and is whole.

        No answer can be read from it. In a PDF it stands where ISO 32000 lets a comment stand.
        """
        code = hashlib.sha256(self.made_of + content).hexdigest().encode()
        if content.startswith(b"%PDF"):
            head, keyword, tail = content.rpartition(b"startxref\n")
            return b"".join((head, b"% made of ", code, b"\n", keyword, tail))
        return b"".join((content, b"<!-- made of ", code, b" -->\n"))

    def is_up_to_date(self) -> bool:
        """Return whether its file is there, whole, and made of just that."""
        try:
            content = self.path.read_bytes()
        except OSError:
            return False
        found = STAMP.search(content, max(0, len(content) - MOST_TAIL))
        if not found:
            return False
        return self.stamped(content[: found.start()] + content[found.end() :]) == content
