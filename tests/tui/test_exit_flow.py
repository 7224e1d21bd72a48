"""Every way out for one client, without the rest of the quiz."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.quiz import words
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.record_client import RecordClient
from assessment.records.drafts.draft import DraftFile
from assessment.tui.exit_flow import ExitFlow
from assessment.tui.screens.hand_over import HandOverScreen
from tests.conftest import MakeSheet
from tests.journeys.test_quiz import answered
from tests.tui.bare import Hand, bare


@asynccontextmanager
async def leaving(context: QuizContext) -> AsyncIterator[tuple[Hand, ExitFlow]]:
    async with bare(context) as hand:
        saver = DraftSaver(DraftFile(context.draft_path))
        yield hand, ExitFlow(hand.app, hand.app.navigator, context, saver)


@pytest.mark.parametrize(
    ("keys", "closing", "done", "kept"),
    [
        (("1",), True, [], True),
        (("escape",), False, [], True),
        (("2",), False, ["forget", "welcome"], True),
        (("2",), True, [f"exit {words.KEPT_FOR_LATER}"], True),
        (("3", "1"), True, [], True),
        (("3", "2"), True, ["forget"], False),
    ],
)
async def test_a_pause_keeps_or_erases_as_it_says(
    tmp_path: Path, keys: tuple[str, ...], closing: bool, done: list[str], kept: bool
) -> None:
    context = answered(tmp_path)
    async with leaving(context) as (hand, exits):
        exits.pause(closing=closing)
        await hand.press(*keys)
        assert hand.app.done == done
        assert isinstance(hand.app.screen, HandOverScreen) is not kept
    assert context.draft_path.exists() is kept


async def test_room_is_made_only_once_it_is_confirmed(tmp_path: Path) -> None:
    context = answered(tmp_path)
    async with leaving(context) as (hand, exits):
        exits.make_room()
        await hand.press("escape")
        assert context.draft_path.exists()
        assert hand.app.done == []
        exits.make_room()
        await hand.press("2")
        assert hand.app.done == ["forget", "welcome"]
    assert not context.draft_path.exists()


async def test_somebody_too_young_may_have_mistyped(tmp_path: Path) -> None:
    context = answered(tmp_path)
    async with leaving(context) as (hand, exits):
        exits.explain_too_young("This is for people of 18 and over.")
        await hand.press("1")
        assert context.draft_path.exists()
        exits.explain_too_young("This is for people of 18 and over.")
        await hand.press("2")
        assert isinstance(hand.app.screen, HandOverScreen)
    assert not context.draft_path.exists()


class SlowRecord(RecordClient):
    """Keeps the record when the test says so."""

    def __init__(self, trouble: str) -> None:
        super().__init__(())
        self.may_end = threading.Event()
        self._trouble = trouble

    def keep(self, document: Mapping[str, object]) -> str:
        assert document["answers"]
        self.may_end.wait()
        return self._trouble


@pytest.mark.parametrize("trouble", ["", "The disk is full."])
async def test_the_next_client_waits_for_the_record_of_the_last(
    tmp_path: Path, make_sheet: MakeSheet, trouble: str
) -> None:
    record = SlowRecord(trouble)
    context = replace(answered(tmp_path), record=record)
    async with leaving(context) as (hand, exits):
        exits.finish(make_sheet())
        assert isinstance(hand.app.screen, HandOverScreen)
        assert hand.app.done == ["forget"]
        hand.app.screen.action_next_client()
        assert context.draft_path.exists(), "the draft goes only once the record is kept"
        record.may_end.set()
        await hand.press()
        assert hand.app.done == (["forget"] if trouble else ["forget", "welcome"])
    assert context.draft_path.exists() is bool(trouble)


async def test_without_records_the_draft_goes_at_once(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    context = answered(tmp_path)
    async with leaving(context) as (hand, exits):
        exits.finish(make_sheet())
        assert not context.draft_path.exists()
        await hand.press()
        assert isinstance(hand.app.screen, HandOverScreen)
