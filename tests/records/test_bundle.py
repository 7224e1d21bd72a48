from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.records.adding import keep
from assessment.records.errors import BadBundleError
from assessment.records.sealing import age_format
from assessment.records.sealing.payload import NO_KEYS, sealed_for
from assessment.records.sealing.public_key import SealFor
from assessment.records.store.repository import add, all_of, holdings_of, put_all
from assessment.records.store.transactions import Store
from assessment.records.store.value_documents import line_of, value_from
from assessment.records.store.values import FORMAT, Erasure, Record
from assessment.records.sync.bundle import merge, values_of, write_bundle
from assessment.records.sync.bundle_checks import Checked, check, preview
from tests.records.fixtures import MakeContent, NewStore
from tests.records.holdings import AUDIT, ERASURES, KEYS, START, a_record, records
from tests.records.sealed import gym


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick.bundle"


@given(records() | ERASURES | KEYS | AUDIT)
def test_every_value_is_read_as_it_was_written(value: Record) -> None:
    assert value_from(line_of(value)) == value


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: json.dumps(text).encode()))
def test_a_line_that_is_no_value_is_refused_in_words(line: bytes) -> None:
    with pytest.raises(BadBundleError):
        value_from(line)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"is": "recipe"}, "is: must be erased, key, record, audit"),
        ({"client": "x"}, "client: is not of the right kind"),
        ({"format": True}, "format: is not of the right kind"),
        ({"format": -1}, "format: is not of the right kind"),
        ({"card": "~"}, "card: is not of the right kind"),
        ({"finished_at": "yesterday"}, "finished_at: is not of the right kind"),
        ({"program": "1.0.1"}, "was changed since it was written"),
        ({"later": 1}, "was changed since it was written"),
    ],
)
def test_a_changed_line_says_what_is_wrong_with_it(change: dict[str, object], says: str) -> None:
    line = json.dumps(json.loads(line_of(a_record())) | change).encode()

    with pytest.raises(BadBundleError, match=says):
        value_from(line)


def test_what_a_newer_program_wrote_is_kept_with_all_it_holds() -> None:
    document = json.loads(line_of(a_record(format=7, more='{"mood": ["calm", 1.5]}')))
    assert document["mood"] == ["calm", 1.5]

    value = value_from(json.dumps(document).encode())

    assert isinstance(value, Record)
    assert json.loads(value.more) == {"mood": ["calm", 1.5]}
    assert value.is_newer


def test_a_bundle_holds_everything_for_its_owner_only(
    store: Store, new_store: NewStore, stick: Path
) -> None:
    put_all(store, [a_record(1), a_record(2), gym().key])
    put_all(store, [Erasure(a_record(3).id, "record", START)])

    assert write_bundle(store, stick) == 2

    other = new_store()
    merge(other, stick)
    assert holdings_of(other) == holdings_of(store)
    if sys.platform != "win32":
        assert stat.S_IMODE(stick.stat().st_mode) == 0o600


def test_the_preview_counts_and_changes_nothing(
    store: Store, new_store: NewStore, stick: Path
) -> None:
    other = new_store()
    both, theirs, newer = a_record(1), a_record(2), a_record(3, format=FORMAT + 1)
    barred, removed, plain = a_record(4), a_record(5), a_record(6)
    sealed = sealed_for(plain, gym().seal_for)
    add(other, [both, theirs, newer, barred, sealed])
    put_all(other, [Erasure(removed.id, "record", START), gym().key])
    add(store, [both, removed, plain])
    put_all(store, [Erasure(barred.id, "record", START)])
    write_bundle(other, stick)
    before = holdings_of(store)

    found = preview(store, stick)

    assert (found.new, found.known, found.removed, found.barred) == (2, 2, 1, 1)
    assert (found.resealed, found.keys, found.unsealed, found.newer) == (1, 1, 2, 1)
    assert holdings_of(store) == before


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda text: text[:-40], "the end is missing"),
        (lambda text: text[: len(text) // 2], "the end is missing"),
        (lambda text: text[:0], "is not a bundle"),
        (lambda text: b"%PDF-1.7\n" + text, "is not a bundle"),
        (lambda text: text + b"\n", "was changed"),
        (lambda text: b"\n".join([*text.split(b"\n")[:2], *text.split(b"\n")[3:]]), "was changed"),
        (lambda text: text.replace(b'records": 1', b'records": 2', 1), "newer posterior-chain"),
        (lambda text: text.replace(b'"card":"', b'"card":"AAAA', 1), "line 2"),
    ],
)
def test_a_spoilt_bundle_is_refused_and_nothing_is_changed(
    store: Store, new_store: NewStore, stick: Path, spoil: object, says: str
) -> None:
    other = new_store()
    add(other, [a_record(1), a_record(2)])
    write_bundle(other, stick)
    stick.write_bytes(spoil(stick.read_bytes()))  # type: ignore[operator]

    for look in (preview, merge):
        with pytest.raises(BadBundleError, match=says):
            look(store, stick)
    assert all_of(store, Record) == []


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(store: Store, tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(BadBundleError, match="cannot be read"):
            preview(store, path)


def test_a_bundle_that_cannot_be_written_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    stick = tmp_path / "stick.bundle"
    write_bundle(store, stick)
    before = stick.read_bytes()
    add(store, [a_record()])

    def cut_off(_done: int, _of: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_bundle(store, stick, cut_off)

    assert stick.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*stick*")] == ["stick.bundle"]


def test_a_rehearsal_opens_every_record_and_counts(
    store: Store, make_content: MakeContent, stick: Path
) -> None:
    keep(store, make_content(name="Plain"), SealFor())
    keep(store, make_content(name="Sealed"), gym().seal_for)
    strange = age_format.public_of(age_format.new_secret())
    keep(store, make_content(), SealFor(strange, 1))
    add(store, [a_record(8, format=FORMAT + 1), a_record(9, card=b"{", content=b"-")])
    put_all(store, [gym().key, Erasure(a_record(1).id, "record", START)])
    write_bundle(store, stick)
    before, told = stick.read_bytes(), list[str]()

    found = check(stick, gym().keys, told.append)

    assert found == Checked(records=5, opened=2, sealed=1, newer=1, broken=1, clients=5, erased=1)
    assert [str(a_record(9).id) in line for line in told] == [True]
    assert stick.read_bytes() == before
    assert check(stick, NO_KEYS).sealed == 2


def test_a_backup_brings_a_lost_store_back(
    new_store: NewStore, make_content: MakeContent, stick: Path
) -> None:
    lost = gym().seals(new_store())
    record = keep(lost, make_content(name="Ana"), gym().seal_for)
    write_bundle(lost, stick)

    anew = new_store()
    merge(anew, stick)

    assert all_of(anew, Record) == [record]
    assert list(values_of(stick))[-1] == record
    assert replace(record) == record
