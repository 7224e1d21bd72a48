"""A client erased for good: records, drafts under the name, papers made on this computer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from assessment.casebook.clients import name_of
from assessment.records.drafts.draft import DraftFile
from assessment.records.drafts.erasing import erase_drafts, retest_draft
from assessment.records.erasing import Erased, erase_client
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.repository import note
from questions.loader import load_questionnaire


def erase_everything(desk: Desk, client: UUID, drafts: Iterable[Path]) -> Erased:
    """Erase *client*, with those of *drafts* that stand under their name; return what went.

    Raises:
        SealedError: The desk is shut.
        StoreError: The store cannot be read or written.
        OSError: A draft cannot be erased.
    """
    erase_drafts(drafts, name_of(desk, client), load_questionnaire())
    DraftFile(retest_draft(desk.folder, client)).erase()
    erased = erase_client(desk.store, desk.folder, client)
    note(desk.store, "erased", client, f"{erased.records} records")
    return erased
