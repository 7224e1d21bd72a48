"""Where a quiz keeps things, and what it tells the time by. Only the standard library."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessment.quiz.earlier_answers import Earlier
    from assessment.quiz.record_client import RecordClient
    from assessment.reporting.report_client import ReportClient

DWELL_SECONDS = 0.15
"""How long the chosen answer shows before the next question comes."""
UNVEIL_SECONDS = 1.6
"""How long a result takes to show itself, part by part; any key ends it."""


@dataclass(frozen=True)
class QuizContext:
    """What the quiz needs from outside."""

    draft_path: Path
    reports_folder: Path
    log_folder: Path
    report: ReportClient
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = datetime.now
    dwell_seconds: float = DWELL_SECONDS
    unveil_seconds: float = UNVEIL_SECONDS
    settings_path: Path | None = None
    """The gym's settings; None: there are none."""
    record: RecordClient | None = None
    """Keeps a finished screening; None: nothing is kept."""
    send_to_printer: Callable[[Path], object] | None = None
    """Prints a file without asking, or raises ``PrintError``; None: there is no printer."""
    earlier: Earlier | None = None
    """What this client answered last time, to stand beside the questions; None: first time."""
    ends_after_client: bool = False
    """Whether the app ends where it would wait for the next client: that one comes elsewhere."""
