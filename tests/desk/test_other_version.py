"""A record of version 1.0.0 of the questionnaire: read at the desk, and not changed."""

from __future__ import annotations

from datetime import UTC, timedelta
from pathlib import Path

import pytest

from assessment.desk.app import DeskApp
from assessment.desk.screens.record import RecordScreen
from assessment.quiz.earlier_answers import Earlier
from assessment.records.adding import keep
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.repository import all_of
from assessment.records.store.values import Record
from tests.casebook.earlier_version import old_content
from tests.conftest import everyday_and_heavy
from tests.contract import VERSION
from tests.desk.trainer import FIRST_DAY, TODAY, YES, keep_old, setting_in, store_in, trainer_at

LAST_WEEK = TODAY.replace(tzinfo=UTC) - timedelta(weeks=1)
ASKED_LESS = "This questionnaire asked less about safety; a new screening is needed"


async def test_it_is_listed_and_opened_with_its_version(folder: Path) -> None:
    keep_old(folder)
    async with trainer_at(setting_in(folder), (120, 60)) as trainer:
        await trainer.go_to_client("ana")
        assert "12 May 2026: screen anew, moderate (questionnaire 1.0.0)" in trainer.text()
        assert trainer.text().count(ASKED_LESS) == 1
        await trainer.press("down", "enter")
        assert isinstance(trainer.screen, RecordScreen)
        assert "Made with questionnaire 1.0.0. Today's rules cannot assess it" in trainer.text()
        assert trainer.text().count(ASKED_LESS) == 1
        assert "Outcome of that day: Training may start." in trainer.text()
        assert "Old caution" in trainer.text()
        assert "Low back" in trainer.text()
        assert "Clearance" not in trainer.rows()[-1]  # nor any other key that changes it
        await trainer.press("right")
        assert trainer.text().count(ASKED_LESS) == 1
        assert "2 x 8 to 12" in trainer.text()
        await trainer.press("right")
        assert "The points of another version are not shown" in trainer.text()
        await trainer.press("right")
        assert "Main goal" in trainer.text()


@pytest.mark.parametrize("key", everyday_and_heavy(["c"], "t", "n"))
async def test_nothing_can_be_added_to_it(folder: Path, key: str) -> None:
    keep_old(folder)
    count = len(all_of(store_in(folder), Record))
    async with trainer_at(setting_in(folder), (120, 60)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("down", "enter", key)
        assert isinstance(trainer.screen, RecordScreen)
        assert "It can be read, but nothing can be added to it." in trainer.text()
    assert len(all_of(store_in(folder), Record)) == count


async def test_a_retest_has_the_answers_beside_the_same_questions(folder: Path) -> None:
    ana = next(one for one in all_of(store_in(folder), Record) if one.finished_at == FIRST_DAY)
    old = old_content(name="Ana Muster", swollen_calf="yes", diabetes="yes")
    keep(store_in(folder), old, UNSEALED, client=ana.client, now=LAST_WEEK)
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("r")
        assert "of 19 November 2026 asked less about safety" in trainer.text()
        await trainer.press(*YES)
        app: DeskApp = trainer.app
        wish = app.retest_flow.wish
    assert wish is not None
    last = Earlier(wish.sheet)
    assert last.beside("pain_low_back") == "(last time: 3)"  # as the record of 1.0.0 has it
    assert last.mark("box_lift", 3)
    for renamed in ("swollen_limb", "diabetes_or_kidney", "chest_pain"):
        assert last.beside(renamed) == ""
        assert last.mark_no([renamed]) == ""
    assert [one.version for one in wish.earlier] == [VERSION, VERSION, "1.0.0"]
