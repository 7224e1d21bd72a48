"""The chapters in sight: all in one row at every width, below each other where there is room."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.ui.question.chapter_line import ChapterColumn, ChapterLine
from tests.journeys.driver import client_at
from tests.journeys.test_quiz import answered


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((80, 24), "First ✓ ─ Signs ✓ ─ Health ✓ ─ ● Can do ─ Week ─ Result"),
        ((60, 20), "✓ ✓ ✓ ● Can do ○ ○"),
        ((40, 12), "✓ ✓ ✓ ● Can do ○ ○"),
    ],
)
async def test_all_chapters_stand_in_one_row(
    tmp_path: Path, size: tuple[int, int], said: str
) -> None:
    async with client_at(answered(tmp_path, page="can_legs"), size) as client:
        await client.press("2")
        assert str(client.screen.query_one(ChapterLine).render()) == said
        assert not client.screen.query_one(ChapterColumn).region
        assert "min left" in client.text()


async def test_a_wide_window_has_them_at_the_left(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="can_legs"), (160, 50)) as client:
        await client.press("2")
        rows = [row.strip() for row in client.rows()]
        for row in ("✓ Health", "● Can do", "○ Result"):
            assert any(one.startswith(row) for one in rows)
        keys = client.screen.query_one("#keys").region.x
        assert keys == client.screen.query_one("#progress").region.x
        await client.pilot.resize_terminal(120, 40)
        await client.press()
        assert not client.screen.query_one(ChapterColumn).region


async def test_a_message_moves_nothing(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="check_now", chest_pain=None)) as client:
        await client.press("2")
        places = [one.region for one in client.screen.query("#question, #inputs, #why, #hint")]
        await client.press("end", "enter")
        warned = client.screen.query_one("#hint")
        assert warned.has_class("-warning")
        after = [one.region for one in client.screen.query("#question, #inputs, #why")]
        assert after == places[:-1]
