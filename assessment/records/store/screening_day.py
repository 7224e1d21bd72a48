"""The day of a screening: one rule for lists, re-tests, paper and file names."""

from __future__ import annotations

from datetime import date, datetime


def local_day(moment: datetime) -> date:
    """Return the day of *moment* where this computer is: an evening here may be tomorrow in UTC."""
    return moment.astimezone().date()
