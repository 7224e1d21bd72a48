"""A bundle: all of a store in one file, for a USB stick or as a backup.

JSON Lines: a head, one value a line, and an end that tells whether all of it is there.
Sealed records stand in it sealed. ``bundle_checks`` looks into one and changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import func, select

from assessment.files.atomic_write import whole_file
from assessment.records.errors import BadBundleError
from assessment.records.store.repository import every_value, put_all
from assessment.records.store.rows import TABLE_ROWS
from assessment.records.store.transactions import Store
from assessment.records.store.value_documents import line_of, value_from
from assessment.records.store.values import GymKey, Record, Value, written
from assessment.records.sync.syncing import OnProgress
from assessment.version import VERSION

HEAD_KEY, FORM = "posterior-chain records", 1
MOST_LINE = 12_000_000
"""Bytes of a line; a real one has 10,000."""
BATCH = 250

NO_BUNDLE = "{path} is not a bundle of records."
NEWER = "{path} was made by a newer posterior-chain. Update this computer, then try again."
CUT_SHORT = "{path} is not whole: the end is missing. Copy it anew. Nothing was changed."
CHANGED = "{path} was changed since it was made. Copy it anew. Nothing was changed here."
AT_LINE = "{path}, line {line}: {fault}. Nothing was changed."


def write_bundle(store: Store, path: Path, on_progress: OnProgress = lambda _d, _o: None) -> int:
    """Write all of *store* to *path*, whole or not at all; return how many records.

    Raises:
        StoreError: The store cannot be read.
        OSError: The file cannot be written.
    """
    with store.reading() as connection, whole_file(path) as file:
        total = sum(
            connection.scalar(select(func.count()).select_from(rows.table)) or 0
            for rows in TABLE_ROWS.values()
        )
        body = _Body(file)
        head = {HEAD_KEY: FORM, "program": VERSION, "made": written(datetime.now(tz=UTC))}
        body.add(json.dumps(head).encode() + b"\n")
        records = 0
        for done, value in enumerate(every_value(connection), start=1):
            body.add(line_of(value))
            records += isinstance(value, Record)
            on_progress(done, total)
        end = {"end": total, "sha256": body.digest.hexdigest()}
        file.write(json.dumps(end).encode() + b"\n")
    return records


def check_replaceable(path: Path) -> None:
    """Make sure that the file at *path* is a bundle, whole or not, or empty.

    Raises:
        BadBundleError: It is something else, which nobody means to lose.
    """
    try:
        with path.open("rb") as file:
            line = file.readline(MOST_LINE)
    except OSError as error:
        raise BadBundleError(f"{path} cannot be read: {error.strerror}.") from error
    if line:
        _check_head(line, path)


def values_of(path: Path) -> Iterator[Value]:
    """Yield the values in the bundle at *path*, and make sure at the end that it is whole.

    Raises:
        BadBundleError: It is not; nothing of it may be used then.
    """
    try:
        with path.open("rb") as file:
            yield from _values(file, path)
    except OSError as error:
        raise BadBundleError(f"{path} cannot be read: {error.strerror}.") from error


def merge(store: Store, path: Path, on_progress: OnProgress = lambda _d, _o: None) -> None:
    """Unite the bundle at *path* with *store*; run ``preview`` first, which makes sure of it.

    Raises:
        BadBundleError: The bundle is not whole.
        StoreError: It stopped half-way; what was brought is whole, and can be run again.
    """
    waiting: list[Value] = []
    total = sum(1 for _ in values_of(path))
    done = 0

    def bring() -> None:
        nonlocal done
        put_all(store, waiting)
        done += len(waiting)
        waiting.clear()
        on_progress(done, total)

    for value in values_of(path):
        waiting.append(value)
        if len(waiting) == BATCH:
            bring()
    bring()


def keys_in(path: Path) -> list[GymKey]:
    """Return the gym's keys in the bundle at *path*.

    Raises:
        BadBundleError: The bundle is not whole.
    """
    return [value for value in values_of(path) if isinstance(value, GymKey)]


class _Body:
    """Lines that are written and counted into a digest."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def add(self, line: bytes) -> None:
        self._file.write(line)
        self.digest.update(line)


def _values(file: BinaryIO, path: Path) -> Iterator[Value]:
    digest, number = hashlib.sha256(), 1
    line = file.readline(MOST_LINE)
    _check_head(line, path)
    while True:
        digest.update(line)
        line, number = file.readline(MOST_LINE), number + 1
        if not line.endswith(b"\n"):
            raise BadBundleError(CUT_SHORT.format(path=path))
        if line.startswith(b'{"end"'):
            break
        try:
            yield value_from(line)
        except BadBundleError as error:
            raise BadBundleError(AT_LINE.format(path=path, line=number, fault=error)) from error
    try:
        end = json.loads(line)
    except ValueError:
        end = {}
    if end != {"end": number - 2, "sha256": digest.hexdigest()} or file.read(1):
        raise BadBundleError(CHANGED.format(path=path))


def _check_head(line: bytes, path: Path) -> None:
    try:
        head = json.loads(line)
        form = head[HEAD_KEY]
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BadBundleError(NO_BUNDLE.format(path=path)) from None
    if not isinstance(form, int) or form > FORM:
        raise BadBundleError(NEWER.format(path=path))
