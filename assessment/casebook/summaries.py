"""A record as a list shows it: whose it is and what came out, without an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from assessment.core.gate import Outcome
from assessment.records.errors import SealedError, StoreDamagedError
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card, open_card
from assessment.records.store.screening_day import tomorrow
from assessment.records.store.values import Record
from questions.loader import load_questionnaire

EMPTY = b""
RETEST_WEEK = 8
"""The first in which the questions are asked again; before it, only pain (``programme.toml``)."""
OUTCOMES: Mapping[str, str] = {
    "emergency": "emergency",
    "same_day": "medical help today",
    "incomplete": "not complete",
    "see_clinician": "a clinician first",
    "postpone": "postponed",
    "train": "may train",
}
SCREEN_ANEW = "screen anew"
"""In place of the last one, where a version asked less about safety."""
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
    def outcome(self) -> str:
        """What the program did with the answers; empty where the card cannot be opened.

        A clearance of a day that is still to come lifts nothing: a record made under a wrong
        clock may come from another laptop.
        """
        if self.card and self.card.cleared_on > tomorrow().isoformat():
            return Outcome.SEE_CLINICIAN
        return self.card.outcome if self.card else ""

    @property
    def retest_week(self) -> int | None:
        """The week in which the questions are asked again; None where none was planned."""
        if self.card is None or self.outcome != self.card.outcome:
            return None
        return next((one for one in self.card.retest_weeks if one >= RETEST_WEEK), None)

    @property
    def due(self) -> date | None:
        """The day to ask the questions again; None where no re-test was planned."""
        week = self.retest_week
        if week is None:
            return None
        day = self.record.day
        return day + min(timedelta(weeks=week), date.max - day)

    @property
    def result(self) -> str:
        """What came out, or why the record cannot be opened."""
        if self.card is None:
            return self.why_closed
        outcome, band = OUTCOMES.get(self.outcome), BANDS.get(self.card.band or "", "")
        if self.outcome == Outcome.TRAIN and asked_less(self.record.questionnaire):
            outcome = SCREEN_ANEW
        return ", ".join(filter(None, (outcome, band)))


@cache
def asked_less(version: str) -> bool:
    """Return whether the questionnaire of that *version* asked less about safety than today's."""
    return any(one.id == version for one in load_questionnaire().earlier_versions)


def summary_of(desk: Desk, record: Record, known: Card | None = None) -> RecordSummary:
    """Return *record* as a list shows it; *known* is its card where it was opened before.

    Raises:
        SealedError: The desk is shut.
    """
    bare = replace(record, card=EMPTY)
    if record.is_newer:
        return RecordSummary(bare, None, NEWER_PROGRAM)
    try:
        return RecordSummary(bare, known or open_card(record, desk.keys))
    except SealedError:
        return RecordSummary(bare, None, OTHER_KEY)
    except StoreDamagedError:
        return RecordSummary(bare, None, NOT_WHOLE)
