"""Each screen of the desk as it stands, row by row: a change that nobody meant is seen.

``make snapshots`` writes them anew; look at what changed before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assessment.desk.app import DeskApp
from tests.conftest import everyday_and_heavy
from tests.desk.trainer import PIN, YES, keep_flagged, keep_old, setting_in, trainer_at

SNAPSHOTS = Path(__file__).parent / "snapshots"
RENEW = "RENEW_SNAPSHOTS"


@dataclass(frozen=True)
class Walk:
    """A way through the desk: each stop has its name, what is typed, and the keys that lead on."""

    stops: tuple[tuple[str, str, tuple[str, ...]], ...]
    size: tuple[int, int] = (80, 24)
    before: Callable[[Path], None] = lambda _: None
    """What happened to the store before."""


def flagged(end: str, size: tuple[int, int] = (80, 24)) -> Walk:
    """Return the way to a client with several red flags, of which some are cleared."""
    return Walk(
        (
            (f"record-flagged{end}", PIN, ("enter", "z", "o", "e", "enter", "enter")),
            (f"clearance-some{end}", "", ("c", "space", "down", "down", "space", "enter")),
            (f"clearance-day{end}", "Dr Sommer", ("enter", *"1970-01-01", "ctrl+s")),
            (f"record-cleared{end}", "", (*("backspace",) * 10, *"25.11.2026", "ctrl+s")),
            (f"client-cleared{end}", "", ("escape",)),
        ),
        size,
        before=keep_flagged,
    )


TO_PLAN = ("enter", "a", "n", "a", "enter", "enter", "v")
WALKS = {
    "ana": Walk(
        (
            ("shut", "", ()),
            ("clients", PIN, ("enter",)),
            ("not-found", "zz", ()),
            ("client", "", ("escape", "a", "n", "a", "enter")),
            ("over-time", "", ("right",)),
            ("last-and-now", "", ("right",)),
            ("record", "", ("right", "enter")),
            ("exercises", "", ("right",)),
            ("points", "", ("right",)),
            ("other", "", ("right",)),
            ("erase", "", ("escape", "x")),
            ("retest", "", ("escape", "r")),
            ("help", "", ("escape", "?")),
        )
    ),
    "bo": Walk(
        (
            ("figures", PIN, ("enter", "b", "o", "enter", "enter", "t")),
            ("figure-refused", "", (*"999", "down", "down")),
            ("watch", "", ("w",)),
            ("notes", "", ("escape", "escape", *YES, "n", *("1", "0", "space", "k", "g"), "enter")),
            ("paper", "", ("escape", *YES, "p", "down", "right")),
        )
    ),
    "plan": Walk(
        (
            ("plan", PIN, TO_PLAN),
            ("name", "", ("s",)),
            ("candidates", "Jo", ("enter",)),
            ("plan-swapped", "", ("down", "enter")),
            ("dose", "", ("e",)),
            ("client-notes", "", ("escape", "m")),
        )
    ),
    "plan-wide": Walk((("plan-wide", PIN, TO_PLAN),), (160, 50)),
    "plan-narrow": Walk((("plan-narrow", PIN, TO_PLAN),), (60, 20)),
    "plan-phone": Walk((("plan-phone", PIN, TO_PLAN),), (40, 12)),
    "others": Walk(
        (
            ("clearance", PIN, ("enter", "k", "i", "m", "enter", "enter", "c")),
            ("client-flagged", "", (*("escape",) * 4, "j", "o", "s", "enter")),
        )
    ),
    "narrow": Walk(
        (
            ("clients-narrow", PIN, ("enter",)),
            ("over-time-narrow", "", ("enter", "right")),
            ("record-narrow", "", ("left", "enter")),
        ),
        (60, 20),
    ),
    "old": Walk(
        (
            ("client-old", PIN, ("enter", "a", "n", "a", "enter", "down")),
            ("record-old", "", ("enter",)),
            ("exercises-old", "", ("right",)),
            ("points-old", "", ("right",)),
            ("other-old", "", ("right",)),
        ),
        before=keep_old,
    ),
    "flagged": flagged(""),
    "flagged-narrow": flagged("-narrow", (60, 20)),
    "wide": Walk((("clients-due", PIN, ("enter", "tab")),), (120, 40)),
    "wider": Walk(
        (("clients-wider", PIN, ("enter",)), ("record-wider", "ana", ("enter", "enter"))), (160, 50)
    ),
    "phone": Walk(
        (("clients-phone", PIN, ("enter",)), ("record-phone", "ana", ("enter", "enter"))), (40, 12)
    ),
}


EVERYDAY = ("ana", "others", "flagged")


def stand_still(app: DeskApp) -> None:
    """Let no figure move: each row is the same at any moment."""
    app.animation_level = "none"


@pytest.mark.parametrize(
    "name", everyday_and_heavy(EVERYDAY, *(one for one in WALKS if one not in EVERYDAY))
)
async def test_each_screen_of_a_walk_stands_as_it_did(folder: Path, name: str) -> None:
    walk = WALKS[name]
    walk.before(folder)
    drawn = {}
    async with trainer_at(setting_in(folder), walk.size, before=stand_still) as trainer:
        for stop, typed, keys in walk.stops:
            if typed:
                await trainer.type(typed)
            await trainer.press(*keys)
            drawn[stop] = "\n".join(trainer.rows()) + "\n"
    for stop, rows in drawn.items():
        kept = SNAPSHOTS / f"{stop}.txt"
        if os.environ.get(RENEW):
            kept.write_text(rows, encoding="utf-8")
        assert rows == kept.read_text(encoding="utf-8"), stop


def test_no_snapshot_is_left_over() -> None:
    stops = {stop for walk in WALKS.values() for stop, _, _ in walk.stops}
    assert {file.stem for file in SNAPSHOTS.iterdir()} == stops
