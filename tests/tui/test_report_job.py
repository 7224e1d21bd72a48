"""The report as another process: where it goes, and what is said when it fails."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path

import pytest

from assessment.tui import report_job
from assessment.tui.report_job import Made, NotMade, free_target, make_report

NOW = datetime(2026, 5, 12, 9, 30)  # noqa: DTZ001  # the gym's own time


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


async def test_the_answers_go_in_and_the_path_comes_out(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "target = pathlib.Path(sys.argv[sys.argv.index('-o') + 1])\n"
        "target.write_bytes(sys.stdin.buffer.read())\n"
        "print(target)"
    )
    made = await make_report(python(code), b'{"answers": 1}', tmp_path / "new", NOW)
    assert isinstance(made, Made)
    assert made.path == tmp_path / "new" / "posterior-chain-2026-05-12-0930.pdf"
    assert json.loads(made.path.read_bytes()) == {"answers": 1}
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


async def test_a_web_page_in_place_of_a_pdf_is_known_as_one(tmp_path: Path) -> None:
    code = "import sys; print('note', file=sys.stderr); print(sys.argv[2][:-3] + 'html')"
    made = await make_report(python(code), b"", tmp_path, NOW)
    assert isinstance(made, Made)
    assert not made.is_pdf


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (python("import sys; sys.exit('first\\nThe disk is full.')"), "The disk is full."),
        (python("import sys; sys.exit(1)"), "the program stopped"),
        (("/no/such/program",), "No such file or directory"),
    ],
)
async def test_a_failure_has_a_reason_in_one_line(
    tmp_path: Path, command: tuple[str, ...], reason: str
) -> None:
    assert await make_report(command, b"{}", tmp_path, NOW) == NotMade(reason)


async def test_a_folder_that_cannot_be_made_is_a_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = await make_report(python(""), b"{}", tmp_path / "file" / "folder", NOW)
    assert made == NotMade("Not a directory")


async def test_what_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_job, "MOST_SECONDS", 0.2)
    command = python("import time; time.sleep(60)")
    async with asyncio.timeout(20):
        assert await make_report(command, b"{}", tmp_path, NOW) == NotMade("it took too long")


def test_a_name_is_never_taken_twice(tmp_path: Path) -> None:
    names = []
    for suffix in (".pdf", ".html", ".pdf"):
        target = free_target(tmp_path, NOW)
        names.append(target.name)
        target.with_suffix(suffix).touch()
    stem = "posterior-chain-2026-05-12-0930"
    assert names == [f"{stem}.pdf", f"{stem}-2.pdf", f"{stem}-3.pdf"]
