"""What a report is asked for with and what comes back: one type each, and their JSON on the pipe.

``posterior-chain report-worker`` reads one request a line and writes one result a line. Only the
standard library is loaded here, but to read a request.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from assessment.catalogue.gym_choices import GymChoices
from assessment.records.store.screening_day import today
from assessment.version import VERSION
from reports.output.print_options import OutputFormat, PrintOptions, Sheets

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MOST_EPOCH_DIGITS = 11
"""Of SOURCE_DATE_EPOCH: seconds up to the year 5138."""

Document: TypeAlias = Mapping[str, Any]
"""An answers document: JSON values."""


def report_day() -> date:
    """Return the day that stands on a report: today, or the one of SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= MOST_EPOCH_DIGITS:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return today()


@dataclass(frozen=True, slots=True)
class EarlierScreening:
    """An earlier screening of the same client, made with *version* of the questionnaire."""

    day: date
    version: str
    answers: Document | None
    """None where they cannot be set beside today's."""
    plan_changes: Document | None = None
    """What a trainer changed of its plan."""


@dataclass(frozen=True, slots=True)
class StoredResult:
    """What the answers came to when they were given, for which today's rules are others."""

    assessment: Document
    """The assessment document, of any version."""
    program: str
    """The version of the program that made it."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What decides every byte of a report."""

    answers: Document
    created: date = field(default_factory=report_day)
    """The day of the screening, which stands on the report."""
    earlier: tuple[EarlierScreening, ...] = ()
    """Each before the day of the report, oldest first."""
    sheets: Sheets = "both"
    format: OutputFormat = "pdf"
    or_html: bool = False
    """Whether a web page will do where no PDF can be made."""
    print_options: PrintOptions | None = None
    """None: as the gym's settings are where and when the report is made."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """The trainer's, by exercise id."""
    plan_changes: Document | None = None
    """A document of changes of the plan; what the rules do not allow is left out and told."""
    gym: GymChoices | None = None
    """What the gym chooses for all plans; None: as its settings are where the report is made."""
    stored: StoredResult | None = None
    """Set, it is printed as it is; None: the answers are assessed."""
    program: str = VERSION
    """Of who asks: another program would make another report."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it stands in its file."""

    content: bytes
    format: OutputFormat


@dataclass(frozen=True, slots=True)
class ReportFailure:
    """There is no report; *reason* is a line for people."""

    reason: str
    cannot_make_pdfs: bool = False
    """Whether no PDF at all can be made there."""


ReportResult: TypeAlias = Report | ReportFailure


def line_of(message: ReportRequest | ReportResult) -> bytes:
    """Return *message* as one line of JSON."""
    return json.dumps(message, default=_json_value).encode() + b"\n"


def request_in(line: bytes) -> ReportRequest:
    """Return the request that *line* holds.

    Raises:
        ValueError: It holds none.
    """
    return _requests().validate_json(line)


def result_in(line: bytes) -> ReportResult:
    """Return the result that *line* holds.

    Raises:
        KeyError, TypeError, ValueError: It holds none.
    """
    found = json.loads(line)
    if "reason" in found:
        return ReportFailure(found["reason"], found.get("cannot_make_pdfs", False))
    return Report(base64.b64decode(found["content"], validate=True), found["format"])


@cache
def _requests() -> TypeAdapter[ReportRequest]:
    from pydantic import TypeAdapter

    return TypeAdapter(ReportRequest)


def _json_value(value: object) -> object:
    """Return *value*, which JSON does not know, as something that it knows."""
    match value:
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode()
        case frozenset():
            return sorted(value)
        case Mapping():
            return dict(value)
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")
