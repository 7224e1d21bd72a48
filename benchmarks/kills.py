"""200 kills at moments of chance in scripted quizzes on a pty: confirmed answers that are lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figure import Figure
from tests.tui.kills import killed_quizzes

KILLS, SEED = 200, 20261126


def measure() -> Figure:
    """Return how many answers were lost whose next question had been painted."""
    with tempfile.TemporaryDirectory() as home:
        tally = killed_quizzes(Path(home), KILLS, SEED)
    for line in tally.lost:
        print(line)
    looked_for = f"{tally.confirmed} confirmed answers looked for"
    words = f"{tally.kills} kills, seed {SEED}, {looked_for}, lost"
    return Figure(words, len(tally.lost), 0, at_most=True)
