"""The body on the cells of a terminal: whole, even, and to be tapped."""

from __future__ import annotations

import pytest

from assessment.quiz.drawing.blocks import HALVES, QUADRANTS, Blocks
from assessment.quiz.drawing.body_grid import AREAS, BodyGrid, body_grid
from assessment.ui.drawing.body_map import LEAST_ROWS
from questions.model import Region

ROWS = (LEAST_ROWS, 16, 20, 34, 52)


@pytest.fixture(params=[(rows, blocks) for rows in ROWS for blocks in (QUADRANTS, HALVES)], ids=str)
def grid(request: pytest.FixtureRequest) -> BodyGrid:
    rows, blocks = request.param
    return body_grid(rows, blocks)


def test_every_region_can_be_seen_and_tapped_at_its_number(grid: BodyGrid) -> None:
    for region in Region:
        column, row = grid.label_cells[region]
        assert 0 <= column < grid.columns
        assert grid.region_at(column, row) is region


def test_numbers_do_not_cover_each_other(grid: BodyGrid) -> None:
    assert len({grid.label_cells[region] for region in Region}) == len(Region)


def test_regions_of_two_sides_are_the_same_on_the_left(grid: BodyGrid) -> None:
    for line in grid.pixels:
        differing = sum(one != other for one, other in zip(line, reversed(line), strict=True))
        assert differing <= len(line) // 8, "an edge may fall between two pixels, no more"


def test_from_top_to_bottom_the_regions_stand_as_on_a_body() -> None:
    grid = body_grid(40, QUADRANTS)
    rows = [
        grid.label_cells[region][1]
        for region in (
            Region.NECK,
            Region.UPPER_BACK,
            Region.LOW_BACK,
            Region.GLUTE_MAX,
            Region.HAMSTRINGS,
            Region.CALVES,
        )
    ]
    assert rows == sorted(rows)
    assert len(set(rows)) == len(rows)


def test_beside_a_region_a_tap_still_means_it_far_off_it_means_none() -> None:
    grid = body_grid(20, QUADRANTS)
    row = grid.label_cells[Region.CALVES][1]
    edge = max(x for x in range(grid.columns) if AREAS[Region.CALVES] in _cell(grid, x, row))
    assert grid.region_at(edge + 2, row) is Region.CALVES
    assert grid.region_at(grid.columns + 20, row) is None
    assert grid.region_at(0, 0) is None


def test_the_rim_lies_around_a_region_and_nowhere_in_it(grid: BodyGrid) -> None:
    area = AREAS[Region.LOW_BACK]
    rim = grid.rim(area)
    assert rim
    for x, y in rim:
        assert grid.pixels[y][x] != area


def _cell(grid: BodyGrid, column: int, row: int, blocks: Blocks = QUADRANTS) -> set[int]:
    return {
        grid.pixels[2 * row + down][blocks.across * column + right]
        for down in (0, 1)
        for right in range(blocks.across)
    }
