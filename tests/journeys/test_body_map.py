"""The page of pain: the map and the rows say the same, and both can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.ui.drawing.pain_map import PainMap
from assessment.ui.inputs.rows_input import RowsInput
from questions.model import Region
from tests.conftest import everyday_and_heavy
from tests.journeys.driver import Client, client_at
from tests.journeys.test_quiz import answered


def drawn(client: Client) -> str:
    """Return the characters of the map."""
    body = client.screen.query_one(PainMap)
    return "\n".join(body.render_line(y).text for y in range(body.size.height))


async def tap(client: Client, region: Region) -> None:
    body = client.screen.query_one(PainMap)
    grid = body._grid()
    assert grid is not None
    column, row = grid.label_cells[region]
    await client.click(body, body._left(grid) + column, row)


@pytest.mark.parametrize("size", everyday_and_heavy([(80, 24)], (60, 20), (120, 40)))
async def test_a_tap_leads_to_the_row_and_a_digit_shows_in_the_place(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, page="pain"), size) as client:
        await client.press("enter")
        await client.pilot.pause()
        await tap(client, Region.CALVES)
        assert "7" not in drawn(client)
        await client.press("7")
        assert "7" in drawn(client)
        await tap(client, Region.GLUTE_MED)
        await client.press("4", "enter")
        assert client.sheet.get("pain_calf") == 7
        assert client.sheet.get("pain_hip") == 4
        assert client.sheet.get("pain_low_back") == 0


async def test_arrows_move_the_line_around_a_place(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="pain")) as client:
        await client.press("enter")
        await client.pilot.pause()
        body = client.screen.query_one(PainMap)
        assert body._pointed == {Region.LOW_BACK}
        before = drawn(client)
        await client.press("down")
        assert body._pointed == {Region.GLUTE_MAX, Region.GLUTE_MED}
        assert drawn(client) != before


@pytest.mark.parametrize(
    ("page", "size"),
    [("pain", (59, 24)), pytest.param("injuries", (80, 24), marks=pytest.mark.heavy)],
)
async def test_where_a_map_does_not_help_there_is_none(
    tmp_path: Path, page: str, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, page=page), size) as client:
        await client.press("enter")
        await client.pilot.pause()
        assert not client.screen.query_one(PainMap).region.area
        assert client.screen.query_one(RowsInput).region.area


@pytest.mark.parametrize("columns", everyday_and_heavy([40], 60))
async def test_in_a_narrow_window_a_number_is_raised_and_lowered_by_clicks(
    tmp_path: Path, columns: int
) -> None:
    async with client_at(answered(tmp_path, page="pain", pain_low_back=3), (columns, 20)) as client:
        await client.press("enter")
        await client.pilot.pause()
        body = client.screen.query_one(RowsInput)
        for sign, clicks in (("[+]", 2), ("[-]", 1)):
            for _ in range(clicks):
                await client.click(body, body.render_line(0).text.index(sign) + 1)
        await client.press("enter")
        assert client.sheet.get("pain_low_back") == 4
