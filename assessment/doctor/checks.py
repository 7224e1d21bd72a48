"""What this computer needs to run the program: each finding is fine, or what to do."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from assessment.catalogue.reader import read_catalogue
from assessment.doctor.findings import Finding
from assessment.doctor.gym_checks import settings_findings, store_findings
from assessment.files.folders import NO_HOME, draft_path, is_there, log_folder, reports_folder
from assessment.files.owner_only import NO_HOME_WORDS
from assessment.version import VERSION
from questions.questionnaire import Questionnaire
from questions.reader import read_questionnaire
from questions.source import ContentError, Fault
from reports.errors import PdfUnavailableError, ReportError
from reports.pdf.rendering import check_fonts, engine_version

OLDEST_PYTHON = (3, 11)
SMALLEST_TERMINAL = (60, 20)
"""Columns and rows below which the quiz asks for a larger window."""


def examine() -> Iterator[Finding]:
    """Yield one finding after another; a check that cannot be done is a finding too."""
    yield _python()
    yield from _content()
    yield _pdf()
    yield _fonts()
    yield from _terminal()
    yield _folder("draft", draft_path().parent)
    yield _folder("reports", reports_folder())
    yield _folder("log", log_folder())
    yield from settings_findings()
    yield from store_findings()


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    words = f"Python {version}, posterior-chain {VERSION}"
    fine = sys.version_info >= OLDEST_PYTHON
    return Finding("Python", fine, words if fine else f"{words}; needs Python 3.11 or newer")


def _content() -> Iterator[Finding]:
    # read anew: what is kept from an earlier start may hide a mistake
    questionnaire: Questionnaire | None = None
    faults: list[Fault] = []
    exercises = 0
    try:
        questionnaire = read_questionnaire(files("questions") / "bank")
    except ContentError as error:
        faults += error.faults
    try:
        exercises = len(read_catalogue(files("assessment") / "catalogue", questionnaire).exercises)
    except ContentError as error:
        faults += error.faults
    yield from (Finding("content", fine=False, words=f"mend {fault}") for fault in faults)
    if questionnaire and not faults:
        words = f"{len(questionnaire.items)} items, {exercises} exercises"
        yield Finding("content", fine=True, words=words)


def _pdf() -> Finding:
    try:
        return Finding("PDF", fine=True, words=engine_version())
    except PdfUnavailableError as error:
        return Finding("PDF", fine=False, words=f"{error} Until then reports are HTML.")
    except ReportError as error:
        return Finding("PDF", fine=False, words=str(error))


def _fonts() -> Finding:
    try:
        return Finding("fonts", fine=True, words=f"{check_fonts()} bundled faces, all whole")
    except ReportError as error:
        return Finding("fonts", fine=False, words=f"{error} Install the program again.")


def _terminal() -> Iterator[Finding]:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        words = "not a terminal here; the quiz needs a terminal window"
        yield Finding("terminal", fine=True, words=words)
        return
    columns, rows = shutil.get_terminal_size()
    wide, high = SMALLEST_TERMINAL
    fits = columns >= wide and rows >= high
    size = f"{columns} columns, {rows} rows, TERM={os.environ.get('TERM', 'not set')}"
    advice = "" if fits else f"; make the window at least {wide} by {high}"
    yield Finding("terminal", fits, f"{size}{advice}")
    encoding = sys.stdout.encoding or "unknown"
    fine = encoding.lower().replace("-", "") == "utf8"
    advice = "" if fine else "; set the terminal to UTF-8 to see all signs"
    yield Finding("letters", fine, f"{encoding}{advice}")


def _folder(name: str, folder: Path) -> Finding:
    """Find out whether files can be written in *folder*, or where it would be made."""
    if folder.is_relative_to(NO_HOME):
        return Finding(name, fine=False, words=NO_HOME_WORDS)
    place = folder
    while not is_there(place) and place != place.parent:
        place = place.parent
    if os.access(place, os.W_OK | os.X_OK) and place.is_dir():
        return Finding(name, fine=True, words=str(folder))
    words = f"{folder}: cannot be written to; check who owns {place}"
    return Finding(name, fine=False, words=words)
