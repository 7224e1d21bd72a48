"""A client who is asked again: the desk ends with the wish for it, and begins anew after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from assessment.casebook.clients import Client
from assessment.casebook.earlier_screenings import earlier_than
from assessment.casebook.history import PastScreening
from assessment.casebook.record_reports import as_earlier
from assessment.casebook.summaries import asked_less
from assessment.core.answers import AnswerSheet
from assessment.desk import words
from assessment.desk.context import DeskContext
from assessment.desk.desk_lock import DeskLock
from assessment.desk.screens.client import ClientScreen
from assessment.reporting.request import EarlierScreening
from assessment.ui.navigator import Navigator
from reports.words.phrasing import day_in_words


@dataclass(frozen=True)
class Retest:
    """Which client is to be asked again, and what was answered before.

    ``sheet`` has what was answered last time and stands beside today's questions, None where
    that record is closed;
    ``earlier`` are the screenings that count, for the report.
    """

    client: UUID
    sheet: AnswerSheet | None
    earlier: tuple[EarlierScreening, ...]


@dataclass
class RetestFlow:
    """Asks whether a client is to be asked again; after a yes it shuts the desk, and closes it."""

    context: DeskContext
    navigator: Navigator
    lock: DeskLock
    close: Callable[[], None]
    wish: Retest | None = None
    """Who is to be asked again, once the desk is closed for it."""

    def ask(self, client: Client, screenings: Sequence[PastScreening]) -> None:
        """Ask, and close the desk with the wish."""
        if not isinstance(self.navigator.front, ClientScreen):
            return  # a key pressed twice asks twice
        last = screenings[-1]
        earlier = as_earlier(earlier_than(self.context.today, screenings))
        self.navigator.confirm(
            words.RETEST.format(name=client.name or words.NO_NAME),
            _text(last).format(day=day_in_words(last.day)),
            words.RETEST_NO,
            words.RETEST_YES,
            lambda: self._close_for(Retest(client.key, last.answers, earlier)),
        )

    def _close_for(self, wish: Retest) -> None:
        self.wish = wish
        self.lock.desk.shut()
        self.close()


def _text(last: PastScreening) -> str:
    if last.assessment:
        return words.RETEST_TEXT
    if not last.is_of_other_version:
        return words.RETEST_CLOSED
    is_less = asked_less(last.record.questionnaire)
    return words.RETEST_ASKED_LESS if is_less else words.RETEST_OTHER_VERSION
