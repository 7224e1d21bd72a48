"""What came out of a screening, in the few words that a list has room for."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.casebook.clients import Line

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


def result_of(line: Line) -> str:
    """Return what came out, or why the record cannot be opened."""
    if line.card is None:
        return line.why_closed
    band = BANDS.get(line.card.band or "", "")
    return ", ".join(filter(None, (OUTCOMES.get(line.card.outcome), band)))
