"""The day and the order of screenings: one rule for lists, re-tests, paper and file names.

The day is that of the place where it was made, also where it is read elsewhere. The order is
that in which they were made, also where a clock had been set back.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from assessment.records.store.uuid7 import VERSION, milliseconds_of

OFFSET = "utc_offset_minutes"
"""Among what a record holds more: how far the clock on the wall was ahead of UTC."""
MOST_OFFSET = 24 * 60
FIRST_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)
"""Long before the first version: a clock that has lost its battery stands before it."""
DAY = 24 * 60 * 60 * 1000
"""Milliseconds."""
LAST_MOMENT = datetime(2060, 1, 1, tzinfo=UTC)
"""Long after this version: no clock that is right stands behind it."""


def local_day(moment: datetime) -> date:
    """Return the day of *moment* where this computer is: an evening here may be tomorrow in UTC."""
    try:
        return moment.astimezone().date()
    except (OSError, OverflowError, ValueError):  # the end of what a calendar knows
        return moment.date()


def today() -> date:
    """Return the day that it is where this computer is."""
    return local_day(datetime.now(UTC))


def tomorrow() -> date:
    """Return the last day that it can be anywhere now."""
    return today() + timedelta(days=1)


def offset_of(moment: datetime) -> str:
    """Return what a record made at *moment* on this computer holds more, as JSON."""
    offset = moment.astimezone().utcoffset() or timedelta()
    return json.dumps({OFFSET: round(offset.total_seconds() / 60)})


def day_of(moment: datetime, more: str) -> date:
    """Return the day of a screening that ended at *moment*, of a record that holds *more*.

    Where it was made; of a record that does not say so, where this computer is.
    """
    held = json.loads(more).get(OFFSET) if OFFSET in more else None
    if isinstance(held, bool) or not isinstance(held, int) or abs(held) > MOST_OFFSET:
        return local_day(moment)
    try:
        return (moment + timedelta(minutes=held)).date()
    except OverflowError:
        return moment.date()


def made_at(moment: datetime, name: UUID) -> int:
    """Return when the record of that *name* was made, in milliseconds since 1970.

    *moment* is what the clock said. A clock that had been set back shows in the name, which
    sorts after every record that was there.
    """
    clock = int(moment.timestamp() * 1000)
    return max(clock, milliseconds_of(name)) if name.version == VERSION else clock


def day_is_sure(moment: datetime, name: UUID) -> bool:
    """Return whether the clock that said *moment* was right when the record of that *name* came.

    It was not where the name is far behind it, unless that follows one that cannot be believed.
    """
    lag = made_at(moment, name) - int(moment.timestamp() * 1000)
    follows = milliseconds_of(name) > LAST_MOMENT.timestamp() * 1000
    return is_believable(moment) and (lag < DAY or follows)


def is_believable(moment: datetime) -> bool:
    """Return whether a clock that says *moment* may be right."""
    return FIRST_MOMENT <= moment <= LAST_MOMENT
