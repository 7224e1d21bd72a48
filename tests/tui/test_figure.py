"""Exercises on the screen: drawn from the report's own poses, moving or still."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue
from assessment.tui.blocks import HALVES, QUADRANTS, Blocks
from assessment.tui.figure_grid import Part, figure_pixels
from assessment.tui.widgets.body_map import BodyMap
from assessment.tui.widgets.figure import FRAMES_PER_SECOND, Figure, share_at
from reports.figures.motion import frame
from tests.journeys.driver import Client, client_at
from tests.journeys.test_quiz import answered


def parts(exercise: str, share: float, columns: int = 34, blocks: Blocks = QUADRANTS) -> set[Part]:
    pixels = figure_pixels(frame(exercise, share), columns, 14, blocks)
    return {part for line in pixels for part in line}


def test_every_exercise_shows_a_body_whose_muscles_work(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        for share in (0.0, 1.0):
            assert {Part.SKIN, Part.HAIR} <= parts(exercise.id, share), exercise.id
        turned_away = any(layer.behind for layer in frame(exercise.id, 1.0).layers)
        shown = any(Part.MUSCLE in parts(exercise.id, share) for share in (0.0, 1.0))
        assert shown or turned_away, exercise.id


@pytest.mark.parametrize("blocks", [QUADRANTS, HALVES])
@pytest.mark.parametrize(("columns", "rows"), [(22, 6), (34, 14), (48, 26)])
def test_a_figure_fills_its_cells_and_stands_on_their_floor(
    blocks: Blocks, columns: int, rows: int
) -> None:
    pixels = figure_pixels(frame("hip-hinge-drill", 0.0), columns, rows, blocks)
    assert (len(pixels), len(pixels[0])) == (2 * rows, blocks.across * columns)
    drawn = [y for y, line in enumerate(pixels) if any(line)]
    assert drawn[-1] >= 2 * rows - 3, "the feet are on the floor"
    assert drawn[0] <= rows, "and the head is well above the middle"


def test_the_poses_differ() -> None:
    poses = [figure_pixels(frame("glute-bridge", share), 34, 14, QUADRANTS) for share in (0, 1)]
    assert poses[0] != poses[1]


def test_a_movement_goes_there_and_back_with_a_rest_at_both_ends() -> None:
    shares = [share_at(tick) for tick in range(48)]
    assert shares[:7] == [0.0] * 7
    assert shares[24:30] == pytest.approx([1.0] * 6)
    assert shares[:25] == sorted(shares[:25])
    assert shares[30:] == sorted(shares[30:], reverse=True)
    assert share_at(48) == share_at(0)
    assert FRAMES_PER_SECOND == 12


def drawn(client: Client) -> list[str]:
    figure = client.screen.query_one(Figure)
    return [figure.render_line(y).text for y in range(figure.size.height)]


async def at_exercises(client: Client) -> Figure:
    await client.press("enter", "enter", "right")
    await client.pilot.pause()
    return client.screen.query_one(Figure)


async def test_the_open_exercise_moves_beside_its_words(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, chair_rise=3, bridge=3)) as client:
        figure = await at_exercises(client)
        assert figure.moves
        assert not client.screen.query_one(BodyMap).display
        before = drawn(client)
        for _ in range(24):
            figure.advance()
        assert drawn(client) != before
        first = figure._exercise
        for _ in range(20):
            await client.press("down")
        assert figure._exercise != first
        await client.press("left")
        assert client.screen.query_one(BodyMap).display
        assert not figure.display


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_without_animations_or_room_both_poses_stand_still(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, chair_rise=3, bridge=3), size) as client:
        client.app.animation_level = "none"
        figure = await at_exercises(client)
        assert not figure.moves
        before = drawn(client)
        figure.advance()
        assert drawn(client) == before
        assert len(figure._drawn) == 2


async def test_in_a_narrow_window_the_words_stand_alone(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path), (40, 12)) as client:
        figure = await at_exercises(client)
        assert not figure.region.area
