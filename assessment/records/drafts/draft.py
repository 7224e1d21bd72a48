"""The draft: a screening that is not finished, one small file, appended at each answer.

Each line is a JSON object ``{"answers": {item: raw or null}, "page": id or null}``, written
and synced before the next question is shown. A line cut short by a power cut is left out
on reading; the lines before it are whole. Where the gym seals its records, each line stands
sealed (``draft_cover``). After a day it is erased (``draft_age``).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from assessment.core.answers import AnswerError, AnswerSheet, Value, value_of
from assessment.records.drafts.background import begun, failed
from assessment.records.drafts.draft_age import KEPT_FOR, age_of
from assessment.records.drafts.draft_cover import Cover, Uncovered, cover_of
from questions.questionnaire import Questionnaire

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700


class DraftInUseError(Exception):
    """Another window of the program has this draft open."""


@dataclass(frozen=True)
class Draft:
    """What a draft file holds: the answers, the page that was open, and how old it is."""

    sheet: AnswerSheet
    page: str | None
    age: timedelta


class DraftFile:
    """The draft at ``path``. Health answers: only the owner may read it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._cover: Cover = Uncovered()

    @property
    def cover(self) -> Cover:
        """How lines stand on the disk; sealed from the moment that the gym seals its records."""
        if isinstance(self._cover, Uncovered):
            self._cover = cover_of(self.path)
        return self._cover

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other windows of the program away from this draft.

        Raises:
            DraftInUseError: Another window has it.
            OSError: The folder cannot be written to.
        """
        self._make_folder()
        lock = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        try:
            try:
                _lock(lock)
            except OSError as error:
                raise DraftInUseError from error
            yield
        finally:
            os.close(lock)

    def append(self, answers: Mapping[str, object], page: str | None) -> None:
        """Add raw *answers* and the *page* that is open now; on disk when this returns.

        Raises:
            OSError: It cannot be written; what was there before is untouched.
        """
        self.begin(answers, page).result()

    def begin(self, answers: Mapping[str, object], page: str | None) -> Future[None]:
        """Add as ``append`` does, and return while the disk works; the result comes when it has.

        Where it cannot be written, the result raises OSError; nothing is raised here.
        """
        try:
            descriptor, is_new = self._written(answers, page)
        except OSError as error:
            return failed(error)
        return begun(partial(self._sync, descriptor, is_new=is_new))

    def _written(self, answers: Mapping[str, object], page: str | None) -> tuple[int, bool]:
        """Return the open file with one more line, and whether the file is new."""
        self._make_folder()
        step = json.dumps({"answers": dict(answers), "page": page})
        line = self.cover.close(step.encode()) + b"\n"
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
        descriptor = os.open(self.path, flags, OWNER_ONLY)
        try:
            return descriptor, _append_whole(descriptor, line)
        except OSError:
            os.close(descriptor)
            raise

    def _sync(self, descriptor: int, *, is_new: bool) -> None:
        """Have the open file on the disk, a new one with its name, and close it."""
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            _sync_folder(self.path.parent)

    def read(self, questionnaire: Questionnaire) -> Draft | None:
        """Return what the file holds, or None where there is nothing to resume.

        Answers that no longer fit the questionnaire are left out.
        """
        try:
            lines = self.path.read_bytes().splitlines()
            age = age_of(self.path) or timedelta()
        except OSError:
            return None
        given: dict[str, Value] = {}
        page: str | None = None
        for line in lines:
            step = _step(self.cover.open(line))
            if step is None:
                continue
            at = step.get("page")
            page = at if isinstance(at, str) else None
            _take_over(step["answers"], given, questionnaire)
        return Draft(AnswerSheet.of(questionnaire, given), page, age) if given else None

    def erase(self) -> None:
        """Take the draft away; nothing happens where there is none."""
        self.path.unlink(missing_ok=True)
        self.cover.forget()

    def erase_old(self) -> None:
        """Take the draft away if nobody came back to it for a day.

        Raises:
            OSError: It is old and cannot be erased.
        """
        age = age_of(self.path)
        if age is not None and age > KEPT_FOR:
            self.erase()

    def _make_folder(self) -> None:
        self.path.parent.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)


def _append_whole(descriptor: int, line: bytes) -> bool:
    """Append *line*, or nothing of it; return whether the file was empty."""
    start = os.fstat(descriptor).st_size
    try:
        _write_whole(descriptor, _line_end(descriptor, start) + line)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, start)
        raise
    return not start


def _write_whole(descriptor: int, content: bytes) -> None:
    """Write all of *content*; a full disk may take only a part of it first."""
    while content:
        content = content[os.write(descriptor, content) :]


def _line_end(descriptor: int, size: int) -> bytes:
    """Return what ends the last line, where a power cut has cut it short."""
    if not size:
        return b""
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return b"" if os.read(descriptor, 1) == b"\n" else b"\n"


def _step(line: bytes) -> dict[str, object] | None:
    """Return one line as an object with answers, or None where it is cut short."""
    try:
        step = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if isinstance(step, dict) and isinstance(step.get("answers"), dict):
        return step
    return None


def _take_over(answers: object, given: dict[str, Value], questionnaire: Questionnaire) -> None:
    """Put raw *answers* into *given*; null takes an answer away."""
    for item_id, raw in answers.items() if isinstance(answers, dict) else ():
        item = questionnaire.by_id.get(item_id)
        if item is None:
            continue
        with suppress(AnswerError):
            value = value_of(item, raw)
            given.pop(item_id, None)
            if value is not None:
                given[item_id] = value


if sys.platform == "win32":
    import msvcrt

    def _sync_folder(_folder: Path) -> None:
        """Do nothing: Windows has no such call, and needs none."""

    def _lock(descriptor: int) -> None:
        """Take the lock or raise OSError at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _sync_folder(folder: Path) -> None:
        """Have the name of a new file on the disk too."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _lock(descriptor: int) -> None:
        """Take the lock or raise OSError at once."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
