"""What a record holds inside: a card for lists, and all answers with their assessment.

Both are JSON; ``content`` is packed with gzip. Sealed, each is an age file of just that, so
that ``age --decrypt`` (and ``gunzip``) shows it.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from assessment.records.errors import (
    SealedError,
    StoreDamagedError,
    StoreNewerError,
    WrongSecretError,
)
from assessment.records.sealing import age_format
from assessment.records.sealing.public_key import SealFor
from assessment.records.store.values import LEAST_FORMAT, SECOND_FORMAT, Record

if TYPE_CHECKING:
    from assessment.exchange.documents import (
        AnswersDocument,
        AssessmentDocument,
        PlanChangesDocument,
    )

MOST_CONTENT = 4_000_000
"""Bytes of a content once unpacked; a real one has 40,000."""
CLOSED = "This record is sealed for a key that is not open here."
NEWER = "The record {record} was made by a newer program. It is kept; update to see what is in it."
BROKEN = "The record {record} is not whole. Take it from another laptop, a server or a backup."


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of a record. ``band`` is None where no score is shown."""

    name: str | None = None
    outcome: str = ""
    band: str | None = None
    retest_weeks: tuple[int, ...] = ()
    clock_went_back: bool = False
    cleared_on: str = ""
    """The day of the clearance that ``outcome`` stands on, as YYYY-MM-DD; empty without one."""


@dataclass(frozen=True, slots=True)
class Content:
    """An answers document, the assessment document made of it, and the trainer's notes."""

    answers: AnswersDocument
    assessment: AssessmentDocument
    notes: Mapping[str, str] = field(default_factory=dict)
    """What a trainer wrote, by the id of an exercise."""
    plan_changes: PlanChangesDocument | None = None
    """What a trainer changed of the plan; None where the plan is as the rules made it."""

    @property
    def format(self) -> int:
        """The least format of records that knows all that is in it."""
        return SECOND_FORMAT if self.plan_changes or self.cleared_on else LEAST_FORMAT

    @property
    def cleared_on(self) -> str:
        """The day of the clearance among the answers, as YYYY-MM-DD; empty without one."""
        clearance = self.answers["answers"].get("clearance")
        on = clearance.get("on") if isinstance(clearance, dict) else None
        return on if isinstance(on, str) else ""

    @property
    def as_json(self) -> dict[str, Any]:
        """It as JSON values; what an older program did not know is left out where it is empty."""
        held = asdict(self)
        if not self.plan_changes:
            del held["plan_changes"]
        return held


@dataclass(frozen=True, slots=True)
class Keys:
    """The private keys that are open, by their public keys. None for a store without sealing."""

    secrets: Mapping[str, str] = field(default_factory=dict)

    def opens(self, record: Record) -> bool:
        """Return whether *record* can be read."""
        return not record.sealed_to or record.sealed_to in self.secrets

    def __repr__(self) -> str:
        return f"Keys(of {', '.join(self.secrets)})"


NO_KEYS = Keys()


def card_of(content: Content, *, clock_went_back: bool = False) -> Card:
    """Return the card of *content*."""
    assessment = content.assessment
    name = content.answers["answers"].get("name")
    overall, programme = assessment.get("overall"), assessment.get("programme")
    return Card(
        name=name if isinstance(name, str) else None,
        outcome=assessment["outcome"],
        band=overall["band"] if overall else None,
        retest_weeks=tuple(programme["retest_weeks"]) if programme else (),
        clock_went_back=clock_went_back,
        cleared_on=content.cleared_on,
    )


def packed_card(card: Card) -> bytes:
    """Return *card* as bytes; what an older program did not know is left out where it is empty."""
    held = asdict(card)
    if not card.cleared_on:
        del held["cleared_on"]
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def packed_content(content: Content) -> bytes:
    """Return *content* as bytes, the same bytes for the same content."""
    return gzip.compress(
        json.dumps(content.as_json, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0
    )


def sealed_for(record: Record, key: SealFor, keys: Keys = NO_KEYS) -> Record:
    """Return *record* sealed for *key* in place of what it was.

    Raises:
        SealedError: It cannot be opened with *keys*.
    """
    if not key.seals:
        return record
    return replace(
        record,
        card=age_format.sealed(_unsealed(record, record.card, keys), key.public),
        content=age_format.sealed(_unsealed(record, record.content, keys), key.public),
        sealed_to=key.public,
        generation=key.generation,
    )


def open_card(record: Record, keys: Keys = NO_KEYS) -> Card:
    """Return the card of *record*.

    Raises:
        SealedError: It cannot be opened with *keys*.
        StoreDamagedError: It is not whole.
        StoreNewerError: A newer program made it.
    """
    return card_from(record, _part(record, record.card, keys))


def card_from(record: Record, packed: bytes) -> Card:
    """Return the card of *record* in the bytes *packed*.

    Raises:
        StoreDamagedError: It is not whole.
    """
    try:
        held = json.loads(packed)
        held["retest_weeks"] = tuple(held["retest_weeks"])
        return Card(**held)
    except (KeyError, TypeError, ValueError) as error:
        raise StoreDamagedError(BROKEN.format(record=record.id)) from error


def open_content(record: Record, keys: Keys = NO_KEYS) -> Content:
    """Return the content of *record*.

    Raises:
        SealedError: It cannot be opened with *keys*.
        StoreDamagedError: It is not whole.
        StoreNewerError: A newer program made it.
    """
    try:
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        packed = _part(record, record.content, keys)
        return Content(**json.loads(unpacker.decompress(packed, MOST_CONTENT)))
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise StoreDamagedError(BROKEN.format(record=record.id)) from error


def _part(record: Record, part: bytes, keys: Keys) -> bytes:
    """Return *part* of a *record* that this program knows, as it was before sealing."""
    if record.is_newer:
        raise StoreNewerError(NEWER.format(record=record.id))
    return _unsealed(record, part, keys)


def _unsealed(record: Record, part: bytes, keys: Keys) -> bytes:
    """Return *part* of *record* as it was before sealing."""
    if not record.sealed_to:
        return part
    if record.sealed_to not in keys.secrets:
        raise SealedError(CLOSED)
    try:
        return age_format.opened(part, keys.secrets[record.sealed_to])
    except WrongSecretError as error:
        raise StoreDamagedError(BROKEN.format(record=record.id)) from error
