"""Whoever takes the disk of a sealed laptop, with every key on it, finds no answer."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.casebook.clients import clients_of
from assessment.records.adding import keep, keep_waiting
from assessment.records.drafts import draft_seal
from assessment.records.drafts.draft import DraftFile
from assessment.records.errors import WrongSecretError
from assessment.records.sealing import age_format
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.public_key import SealFor
from assessment.records.sealing.sealing_anew import seal_all
from assessment.records.store.repository import note
from assessment.records.store.transactions import Store
from assessment.records.store.values import GymKey
from questions.questionnaire import Questionnaire
from tests.contract import all_best
from tests.records.fixtures import MakeContent, NewStore
from tests.records.holdings import START
from tests.records.sealed import PASSPHRASE, gym

NAME = "Zebedee Quillfeather"
ANSWER_IDS = (b"saddle_numbness", b"pain_low_back", b"chair_rise", b"days_per_week", b"age_years")
STEP = 64
VALUES = (b"moderate", b"marked", b"see_clinician", b"emergency", b'"train"', b"glute-bridge")


@pytest.fixture
def laptop(new_store: NewStore, make_content: MakeContent) -> Store:
    """Return a store with records from before and after sealing, a list, a draft, one waiting."""
    store = new_store()
    folder = Path(store.place).parent
    keep(store, make_content(name=NAME, pain_low_back=7), SealFor())
    gym().seals(store)
    seal_all(store, gym().seal_for)
    record = keep(store, make_content(name=NAME, saddle_numbness="yes"), gym().seal_for)
    keep_waiting(folder, make_content(name=NAME), gym().seal_for, START)
    DraftFile(folder / "draft.jsonl").append(all_best() | {"name": NAME}, "name")
    desk = Desk(store, folder)
    desk.open_with(gym().keys)
    assert [client.name for client in clients_of(desk).search("quill")] == [NAME] * 2
    note(store, "opened", record.id)
    desk.shut()
    return store


def everything_on(store: Store) -> dict[str, bytes]:
    folder = Path(store.place).parent
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield *content* and all that base64 and gzip inside it stand for.

    A database cuts what is long into pages: of such a stream its beginning is yielded.
    """
    yield content
    for found in re.finditer(rb"(?:[A-Za-z0-9+/]{4}){10,}", content):
        yield base64.b64decode(found[0])
    for found in re.finditer(rb"\x1f\x8b\x08", content):
        yield b"".join(_decompressed(content[found.start() :]))


def _decompressed(stream: bytes) -> Iterator[bytes]:
    """Yield what *stream* stands for up to its end, or to where it is cut."""
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    for begin in range(0, len(stream), STEP):
        try:
            yield unpacker.decompress(stream[begin : begin + STEP])
        except zlib.error:
            return


def test_there_is_no_name_no_id_of_an_answer_and_no_value_in_any_byte(laptop: Store) -> None:
    files = everything_on(laptop)
    assert {"records.sqlite3", "gym-key.txt", "cards.age", "draft.jsonl"} <= files.keys()
    assert any(name.startswith("waiting") for name in files)

    for name, content in files.items():
        for text in unpacked(content):
            for part in (NAME.encode(), b"Zebedee", b"Quillfeather", *ANSWER_IDS, *VALUES):
                assert part not in text, (name, part)


def test_the_search_would_find_them_where_nothing_is_sealed(
    new_store: NewStore, make_content: MakeContent
) -> None:
    store = new_store()
    keep(store, make_content(name=NAME), SealFor())
    DraftFile(Path(store.place).parent / "draft.jsonl").append({"chair_rise": 1}, None)

    texts = [text for content in everything_on(store).values() for text in unpacked(content)]

    assert any(NAME.encode() in text for text in texts)
    assert any(b"age_years" in text for text in texts)
    assert any(b"chair_rise" in text for text in texts)


@pytest.mark.heavy
def test_the_laptops_own_keys_open_nothing(laptop: Store) -> None:
    files = everything_on(laptop)
    texts = [content.decode("latin-1") for content in files.values()]
    secrets = {found for text in texts for found in re.findall(r"AGE-SECRET-KEY-1[A-Z0-9]+", text)}

    assert secrets == set()
    sealed_files = [
        content[found.start() :]
        for content in files.values()
        for found in re.finditer(rb"age-encryption\.org/v1\n", content)
    ]
    assert len(sealed_files) > 4
    for guess in (gym().key.public, ""):
        with pytest.raises(WrongSecretError):
            age_format.unwrapped(gym().key.wrapped, guess)
    public_as_secret = gym().key.public.upper().replace("AGE1", "AGE-SECRET-KEY-1")
    with pytest.raises(WrongSecretError):
        age_format.opened(sealed_files[0], public_as_secret)


@pytest.mark.heavy
def test_the_private_key_stands_under_a_passphrase_that_costs_time_to_guess() -> None:
    # age, scrypt recipient: the last number is log2 of the work; age itself writes 18
    head = gym().key.wrapped.split(b"\n")[1].split()

    assert head[:2] == [b"->", b"scrypt"]
    assert int(head[3]) >= 15
    assert isinstance(gym().key, GymKey)
    assert age_format.unwrapped(gym().key.wrapped, PASSPHRASE).decode().strip() == gym().secret


def test_a_draft_goes_on_in_the_same_sitting_and_is_closed_once_the_laptop_was_off(
    store: Store,
    tmp_path: Path,
    questionnaire: Questionnaire,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gym().seals(store)
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setattr(draft_seal, "memory_folder", lambda: memory)
    path = Path(store.place).parent / "draft.jsonl"
    DraftFile(path).append({"name": NAME, "age_years": 45}, "sex")

    again = DraftFile(path).read(questionnaire)  # the program was closed and started anew

    assert again is not None
    assert again.sheet.given == {"name": NAME, "age_years": 45}
    for key in memory.rglob("*.key"):
        key.unlink()  # what is in memory goes when the laptop is switched off
    assert DraftFile(path).read(questionnaire) is None


def test_without_such_a_folder_only_the_running_program_can_go_on(
    store: Store, questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym().seals(store)
    monkeypatch.setattr(draft_seal, "memory_folder", lambda: None)
    draft = DraftFile(Path(store.place).parent / "draft.jsonl")
    draft.append({"age_years": 45}, None)
    draft.append({"sex": "female"}, None)

    found = draft.read(questionnaire)

    assert found is not None
    assert found.sheet.given == {"age_years": 45, "sex": "female"}
    assert DraftFile(draft.path).read(questionnaire) is None


def test_the_next_client_gets_another_key(
    store: Store, tmp_path: Path, questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym().seals(store)
    monkeypatch.setattr(draft_seal, "memory_folder", lambda: tmp_path)
    draft = DraftFile(Path(store.place).parent / "draft.jsonl")
    draft.append({"age_years": 45}, None)
    copy = draft.path.read_bytes()
    draft.erase()
    draft.append({"age_years": 20}, None)

    draft.path.write_bytes(copy + draft.path.read_bytes())

    found = draft.read(questionnaire)
    assert found is not None
    assert found.sheet.given == {"age_years": 20}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a folder")
def test_only_a_folder_in_memory_takes_the_key(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\ntmpfs {tmp_path}/run tmpfs rw 0 0\nbad\n")
    (tmp_path / "run" / "user").mkdir(parents=True)
    (tmp_path / "disk").mkdir()

    def found(folder: str) -> Path | None:
        return draft_seal.memory_folder({"XDG_RUNTIME_DIR": folder}, mounts)

    assert found(str(tmp_path / "run" / "user")) == (tmp_path / "run" / "user").resolve()
    assert found(str(tmp_path / "disk")) is None
    assert found(str(tmp_path / "none")) is None
    assert found("") is None


def test_a_card_and_a_content_are_what_the_documents_say(
    store: Store, make_content: MakeContent
) -> None:
    record = keep(store, make_content(name=NAME), gym().seal_for)

    content = json.loads(gzip.decompress(age_format.opened(record.content, gym().secret)))

    assert content["answers"]["answers"]["name"] == NAME
    assert content["assessment"]["outcome"] == "train"


def test_the_quiz_of_a_sealed_gym_loads_no_database(store: Store) -> None:
    gym().seals(store)
    code = (
        "import pathlib, sys\n"
        "from assessment.records.drafts.draft import DraftFile\n"
        "draft = DraftFile(pathlib.Path(sys.argv[1]))\n"
        "draft.append({'age_years': 45}, None)\n"
        "print(len(draft.path.read_bytes()) > 100, 'sqlalchemy' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(Path(store.place).parent / "draft.jsonl")],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout == "True False\n"
