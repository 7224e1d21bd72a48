from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from assessment.records.adding import keep
from assessment.records.errors import (
    GymKeyFileError,
    SealedError,
    StoreDamagedError,
    StoreNewerError,
    WrongSecretError,
)
from assessment.records.sealing import age_format, gym_keys, sealing_anew
from assessment.records.sealing.payload import (
    NO_KEYS,
    Content,
    Keys,
    open_card,
    open_content,
    sealed_for,
)
from assessment.records.sealing.public_key import SealFor, read_gym_key, write_gym_key
from assessment.records.sealing.sealing_anew import seal_all
from assessment.records.store.repository import add, all_of, put_all
from assessment.records.store.transactions import Store
from assessment.records.store.values import FORMAT, GymKey, Record
from assessment.records.sync.syncing import bring
from tests.records.fixtures import MakeContent, NewStore
from tests.records.holdings import a_record
from tests.records.sealed import PASSPHRASE, gym

NEW_PASSPHRASE = "a whole other sentence"  # noqa: S105  # of the gym in the tests


def folder_of(store: Store) -> Path:
    return Path(store.place).parent


def test_a_sealed_record_opens_with_the_gyms_key_and_with_nothing_else(
    store: Store, make_content: MakeContent
) -> None:
    content = make_content(name="Zebedee")

    record = keep(store, content, gym().seal_for)

    [kept] = all_of(store, Record)
    assert open_content(kept, gym().keys) == content
    assert open_card(kept, gym().keys).name == "Zebedee"
    assert (kept.sealed_to, kept.generation) == (gym().key.public, 1)
    other = age_format.new_secret()
    for keys in (NO_KEYS, Keys({age_format.public_of(other): other})):
        with pytest.raises(SealedError):
            open_card(record, keys)
    with pytest.raises(StoreDamagedError):
        open_card(record, Keys({gym().key.public: other}))


@pytest.mark.heavy
def test_the_passphrase_opens_the_key_and_a_wrong_one_says_so(store: Store) -> None:
    gym().seals(store)

    assert gym_keys.open_keys(store, PASSPHRASE).secrets == gym().keys.secrets
    with pytest.raises(WrongSecretError, match="does not open the gym's key"):
        gym_keys.open_keys(store, PASSPHRASE.upper())


def test_a_store_without_a_key_says_how_to_make_one(store: Store) -> None:
    with pytest.raises(SealedError, match="seal setup"):
        gym_keys.open_keys(store, PASSPHRASE)


def test_a_short_passphrase_is_refused(store: Store) -> None:
    with pytest.raises(WrongSecretError, match="at least 12 characters"):
        gym_keys.set_up(store, "short enough"[:11], secret=age_format.new_secret())
    assert gym_keys.newest_key(store) is None


def test_a_gym_has_one_first_key(store: Store) -> None:
    gym().seals(store)

    with pytest.raises(SealedError, match="sealed already"):
        gym_keys.set_up(store, PASSPHRASE, secret=age_format.new_secret())


@pytest.mark.heavy
def test_a_new_passphrase_opens_and_the_old_one_does_not(store: Store) -> None:
    gym().seals(store)

    changed = gym_keys.change_passphrase(store, gym().keys, NEW_PASSPHRASE)

    assert changed.revision == 2
    assert gym().key.wrapped not in Path(store.place).read_bytes()
    assert gym_keys.open_keys(store, NEW_PASSPHRASE).secrets == gym().keys.secrets
    with pytest.raises(WrongSecretError):
        gym_keys.open_keys(store, PASSPHRASE)


@pytest.mark.heavy
def test_a_new_passphrase_reaches_the_other_laptops_and_never_goes_back(
    new_store: NewStore,
) -> None:
    one, other = gym().seals(new_store()), gym().seals(new_store())
    changed = gym_keys.change_passphrase(one, gym().keys, NEW_PASSPHRASE)

    bring(other, one)
    bring(one, other)

    assert all_of(one, GymKey) == all_of(other, GymKey) == [changed]


def test_a_lost_passphrase_is_mended_with_the_key_from_the_sheet(store: Store) -> None:
    gym().seals(store)
    on_paper = gym().secret.removeprefix("AGE-SECRET-KEY-1").lower()
    typed = " ".join(on_paper[start : start + 4] for start in range(0, len(on_paper), 4))

    keys = gym_keys.open_here(store, gym_keys.typed_key(typed))

    assert keys.secrets == gym().keys.secrets
    assert gym_keys.typed_key(f" {gym().secret}\n") == gym().secret


def test_a_slip_in_the_key_from_the_sheet_is_seen() -> None:
    secret = gym().secret
    slip = secret[:-3] + ("Q" if secret[-3] != "Q" else "P") + secret[-2:]

    with pytest.raises(WrongSecretError, match="group by group"):
        gym_keys.typed_key(slip)


def test_the_sheet_of_another_gym_is_refused(store: Store) -> None:
    gym().seals(store)

    with pytest.raises(WrongSecretError, match="not one of this gym's"):
        gym_keys.open_here(store, age_format.new_secret())


def test_records_from_before_are_sealed_and_stay_the_same(
    store: Store, make_content: MakeContent
) -> None:
    content = make_content(name="Before")
    plain = keep(store, content, SealFor())
    gym().seals(store)

    assert seal_all(store, gym().seal_for) == 1
    assert seal_all(store, gym().seal_for) == 0

    [sealed] = all_of(store, Record)
    assert open_content(sealed, gym().keys) == content
    assert replace(sealed, card=b"", content=b"", sealed_to="", generation=0) == replace(
        plain, card=b"", content=b""
    )


@pytest.mark.heavy
def test_a_new_key_takes_over_and_opens_what_the_old_one_sealed(
    new_store: NewStore, make_content: MakeContent
) -> None:
    store, other = gym().seals(new_store()), gym().seals(new_store())
    content = make_content()
    keep(store, content, gym().seal_for)
    secret = age_format.new_secret()

    gym_keys.renew(store, gym().keys, NEW_PASSPHRASE, secret=secret)
    keys = gym_keys.open_here(store, secret)
    seal_for = gym_keys.adopt(store, folder_of(store), keys)
    seal_all(store, seal_for, keys)

    [record] = all_of(store, Record)
    assert (record.generation, record.sealed_to) == (2, age_format.public_of(secret))
    with pytest.raises(SealedError):
        open_content(record, gym().keys)
    late = keep(other, content, gym().seal_for)  # a laptop that has not heard of it yet
    bring(other, store)
    opened = gym_keys.open_keys(store, NEW_PASSPHRASE)
    assert open_content(late, opened) == open_content(record, opened) == content
    assert read_gym_key(folder_of(store)) == SealFor(age_format.public_of(secret), 2)


@pytest.mark.heavy
def test_a_key_that_came_with_a_copy_is_not_used_before_the_passphrase_opens_it(
    new_store: NewStore,
) -> None:
    laptop = gym().seals(new_store())
    intruder = age_format.new_secret()
    forged = GymKey(
        age_format.public_of(intruder), 9, age_format.wrapped(b"x", "his own passphrase"), 1
    )
    put_all(laptop, [forged])

    keys = gym_keys.open_keys(laptop, PASSPHRASE)
    seal_for = gym_keys.adopt(laptop, folder_of(laptop), keys)

    assert seal_for == gym().seal_for


def test_a_record_of_a_newer_program_is_sealed_too_and_not_opened(store: Store) -> None:
    newer = a_record(format=FORMAT + 1, more='{"later": 1}')
    add(store, [newer])

    seal_all(store, gym().seal_for)

    [sealed] = all_of(store, Record)
    assert age_format.opened(sealed.content, gym().secret) == newer.content
    assert sealed.more == newer.more
    for open_part in (open_card, open_content):
        with pytest.raises(StoreNewerError, match="newer program"):
            open_part(sealed, gym().keys)


def test_a_record_that_nothing_here_opens_stays_as_it_is(store: Store) -> None:
    strange = age_format.public_of(age_format.new_secret())
    record = sealed_for(a_record(), SealFor(strange, 1))
    add(store, [record])

    assert seal_all(store, SealFor(gym().key.public, 2), gym().keys) == 0
    assert all_of(store, Record) == [record]


def test_sealing_that_was_cut_off_goes_on(
    store: Store, make_content: MakeContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing_anew, "BATCH", 1)
    for name in ("one", "two", "three"):
        keep(store, make_content(name=name), SealFor())

    def cut_off(done: int, _of: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seal_all(store, gym().seal_for, on_progress=cut_off)

    assert seal_all(store, gym().seal_for) == 2
    names = {open_card(record, gym().keys).name for record in all_of(store, Record)}
    assert names == {"one", "two", "three"}


def test_the_public_key_on_the_laptop_is_a_file_of_age_recipients(tmp_path: Path) -> None:
    write_gym_key(tmp_path, gym().seal_for)

    lines = (tmp_path / "gym-key.txt").read_text().splitlines()

    assert [line for line in lines if not line.startswith("#")] == [gym().key.public]
    assert read_gym_key(tmp_path) == gym().seal_for


@pytest.mark.parametrize("spoilt", ["", "age1x\n", "# generation 1\n", "\udcff"])
def test_a_spoilt_public_key_never_means_unsealed(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "gym-key.txt").write_bytes(spoilt.encode(errors="surrogateescape"))

    with pytest.raises(GymKeyFileError, match=r"gym-key\.txt"):
        read_gym_key(tmp_path)


@pytest.mark.heavy
def test_any_age_program_reads_ours_and_we_read_theirs() -> None:
    # pyrage itself stands for any other program here
    recipient = pyrage.x25519.Recipient.from_str(gym().key.public)
    identity = pyrage.x25519.Identity.from_str(gym().secret)

    assert age_format.opened(pyrage.encrypt(b"theirs", [recipient]), gym().secret) == b"theirs"
    assert pyrage.decrypt(age_format.sealed(b"ours", gym().key.public), [identity]) == b"ours"
    assert pyrage.passphrase.decrypt(gym().key.wrapped, PASSPHRASE).decode() == f"{gym().secret}\n"


def test_debians_age_opens_a_record(
    store: Store, tmp_path: Path, make_content: MakeContent
) -> None:
    program = shutil.which("age")
    if program is None:
        pytest.skip("the program age is not installed here")
    content: Content = make_content(name="Open Format")
    record = keep(store, content, gym().seal_for)
    (tmp_path / "key.txt").write_text(gym().secret + "\n")

    done = subprocess.run(
        [program, "--decrypt", "--identity", str(tmp_path / "key.txt")],
        input=record.content,
        capture_output=True,
        check=True,
        timeout=300,
    )

    assert json.loads(gzip.decompress(done.stdout))["answers"] == content.answers
    theirs = subprocess.run(
        [program, "--recipient", gym().key.public],
        input=b"theirs",
        capture_output=True,
        check=True,
        timeout=300,
    )
    assert age_format.opened(theirs.stdout, gym().secret) == b"theirs"
