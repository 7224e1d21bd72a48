"""Ten thousand clients: found, scrolled and turned through, only the rows in sight drawn."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from assessment.desk.screens.client import ClientScreen
from assessment.desk.widgets.tall_list import TallList
from assessment.records.sealing.payload import Card, packed_card, packed_content
from assessment.records.store.repository import add
from assessment.records.store.uuid7 import uuid7
from assessment.records.store.values import Record
from tests.contract import VERSION
from tests.desk.trainer import FIRST_DAY, content, setting_in, store_in, trainer_at

MANY = 10_000
BATCH = 1000


def fill_with_many(folder: Path) -> None:
    chance, packed, store = random.Random(1), packed_content(content()), store_in(folder)  # noqa: S311
    for start in range(0, MANY, BATCH):
        records = []
        for number in range(start, start + BATCH):
            moment = FIRST_DAY + timedelta(minutes=number)
            made = uuid7(int(moment.timestamp() * 1000), chance.randbytes(10))
            client = UUID(bytes=chance.randbytes(16))
            card = packed_card(Card(f"Client {number:05}", "train", "few", (4, 8, 12)))
            records.append(Record(made, client, moment, None, VERSION, "1.0.0", card, packed))
        add(store, records)


@pytest.mark.heavy
async def test_all_are_found_and_only_rows_in_sight_are_drawn(folder: Path) -> None:
    fill_with_many(folder)
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.open()
        assert "10,005" in trainer.text()
        tall = trainer.screen.query_one(TallList)
        drawn: list[object] = []
        draw = tall._draw

        def counted(thing: object, columns: int) -> str:
            drawn.append(thing)
            return draw(thing, columns)

        tall._draw = counted
        for _ in range(20):
            await trainer.press("pagedown")
            trainer.text()
        assert 0 < len(drawn) < 20 * 3 * tall.size.height
        await trainer.type("client 09999")
        assert "1 of 10,005" in trainer.text()
        await trainer.press("enter")
        assert isinstance(trainer.screen, ClientScreen)
        assert trainer.screen.client.name == "Client 09999"
