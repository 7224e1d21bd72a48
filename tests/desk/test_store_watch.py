"""What happens to the store while the desk is open: new records, erased ones, sealing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from assessment.desk.app import DeskApp
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.opening import OpeningScreen
from assessment.desk.store_watch import SECONDS_BETWEEN_LOOKS
from assessment.records.adding import keep
from assessment.records.erasing import erase_client
from assessment.records.sealing import age_format
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.repository import all_of, put_all
from assessment.records.store.values import GymKey, Record
from tests.desk.trainer import FIRST_DAY, PIN, Trainer, content, setting_in, store_in, trainer_at


def seal(folder: Path) -> None:
    """Have a key of the gym in the store, as another window puts it there."""
    public = age_format.public_of(age_format.new_secret())
    put_all(store_in(folder), [GymKey(public, 1, b"not opened here", 1)])


async def look(trainer: Trainer) -> None:
    """Look at the store now, instead of when it is time."""
    app = trainer.app
    assert isinstance(app, DeskApp)
    app.watch_store.look()
    await trainer.settle()


async def test_a_new_record_appears_by_itself_and_the_pointer_stays(folder: Path) -> None:
    assert SECONDS_BETWEEN_LOOKS <= 4  # within 5 seconds, with the time to read it
    async with trainer_at(setting_in(folder), (100, 30)) as trainer:
        await trainer.open()
        await trainer.press("down", "down", "down")
        assert any(row.strip().startswith("> Bo") for row in trainer.rows())
        late = FIRST_DAY + timedelta(weeks=28)
        keep(store_in(folder), content(name="Aaron New"), UNSEALED, now=late)
        await look(trainer)
        assert "Just in: Aaron New." in trainer.text()
        assert any(row.strip().startswith("> Bo") for row in trainer.rows())
        assert trainer.text().count("Aaron New") == 2
        await look(trainer)
        await trainer.type("aar")
        assert "1 of 6" in trainer.text()
        assert "Just in" not in trainer.text()


async def test_an_open_client_is_renewed_and_one_erased_elsewhere_is_gone(folder: Path) -> None:
    records: list[Record] = all_of(store_in(folder), Record)
    bo, kim = records[-1], records[2]
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("bo")
        store = store_in(folder)
        late = FIRST_DAY + timedelta(weeks=28)
        keep(store, content(name="Bo", pain_hip=3), UNSEALED, now=late, client=bo.client)
        erase_client(store, folder, kim.client)
        await look(trainer)
        assert "24 November 2026" in trainer.text()
        assert "This client changed meanwhile." in trainer.text()
        await trainer.press("escape", "escape")
        assert "Kim Lee" not in trainer.text()


async def test_sealing_elsewhere_is_told_as_what_it_is(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.open()
        seal(folder)
        await trainer.press("enter")
        assert isinstance(trainer.screen, OpeningScreen)
        assert "sealed for a new key meanwhile" in trainer.text()
        assert "passphrase of the gym" in trainer.text()


async def test_it_is_told_too_where_the_desk_was_still_shut(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        assert "PIN" in trainer.text()
        seal(folder)
        await trainer.open(PIN)
        assert "sealed for a new key meanwhile" in trainer.text()
        assert "Please type the passphrase" in trainer.text()


async def test_a_store_out_of_reach_is_silent_until_somebody_asks(folder: Path) -> None:
    from assessment.records.errors import StoreUnreachableError

    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.open()
        app = trainer.app
        assert isinstance(app, DeskApp)

        def gone() -> None:
            raise StoreUnreachableError("The server does not answer.")

        app.watch_store._news = gone  # type: ignore[method-assign]
        await look(trainer)
        assert isinstance(trainer.screen, ClientsScreen)
        assert "does not answer" not in trainer.text()
