"""Everything about one client, for the client: a file of JSON, and paper for each record."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from assessment.files.atomic_write import write_whole_file
from assessment.files.owner_only import make_folder
from assessment.records.errors import StoreError
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.reports_made import paper_made
from assessment.records.store.repository import all_of, note, records_of
from assessment.records.store.tables import AUDIT
from assessment.records.store.values import AuditEntry, Record, written

NAME = "records.json"
OTHER_COPY = "it is there already, and not of this client; name another folder"


def write_export(
    desk: Desk,
    client: UUID,
    out: Path,
    make_paper: Callable[[Record, Path], Path | None],
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Path]:
    """Write all that is kept about *client* into the folder *out*; yield each file once written.

    *make_paper* writes the report on a record to about the path that it is given, and returns
    where it is, None where there is none to be had. *tell* gets what could not be opened.

    Raises:
        StoreError: The store cannot be read.
        OSError: A file cannot be written.
    """
    records = records_of(desk.store, client)
    make_folder(out)
    _check_own(out / NAME, client)
    document = {
        "client": str(client),
        "records": [_record_document(desk, record, tell) for record in records],
        "log": _log_of(desk, {client, *(record.id for record in records)}),
    }
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    write_whole_file(out / NAME, text.encode())
    if records:
        paper_made(desk.store, records[-1], out / NAME)
    yield out / NAME
    for record in records:
        target = out / f"{record.day}-{record.id.hex[-8:]}.pdf"
        if path := make_paper(record, target):
            yield path
    note(desk.store, "exported", client, f"{len(records)} records")


def _check_own(path: Path, client: UUID) -> None:
    """Make sure that nothing is at *path*, or an older copy for the same *client*.

    Raises:
        FileExistsError: Something else is; it stays.
    """
    if not path.exists():
        return
    with suppress(OSError, ValueError):
        held = json.loads(path.read_bytes())
        if isinstance(held, dict) and held.get("client") == str(client):
            return
    raise FileExistsError(errno.EEXIST, OTHER_COPY, str(path))


def _record_document(desk: Desk, record: Record, tell: Callable[[str], None]) -> dict[str, Any]:
    """Return *record* as JSON values, opened where this program can."""
    head = {
        "id": str(record.id),
        "day": record.day.isoformat(),
        "finished_at": written(record.finished_at),
        "corrects": str(record.corrects) if record.corrects else None,
        "questionnaire": record.questionnaire,
        "program": record.program,
    }
    try:
        return head | desk.content(record).as_json
    except StoreError as error:
        tell(f"{record.id}: {error}")
        return head | {"not_opened": str(error)}


def _log_of(desk: Desk, targets: set[UUID]) -> list[dict[str, str]]:
    """Return the entries of the audit log on *targets*."""
    entries: list[AuditEntry] = all_of(desk.store, AuditEntry, AUDIT.c.target.in_(targets))
    return [
        {"at": written(one.at), "action": one.action, "what": str(one.target)} for one in entries
    ]
