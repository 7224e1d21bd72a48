"""One reader of days: what a person types, a file holds or an option names -> a day, or why not.

::

    DayError            text that is no day that can be meant; the message can be shown
    ├── NoDayError      it is no day of the calendar, or written in a way that is not read
    └── DayAheadError   it is still to come, and what is asked about has happened
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from assessment.core.shown import shown

TODAY = "today"
LONGEST = len("29 . 11 . 2026")
"""Characters of a day as people type it."""
DAY = rf"(?:(?i:{TODAY})|\d{{1,4}}(?:\s?[-./]\s?\d{{1,4}}){{2}})"
"""What looks like a day, as a pattern; whether it is one, ``typed_day`` says."""

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})([-./])(?P<month>\d{1,2})\2(?P<year>\d{4})", re.ASCII)

NO_DAY = "{found} is no day; write it as 2026-11-29, 29.11.2026 or 29/11/2026, or today"
NOTHING = "the day is missing; write it as 2026-11-29, 29.11.2026 or 29/11/2026, or today"
NOT_IN_CALENDAR = "{found} is not in the calendar; a day is written as 2026-11-29 or 29.11.2026"
AHEAD = "{found} is still to come; today is {today}"


class DayError(ValueError):
    """A text is no day that can be meant; the message can be shown."""


class NoDayError(DayError):
    """It is no day of the calendar, or written in a way that is not read."""


class DayAheadError(DayError):
    """It is still to come, and what is asked about has happened."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(AHEAD.format(found=day.isoformat(), today=today.isoformat()))
        self.day = day


def past_day(text: str, today: date) -> date:
    """Return the day that a person means with *text*, of something that has happened.

    Raises:
        NoDayError: It is none; see ``typed_day``.
        DayAheadError: It lies after *today*.
    """
    day = typed_day(text, today)
    if day > today:
        raise DayAheadError(day, today)
    return day


def typed_day(text: str, today: date) -> date:
    """Return the day that a person means with *text*.

    Of numbers with stops, strokes or lines between them the day comes first, and the year has
    four digits; the year may stand first too, after which the month comes.

    Raises:
        NoDayError: It is none, or may be read in two ways (29.11.26).
    """
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    if not plain:
        raise NoDayError(NOTHING)
    if plain == TODAY:
        return today
    found = _YEAR_FIRST.fullmatch(plain) or _DAY_FIRST.fullmatch(plain)
    if found is None:
        raise NoDayError(NO_DAY.format(found=shown(text.strip())))
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        raise NoDayError(NOT_IN_CALENDAR.format(found=shown(text.strip()))) from None


def written_day(text: object) -> date:
    """Return the day in *text* as files have it, 2026-11-29 and no other way.

    Raises:
        NoDayError: It is none.
    """
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise NoDayError(f"{shown(text)}, not a day of the calendar, such as 2026-11-29")
    return day
