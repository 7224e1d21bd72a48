"""``report-worker``: makes a report before it is asked for, in a process beside the quiz.

It reads one JSON object a line from standard input:

- ``{"prepare": DOCUMENT}``: make the report on these answers, and hold it in memory;
- ``{"save": PATH, "document": DOCUMENT}``: write the report on these answers to PATH, and print
  ``{"path": ...}`` (a web page where no PDF can be made) or ``{"reason": ...}``; it may also say
  which ``sheets``, the day of the screening (``created``), the trainer's ``notes`` and which
  ``earlier`` screenings to set beside it (day and answers document of each); so may ``prepare``;
- ``{"forget": true}``: hold nothing of a client any more.

Nothing of a report is on the disk before it is saved, and the process ends with its input.
"""

from __future__ import annotations

import gc
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.input import assessed
from assessment.cli.output import gym_paper, today

if TYPE_CHECKING:
    from assessment.core.retest.screenings import Screening
    from reports.html.render import Sheets
    from reports.output.content import Form
    from reports.output.print_options import PrintOptions

NICE = 10
"""How far behind the quiz it stands where both want the processor."""
INPUT_ENDED = None


@dataclass(frozen=True)
class Wanted:
    """What decides every byte of a report."""

    document: object
    """The answers document."""
    created: date
    paper: PrintOptions
    sheets: Sheets = "both"
    notes: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[tuple[str, object], ...] = ()
    """Day and answers document of the screenings before."""


@dataclass(frozen=True)
class Ready:
    """A report that is made; ``form`` is html where this computer cannot make a PDF."""

    wanted: Wanted
    content: bytes
    form: Form


@click.command("report-worker", hidden=True)
def report_worker() -> None:
    """Make reports for the quiz, as its standard input asks for them."""
    _stand_back()
    requests: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
    threading.Thread(target=_read_requests, args=(requests,), daemon=True).start()
    _warm_up()
    ready: Ready | None = None
    while (request := _next(requests)) is not INPUT_ENDED:
        if "save" in request:
            ready, reply = _saved(Path(request["save"]), _wanted(request), ready)
            click.echo(json.dumps(reply))
        else:
            ready = _prepared(_wanted(request), ready) if "prepare" in request else None


def _stand_back() -> None:
    """Let the quiz go first, end by unwinding, and leave the keys of the terminal to the quiz."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))


def _read_requests(requests: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    """Put each line of standard input into *requests*; the end of it ends the process.

    The quiz never waits for a report to be made before it can write the next line. Where the
    quiz is gone, a report that nobody asked to save is given up half-way.
    """
    saving = False
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as lines:
        for line in lines:
            request = json.loads(line)
            saving = "save" in request
            requests.put(request)
    requests.put(INPUT_ENDED)
    if not saving:
        signal.raise_signal(signal.SIGTERM)


def _next(requests: queue.SimpleQueue[dict[str, Any] | None]) -> dict[str, Any] | None:
    """Return the next request; of several that write nothing only the last one counts."""
    request = requests.get()
    while request is not INPUT_ENDED and "save" not in request and not requests.empty():
        request = requests.get()
    return request


def _warm_up() -> None:
    """Load everything, and make one report, so that the next takes half the time.

    What that brought in stays for good: to look through it for garbage would hold up a save.
    """
    from assessment.example import example_answers

    _prepared(_wanted({"document": json.loads(example_answers())}), None)
    gc.collect()
    gc.freeze()


def _wanted(request: Mapping[str, Any]) -> Wanted:
    created = request.get("created")
    return Wanted(
        document=request["prepare"] if "prepare" in request else request["document"],
        created=date.fromisoformat(created) if created else today(),
        paper=gym_paper(None, {}),
        sheets=request.get("sheets", "both"),
        notes=request.get("notes", {}),
        earlier=tuple((day, document) for day, document in request.get("earlier", ())),
    )


def _prepared(wanted: Wanted, ready: Ready | None) -> Ready | None:
    """Return the report that is *wanted*, made ahead; None where there is none to be had."""
    from assessment.exchange.answers_document import AnswersFileError
    from reports.errors import ReportError

    if ready and ready.wanted == wanted:
        return ready
    with suppress(AnswersFileError, ReportError, ValueError):  # when asked to save, it says why
        return _made(wanted)
    return None


def _saved(
    target: Path, wanted: Wanted, ready: Ready | None
) -> tuple[Ready | None, dict[str, str]]:
    """Write the report that is *wanted* to *target*; return it with what to answer."""
    from assessment.exchange.answers_document import AnswersFileError
    from reports.errors import ReportError
    from reports.output.report_file import REPORT, write_whole

    try:
        made = ready if ready and ready.wanted == wanted else _made(wanted)
        path = target.with_suffix(f".{made.form}")
        write_whole(path, lambda: made.content, REPORT)
    except (AnswersFileError, ReportError, ValueError) as error:
        return None, {"reason": str(error)}
    return made, {"path": str(path)}


def _made(wanted: Wanted) -> Ready:
    """Return the report, as a web page where this computer cannot make a PDF.

    Raises:
        AnswersFileError: There is a fault in the answers document.
        ReportError: It could not be made.
        ValueError: A question that decides whether somebody may train is open.
    """
    from assessment.catalogue.loader import load_catalogue
    from assessment.exchange.answers_document import sheet_of
    from questions.loader import load_questionnaire
    from reports.errors import PdfUnavailableError
    from reports.output.write import report_content

    assessment = assessed(sheet_of(wanted.document, load_questionnaire()))
    earlier = [_screening(day, document) for day, document in wanted.earlier]

    def content(form: Form) -> bytes:
        return report_content(
            assessment,
            load_catalogue(),
            created=wanted.created,
            sheets=wanted.sheets,
            form=form,
            paper=wanted.paper,
            earlier=earlier,
            notes=wanted.notes,
        )

    try:
        return Ready(wanted, content("pdf"), "pdf")
    except PdfUnavailableError:
        return Ready(wanted, content("html"), "html")


def _screening(day: str, document: object) -> Screening:
    """Return the screening of that *day*, without numbers where its questions are not known."""
    from assessment.core.retest.screenings import Screening
    from assessment.exchange.answers_document import AnswersFileError, sheet_of
    from questions.loader import load_questionnaire

    made = date.fromisoformat(day)
    try:
        return Screening.of(made, assessed(sheet_of(document, load_questionnaire())))
    except AnswersFileError:
        version = document.get("version") if isinstance(document, dict) else ""
        return Screening(made, str(version), None)
