"""What the benchmarks of the quiz share: a home with a draft in it, and a bare Textual app."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assessment.records.drafts.draft import DraftFile
from benchmarks.terminal import Session
from tests.contract import all_best

QUIZ = (sys.executable, "-m", "assessment")
START = "Start"
"""The word on the one big button of the first screen."""
BARE_READY, BARE_NEXT = "bare and ready", "the other page"
"""What the two pages of the bare app say, each nothing of the other."""
BARE = (
    sys.executable,
    "-c",
    f"""
from textual.app import App
from textual.screen import Screen
from textual.widgets import OptionList, Static
class Page(Screen):
    def __init__(self, words, *answers):
        super().__init__()
        self.words, self.answers = words, answers
    def compose(self):
        yield Static(self.words)
        yield OptionList(*self.answers)
class Bare(App):
    def on_mount(self):
        self.push_screen(Page("{BARE_READY}", "one", "two", "three"))
    def on_key(self, event):
        if event.key == "0":
            self.switch_screen(Page("{BARE_NEXT}", "four", "five", "six"))
        elif event.key == "backspace":
            self.switch_screen(Page("{BARE_READY}", "one", "two", "three"))
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


def resumed(quiz: Session) -> None:
    """Go on with the draft of *quiz*, and wait until the report's process has warmed itself."""
    quiz.wait_for("go on where")
    quiz.pause(2.0)
    quiz.press(b"2")
    quiz.pause(6.0)
