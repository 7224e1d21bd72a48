"""The day of a screening: one rule for lists, re-tests, paper and file names."""

from __future__ import annotations

from datetime import UTC, date, datetime


def local_day(moment: datetime) -> date:
    """Return the day of *moment* where this computer is: an evening here may be tomorrow in UTC."""
    return moment.astimezone().date()


def today() -> date:
    """Return the day that it is where this computer is."""
    return local_day(datetime.now(UTC))
