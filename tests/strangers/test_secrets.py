"""Passphrases, PINs and keys: typed on another system they still open, and nothing half is left."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment.cli.program import command
from assessment.files.folders import data_folder
from assessment.records.errors import GymKeyFileError, StoreFullError, WrongSecretError
from assessment.records.sealing import age_format, gym_keys, pin
from assessment.records.sealing.gym_keys import typed_key, unwrapped_secret
from assessment.records.sealing.public_key import NAME as KEY_FILE
from assessment.records.sealing.public_key import SealFor
from assessment.records.sealing.typed_secret import forms, kept_form
from tests.cases import each
from tests.gym import Gym, done

KEPT = "crème brûlée à Genève"
ON_A_MAC = unicodedata.normalize("NFD", KEPT)
KEY_START = "AGE-SECRET-KEY-1"


@pytest.fixture
def quick_wrapping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase be compared, not tried for a second: its form is what is looked at."""

    def wrapped(content: bytes, passphrase: str) -> bytes:
        return json.dumps([passphrase, content.decode()]).encode()

    def unwrapped(content: bytes, passphrase: str) -> bytes:
        right, held = json.loads(content)
        if passphrase != right:
            raise WrongSecretError(age_format.WRONG_PASSPHRASE)
        return bytes(held, "ascii")

    monkeypatch.setattr(age_format, "wrapped", wrapped)
    monkeypatch.setattr(age_format, "unwrapped", unwrapped)


@pytest.mark.heavy
def test_a_passphrase_of_one_system_opens_on_the_other(gym: Gym, tmp_path: Path) -> None:
    sheet = str(tmp_path / "sheet.txt")
    done(gym("seal", "setup", "--sheet", sheet, typed=(KEPT, KEPT)))
    for typed in (KEPT, ON_A_MAC):
        assert "It opens 0 of 0 records." in done(gym("seal", "open", typed=(typed,)))
    assert gym("seal", "open", typed=("creme brulee a Geneve",)).exit_code == 2


@pytest.mark.usefixtures("quick_wrapping")
@each(
    ("chosen", "typed"),
    [
        (KEPT, ON_A_MAC),
        (ON_A_MAC, KEPT),
        ("Łódź, zażółć gęślą jaźń", unicodedata.normalize("NFD", "Łódź, zażółć gęślą jaźń")),
        ("한국어 비밀번호 열두 글자", unicodedata.normalize("NFD", "한국어 비밀번호 열두 글자")),
        ("a spaced out sentence", "a spaced\u00a0out sentence"),
        ("Việt Nam quê hương tôi", unicodedata.normalize("NFD", "Việt Nam quê hương tôi")),
        ("plain old ascii words", "plain old ascii words"),
    ],
)
def test_every_way_to_write_the_same_letters_opens(chosen: str, typed: str) -> None:
    new = age_format.wrapped(b"key", kept_form(chosen))
    old = age_format.wrapped(b"key", chosen)  # as an older program kept it
    for kept in (new, old):
        assert unwrapped_secret([kept], typed) == "key"
        assert unwrapped_secret([kept], chosen) == "key"
        with pytest.raises(WrongSecretError):
            unwrapped_secret([kept], typed + "x")
    assert len(forms("plain old ascii words")) == 1


def test_a_short_passphrase_is_not_made_long_by_how_it_is_written() -> None:
    with pytest.raises(WrongSecretError, match="12 characters"):
        gym_keys.check_passphrase(unicodedata.normalize("NFD", "éééééééé"))


@each("lone", ["\udcff\udcfecopper ladder autumn", "copper ladder \ud800 autumn"])
def test_bytes_that_are_no_text_are_refused_in_words(lone: str) -> None:
    for refuse in (kept_form, forms, gym_keys.check_passphrase):
        with pytest.raises(WrongSecretError, match="UTF-8"):
            refuse(lone)


def test_a_pin_and_a_key_open_as_another_keyboard_types_them(tmp_path: Path) -> None:
    pin.set_pin(tmp_path, "4711")
    for typed in ("4711", "４７１１", "٤٧١١"):
        pin.check_pin(tmp_path, typed)
    for wrong in ("4712", "", "\udcff", "४७१११"):
        with pytest.raises(WrongSecretError, match="not the PIN"):
            pin.check_pin(tmp_path, wrong)
    secret = age_format.new_secret()
    end = secret.removeprefix(KEY_START)
    for typed in (
        secret, secret.lower(), end, f"  {end[:8]} {end[8:20]}.{end[20:]}\u00a0", f"\ufeff{secret}",
        secret.replace("-", "–"), "".join(chr(ord(one) + 0xFEE0) for one in end),
    ):  # fmt: skip
        assert typed_key(typed) == secret, typed


@each("content", [b"", b"\xff\xfe4\x007\x00", b"$argon2id$v=19$m=8", bytes(100)])
def test_a_file_of_a_pin_that_is_not_whole_says_so(content: bytes, tmp_path: Path) -> None:
    (tmp_path / pin.NAME).write_bytes(content)
    with pytest.raises(WrongSecretError, match="is not a PIN any more"):
        pin.check_pin(tmp_path, "4711")


@pytest.mark.usefixtures("quick_wrapping")
def test_what_is_no_text_is_refused_before_anything_is_made(gym: Gym, tmp_path: Path) -> None:
    gym("records", "audit")
    sheet = tmp_path / "sheet.txt"
    line = b"cr\xe8me br\xfbl\xe9e \xe0 Gen\xe8ve\n"

    refused = CliRunner().invoke(command, ["seal", "setup", "--sheet", str(sheet)], input=line * 2)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "should be UTF-8" in refused.stderr
    assert not sheet.exists()


@pytest.mark.usefixtures("quick_wrapping")
def test_a_set_up_that_fails_leaves_no_sheet_for_a_key_that_is_not_kept(
    gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "sheet.txt"
    typed = ("copper ladder autumn", "copper ladder autumn")
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise StoreFullError("The disk is full.")

        patch.setattr(gym_keys, "put_all", full)
        failed = gym("seal", "setup", "--sheet", str(sheet), typed=typed)
    assert failed.exit_code == 1
    assert "recovery sheet was taken away" in failed.stderr
    assert not sheet.exists()

    done(gym("seal", "setup", "--sheet", str(sheet), typed=typed))
    kept = sheet.read_bytes()
    (tmp_path / "one" / "new").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(gym_keys, "put_all", full)
        failed = gym("seal", "renew", "--sheet", str(tmp_path / "b.txt"), typed=(typed[0], *typed))
    assert failed.exit_code == 1
    assert not (tmp_path / "b.txt").exists()
    assert sheet.read_bytes() == kept


@pytest.mark.usefixtures("quick_wrapping")
def test_no_second_key_is_made_where_the_store_or_the_key_file_was_lost(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    typed = ("copper ladder autumn", "copper ladder autumn")
    done(gym("seal", "setup", "--sheet", str(tmp_path / "a.txt"), typed=typed))
    done(gym("records", "add", answers(name="Ana")))
    backup = str(tmp_path / "backup")
    done(gym("records", "backup", backup))
    store, key_file = data_folder() / "records.sqlite3", data_folder() / KEY_FILE
    whole = store.read_bytes()
    again = ("seal", "setup", "--sheet", str(tmp_path / "b.txt"))

    store.write_bytes(b"")
    for arguments in (again, ("records", "list"), ("seal", "open"), ("records", "audit")):
        refused = gym(*arguments, typed=typed)
        assert refused.exit_code == 1, arguments
        assert f"The file of records {store} is empty." in refused.stderr, arguments
        assert "seal setup" not in refused.stderr
    assert store.read_bytes() == b""

    store.unlink()
    for arguments in (again, ("records", "list"), ("seal", "open")):
        refused = gym(*arguments, typed=typed)
        assert refused.exit_code == 1, arguments
        assert "Make no second key" in refused.stderr, arguments
        assert "records merge FILE" in refused.stderr
    done(gym("records", "merge", backup, "--yes"))
    assert "Ana" in done(gym("records", "list", typed=typed))

    store.write_bytes(whole)
    right = key_file.read_text()
    for text in ("", right[:40], right[:-20], "\x00" * 80, "no key"):
        key_file.write_text(text)
        for words in (again, ("records", "add", answers(name="Bo")), ("records", "list")):
            refused = gym(*words, typed=typed)
            assert refused.exit_code == 1, (text, words)
            assert "Take it from another laptop" in refused.stderr, (text, words)
    assert not (tmp_path / "b.txt").exists()
    done(gym("seal", "adopt", typed=typed))
    assert key_file.read_text() == right


def test_a_public_key_with_a_slip_seals_nothing() -> None:
    public = age_format.public_of(age_format.new_secret())
    slip = public[:-1] + ("q" if public[-1] != "q" else "p")
    with pytest.raises(GymKeyFileError, match="is not whole"):
        age_format.sealed(b"x", SealFor(slip, 1).public)
