"""``RetestView`` -> the lines of "Last time and now" on a screen, said by words and place alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from reports.sheets.retest import RetestRow, RetestView, Side
from reports.words import retest as words

LEAST_WIDTH, MOST_WIDTH = 60, 120
GAP = 2
NAME_SHARE, SIDE_SHARE = 0.33, 0.19
"""Of the width, for the name and for each of both days; what is left is for the words."""


def retest_lines(view: RetestView, width: int) -> list[str]:
    """Return *view* as lines of at most *width* columns; an empty line stands before a heading.

    *width* counts as at least 60, and at most 120: longer lines are hard to read.
    """
    width = min(max(width, LEAST_WIDTH), MOST_WIDTH)
    lines = [*_wrapped((view.days, view.early), width), "", *_wrapped((words.SCORES,), width)]
    lines += _table(words.PART, view.regions, width)
    if view.figures:
        lines += ["", words.FIGURES, *_table(words.MEASURED, view.figures, width)]
    for title, sentences in (
        (words.MEANING_TITLE, view.meaning),
        (words.LIMITS_TITLE, view.limits),
    ):
        lines += ["", title, *_wrapped(sentences, width)]
    return lines


def _table(first: str, rows: Sequence[RetestRow], width: int) -> Iterator[str]:
    name, side = int(width * NAME_SHARE), int(width * SIDE_SHARE)
    widths = (name, side, side, width - name - 2 * side)
    yield from _row((first, words.LAST, words.NOW, words.IN_WORDS), widths)
    yield "─" * width
    for row in rows:
        said = f"{row.change}: {row.why}" if row.why else row.change
        yield from _row((row.full_name, _side(row.last), _side(row.now), said), widths)


def _side(side: Side) -> str:
    """Return one value with what stands below it on paper, on one line."""
    return f"{side.number} {side.note}".rstrip()


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
