"""Work beside the screen: in a thread, its faults in words, dropped once the desk was shut."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ParamSpec, TypeVar

from textual.app import App
from textual.worker import Worker

from assessment.core.answers import AnswerError
from assessment.core.plan.changes.errors import ChangeError
from assessment.exchange.answers_document import AnswersFileError
from assessment.records.errors import GymKeyFileError, StoreError

Found = TypeVar("Found")
Given = ParamSpec("Given")
TELLABLE = (StoreError, GymKeyFileError, AnswerError, AnswersFileError, ChangeError, OSError)
"""What a job may raise that a person can be told as it is."""


class Background:
    """Does for *app* what takes long, so that no key ever waits for the store.

    *tell_fault* gets a fault in words where a job does not say who else does.
    """

    def __init__(self, app: App[Any], tell_fault: Callable[[str], object]) -> None:
        self._app = app
        self._tell_fault = tell_fault
        self._dropped = 0
        """Counts how often all that was under way was dropped."""

    def run(
        self,
        job: Callable[[], Found],
        then: Callable[[Found], object],
        instead: Callable[[str], object] | None = None,
    ) -> Worker[None]:
        """Do *job* in a thread and give what it returns to *then*, on the screen's side.

        A fault that people can be told goes to *instead*. Returns what is at work.
        """
        asked, tell = self._dropped, instead or self._tell_fault

        def back(following: Callable[[], object]) -> None:
            if self._dropped == asked and self._app.is_running:
                following()

        def work() -> None:
            try:
                found = job()
            except TELLABLE as error:
                self._app.call_from_thread(back, partial(tell, in_words(error)))
            else:
                self._app.call_from_thread(back, partial(then, found))

        return self._app.run_worker(work, group="store", thread=True)

    def show(self, how: Callable[Given, object], *given: Given.args, **named: Given.kwargs) -> None:
        """Show from inside a job how far it is, on the screen's side."""
        self._app.call_from_thread(how, *given, **named)

    def drop(self) -> None:
        """Drop what is still to come back: nobody may see it any more."""
        self._dropped += 1


def in_words(error: Exception) -> str:
    """Return what *error* says to a person."""
    if isinstance(error, AnswersFileError):
        return "; ".join(error.faults)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}."
    return str(error)
