"""``RetestView`` -> the lines of "Last time and now" on a screen, said by words and place alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from reports.sheets.retest import RetestView
from reports.sheets.table import OnScreen, Row, Table
from reports.words import retest as words

LEAST_WIDTH, MOST_WIDTH = 60, 120
GAP = 2
NAME_SHARE, SIDE_SHARE = 0.33, 0.19
"""Of the width, for the name and for each column but the last, which has what is left."""
LEAST_COLUMNS = 3
"""A name and both days: each day has half of what is left."""


def retest_lines(view: RetestView, width: int) -> list[str]:
    """Return *view* as lines of at most *width* columns; an empty line stands before a heading.

    *width* counts as at least 60, and at most 120: longer lines are hard to read.
    """
    width = min(max(width, LEAST_WIDTH), MOST_WIDTH)
    lines = [*_wrapped((view.days, view.early), width), "", *_wrapped((words.SIGNS,), width)]
    lines += [*_table(view.signs, width), "", *_wrapped((words.SCORES,), width)]
    lines += _table(view.regions, width)
    if view.figures:
        lines += ["", words.FIGURES, *_table(view.figures, width)]
    for title, sentences in (
        (words.MEANING_TITLE, view.meaning),
        (words.LIMITS_TITLE, view.limits),
    ):
        lines += ["", title, *_wrapped(sentences, width)]
    return lines


def _table(table: Table[Row], width: int) -> Iterator[str]:
    columns = [one for one in table.columns if one.on_screen is not OnScreen.NOWHERE]
    name = int(width * NAME_SHARE)
    side = int(width * SIDE_SHARE) if len(columns) > LEAST_COLUMNS else (width - name) // 2
    sides = [side for _ in columns[1:-1]]
    widths = (name, *sides, width - name - sum(sides))
    yield from _row([column.header for column in columns], widths)
    yield "─" * width
    for row in table:
        yield from _row([column.text(row) for column in columns], widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row; what is too long for its column goes on below."""
    columns = [wrap(cell, width - GAP) or [""] for cell, width in zip(cells, widths, strict=True)]
    for index in range(max(len(column) for column in columns)):
        parts = (
            (column[index] if index < len(column) else "").ljust(width)
            for column, width in zip(columns, widths, strict=True)
        )
        yield "".join(parts).rstrip()


def _wrapped(sentences: Sequence[str], width: int) -> list[str]:
    return [line for sentence in sentences if sentence for line in wrap(sentence, width)]
