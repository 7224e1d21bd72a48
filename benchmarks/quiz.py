"""What the benchmarks of the quiz share: a home with a draft in it, and a bare Textual app."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assessment.records.drafts.draft import DraftFile
from tests.contract import all_best

QUIZ = (sys.executable, "-m", "assessment")
START = "Start"
"""The word on the one big button of the first screen."""
BARE_READY = "bare and ready"
BARE = (
    sys.executable,
    "-c",
    f"""
from textual.app import App
from textual.widgets import OptionList, Static
class Bare(App):
    def compose(self):
        yield Static("{BARE_READY}")
        yield OptionList("one", "two", "three")
Bare().run()
""",
)


@contextmanager
def home(page: str | None = None) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Yield an empty home and an environment for it; with *page*, a draft stands open there."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
        if page:
            draft = Path(folder) / ".local" / "share" / "posterior-chain" / "draft.jsonl"
            DraftFile(draft).append(all_best(), page)
        yield Path(folder), kept | {"HOME": folder, "TERM": "xterm-256color"}
