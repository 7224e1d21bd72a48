"""The table and its codebook as CSV files that spreadsheets and statistics programs open."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.casebook.batches.contents import UNREADABLE
from assessment.casebook.datasets.codebook import (
    Cell,
    CodebookLine,
    columns_of,
    older_answers,
    older_column,
)
from assessment.casebook.selection import Chosen
from assessment.files.atomic_write import write_whole_file
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import open_content
from assessment.records.store.repository import note, record_of
from questions.loader import load_questionnaire

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins with one of these, also a wide one, is a formula to some spreadsheets."""
UNSEEN = " \t\r\n\u200c\u200d"
CODEBOOK_HEAD = ("item", "code", "question", "details", "meaning", "unit", "allowed")


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """How many screenings stand in the table, and how many could not be opened."""

    rows: int
    left_out: int


def codebook_of(table: Path) -> Path:
    """Return the file of the codebook beside *table*."""
    return table.with_name(f"{table.stem}-codebook{table.suffix}")


def write_table(
    desk: Desk,
    screenings: Sequence[Chosen],
    table: Path,
    *,
    names: bool = False,
    tell: Callable[[str], None] = lambda _: None,
    on_progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> WrittenTable:
    """Write a row for each of *screenings* to *table*, and the codebook beside it.

    *names*: with the names in it. *tell* gets which record cannot be opened, and why.

    Raises:
        StoreError: The desk is shut, or the store cannot be read any more.
        OSError: A file cannot be written; what was there before is there.
    """
    columns = columns_of(load_questionnaire(), names=names)
    rows: list[tuple[list[Cell], Mapping[str, Cell]]] = []
    in_time = sorted(screenings, key=lambda one: one.line.record.finished_at)  # not by name
    for number, one in enumerate(in_time, start=1):
        desk.touch()
        keys = desk.keys  # a desk that has shut itself ends all, not this record alone
        try:
            content = open_content(record_of(desk.store, one.line.record.id), keys)
        except UNREADABLE as error:
            tell(f"{one.day} {one.line.record.id}: {error}")
        else:
            rows.append(([column.cell(one, content) for column in columns], older_answers(content)))
        on_progress(number, len(screenings))
    older = list(dict.fromkeys(item for _, answers in rows for item in answers))
    told = ((one.name, *_words(one)) for one in (*columns, *map(older_column, older)))
    write_whole_file(codebook_of(table), _csv(CODEBOOK_HEAD, told))
    head = [*(column.name for column in columns), *older]
    whole = ([*cells, *map(answers.get, older)] for cells, answers in rows)
    write_whole_file(table, _csv(head, whole))
    note(desk.store, "exported", None, f"a table of {len(rows)} records")
    return WrittenTable(len(rows), len(screenings) - len(rows))


def harmless(text: str) -> str:
    """Return *text* as one line that no spreadsheet takes for a formula.

    A sign that begins one gets an apostrophe before it.
    """
    line = " ".join(text.split())
    return f"'{line}" if line.lstrip(UNSEEN).startswith(FORMULA) else line


def _words(column: CodebookLine) -> tuple[str, ...]:
    words = (column.code, column.question, column.details, column.meaning)
    return (*words, column.unit, column.allowed)


def _csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return *rows* under *head* as CSV in UTF-8.

    The mark at the beginning tells Excel and LibreOffice that it is UTF-8; pandas skips it. Text
    stands in quotes, since LibreOffice begins a new cell at each semicolon outside of them.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")
