"""The draft behind the screens: every answer is on disk before the next question shows."""

from __future__ import annotations

from collections.abc import Mapping

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
        try:
            self._draft.append(answers, place)
            self.trouble = ""
        except OSError as error:
            self.trouble = words.NOT_SAVED.format(reason=error.strerror)
        return self.trouble

    def erase(self) -> str:
        """Erase what is kept; return what went wrong, in words."""
        try:
            self._draft.erase()
        except OSError as error:
            return words.NOT_ERASED.format(reason=error.strerror)
        self.trouble = ""
        return ""
