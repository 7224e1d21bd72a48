"""What is fuzzed: each target takes bytes, and raises where the program did not stay upright.

A refusal by an error of the room's own tree is what should come of most of them.
"""

from __future__ import annotations

import asyncio
import datetime
import json
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from unittest.mock import patch

from textual import _parser, events
from textual.message import Message

from assessment.casebook.clients import clients_of
from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import assess
from assessment.example import example_answers
from assessment.exchange.answers_document import AnswersFileError, answers_document, parse_answers
from assessment.exchange.assessment_document import document_of
from assessment.quiz.control_sequences import text_in
from assessment.records.errors import RecordsError
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import NO_KEYS
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import open_store
from assessment.records.sync.bundle import merge, write_bundle
from assessment.records.sync.bundle_checks import check, preview
from assessment.settings.editing import SettingsFileError, example, save_settings
from assessment.settings.reading import read_settings
from assessment.ui.terminal.input_parser import TerminalParser
from benchmarks.stores import filled, some_records, store_in
from questions.loader import load_questionnaire
from tests.journeys.driver import client_at
from tests.journeys.test_quiz import answered
from tests.settling import settle

CUT = b"\xfe"
"""Where what comes from a terminal pauses; no UTF-8 has this byte."""
A_PAUSE_S = 10.0
LONG = 100
"""Signs of a sequence that would only make what fails longer to read."""
SETTINGS = {"report.gym": "Łódź Gym", "records.keep_months": 12, "report.logo": None}
DAY = datetime.date(2026, 11, 29)
PAGES = ("name", "age", "pain_places", "review")


@dataclass(frozen=True)
class Target:
    """What is tried, and what is changed here and there for it."""

    take: Callable[[bytes], None]
    seeds: Callable[[], tuple[bytes, ...]]


def read_keys(typed: bytes) -> list[Message]:
    """Return what the parser makes of *typed*, with its pauses."""
    now = 0.0
    told: list[Message] = []
    with patch.object(_parser, "get_time", lambda: now):
        parser = TerminalParser()
        for part in typed.split(CUT):
            if signs := part.decode("utf-8", errors="replace"):
                told += parser.feed(signs)
            now += A_PAUSE_S
            told += parser.tick()
    return told


def take_terminal(typed: bytes) -> None:
    """Read *typed* on a screen and in a line; the key after it must count."""
    assert isinstance((last := read_keys(typed + CUT + b"\r")[-1]), events.Key)
    assert last.key == "enter"
    text = text_in(typed.decode("utf-8", errors="replace"))
    assert not any(sign < " " or "\x7f" <= sign <= "\x9f" for sign in text)


def take_quiz(typed: bytes) -> None:
    """Let a client type *typed* on a page of a quiz that is half done."""

    async def type_it() -> None:
        with tempfile.TemporaryDirectory() as folder:
            page = PAGES[len(typed) % len(PAGES)]
            async with client_at(answered(Path(folder), page)) as client:
                await client.press("2")
                for message in read_keys(typed):
                    message.set_sender(client.app)
                    client.app.post_message(message)
                await settle(client.app)
                assert not client.app.has_failed
                client.app.exit()

    asyncio.run(type_it())


def take_settings(content: bytes) -> None:
    """Read *content* as the gym's file, say all that is wrong with it, and change it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "settings.toml")
        path.write_bytes(content)
        for fault in read_settings(path).every_fault:
            assert str(fault)
        with suppress(SettingsFileError):
            save_settings(path, SETTINGS)
            found = read_settings(path)
            assert found.values["report.gym"] == SETTINGS["report.gym"]
            assert found.values["records.keep_months"] == SETTINGS["records.keep_months"]


def take_answers(content: bytes) -> None:
    """Read *content* as a file of answers; what is taken is assessed and written down again."""
    try:
        sheet = parse_answers(content, load_questionnaire(), DAY)
    except AnswersFileError as error:
        assert error.faults
        return
    json.dumps(document_of(assess(sheet, load_catalogue())), allow_nan=False)
    again = parse_answers(json.dumps(answers_document(sheet)).encode(), load_questionnaire(), DAY)
    assert again == sheet


def take_store(content: bytes) -> None:
    """Open *content* as a store, and list who is in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "records.sqlite3").write_bytes(content)
        with suppress(RecordsError):
            store = open_store(file_address(folder / "records.sqlite3"))
            clients_of(Desk(store, folder), lambda _done, _of: None)


def take_bundle(content: bytes) -> None:
    """Look into *content* as a bundle, rehearse it, and take it in."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bundle").write_bytes(content)
        (folder / "records.sqlite3").write_bytes(_store())
        store = open_store(file_address(folder / "records.sqlite3"))
        with suppress(RecordsError):
            preview(store, folder / "bundle")
            check(folder / "bundle", NO_KEYS, lambda _: None)
            merge(store, folder / "bundle")


def _terminal_seeds() -> tuple[bytes, ...]:
    from tests.strangers.test_terminal_bytes import ANSWERS, KEYS

    sent = (one for one in (*ANSWERS.values(), *KEYS) if len(one) < LONG)
    return (
        *(one.encode("utf-8", "surrogatepass") for one in sent),
        b"\x1b[200~Ana\x1b[201~\x1b[<0;5;3M\x1b[<0;5;3m\xfe",
        "1a²٣é王😀".encode(),
    )


def _settings_seeds() -> tuple[bytes, ...]:
    plain = example().replace("# ", "").encode()
    inline = b'report = { gym = "A", size = "A4" }\nquiz.kit = ["band"]\nrecords.keep_months = 3\n'
    return example().encode(), plain, inline, b"\xef\xbb\xbf[report]\r\ngym = 'A\xe2\x80\xa8B'\r\n"


def _answers_seeds() -> tuple[bytes, ...]:
    return (example_answers(),)


@cache
def _store() -> bytes:
    """Return a small store."""
    with tempfile.TemporaryDirectory() as name:
        filled(store_in(Path(name)), some_records(20, 1))
        return Path(name, "records.sqlite3").read_bytes()


def _store_seeds() -> tuple[bytes, ...]:
    return (_store(),)


@cache
def _bundle_seeds() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bundle(filled(store_in(folder), some_records(5, 2)), folder / "bundle")
        return ((folder / "bundle").read_bytes(),)


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "terminal": Target(take_terminal, _terminal_seeds),
        "quiz": Target(take_quiz, _terminal_seeds),
        "settings": Target(take_settings, _settings_seeds),
        "answers": Target(take_answers, _answers_seeds),
        "store": Target(take_store, _store_seeds),
        "bundle": Target(take_bundle, _bundle_seeds),
    }
)
