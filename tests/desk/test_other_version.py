"""A record of another version of the questionnaire: read at the desk, and not changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.desk.screens.record import RecordScreen
from assessment.records.store.repository import all_of
from assessment.records.store.values import Record
from tests.conftest import everyday_and_heavy
from tests.desk.trainer import keep_old, setting_in, store_in, trainer_at


async def test_it_is_listed_and_opened_with_its_version(folder: Path) -> None:
    keep_old(folder)
    async with trainer_at(setting_in(folder), (120, 60)) as trainer:
        await trainer.go_to_client("ana")
        assert "12 May 2026: may train, mild (questionnaire 0.9.0)" in trainer.text()
        await trainer.press("down", "enter")
        assert isinstance(trainer.screen, RecordScreen)
        assert "Made with questionnaire 0.9.0. Today's rules cannot assess it" in trainer.text()
        assert "Training may start." in trainer.text()
        assert "Old caution" in trainer.text()
        assert "Low back" in trainer.text()
        assert "Clearance" not in trainer.rows()[-1]  # nor any other key that changes it
        await trainer.press("right")
        assert "The points of another version are not shown" in trainer.text()
        await trainer.press("right")
        assert "2 x 8 to 12" in trainer.text()
        await trainer.press("right")
        assert "Main goal" in trainer.text()


@pytest.mark.parametrize("key", everyday_and_heavy(["2"], "3", "4"))
async def test_nothing_can_be_added_to_it(folder: Path, key: str) -> None:
    keep_old(folder)
    count = len(all_of(store_in(folder), Record))
    async with trainer_at(setting_in(folder), (120, 60)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("down", "enter", key)
        assert isinstance(trainer.screen, RecordScreen)
        assert "It can be read, but nothing can be added to it." in trainer.text()
    assert len(all_of(store_in(folder), Record)) == count
