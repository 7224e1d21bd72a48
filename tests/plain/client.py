"""Somebody who answers the line-by-line quiz: reads what was said, and types a line."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from assessment.plain import run, words
from assessment.plain.console import Console
from assessment.quiz import words as screen_words
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.records.drafts.draft import DraftFile
from assessment.reporting.report_client import ReportClient
from questions.loader import load_questionnaire
from tests.journeys.driver import CALM_NUMBERS, FAKE_REPORT, python_running

Script = Mapping[str, Sequence[str]]
Calm = Callable[[str, str], str]
"""Where something is asked, and all that was said -> the line to type."""
REVIEW, RESULT, START, MEASURE, SIDE, SURE = "review", "result", "start", "measure", "side", "sure"
"""What is asked beside the pages, as scripts name it."""
NO_ONE = "no more input"
CALM = {"choice": "2", "scale": "0", "check": "2", "many": "0", "text": "", "integer": "1"}
CALM_AT = {START: "2", REVIEW: "", RESULT: "f", MEASURE: "1", SIDE: "", SURE: ""}
CALM_AT |= {**CALM_NUMBERS, "equipment": "+"}
ROW = re.compile(r"\d of \d\. ")
"""What stands before a row of ratings."""


class PlainClient:
    """Types what *script* has for an item or a page, the next of it each time; calm elsewhere.

    What is answered item by item goes by the item's id, a list or a count by its page's.
    """

    def __init__(self, script: Script, calm: Calm | None = None) -> None:
        self._script = {place: list(lines) for place, lines in script.items()}
        self._calm = calm or calm_reply
        questionnaire = load_questionnaire()
        self._asked_by = {
            page.title: page.id
            for page in questionnaire.pages
            if page.title and page.kind in ("checklist", "counts")
        } | {item.text.strip(): item.id for item in questionnaire.items if item.section != "safety"}
        self._asked_by |= {
            questionnaire.by_id[page.items[0]].text.strip(): page.id
            for page in questionnaire.pages
            if page.kind == "single"
        }
        self.asked: list[str] = []
        self.typed: list[str] = []

    def reply_to(self, said: str) -> str:
        """Return the line to type after *said*; ``NO_ONE`` to type nothing any more."""
        place = self._place(said)
        self.asked.append(place)
        lines = self._script.get(place)
        self.typed.append(lines.pop(0) if lines else self._calm(place, said))
        return self.typed[-1]

    def _place(self, said: str) -> str:
        """Return what was asked last in *said*, or what was asked before if it was refused."""
        for sentence, place in (
            (words.NEW_OR_SAME, START),
            (words.REVIEW_HOW, REVIEW),
            (words.REVIEW_HOW_MISSING, REVIEW),
            (words.AFTER_RESULT, RESULT),
            (words.AFTER_SAVING, RESULT),
            (words.FINISH_UNSAVED, RESULT),
            (screen_words.MEASURE, MEASURE),
            (words.IS_RIGHT, SURE),
            (words.SIDE.partition("}")[2], SIDE),
        ):
            if sentence in said:
                return place
        lines = [ROW.sub("", line, count=1) for line in said.split("\n")]
        found = [self._asked_by[line] for line in lines if line in self._asked_by]
        return found[-1] if found else self.asked[-1]


def calm_reply(place: str, _said: str) -> str:
    """Return what somebody types who is well, wants no more and stops nowhere."""
    if place in CALM_AT:
        return CALM_AT[place]
    item = load_questionnaire().by_id.get(place)
    return CALM[item.kind] if item else "0"


class Typing:
    """What a client types, as a stream; each line is thought of when it is asked for."""

    def __init__(self, client: PlainClient, heard: io.StringIO) -> None:
        self._client, self._heard, self._read = client, heard, 0

    def readline(self, _limit: int = -1) -> bytes:
        """Return the next line."""
        said = self._heard.getvalue()[self._read :]
        self._read += len(said)
        line = self._client.reply_to(said)
        return b"" if line == NO_ONE else line.encode("utf-8", "surrogateescape") + b"\n"


def setting_at(folder: Path, report: tuple[str, ...] | None = None) -> QuizContext:
    """Return a setting that keeps everything in *folder*."""
    return QuizContext(
        draft_path=folder / "draft.jsonl",
        reports_folder=folder / "reports",
        log_folder=folder / "log",
        report=ReportClient(report or python_running(FAKE_REPORT)),
        now=lambda: datetime(2026, 5, 12, 9, 30),  # noqa: DTZ001  # the gym's own time
    )


def typed_by(folder: Path, script: Script) -> list[str]:
    """Return all lines that a client types in a whole quiz."""
    client, heard = PlainClient(script), io.StringIO()
    _converse(setting_at(folder), client, heard)
    return client.typed


def converse(
    context: QuizContext, script: Script | None = None, calm: Calm | None = None
) -> tuple[int, str, list[str]]:
    """Go through the quiz; return its status, all that was said, and what was asked in order."""
    client, heard = PlainClient(script or {}, calm), io.StringIO()
    status = _converse(context, client, heard)
    return status, heard.getvalue(), client.asked


def _converse(context: QuizContext, client: PlainClient, heard: io.StringIO) -> int:
    stream: Any = Typing(client, heard)
    console = Console(stream, heard, is_window=False)
    draft = DraftFile(context.draft_path)
    try:
        return run.converse(console, context, draft, DraftSaver(draft))
    finally:
        context.report.close()
