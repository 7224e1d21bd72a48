"""The report is made by another process, so that the quiz never loads what makes it."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessment.tui import words

FOLDER_MODE = 0o700
MOST_SECONDS = 120.0
SUFFIXES = (".pdf", ".html")


@dataclass(frozen=True, slots=True)
class Made:
    """The report is at ``path``; ``is_pdf`` is False for a web page in its place."""

    path: Path

    @property
    def is_pdf(self) -> bool:
        """Whether it is the PDF that was asked for."""
        return self.path.suffix == ".pdf"


@dataclass(frozen=True, slots=True)
class NotMade:
    """There is no report; ``reason`` is a line for people."""

    reason: str


def free_target(folder: Path, now: datetime) -> Path:
    """Return a path in *folder* named by the minute, never one that is taken.

    No client's name stands in it: a list of files is seen by everybody.
    """
    stem = f"posterior-chain-{now:%Y-%m-%d-%H%M}"
    number = 1
    while True:
        target = folder / f"{stem if number == 1 else f'{stem}-{number}'}.pdf"
        if not any(target.with_suffix(suffix).exists() for suffix in SUFFIXES):
            return target
        number += 1


async def make_report(
    command: Sequence[str], answers: bytes, folder: Path, now: datetime
) -> Made | NotMade:
    """Run *command* on an *answers* document, and return where its report is."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
        target = free_target(folder, now)
        process = await asyncio.create_subprocess_exec(
            *command, "-o", str(target), stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
    except OSError as error:
        return NotMade(error.strerror or words.NO_REASON)
    try:
        async with asyncio.timeout(MOST_SECONDS):
            printed, complaint = await process.communicate(answers)
    except TimeoutError:
        return NotMade(words.TOO_SLOW)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        return NotMade(_last_line(complaint) or words.NO_REASON)
    return Made(Path(_last_line(printed) or target))


def _last_line(output: bytes) -> str:
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1].strip() if lines else ""
