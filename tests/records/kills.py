"""Kill a program that writes or pushes records, at any moment, and look what is left.

``make kill-records`` does it a thousand times; the tests do it a few times, from the same seed.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from uuid import UUID

from assessment.exchange.documents import AssessmentDocument
from assessment.records.adding import keep
from assessment.records.errors import StoreError
from assessment.records.sealing.payload import Content, open_card, open_content
from assessment.records.sealing.public_key import SealFor
from assessment.records.store.addresses import address_of, file_address
from assessment.records.store.opening import open_store
from assessment.records.store.repository import add, holdings_of
from assessment.records.store.rows import digest_is_right, value_of_row
from assessment.records.store.tables import RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record
from assessment.records.sync.syncing import bring
from tests.records.holdings import a_record

SEED = 20261126
LONGEST_SECONDS = 0.06
"""How long the program lives after it has said that it works."""
MOST_BEFORE = 5
"""Records that a program confirms before it is killed, at most, not counting the last moments."""
KILLS_PER_STORE = 50
ID_BYTES = 16
READY = b"!"
SMALL_BATCH = 3
CONTENT = Content(
    {"questionnaire": "posterior-chain", "version": "1.0.0", "answers": {"name": "Ana"}},
    cast(AssessmentDocument, {"outcome": "train", "overall": {"band": "mild"}, "programme": None}),
)


@dataclass
class Seen:
    """What a run of kills saw."""

    kills: int = 0
    confirmed: int = 0
    """Records that a program said to be kept, before it was killed."""
    pushed: int = 0
    lost: int = 0
    """Records that were confirmed and are not there."""
    half: int = 0
    """Records that are there and not whole."""

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.confirmed} records confirmed, {self.pushed} pushed, "
            f"{self.lost} lost, {self.half} half ones"
        )


def killed(
    work: Callable[[Callable[[bytes], None]], None], seconds: float, after: int = 0
) -> bytes:
    """Run *work* in a process that is killed *seconds* after it was ready.

    The seconds count from when it has confirmed *after* records.

    Returns:
        What it has confirmed from then on.
    """
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # threads of pytest hold no lock of ours
        child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            work(lambda confirmed: void(os.write(writer, confirmed)))
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as said:
        said.read(len(READY))
        confirmed = said.read(after * ID_BYTES)
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return confirmed + said.read()


def void(_: object) -> None:
    """Take something, and do nothing with it."""


def kill_writers(folder: Path, kills: int, seen: Seen, chance: random.Random) -> None:
    """Kill programs that keep one record after the other in one store."""
    path = folder / "records.sqlite3"
    open_store(file_address(path))
    confirmed: set[UUID] = set()

    def write(confirm: Callable[[bytes], None]) -> None:
        store = open_store(file_address(path))
        confirm(READY)
        while True:
            confirm(keep(store, CONTENT, SealFor(), now=datetime.now(tz=UTC)).id.bytes)

    for _ in range(kills):
        seconds = chance.uniform(0, LONGEST_SECONDS)
        said = killed(write, seconds, after=chance.randrange(MOST_BEFORE))
        new = {UUID(bytes=said[at : at + ID_BYTES]) for at in range(0, len(said), ID_BYTES)}
        confirmed |= new
        seen.kills += 1
        seen.confirmed += len(new)
    found = set(whole_records(open_store(file_address(path)), seen))
    seen.lost += len(confirmed - found)


def kill_pushers(laptop: Store, there: str, kills: int, seen: Seen, chance: random.Random) -> None:
    """Kill programs that push *laptop* to the store at the address *there*, then push once."""
    from assessment.records.sync import syncing

    syncing.BATCH = SMALL_BATCH
    open_store(address_of(there))

    def push(confirm: Callable[[bytes], None]) -> None:
        target = open_store(address_of(there))
        confirm(READY)
        bring(laptop, target)

    for number in range(kills):
        add(laptop, [a_record(number * 10 + extra) for extra in range(10)])
        killed(push, chance.uniform(0, LONGEST_SECONDS))
        seen.kills += 1
    target = open_store(address_of(there))
    before = set(whole_records(target, seen, opens=False))
    bring(laptop, target)
    after = holdings_of(target)
    seen.pushed += len(after.records)
    seen.lost += len(before - after.records.keys())
    seen.lost += len(after.records.keys() ^ holdings_of(laptop).records.keys())


def whole_records(store: Store, seen: Seen, *, opens: bool = True) -> Iterator[UUID]:
    """Yield the records of *store* that are whole, and count those that are not."""
    with store.reading() as connection:
        for row in connection.execute(RECORDS.select()).mappings():
            record: Record = value_of_row(Record, row)
            try:
                if opens:
                    open_card(record)
                    open_content(record)
                seen.half += not digest_is_right(record, row)
            except StoreError:
                seen.half += 1
            yield record.id


def run(kills: int, new_server: Callable[[], str] | None = None) -> Seen:
    """Kill writers and pushers *kills* times in all.

    *new_server* makes an empty database of a server, and returns its address.
    """
    seen, chance = Seen(), random.Random(SEED)  # noqa: S311  # moments, no secrets
    ways = 3 if new_server else 2
    with ExitStack() as cleaning:
        while seen.kills < kills:
            folder = Path(tempfile.mkdtemp(prefix="kills-"))
            cleaning.callback(shutil.rmtree, folder, ignore_errors=True)
            some = min(KILLS_PER_STORE, kills - seen.kills)
            kill_writers(folder / "one", some - some // ways * (ways - 1), seen, chance)
            laptop = open_store(file_address(folder / "laptop.sqlite3"))
            there = f"sqlite:///{folder / 'there.sqlite3'}"
            kill_pushers(laptop, there, some // ways, seen, chance)
            if new_server:
                other = open_store(file_address(folder / "other.sqlite3"))
                kill_pushers(other, new_server(), some // ways, seen, chance)
    return seen
