"""What a store holds: records, erasures, the gym's keys, the audit log. Plain frozen values.

Each value can be written as JSON and read again. A value is known by its digest, which a copy
on another computer has too.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from assessment.records.store.screening_day import OFFSET, day_is_sure, day_of, made_at

LEAST_FORMAT, SECOND_FORMAT = 1, 2
"""Of a record as the first program wrote it, and of one with a changed plan or a clearance."""
FORMAT = SECOND_FORMAT
"""The highest that this program reads; a record of a higher one is kept, not opened."""
PLAIN = ""
"""In place of a public key where a record is not sealed."""

ErasedKind: TypeAlias = Literal["record", "client"]


@dataclass(frozen=True, slots=True)
class Record:
    """One finished screening. It never changes; a correction is a new one that names this.

    ``card`` holds what a list needs (name, outcome, band), ``content`` all answers and the
    assessment. Both are age files where ``sealed_to`` names a public key, else as they are.
    ``generation`` counts the gym's keys: 0 is not sealed. ``more`` holds, as JSON, where
    it was made (``screening_day.OFFSET``), and what a newer program wrote and this one does not
    know.
    """

    id: UUID
    client: UUID
    finished_at: datetime
    """In UTC, whole seconds, as the clock of the laptop said; how far that was from UTC, ``more``
    says."""
    corrects: UUID | None
    questionnaire: str
    program: str
    card: bytes
    content: bytes
    format: int = LEAST_FORMAT
    generation: int = 0
    sealed_to: str = PLAIN
    more: str = "{}"

    @property
    def day(self) -> date:
        """The day of the screening, where it was made."""
        return day_of(self.finished_at, self.more)

    @property
    def day_is_sure(self) -> bool:
        """Whether the clock was right, as far as that shows."""
        return bool(self.corrects) or day_is_sure(self.finished_at, self.id)

    @property
    def place(self) -> str:
        """What ``more`` says of where it was made, as JSON."""
        held = json.loads(self.more)
        return json.dumps({OFFSET: held[OFFSET]} if OFFSET in held else {})

    @property
    def made_at(self) -> int:
        """When it was made, in milliseconds since 1970; a correction counts from its screening."""
        if self.corrects:
            return int(self.finished_at.timestamp() * 1000)
        return made_at(self.finished_at, self.id)

    @property
    def is_newer(self) -> bool:
        """Whether a newer program wrote it, in a form that this one cannot open."""
        return self.format > FORMAT

    @property
    def rank(self) -> tuple[int, bytes]:
        """Return what decides between two sealings of the same record: the greater one stays."""
        return self.generation, digest_of(self)


@dataclass(frozen=True, slots=True)
class Erasure:
    """A record or a client that was erased, and must not come back by a copy."""

    target: UUID
    kind: ErasedKind
    at: datetime


@dataclass(frozen=True, slots=True)
class GymKey:
    """A key of the gym: its public part, and its private part under the trainer's passphrase.

    ``wrapped`` is an age file under a passphrase; ``revision`` counts its changes.
    ``older`` is an age file for this key with the private parts of those before it, or empty.
    """

    public: str
    generation: int
    wrapped: bytes
    revision: int
    older: bytes = b""

    @property
    def rank(self) -> tuple[int, bytes]:
        """Return what decides between two copies of the same key: the greater one stays."""
        return self.revision, digest_of(self)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what with which record or client, and when. Never an answer, never a name."""

    id: UUID
    at: datetime
    who: str
    action: str
    target: UUID | None
    detail: str = ""


Value: TypeAlias = Record | Erasure | GymKey | AuditEntry

KINDS: Mapping[str, type[Value]] = {
    "erased": Erasure,
    "key": GymKey,
    "record": Record,
    "audit": AuditEntry,
}
"""In the order in which they travel: what is erased goes before what it forbids."""


def digest_of(value: Value) -> bytes:
    """Return 32 bytes that stand for all that *value* holds (SHA-256)."""
    text = json.dumps(document_of(value), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()


def document_of(value: Value) -> dict[str, Any]:
    """Return *value* as JSON values; what a newer program added stands among them."""
    document: dict[str, Any] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        match held:
            case bytes():
                document[one.name] = b64encode(held).decode()
            case UUID():
                document[one.name] = str(held)
            case datetime():
                document[one.name] = written(held)
            case _:
                document[one.name] = held
    if isinstance(value, Record):
        document |= json.loads(document.pop("more"))
    return document


def written(moment: datetime) -> str:
    """Return *moment* as text that sorts by time: ``2026-11-26T12:30:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(text: str) -> datetime:
    """Return the moment that ``written`` made *text* of.

    Raises:
        ValueError: It is not such a text.
    """
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
