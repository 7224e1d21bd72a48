"""The draft: a screening that is not finished, one small file, appended at each answer.

Each line is a JSON object ``{"version": questionnaire's, "answers": {item: raw or null},
"page": id or null}``, written and synced before the next question is shown. A line cut short
by a power cut is left out on reading; the lines before it are whole. Where the gym seals its
records, each line stands sealed (``draft_seal``). After a day it is erased (``draft_age``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from assessment.core.answers import AnswerError, AnswerSheet, Value, value_of
from assessment.files.atomic_write import sync_folder
from assessment.files.file_lock import FileLockedError, file_lock
from assessment.files.owner_only import make_folder, open_owner_only
from assessment.records.drafts.draft_age import KEPT_FOR, age_of
from assessment.records.drafts.draft_seal import DraftSeal
from assessment.records.errors import DraftInUseError
from questions.questionnaire import Questionnaire

VERSION = "2.0.0"
"""Of the questionnaire whose answers are kept here; ``questionnaire.toml`` has it too."""


@dataclass(frozen=True)
class Draft:
    """What a draft file holds: the answers, the page that was open, and how old it is."""

    sheet: AnswerSheet
    page: str | None
    age: timedelta
    is_earlier: bool = False
    """Answers to another version of the questionnaire are among them: nobody goes on with it."""


class DraftFile:
    """The draft at ``path``. Health answers: only the owner may read it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seal = DraftSeal(path)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other windows of the program away from this draft.

        Raises:
            DraftInUseError: Another window has it.
            OSError: The folder cannot be written to.
        """
        make_folder(self.path.parent)
        with ExitStack() as held:
            try:
                held.enter_context(file_lock(self.path.with_suffix(".lock")))
            except FileLockedError as error:
                raise DraftInUseError from error
            yield

    def append(self, answers: Mapping[str, object], page: str | None) -> None:
        """Add raw *answers* and the *page* that is open now; on disk when this returns.

        Raises:
            OSError: It cannot be written; what was there before is untouched.
        """
        make_folder(self.path.parent)
        step = json.dumps({"version": VERSION, "answers": dict(answers), "page": page})
        line = self._seal.close(step.encode()) + b"\n"
        descriptor = open_owner_only(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        try:
            is_new = _append_whole(descriptor, line)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            sync_folder(self.path.parent)

    def read(self, questionnaire: Questionnaire) -> Draft | None:
        """Return what the file holds, or None where there is nothing to resume.

        Answers that no longer fit the questionnaire are left out. A "no" to other words is not
        one to today's, so a draft of another version says that it is one.
        """
        try:
            lines = self.path.read_bytes().splitlines()
            age = age_of(self.path) or timedelta()
        except OSError:
            return None
        given: dict[str, Value] = {}
        page: str | None = None
        is_earlier = False
        for line in lines:
            step = _step(self._seal.open(line))
            if step is None:
                continue
            at = step.get("page")
            page = at if isinstance(at, str) else None
            is_earlier = is_earlier or step.get("version") != questionnaire.version
            _take_over(step["answers"], given, questionnaire)
        if not given and not is_earlier:
            return None
        return Draft(AnswerSheet.of(questionnaire, given), page, age, is_earlier)

    def erase(self) -> None:
        """Take the draft away; nothing happens where there is none."""
        with suppress(NotADirectoryError):  # where no folder can be, no draft is
            self.path.unlink(missing_ok=True)
        self._seal.forget()

    def erase_old(self) -> None:
        """Take the draft away if nobody came back to it for a day.

        Raises:
            OSError: It is old and cannot be erased.
        """
        age = age_of(self.path)
        if age is not None and age > KEPT_FOR:
            self.erase()


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
