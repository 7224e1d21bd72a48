"""Where a quiz keeps things, and what it tells the time by. Only the standard library."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

DWELL_SECONDS = 0.15
"""How long the chosen answer shows before the next question comes."""


@dataclass(frozen=True)
class Setting:
    """What the quiz needs from outside.

    ``report_command`` makes the report: it gets ``-o`` and a path behind it and an answers
    document on standard input, and prints the path that it wrote.
    """

    draft_path: Path
    reports_folder: Path
    log_folder: Path
    report_command: Sequence[str]
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = datetime.now
    dwell_seconds: float = DWELL_SECONDS
    settings_path: Path | None = None
    """The gym's settings; None: there are none."""
