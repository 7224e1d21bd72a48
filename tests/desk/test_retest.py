"""A client is asked again: last answers beside this time's, the same client, then the desk."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from assessment.core.answers import AnswerSheet
from assessment.exchange.answers_document import sheet_of
from assessment.quiz.context import QuizContext
from assessment.quiz.earlier_answers import Earlier
from assessment.quiz.record_client import RecordClient
from assessment.records.drafts.draft import DraftFile
from assessment.records.drafts.erasing import erase_old_retests, retest_draft
from assessment.records.store.repository import all_of
from assessment.records.store.values import Record
from assessment.tui.app import QuizApp
from questions.loader import load_questionnaire
from tests import contract
from tests.contract import all_best
from tests.desk.trainer import fill, store_in
from tests.journeys.driver import Client, python_running, setting_in
from tests.surroundings import PATIENCE_S
from tests.tui.pseudo_terminal import Terminal, quiz

KEEPS = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('\\n'.join(sys.argv[2:]))"
LAST = {"name": "Ana Muster", "stairs": 2, "foot_drop": "yes", "age_years": 45}
LAST |= {"hurts": ["low_back"], "pain_low_back": 3}
YESTERDAY_S = 25 * 3600
BETWEEN_PRESSES_S, STARTING_S = 5.0, 20.0
"""How long a key may take, and a program to start: one that is pressed again goes to what came."""


def last_sheet() -> AnswerSheet:
    document = {
        "questionnaire": "posterior-chain",
        "version": contract.VERSION,
        "answers": all_best() | LAST,
    }
    return sheet_of(document, load_questionnaire())


def setting_at(folder: Path, page: str) -> QuizContext:
    """Return the setting of a re-test that stands at *page*, nothing on it answered yet."""
    record = RecordClient((*python_running(KEEPS), str(folder / "record"), "--client", "cafe"))
    context = replace(setting_in(folder), record=record, earlier=Earlier(last_sheet()))
    context = replace(context, ends_after_client=True)
    answers = all_best() | {"lately_nerves": "yes"}  # it opens check_nerves
    answers = {key: value for key, value in answers.items() if key not in ("stairs", page)}
    DraftFile(context.draft_path).append(answers, page)
    return context


@asynccontextmanager
async def client_at(context: QuizContext) -> AsyncIterator[Client]:
    with ExitStack() as held:
        app = QuizApp(context, held)
        held.callback(context.report.close)
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield Client(app, pilot)


@pytest.mark.heavy
async def test_the_last_answer_stands_beside_and_is_not_chosen(tmp_path: Path) -> None:
    async with client_at(setting_at(tmp_path, "can_legs")) as client:
        await client.press("2")
        (row,) = [f"{above} {row}" for above, row in pairwise(client.rows()) if "(was 2)" in row]
        assert "stairs" in row
        assert "(2)" not in row  # it is shown, and not chosen
        assert "(0)" not in row


@pytest.mark.heavy
async def test_it_stands_beside_rows_lines_and_fields_too(tmp_path: Path) -> None:
    for page, said in (
        ("body_map", "Low back (was 3)"),
        ("age_years", "(last time: 45)"),
        ("check_nerves", "(last time:"),
        ("equipment", "(last time)"),
    ):
        folder = tmp_path / page
        folder.mkdir()
        async with client_at(setting_at(folder, page)) as client:
            await client.press("2")
            assert said in client.text(), page


@pytest.mark.heavy
async def test_the_record_is_of_the_same_client_and_the_desk_comes_after(tmp_path: Path) -> None:
    context = setting_at(tmp_path, "review")
    DraftFile(context.draft_path).append({"stairs": 1}, "review")
    async with client_at(context) as client:
        await client.press("2", "enter", "f", "2")
        await client.app.workers.wait_for_complete()
        await client.press("enter")
        assert not client.app.is_running or client.app._exit
    assert (tmp_path / "record").read_text() == "--client\ncafe"
    assert not context.draft_path.exists()


async def test_a_pause_leads_back_to_the_desk_and_keeps_the_answers(tmp_path: Path) -> None:
    context = setting_at(tmp_path, "can_legs")
    async with client_at(context) as client:
        await client.press("2", "escape", "2")
        assert client.app._exit
    assert context.draft_path.exists()


def test_each_client_has_a_draft_of_their_own(tmp_path: Path, folder: Path) -> None:
    records: list[Record] = all_of(store_in(folder), Record)
    paths = {retest_draft(tmp_path, record.client) for record in records}
    assert len(paths) == 5


def test_a_retest_that_nobody_came_back_to_is_erased_after_a_day(
    tmp_path: Path, folder: Path
) -> None:
    record: Record = all_of(store_in(folder), Record)[0]
    old, new = retest_draft(tmp_path, record.client), tmp_path / "retest-other.jsonl"
    for path in (old, new):
        DraftFile(path).append({"stairs": 1}, None)
    before = time.time() - YESTERDAY_S
    os.utime(old, (before, before))
    erase_old_retests(tmp_path)
    assert not old.exists()
    assert new.exists()


@pytest.mark.heavy
def test_in_a_real_terminal_the_desk_opens_asks_again_and_closes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    data = home / ".local" / "share" / "posterior-chain"
    if sys.platform == "darwin":
        data = home / "Library" / "Application Support" / "posterior-chain"
    data.mkdir(parents=True)
    fill(data)
    terminal = quiz(home, "desk", TEXTUAL_ANIMATIONS="none")
    terminal.wait_for("Please type the PIN")
    terminal.send(b"2468\r")
    terminal.wait_for("Ana Muster")
    terminal.send(b"ana")
    terminal.wait_for("1 of 5")
    press_until(terminal, b"\r", "Over time")
    press_until(terminal, b"r", "Start a re-test")
    terminal.send(b"\x1b[B")
    press_until(terminal, b"\r", "Your answers stay on this laptop.", STARTING_S)
    shown = terminal.seen[terminal.seen.rindex(b"\x1b[?1049h") :]
    assert b"Ana Muster" not in shown
    press_until(terminal, b"\x1b", "Close the quiz?")
    press_until(terminal, b"2", "The re-test is over.")
    terminal.wait_for("Please type the PIN")
    press_until(terminal, b"\x1b", "Close the desk?")
    terminal.send(b"\x1b[B")
    press_until(terminal, b"\r", "\x1b[?1049l")
    assert terminal.end() == 0
    assert terminal.faults == []


def press_until(
    terminal: Terminal, key: bytes, text: str, between_s: float = BETWEEN_PRESSES_S
) -> None:
    """Press *key* until *text* is painted: what came only just now takes no key yet."""
    since, last = len(terminal.seen), time.monotonic() + PATIENCE_S
    while text.encode() not in terminal.seen[since:]:
        assert time.monotonic() < last, f"{text!r} did not come; last: {terminal.seen[-600:]!r}"
        terminal.send(key)
        until = time.monotonic() + between_s
        while text.encode() not in terminal.seen[since:] and terminal.read(until):
            pass
