"""A day on the command line, of something that has happened."""

from __future__ import annotations

from datetime import date
from typing import Any

import click


class PastDay(click.ParamType[date]):
    """A day up to today, written as people write it: 2026-11-29, 29.11.2026, 29/11/2026, today."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return *value* as a day; leave with what is wrong with it."""
        from assessment.core.days import DayError, past_day
        from assessment.records.store.screening_day import today

        try:
            return value if isinstance(value, date) else past_day(value, today())
        except DayError as error:
            self.fail(f"{error}.", param, ctx)
