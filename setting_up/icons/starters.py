"""What there is a starter for, and what a starter runs."""

import sys
from pathlib import Path
from typing import NamedTuple

from setting_up.layout import ROOT

PICTURES = ROOT / "setting_up/icons/pictures"


class Starter(NamedTuple):
    """One starter. *what* is the word after ``start.py open``."""

    file: str
    name: str
    comment: str
    what: str


STARTERS = (
    Starter("posterior-chain", "Posterior chain", "A check of the back of your body", "quiz"),
    Starter("posterior-chain-desk", "Posterior chain desk", "The trainer's desk", "desk"),
)


def command_of(starter: Starter, root: Path = ROOT) -> list[str]:
    """Return what *starter* of the program in *root* runs: with this Python, not one of a venv."""
    python = getattr(sys, "_base_executable", sys.executable)
    return [python, str(root / "start.py"), "open", starter.what]
