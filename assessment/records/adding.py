"""From answers and their assessment to a record that is kept: the way into the store.

It needs the gym's public key only. Where the store cannot take the record now, it waits as a
file beside it, sealed like the rest, and goes in as soon as the store opens.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from assessment.files.atomic_write import write_whole_file
from assessment.files.owner_only import make_folder
from assessment.records.errors import BadBundleError, NotFoundError, StoreError
from assessment.records.sealing.payload import (
    Card,
    Content,
    card_of,
    packed_card,
    packed_content,
    sealed_for,
)
from assessment.records.sealing.public_key import SealFor
from assessment.records.store.repository import add, new_id, put_all
from assessment.records.store.screening_day import offset_of
from assessment.records.store.transactions import Store
from assessment.records.store.uuid7 import RANDOM_BYTES, uuid7
from assessment.records.store.value_documents import line_of, value_from
from assessment.records.store.values import Record
from assessment.records.sync.bundle import BATCH
from assessment.version import VERSION

WAITING = "waiting"
"""Folder beside the store for records that it could not take."""
SPOILT = ".spoilt"
CLOCK_WENT_BACK = "The clock of this computer was set back; look at the date."


def make_record(
    content: Content,
    seal_for: SealFor,
    *,
    made: UUID,
    now: datetime,
    client: UUID | None = None,
    corrects: Record | None = None,
    clock_went_back: bool = False,
) -> Record:
    """Return *content* as a record called *made*, finished *now* and here, sealed for the gym.

    Without *client* it is the first of a new one. A record that *corrects* another is of the
    same day and, unless another is named, of the same client.
    """
    card: Card = card_of(content, clock_went_back=clock_went_back)
    record = Record(
        id=made,
        client=client or (corrects.client if corrects else uuid4()),
        finished_at=corrects.finished_at if corrects else now.replace(microsecond=0),
        corrects=corrects.id if corrects else None,
        questionnaire=content.answers["version"],
        program=VERSION,
        card=packed_card(card),
        content=packed_content(content),
        format=content.format,
        more=corrects.place if corrects else offset_of(now),
    )
    return sealed_for(record, seal_for)


def keep(
    store: Store,
    content: Content,
    seal_for: SealFor,
    *,
    now: datetime | None = None,
    client: UUID | None = None,
    corrects: Record | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Record:
    """Keep *content* in *store* and return its record; it is on the disk when this returns.

    *tell* gets that the clock of this computer was set back, where it was.

    Raises:
        StoreError: It is not kept.
    """
    moment = now or datetime.now(tz=UTC)
    owner = client or (corrects.client if corrects else None)
    made, went_back = new_id(store, moment, owner)
    record = make_record(
        content,
        seal_for,
        made=made,
        now=moment,
        client=client,
        corrects=corrects,
        clock_went_back=went_back,
    )
    add(store, [record])
    if went_back:
        tell(CLOCK_WENT_BACK)
    return record


def keep_waiting(folder: Path, content: Content, seal_for: SealFor, now: datetime) -> Record:
    """Keep *content* as a waiting file in *folder*, since the store cannot take it now.

    Raises:
        OSError: It is not kept.
    """
    made = uuid7(int(now.timestamp() * 1000), os.urandom(RANDOM_BYTES))
    record = make_record(content, seal_for, made=made, now=now)
    place = folder / WAITING
    make_folder(place)
    write_whole_file(place / f"{made}.json", line_of(record))
    return record


def take_waiting(store: Store, folder: Path, tell: Callable[[str], None]) -> int:
    """Put the waiting records of *folder* into *store*; return how many.

    A file that is no record is renamed, kept, and told of.

    Raises:
        StoreError: The store cannot take them yet; they wait on.
    """
    paths = sorted(one for one in (folder / WAITING).glob("*.json") if one.is_file())
    for start in range(0, len(paths), BATCH):
        taken: dict[Path, Record] = {}
        for path in paths[start : start + BATCH]:
            try:
                value = value_from(path.read_bytes())
            except (BadBundleError, OSError) as error:
                tell(f"The waiting record {path} cannot be read: it {error}. It is kept.")
                if isinstance(error, BadBundleError):
                    path.rename(path.with_suffix(SPOILT))
                continue
            if isinstance(value, Record):
                taken[path] = value
        put_all(store, taken.values())
        for path in taken:
            path.unlink(missing_ok=True)
    return len(paths)


def kept_anyway(
    open_and_keep: Callable[[], Record],
    keep_aside: Callable[[], Record],
    tell: Callable[[str], None],
) -> Record:
    """Return the record that *open_and_keep* keeps, else the one that *keep_aside* does.

    Raises:
        NotFoundError: The store is there, and not who it is kept for.
        OSError: Neither could keep it.
    """
    try:
        return open_and_keep()
    except NotFoundError:
        raise
    except StoreError as error:
        record = keep_aside()
        tell(f"{error} The record waits beside it and goes in as soon as the store opens.")
        return record
