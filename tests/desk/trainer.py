"""A trainer at the desk: a store of a few clients, and the keys of the laptop."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen

from assessment.casebook.corrections import content_of
from assessment.desk.app import DeskApp
from assessment.desk.context import DeskContext
from assessment.exchange.answers_document import sheet_of
from assessment.records.adding import keep
from assessment.records.sealing.payload import Content
from assessment.records.sealing.pin import NAME as PIN_FILE
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import open_store
from assessment.records.store.repository import all_of
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record
from assessment.reporting.report_client import ReportClient
from questions.loader import load_questionnaire
from tests import contract
from tests.casebook.earlier_version import old_content
from tests.contract import all_best
from tests.journeys.driver import python_running, send_key, settle

PIN = "2468"
YES = ("down", "enter")
"""The keys that say yes to a small question."""
FIRST_DAY = datetime(2026, 5, 12, 12, tzinfo=UTC)
TODAY = datetime(2026, 11, 26, 9, 30)  # noqa: DTZ001  # the gym's own time
SORE = {"pain_low_back": 6, "pain_hip": 3, "box_lift": 3, "long_stand": 3, "stairs": None}
BETTER = {"pain_low_back": 4, "box_lift": 1, "long_stand": 3, "stairs": 1}
QUIET_ROUNDS = 3
"""How often in a row nothing may be at work: a key reaches the store by way of two messages."""
LONG_NAME = "José Ångström-Papadopoulou Fernández de la Vega y Montemayor"
FAKE_REPORT = """
import base64, json, sys
for line in sys.stdin:
    content = base64.b64encode(line.encode()).decode()
    print(json.dumps({"content": content, "format": "pdf"}), flush=True)
"""
"""A report worker that gives what it was asked where the PDF should be."""
NO_REPORT = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"reason": "Pango is missing."}), flush=True)
"""


def content(**answers: Any) -> Content:
    """Return what a record of an all-best client with other *answers* holds."""
    document = {
        "questionnaire": "posterior-chain",
        "version": contract.VERSION,
        "answers": all_best() | answers,
    }
    return content_of(sheet_of(document, load_questionnaire()))


def store_in(folder: Path) -> Store:
    return open_store(file_address(folder / "records.sqlite3"))


def fill(folder: Path) -> None:
    """Have a store in *folder* with five clients; Ana was here twice."""
    store = store_in(folder)
    ana = keep(store, content(name="Ana Muster", **SORE), UNSEALED, now=FIRST_DAY)
    for name, weeks, answers in (
        (LONG_NAME, 1, {"foot_drop": "yes"}),
        ("Kim Lee", 2, {"recent_surgery": "yes"}),
        (None, 3, {}),
    ):
        day = FIRST_DAY + timedelta(weeks=weeks)
        keep(store, content(**({"name": name} if name else {}), **answers), UNSEALED, now=day)
    later = FIRST_DAY + timedelta(weeks=8)
    keep(store, content(name="Ana Muster", **SORE | BETTER), UNSEALED, now=later, client=ana.client)
    keep(store, content(name="Bo"), UNSEALED, now=FIRST_DAY + timedelta(weeks=27))
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    (folder / PIN_FILE).write_text(quick.hash(PIN))


def keep_old(folder: Path) -> None:
    """Have Ana's first screening in *folder* as version 1.0.0 made it, with a question more."""
    store = store_in(folder)
    kept = old_content(name="Ana Muster", old_question="often")
    old = Content(kept.answers, {**kept.assessment, "cautions": ["hernia", "old_caution"]})
    records: list[Record] = all_of(store, Record)
    first = next(one for one in records if one.finished_at == FIRST_DAY)
    keep(store, old, UNSEALED, corrects=first)


def keep_flagged(folder: Path) -> None:
    """Have Zoe in *folder*, with four red flags that a clinician can clear, and all four signs."""
    signs = {"hurts": ["low_back", "hip"], "pain_low_back": 8, "pain_hip": 5, "injuries_knee": 2}
    signs |= {"stalled": ["run"], "posture_rounded": 2, "posture_can_straighten": "yes"}
    flags = {"recent_surgery": "yes", "high_bp": "unsure", "cancer_now": "yes"}
    zoe = content(name="Zoe Kahn", **signs, **flags, told_illness="yes")
    keep(store_in(folder), zoe, UNSEALED, now=FIRST_DAY + timedelta(weeks=28))


def copy_of(folder: Path, target: Path) -> Path:
    """Return a copy of the store in *folder*, in *target*."""
    return Path(shutil.copytree(folder, target))


class Printer:
    """Takes what is printed down."""

    def __init__(self, error: Exception | None = None) -> None:
        self.printed: list[tuple[Path, int]] = []
        self._error = error

    def __call__(self, path: Path, copies: int) -> str:
        if self._error:
            raise self._error
        self.printed.append((path, copies))
        return "Sent to the printer."


def setting_in(folder: Path, report: str = FAKE_REPORT, **changes: Any) -> DeskContext:
    """Return a setting for the store in *folder*; each look at its clock is a second."""
    seconds = itertools.count()
    context = DeskContext(
        open_store=lambda tell: open_store(file_address(folder / "records.sqlite3"), tell),
        folder=folder,
        reports_folder=folder / "reports",
        log_folder=folder / "log",
        report=ReportClient(python_running(report)),
        print_file=Printer(),
        drafts=(folder / "draft.jsonl",),
        settings_path=folder / "settings.toml",
        waking=lambda: 0.0,
        clock=lambda: float(next(seconds)),
        now=lambda: TODAY,
    )
    return replace(context, **changes)


class Trainer:
    """Somebody at the keyboard of the desk."""

    def __init__(self, app: DeskApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press *keys*; after each, wait until the screen and the store have settled."""
        for key in keys:
            send_key(self.app, key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type *text*."""
        for sign in text:
            send_key(self.app, "space" if sign == " " else sign)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is at work any more."""
        quiet = 0
        while quiet < QUIET_ROUNDS:
            await settle(self.pilot)
            busy = any(not worker.is_finished for worker in self.app.workers)
            quiet = 0 if busy else quiet + 1
            await self.app.workers.wait_for_complete()

    async def open(self, secret: str = PIN) -> None:
        """Open the desk."""
        await self.type(secret)
        await self.press("enter")

    async def go_to_client(self, typed: str) -> None:
        """Open the desk, and the first client found by what is *typed*."""
        await self.open()
        await self.type(typed)
        await self.press("enter")

    async def go_to_record(self, typed: str) -> None:
        """Open the last record of the first client found by what is *typed*."""
        await self.go_to_client(typed)
        await self.press("enter")

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    def rows(self) -> list[str]:
        """Return the rows of the screen as they are drawn, over the one that shines through."""
        visible_screen_stack.set(self.app._background_screens)
        self.screen.refresh()
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    def text(self) -> str:
        """Return the words on the screen."""
        return " ".join(" ".join(self.rows()).split())


@asynccontextmanager
async def trainer_at(
    context: DeskContext,
    size: tuple[int, int] = (80, 24),
    sentence: str = "",
    before: Callable[[DeskApp], None] = lambda _: None,
) -> AsyncIterator[Trainer]:
    """Yield a trainer before the shut desk, its store open."""
    app = DeskApp(context, sentence)
    before(app)
    try:
        async with app.run_test(size=size) as pilot:
            trainer = Trainer(app, pilot)
            await pilot.pause()
            await trainer.settle()
            yield trainer
    finally:
        context.report.close()
