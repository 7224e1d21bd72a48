"""What the desk needs from outside: where things are, which commands help, what time it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from assessment.records.sealing.desk_session import IDLE_SECONDS
from assessment.records.store.transactions import Store
from assessment.reporting.report_client import ReportClient

Tell = Callable[[str], None]


class WakingClock:
    """Seconds that only grow, also while the laptop sleeps or its clock is set back."""

    def __init__(self) -> None:
        self._wall, self._steady, self._passed = time.time(), time.monotonic(), 0.0

    def __call__(self) -> float:
        """Return the seconds since it was made: of two clocks, the one that went further."""
        wall, steady = time.time(), time.monotonic()
        self._passed += max(wall - self._wall, steady - self._steady)
        self._wall, self._steady = wall, steady
        return self._passed


@dataclass(frozen=True)
class DeskContext:
    """What the desk needs from outside."""

    open_store: Callable[[Tell], Store]
    """Opens the store of this computer; what it has to say is told."""
    folder: Path
    """Of the gym's public key, the PIN and the drafts."""
    reports_folder: Path
    log_folder: Path
    report: ReportClient
    print_file: Callable[[Path, int], str]
    """Prints a file in so many copies; returns what happened as a sentence."""
    drafts: tuple[Path, ...] = ()
    """Drafts that may be of a client who is erased."""
    settings_path: Path | None = None
    """The gym's settings, to be changed at the desk; None: not there."""
    idle_seconds: float = IDLE_SECONDS
    notices: tuple[str, ...] = ()
    """What is wrong in the gym's settings, to be said once."""
    waking: Callable[[], float] = field(default_factory=WakingClock)
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = datetime.now

    @property
    def today(self) -> date:
        """The day where the gym is."""
        return self.now().date()
