"""A client as one row of the list, in the columns that there are. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size

from assessment.casebook.clients import Client
from assessment.desk import words
from reports.words.common import MONTHS

DAY, RESULT, DUE = 13, 28, 17
"""Columns of the parts behind the name."""
LEAST_NAME, MOST_NAME, LEAST_RESULT = 18, 44, 12
FOR_NAME = 2
"""Columns that the name has before the result."""
LEAST_BESIDE_DUE = 40
"""Columns of name and result from which on the day of the re-test stands beside them."""


def row_of(client: Client, columns: int, today: date) -> str:
    """Return *client* in so many *columns*: name, last day, result, day of the re-test.

    Where there is no room that day goes first, then part of the result, then all of it.
    """
    texts = (
        client.name or words.NO_NAME,
        short_day(client.last.record.day),
        client.last.result,
        due_in_words(client, today),
    )
    return _row(texts, columns)


def heading_of(columns: int) -> str:
    """Return what stands over the rows in so many *columns*."""
    return _row(words.HEADINGS, columns)


def _row(texts: Sequence[str], columns: int) -> str:
    due = DUE if columns >= LEAST_BESIDE_DUE + DAY + DUE else 0
    left = columns - LEAST_NAME - DAY - due
    result = min(RESULT, max(left - FOR_NAME, LEAST_RESULT)) if left >= LEAST_RESULT else 0
    name = max(min(MOST_NAME, columns - DAY - due - result), 1)
    parts = zip(texts, (name, DAY, result, due), strict=True)
    row = "".join(f"{fitted(text, width - 1)} " for text, width in parts if width)
    return fitted(row, columns)


def short_day(day: date) -> str:
    """Return *day* in few columns: ``12 May 2026``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def due_in_words(client: Client, today: date) -> str:
    """Return the day of the re-test of *client*, with "due" once it has come; empty: none."""
    due = client.due
    if due is None:
        return ""
    return words.DUE.format(day=short_day(due)) if client.is_due(today) else short_day(due)


def fitted(text: str, columns: int) -> str:
    """Return *text* in exactly so many *columns*; what is cut off ends with three dots."""
    if cell_len(text) > columns > 1:
        text = set_cell_size(text, columns - 1) + "…"
    return set_cell_size(text, columns)
