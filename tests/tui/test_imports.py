"""What the quiz's process loads: nothing but Textual at first, the report's engine never."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def printed_by(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=folder,
        env={"PYTHONPATH": ":".join(sys.path), "HOME": str(folder), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_screen_is_there_without_the_content(tmp_path: Path) -> None:
    code = (
        "import assessment.tui.app, sys\n"
        "heavy = ('pydantic', 'questions', 'jinja2', 'weasyprint', 'sqlalchemy', 'tomllib')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    assert printed_by(code, tmp_path) == "[]\n"


@pytest.mark.heavy
def test_a_whole_quiz_never_loads_what_makes_the_report(tmp_path: Path) -> None:
    code = (
        "import asyncio, pathlib, sys\n"
        "from tests.journeys.driver import client_at\n"
        "from tests.journeys.test_quiz import answered, save, to_result\n"
        "for name in ('pikepdf',): sys.modules.pop(name, None)\n"
        "async def go():\n"
        "    async with client_at(answered(pathlib.Path('.').resolve())) as client:\n"
        "        await to_result(client)\n"
        "        await save(client)\n"
        "asyncio.run(go())\n"
        "print([n for n in ('jinja2', 'weasyprint', 'sqlalchemy') if n in sys.modules])\n"
    )
    assert printed_by(code, tmp_path) == "[]\n"
