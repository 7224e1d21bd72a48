"""Stores as large as those of a gym with several laptops, made quickly."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from assessment.casebook.corrections import content_of
from assessment.exchange.answers_document import sheet_of
from assessment.records.adding import keep
from assessment.records.sealing.payload import Card, packed_card
from assessment.records.sealing.pin import set_pin
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import open_store
from assessment.records.store.repository import add
from assessment.records.store.transactions import Store
from assessment.records.store.uuid7 import uuid7
from assessment.records.store.values import Record
from questions.loader import load_questionnaire
from tests.contract import VERSION, all_best

RECORDS = 10_000
PIN = "2468"
CONTENT_BYTES = 4_500
"""As long as a real content once it is packed."""
SYLLABLES = ("an", "be", "cor", "da", "el", "fi", "gra", "ho", "is", "jo", "ka", "lu", "mi", "no")
BATCH = 500


def a_name(chance: random.Random) -> str:
    """Return a name of two words, made of syllables."""
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(2))
    return " ".join(word.capitalize() for word in words)


def some_records(number: int, seed: int) -> list[Record]:
    """Return *number* records of as many clients; another *seed* gives other ones."""
    chance = random.Random(seed)  # noqa: S311  # no secret hangs on it
    start = datetime(2026, 1, 1, tzinfo=UTC)
    records = []
    for minute in range(number):
        moment = start + timedelta(minutes=minute)
        card = Card(a_name(chance), "train", "mild", (4, 8, 12))
        records.append(
            Record(
                uuid7(int(moment.timestamp() * 1000), chance.randbytes(10)),
                UUID(bytes=chance.randbytes(16)),
                moment,
                None,
                "1.0.0",
                "1.0.0",
                packed_card(card),
                chance.randbytes(CONTENT_BYTES),
            )
        )
    return records


def filled(store: Store, records: list[Record]) -> Store:
    """Return *store* with *records* in it."""
    for start in range(0, len(records), BATCH):
        add(store, records[start : start + BATCH])
    return store


def desk_folder(home: Path) -> Path:
    """Make the folder of the records of *home*, with ``PIN`` before it, and return it."""
    folder = home / ".local" / "share" / "posterior-chain"
    folder.mkdir(parents=True)
    set_pin(folder, PIN)
    return folder


def fill_desk(home: Path) -> Path:
    """Have 10,000 clients in the records of *home*; return their folder."""
    folder = desk_folder(home)
    filled(store_in(folder), some_records(RECORDS, 1))
    return folder


def keep_client(folder: Path, name: str) -> None:
    """Have a client of that *name* in the records of *folder*, with a whole plan."""
    document = {
        "questionnaire": "posterior-chain",
        "version": VERSION,
        "answers": all_best() | {"name": name, "pain_low_back": 4, "minutes": 45},
    }
    content = content_of(sheet_of(document, load_questionnaire()))
    keep(store_in(folder), content, UNSEALED, now=datetime.now(tz=UTC))


def store_in(folder: Path) -> Store:
    """Return an empty store in *folder*."""
    return open_store(file_address(folder / "records.sqlite3"))
