"""The gym's wish -> how long nobody touches anything until the answers are hidden."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from assessment.tui import words
from assessment.tui.locking import LOCK_AFTER

LOCK_MINUTES = "lock_minutes"
LEAST, MOST = 1, 60
"""Minutes: less hides the answers from one who thinks, more hides them from nobody."""


def lock_time(wishes: Mapping[str, Any]) -> tuple[timedelta, tuple[str, ...]]:
    """Return the time that *wishes* ask for, or the usual one, and what is wrong in words."""
    minutes = wishes.get(LOCK_MINUTES)
    if minutes is None:
        return LOCK_AFTER, ()
    if type(minutes) is int and LEAST <= minutes <= MOST:
        return timedelta(minutes=minutes), ()
    usual = LOCK_AFTER // timedelta(minutes=1)
    return LOCK_AFTER, (words.LOCK_MINUTES_WRONG.format(low=LEAST, high=MOST, usual=usual),)
