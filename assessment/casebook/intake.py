"""A finished quiz into the store of this computer, or beside it where that cannot take it now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from assessment.casebook.corrections import content_of
from assessment.core.answers import AnswerSheet
from assessment.records.adding import keep, keep_waiting, kept_anyway
from assessment.records.sealing.public_key import read_gym_key
from assessment.records.store.reports_made import paper_made
from assessment.records.store.repository import client_named
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record


def add_screening(
    sheet: AnswerSheet,
    folder: Path,
    open_store: Callable[[], Store],
    *,
    now: datetime,
    tell: Callable[[str], None],
    client: str | None = None,
    papers: Sequence[Path] = (),
) -> Record:
    """Keep what *sheet* comes to *now*, sealed for the key in *folder*; return its record.

    *client* is the id of one who was here before, which may be cut short. *papers* are reports
    on it that are there already. *tell* gets why it waits beside the store, if it has to, and
    that the clock was set back.

    Raises:
        NotFoundError: There is no such *client*, or more than one.
        GymKeyFileError: The gym's key cannot be read, so nothing can be sealed for it.
        OSError: It could be kept neither in the store nor beside it.
    """
    content, seal_for = content_of(sheet), read_gym_key(folder)

    def keep_in_store() -> Record:
        store = open_store()
        known = client_named(store, client) if client else None
        record = keep(store, content, seal_for, now=now, client=known, tell=tell)
        for path in papers:
            paper_made(store, record, path)
        return record

    return kept_anyway(keep_in_store, lambda: keep_waiting(folder, content, seal_for, now), tell)
