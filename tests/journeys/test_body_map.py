"""The page of pain: the map and the list say the same, and both can be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assessment.ui.drawing.pain_map import PainMap
from assessment.ui.widgets.answer_list import AnswerList
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
async def test_a_tap_chooses_a_place_and_a_digit_shows_in_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, page="body_map"), size) as client:
        await client.press("2")
        await client.pilot.pause()
        await tap(client, Region.CALVES)
        assert "7" not in drawn(client)
        await client.press("7")
        assert "7" in drawn(client)
        await tap(client, Region.GLUTE_MED)
        await client.press("4")
        await tap(client, Region.CALVES)
        await client.press("enter")
        assert client.sheet.get("hurts") == ("hip", "calf")
        assert client.sheet.get("pain_calf") == 7
        assert client.sheet.get("pain_hip") == 4
        assert client.sheet.get("pain_low_back") == 0


async def test_arrows_move_the_line_around_a_place(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, page="body_map")) as client:
        await client.press("2")
        await client.pilot.pause()
        body = client.screen.query_one(PainMap)
        assert body._pointed == {Region.LOW_BACK}
        before = drawn(client)
        await client.press("down")
        assert body._pointed == {Region.GLUTE_MAX, Region.GLUTE_MED}
        assert drawn(client) != before
        await client.press("end")
        assert body._pointed == set(), "the map has no such place"


async def test_what_was_chosen_before_is_on_the_map_at_once(tmp_path: Path) -> None:
    sore: Any = {"hurts": ["neck", "calf"], "pain_neck": 6, "pain_calf": None}
    async with client_at(answered(tmp_path, page="body_map", **sore)) as client:
        await client.press("2")
        await client.pilot.pause()
        assert "6" in drawn(client)
        assert "?" in drawn(client), "how strong is still to be said"


@pytest.mark.parametrize(
    ("page", "size"),
    [("body_map", (59, 24)), pytest.param("injuries", (80, 24), marks=pytest.mark.heavy)],
)
async def test_where_a_map_does_not_help_there_is_none(
    tmp_path: Path, page: str, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, page=page), size) as client:
        await client.press("2")
        await client.pilot.pause()
        assert not client.screen.query_one(PainMap).region.area
        assert next(one for one in client.screen.query(AnswerList) if one.display).region.area
