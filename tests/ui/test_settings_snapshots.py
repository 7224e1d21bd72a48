"""The settings screen as it stands at three sizes: a change that nobody meant is seen.

``make snapshots`` writes them anew, as those of the quiz.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import HEAVY
from tests.journeys.test_settings import ACCENT, KIT, SIZE, owner_at

FOLDER = Path(__file__).parent / "settings_snapshots"
RENEW = "RENEW_SNAPSHOTS"
CONTENT = (
    '[report]\ngym = "Northside Gym"\nsize = "A5"\n[quiz]\nkit = ["band", "dumbbell", "bench"]\n'
)
SCENES: dict[str, tuple[str, ...]] = {
    "list": tuple(["down"] * SIZE),
    "typing": (*["down"] * ACCENT, "enter", *"#FFFF00"),
    "choosing": (*["down"] * SIZE, "enter"),
    "ticking": (*["down"] * KIT, "enter", "right"),
    "unsaved": ("enter", "X", "enter", "escape"),
}
SIZES = ((60, 20), (80, 24), (120, 40))


EVERYDAY = [("list", SIZES[0]), ("ticking", SIZES[1])]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        pytest.param(name, size, marks=() if (name, size) in EVERYDAY else HEAVY)
        for name in SCENES
        for size in SIZES
    ],
)
async def test_a_screen_stands_as_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    async with owner_at(Path(), CONTENT, size) as owner:
        await owner.press(*SCENES[name])
        await owner.pilot.pause()
        rows = owner.app.screen._compositor.render_strips()
        drawn = "\n".join(strip.text.rstrip() for strip in rows) + "\n"
    kept = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get(RENEW):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    wanted = {f"{name}-{width}x{height}" for name in SCENES for width, height in SIZES}
    assert {file.stem for file in FOLDER.iterdir()} == wanted
