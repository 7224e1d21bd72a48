"""The draft behind the screens: every answer is on disk before the next question shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager

from assessment.quiz import words
from assessment.records.drafts.draft import DraftFile


class DraftSaver:
    """Keeps answers in a draft; a disk that refuses is put into words, and the quiz goes on."""

    def __init__(self, draft: DraftFile) -> None:
        self._draft = draft
        self.trouble = ""
        """Why the last answers could not be kept, as a sentence; empty where they are."""

    def keep(self, answers: Mapping[str, object], place: str) -> str:
        """Keep raw *answers* and the *place* that is open now; return what went wrong, in words."""
        with self.keeping(answers, place):
            pass
        return self.trouble

    @contextmanager
    def keeping(self, answers: Mapping[str, object], place: str) -> Iterator[None]:
        """Keep as ``keep`` does while the block runs; ``trouble`` is known at its end."""
        on_disk = self._draft.begin(answers, place)
        try:
            yield
        finally:
            self.trouble = _trouble(on_disk)

    def erase(self) -> str:
        """Erase what is kept; return what went wrong, in words."""
        try:
            self._draft.erase()
        except OSError as error:
            return words.NOT_ERASED.format(reason=error.strerror)
        self.trouble = ""
        return ""


def _trouble(on_disk: Future[None]) -> str:
    """Wait for the disk; return what went wrong, in words."""
    try:
        on_disk.result()
    except OSError as error:
        return words.NOT_SAVED.format(reason=error.strerror)
    return ""
