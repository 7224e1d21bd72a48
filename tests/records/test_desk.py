from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from assessment.records.adding import keep
from assessment.records.errors import SealedError, WrongSecretError
from assessment.records.sealing import pin as pin_of_a_desk
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.guard import Guard
from assessment.records.sealing.public_key import SealFor, read_gym_key
from assessment.records.store.repository import all_of, put_all
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record
from tests.records.fixtures import MakeContent
from tests.records.sealed import PASSPHRASE, gym


def desk_of(store: Store, seconds: list[float] | None = None) -> Desk:
    now = seconds or [0.0]
    return Desk(store, Path(store.place).parent, clock=lambda: now[0], idle_seconds=300)


def test_a_desk_without_sealing_asks_for_a_pin(store: Store, make_content: MakeContent) -> None:
    record = keep(store, make_content(name="Ana"), SealFor())
    desk = desk_of(store)
    assert desk.guard is Guard.NOTHING_YET
    with pytest.raises(WrongSecretError, match="Choose a PIN"):
        desk.open("1234")

    desk.choose_pin("1234")

    assert desk_of(store).guard is Guard.PIN
    with pytest.raises(SealedError):
        desk.card(record)
    with pytest.raises(WrongSecretError, match="not the PIN"):
        desk.open("1235")
    desk.open("1234")
    assert desk.card(record).name == "Ana"
    assert b"1234" not in (desk.folder / "desk-pin.txt").read_bytes()
    assert b"$argon2id$" in (desk.folder / "desk-pin.txt").read_bytes()


def test_a_pin_costs_whoever_guesses_64_mib_and_three_passes_a_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # RFC 9106, section 4, the second recommended option: t=3, p=4, m=2^16 KiB.
    monkeypatch.setattr(pin_of_a_desk, "PasswordHasher", PasswordHasher)  # not the tests' quick one
    pin_of_a_desk.set_pin(tmp_path, "2468")
    assert b"$m=65536,t=3,p=4$" in (tmp_path / pin_of_a_desk.NAME).read_bytes()


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "\uff11\uff12\uff13\uff14"])
def test_a_pin_is_digits(store: Store, pin: str) -> None:
    with pytest.raises(WrongSecretError, match="4 to 12 digits"):
        desk_of(store).choose_pin(pin)


def test_another_pin_needs_the_one_before(store: Store) -> None:
    desk = desk_of(store)
    desk.choose_pin("1234")

    with pytest.raises(WrongSecretError, match="shut"):
        desk.choose_pin("9999")

    desk.open("1234")
    desk.choose_pin("9999")
    desk.shut()
    desk.open("9999")


def test_a_spoilt_pin_file_says_what_to_do(store: Store) -> None:
    desk = desk_of(store)
    desk.choose_pin("1234")
    (desk.folder / "desk-pin.txt").write_text("?")

    with pytest.raises(WrongSecretError, match="choose a PIN anew"):
        desk.open("1234")


def test_an_open_desk_shuts_when_nobody_is_at_it(store: Store) -> None:
    now = [0.0]
    desk = desk_of(store, now)
    desk.choose_pin("1234")
    desk.open("1234")
    now[0] = 299
    desk.touch()
    now[0] = 599
    assert desk.is_open

    now[0] = 600

    assert not desk.is_open
    desk.touch()
    assert not desk.is_open
    with pytest.raises(SealedError, match="shut"):
        _ = desk.keys


@pytest.mark.heavy
def test_the_passphrase_opens_a_sealed_desk_and_takes_the_pins_place(
    store: Store, make_content: MakeContent
) -> None:
    record = keep(store, make_content(name="Ana"), gym().seal_for)
    desk = desk_of(store)
    desk.choose_pin("1234")
    gym().seals(store)
    assert desk.guard is Guard.PASSPHRASE
    with pytest.raises(WrongSecretError):
        desk.open("1234")

    desk.open(PASSPHRASE)

    assert desk.card(record).name == "Ana"
    assert not (desk.folder / "desk-pin.txt").exists()
    desk.shut()
    with pytest.raises(SealedError):
        desk.content(record)
    assert gym().secret not in repr(desk.__dict__)


@pytest.mark.heavy
def test_a_second_laptop_takes_the_gyms_key_with_the_passphrase(
    store: Store, make_content: MakeContent
) -> None:
    keep(store, make_content(name="Ana"), SealFor())
    put_all(store, [gym().key])  # came with a pull
    desk = desk_of(store)

    desk.open(PASSPHRASE)

    assert read_gym_key(desk.folder) == gym().seal_for
    assert [record.sealed_to for record in all_of(store, Record)] == [gym().key.public]
