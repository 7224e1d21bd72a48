"""The shut desk: PIN, passphrase, wrong ones, idle, faults of the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.opening import OpeningScreen
from assessment.desk.screens.record import RecordScreen
from assessment.records.errors import StoreBusyError, StoreUnreachableError, WrongSecretError
from assessment.records.sealing import age_format
from assessment.records.sealing.gym_keys import set_up
from assessment.records.sealing.key_process import keys_of
from assessment.records.sealing.login_throttle import wait_after
from assessment.records.sealing.payload import Keys
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import open_store
from assessment.records.store.repository import all_of
from assessment.records.store.values import AuditEntry, Record
from assessment.ui.dialogs.dialogs import HelpScreen
from tests.conftest import everyday_and_heavy
from tests.desk.trainer import PIN, setting_in, store_in, trainer_at

PASSPHRASE = "four words do not belong"  # noqa: S105  # of no gym


async def test_the_pin_opens_the_desk_and_the_log_says_so(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        assert "PIN" in trainer.text()
        await trainer.open()
        assert isinstance(trainer.screen, ClientsScreen)
    entries: list[AuditEntry] = all_of(store_in(folder), AuditEntry)
    assert [entry.action for entry in entries] == ["desk"]


async def test_nothing_that_is_typed_can_be_read(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.type(PIN)
        assert PIN not in trainer.text()


async def test_a_wrong_pin_says_so_and_a_few_of_them_have_to_wait(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        for _ in range(3):
            await trainer.open("1357")
            assert "not the PIN" in trainer.text()
        await trainer.open()
        assert isinstance(trainer.screen, OpeningScreen)
        assert "wait" in trainer.text()


def test_the_waits_double_and_end_at_five_minutes() -> None:
    assert [wait_after(count) for count in range(11)] == [0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300]


async def test_the_first_time_a_pin_is_chosen_twice_and_what_it_does_not_do_is_said(
    tmp_path: Path,
) -> None:
    async with trainer_at(setting_in(tmp_path)) as trainer:
        assert "A PIN does not protect the files." in trainer.text()
        await trainer.open("1234")
        await trainer.open("1235")
        assert "not the same" in trainer.text()
        await trainer.open("1234")
        await trainer.open("1234")
        assert isinstance(trainer.screen, ClientsScreen)
        assert "There is no client yet." in trainer.text()


async def test_a_pin_that_is_no_pin_is_refused(tmp_path: Path) -> None:
    async with trainer_at(setting_in(tmp_path)) as trainer:
        await trainer.open("12")
        await trainer.open("12")
        assert "A PIN has 4 to 12 digits." in trainer.text()


async def test_a_sealed_gym_asks_for_its_passphrase(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # scrypt as it is set up takes a second a try, and is tried for itself elsewhere
    monkeypatch.setattr(age_format, "wrapped", lambda secret, _: secret)
    secret = age_format.new_secret()
    set_up(store_in(folder), PASSPHRASE, secret=secret)
    monkeypatch.setattr(
        "assessment.desk.desk_lock.keys_of",
        lambda _, typed: opened_by(typed, secret),
    )
    async with trainer_at(setting_in(folder)) as trainer:
        assert "passphrase" in trainer.text()
        await trainer.open("not these words at all")
        assert "does not open" in trainer.text()
        await trainer.open(PASSPHRASE)
        assert "Ana Muster" in trainer.text()
    records: list[Record] = all_of(store_in(folder), Record)
    assert all(record.sealed_to == age_format.public_of(secret) for record in records)


def opened_by(typed: str, secret: str) -> Keys:
    if typed != PASSPHRASE:
        raise WrongSecretError(age_format.WRONG_PASSPHRASE)
    return Keys({age_format.public_of(secret): secret})


async def test_esc_shuts_the_desk_and_nothing_of_a_client_stays(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.open()
        await trainer.press("escape")
        assert isinstance(trainer.screen, OpeningScreen)
        assert len(trainer.app.screen_stack) == 1
        assert "Ana" not in trainer.text()
        assert not trainer.app.lock.views.clients.all
        assert not trainer.app.lock.desk.is_open


async def test_a_desk_that_nobody_touches_shuts_itself(folder: Path) -> None:
    passed = [0.0]
    context = setting_in(folder, waking=lambda: passed[0], idle_seconds=300.0)
    async with trainer_at(context) as trainer:
        await trainer.go_to_record("ana")
        assert isinstance(trainer.screen, RecordScreen)
        passed[0] = 299.0
        await trainer.press("down")
        passed[0] = 598.0
        trainer.app.lock.shut_when_idle()
        assert isinstance(trainer.screen, RecordScreen)
        passed[0] = 599.5
        trainer.app.lock.shut_when_idle()
        await trainer.settle()
        assert isinstance(trainer.screen, OpeningScreen)
        assert "Nobody was here for a while" in trainer.text()
        assert "Ana" not in trainer.text()


async def test_the_first_key_after_a_long_while_opens_nothing(folder: Path) -> None:
    passed = [0.0]
    async with trainer_at(setting_in(folder, waking=lambda: passed[0])) as trainer:
        await trainer.open()
        passed[0] = 10_000.0
        await trainer.press("enter")
        assert isinstance(trainer.screen, OpeningScreen)


async def test_what_comes_back_after_the_desk_was_shut_is_not_shown(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.open()
        shown: list[str] = []
        trainer.app.background.run(lambda: "Ana Muster", shown.append)
        trainer.app.lock.shut("")
        await trainer.settle()
        assert not shown


@pytest.mark.parametrize(
    "error",
    [
        StoreBusyError("Another program is writing to x. Wait a moment and try again."),
        *everyday_and_heavy(
            [],
            StoreUnreachableError("The server does not answer."),
            PermissionError(13, "Permission denied", "records.sqlite3"),
        ),
    ],
)
async def test_a_store_that_cannot_be_opened_is_told(folder: Path, error: Exception) -> None:
    def no_store(_tell: object) -> None:
        raise error

    async with trainer_at(setting_in(folder, open_store=no_store)) as trainer:
        said = error.strerror if isinstance(error, OSError) else str(error)
        assert said is not None
        assert said in trainer.text()
        await trainer.press("escape")
        assert "Close the desk?" in trainer.text()


@pytest.mark.heavy
async def test_a_damaged_file_is_set_aside_and_told_of(folder: Path) -> None:
    (folder / "records.sqlite3").write_bytes(b"this is no database" * 100)
    async with trainer_at(setting_in(folder)) as trainer:
        assert "set aside" in trainer.text() or "damaged" in trainer.text()


async def test_help_and_colours_work_before_the_desk_is_open(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        before = trainer.app.theme
        await trainer.press("f3")
        assert trainer.app.theme != before
        await trainer.press("f1")
        assert isinstance(trainer.screen, HelpScreen)
        await trainer.press("escape")
        assert isinstance(trainer.screen, OpeningScreen)


async def test_progress_shows_while_many_records_are_opened(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        screen = trainer.screen
        assert isinstance(screen, OpeningScreen)
        screen.show_progress(2500, 10_000)
        await trainer.settle()
        assert "Opening 2,500 of 10,000 records" in trainer.text()


@pytest.mark.heavy
def test_a_real_passphrase_is_tried_in_a_process_of_its_own(tmp_path: Path) -> None:
    store = open_store(file_address(tmp_path / "records.sqlite3"))
    secret = age_format.new_secret()
    set_up(store, PASSPHRASE, secret=secret)
    assert keys_of(store, PASSPHRASE).secrets == {age_format.public_of(secret): secret}
    with pytest.raises(WrongSecretError):
        keys_of(store, "not these words at all")


async def test_a_pin_that_is_too_short_is_refused_at_once(tmp_path: Path) -> None:
    async with trainer_at(setting_in(tmp_path)) as trainer:
        for pin in ("123", "12a4", "1234567890123"):
            await trainer.open(pin)
            assert "A PIN has 4 to 12 digits." in trainer.text(), pin
            assert "once more" not in trainer.text()
        await trainer.open("1234")
        assert "once more" in trainer.text()
