"""A quiz that is killed at moments of chance, resumed, and killed again: is any answer lost?

An answer is confirmed when the question after it was painted. From then on it must be in the
draft, whatever happens.
"""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assessment.core.interview import Interview
from assessment.quiz.page_view import choices_of, view_of
from assessment.quiz.route import Route
from assessment.records.drafts.draft import DraftFile
from questions.loader import load_questionnaire
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem
from tests.journeys.driver import CALM_NUMBERS, CALM_OPTION
from tests.surroundings import PATIENCE_S
from tests.tui.pseudo_terminal import Terminal, quiz

QUIZ = """
import itertools, pathlib, sys
from assessment.quiz.context import QuizContext
from assessment.reporting.report_client import ReportClient
from assessment.tui.app import run_quiz
seconds, home = itertools.count(), pathlib.Path.home()
sys.exit(run_quiz(QuizContext(
    draft_path=home / "draft.jsonl", reports_folder=home, log_folder=home,
    report=ReportClient((sys.executable, "-c", "import sys; sys.stdin.read()")),
    clock=lambda: float(next(seconds)), dwell_seconds=0,
)))
"""
"""The quiz with a clock that runs ahead, so that no key comes too early to be meant."""
LONGEST_S = 0.7
"""From the first question of a sitting to the kill, at most."""
OPENING = 24
"""Characters of a question by which it is known on the screen; no line is as short as that."""


@dataclass
class Tally:
    """What came of it: kills, confirmed answers that were looked for, and what was lost."""

    kills: int = 0
    confirmed: int = 0
    lost: list[str] = field(default_factory=list)


def killed_quizzes(home: Path, kills: int, seed: int) -> Tally:
    """Kill a quiz in *home* so often, going on with its draft each time; return what was lost."""
    chance, tally = random.Random(seed), Tally()  # noqa: S311  # no secret hangs on it
    draft, confirmed = DraftFile(home / "draft.jsonl"), dict[str, Any]()
    while tally.kills < kills:
        confirmed |= _sitting(home, draft, chance.uniform(0, LONGEST_S))
        tally.kills += 1
        tally.confirmed += len(confirmed)
        found = draft.read(load_questionnaire())
        kept = found.sheet.given if found else {}
        tally.lost += [
            f"kill {tally.kills}: {item} was answered by {answer!r}, kept is {kept.get(item)!r}"
            for item, answer in confirmed.items()
            if kept.get(item) != answer
        ]
        if _route(draft).is_complete:
            draft.erase()
            confirmed = {}
    return tally


def _sitting(home: Path, draft: DraftFile, seconds: float) -> dict[str, Any]:
    """Answer from where the draft stands until the kill; return what was confirmed."""
    route, confirmed, waiting = _route(draft), dict[str, Any](), dict[str, Any]()
    terminal = quiz(home, code=QUIZ)
    terminal.resize(100, 60)
    is_kept = draft.path.exists()
    terminal.wait_for("go on where" if is_kept else "Start")
    start, kill_at = len(terminal.seen), None
    terminal.send(b"2" if is_kept else b"\r")
    while terminal.read(kill_at or time.monotonic() + PATIENCE_S):
        if not _shows(terminal, start, route):
            continue
        kill_at = kill_at or time.monotonic() + seconds
        confirmed |= waiting
        if route.is_complete:
            break
        keys, waiting = _step(route)
        route, start = route.answer(waiting).onward(), len(terminal.seen)
        terminal.send(keys)
    os.kill(terminal.process, signal.SIGKILL)
    terminal.end()
    if kill_at is None:
        raise AssertionError(f"the quiz did not come: {terminal.seen[-600:]!r}")
    return confirmed


def _route(draft: DraftFile) -> Route:
    found = draft.read(load_questionnaire())
    if found is None:
        return Route(Interview.start(load_questionnaire()))
    return Route.resume(found.sheet, found.page)


def _shows(terminal: Terminal, start: int, route: Route) -> bool:
    opening = view_of(route).question.strip()[:OPENING]
    return opening.encode() in terminal.seen[start:]


def _step(route: Route) -> tuple[bytes, dict[str, Any]]:
    """Return what a calm client types for the open page, and which answers it means."""
    if route.page is None:
        raise ValueError("the review asks nothing")
    sheet, page = route.interview.sheet, route.page
    items = [sheet.questionnaire.by_id[one] for one in route.interview.items(page)]
    match page.kind:
        case "checklist":
            return b"0", {item.id: "no" for item in items}
        case "ratings":
            return b"0" * len(items), {item.id: 0 for item in items}
        case "body_map":
            return b"0", {items[0].id: ()}
        case "counts":
            return b"n", {item.id: 0 for item in items if isinstance(item, NumberItem)}
        case _:
            typed = [_typed(item) for item in items]
            return b"".join(keys for keys, _ in typed), {
                item: raw for _, answer in typed for item, raw in answer.items()
            }


def _typed(item: Item) -> tuple[bytes, dict[str, Any]]:
    """Return what a calm client types for *item*, and the answer that it means."""
    match item:
        case NumberItem():
            return CALM_NUMBERS[item.id].encode() + b"\r", {item.id: int(CALM_NUMBERS[item.id])}
        case ManyItem():
            return b"1\r", {item.id: (item.values[0],)}
        case ChoiceItem() | ScaleItem() | CheckItem():
            key = CALM_OPTION[item.kind]
            raw = next(choice.raw for choice in choices_of(item) if choice.key == key)
            return key.encode(), {item.id: raw}
        case _:
            return b"Ana\r", {item.id: "Ana"}
