"""A record as a list shows it: whose it is and what came out, without an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.records.errors import SealedError, StoreDamagedError
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card, open_card
from assessment.records.store.values import Record

EMPTY = b""
OUTCOMES: Mapping[str, str] = {
    "emergency": "emergency",
    "same_day": "medical help today",
    "incomplete": "not complete",
    "see_clinician": "a clinician first",
    "postpone": "postponed",
    "train": "may train",
}
BANDS: Mapping[str, str] = {
    "few": "few signs",
    "mild": "mild",
    "moderate": "moderate",
    "marked": "marked",
}
NEWER_PROGRAM = "made by a newer program"
OTHER_KEY = "sealed for another key"
NOT_WHOLE = "not whole"


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """One current record as a list shows it; ``card`` is None where it cannot be opened."""

    record: Record
    """Without what is inside."""
    card: Card | None
    why_closed: str = ""

    @property
    def result(self) -> str:
        """What came out, or why the record cannot be opened."""
        if self.card is None:
            return self.why_closed
        band = BANDS.get(self.card.band or "", "")
        return ", ".join(filter(None, (OUTCOMES.get(self.card.outcome), band)))


def summary_of(desk: Desk, record: Record, known: Card | None = None) -> RecordSummary:
    """Return *record* as a list shows it; *known* is its card where it was opened before.

    Raises:
        SealedError: The desk is shut.
    """
    bare = replace(record, card=EMPTY)
    if record.is_newer:
        return RecordSummary(bare, None, NEWER_PROGRAM)
    if known:
        return RecordSummary(bare, known)
    try:
        return RecordSummary(bare, open_card(record, desk.keys))
    except SealedError:
        return RecordSummary(bare, None, OTHER_KEY)
    except StoreDamagedError:
        return RecordSummary(bare, None, NOT_WHOLE)
