"""What the gym's settings say about the desk: how long to keep records, when to shut."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.settings.reading import RECORDS, Settings

MONTHS = range(1, 601)
MINUTES = range(1, 61)
IDLE_MINUTES = 5


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """``keep_months`` is None where records are kept until somebody erases them."""

    keep_months: int | None = None
    idle_seconds: float = IDLE_MINUTES * 60.0
    faults: tuple[str, ...] = ()


def desk_settings(settings: Settings) -> DeskSettings:
    """Return what *settings* say about the desk, and a sentence for each line not used."""
    faults: list[str] = []

    def whole(key: str, allowed: range) -> int | None:
        raw = settings.records.get(key)
        if raw is None:
            return None
        if isinstance(raw, bool) or not isinstance(raw, int) or raw not in allowed:
            limits = f"{allowed[0]} to {allowed[-1]}"
            faults.append(f"{key}: must be a whole number from {limits}; not used")
            return None
        return raw

    months, minutes = whole("keep_months", MONTHS), whole("idle_minutes", MINUTES)
    named = settings.named(RECORDS, faults)
    return DeskSettings(months, (minutes or IDLE_MINUTES) * 60.0, named)
