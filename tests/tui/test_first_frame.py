"""The first frame pays for nothing but Textual."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import asyncio, pathlib, sys
from contextlib import ExitStack
from assessment.tui.app import QuizApp
from assessment.reporting.report_client import ReportClient
from assessment.quiz.context import QuizContext

HEAVY = ("pydantic", "questions", "assessment.core", "jinja2", "weasyprint", "sqlalchemy")
seen = []

def look(self):
    text = str(self.screen.query_one("#privacy").visual)
    seen.append((text, [name for name in HEAVY if name in sys.modules]))

QuizApp._load = look

async def go():
    folder = pathlib.Path(sys.argv[1])
    context = QuizContext(folder / "draft.jsonl", folder, folder, ReportClient(()))
    with ExitStack() as held:
        async with QuizApp(context, held).run_test() as pilot:
            await pilot.pause()

asyncio.run(go())
print(seen)
"""


def test_the_welcome_stands_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout == "[('Your answers stay on this laptop.', [])]\n", done.stderr
