"""Pixels become the characters whose Unicode names say what they show."""

from __future__ import annotations

import unicodedata

import pytest

from assessment.quiz.drawing.blocks import HALVES, QUADRANTS, Blocks, Cell, blocks_of, cells_of


@pytest.mark.parametrize(
    ("pixels", "name"),
    [
        ([[1, 0], [0, 0]], "QUADRANT UPPER LEFT"),
        ([[0, 1], [0, 0]], "QUADRANT UPPER RIGHT"),
        ([[0, 0], [1, 0]], "QUADRANT LOWER LEFT"),
        ([[0, 0], [0, 1]], "QUADRANT LOWER RIGHT"),
    ],
)
def test_a_quadrant_stands_where_its_pixel_is(pixels: list[list[int]], name: str) -> None:
    ((cell,),) = cells_of(pixels, QUADRANTS)
    assert unicodedata.name(cell.character) == name
    assert (cell.front, cell.back) == (1, 0)


@pytest.mark.parametrize("pixels", [[[5], [7]], [[7], [5]]])
def test_halves_stand_one_above_the_other(pixels: list[list[int]]) -> None:
    ((cell,),) = cells_of(pixels, HALVES)
    (above,), (below,) = pixels
    shown = {"UPPER HALF BLOCK": (above, below), "LOWER HALF BLOCK": (below, above)}
    assert (cell.front, cell.back) == shown[unicodedata.name(cell.character)]


def test_a_cell_of_one_area_is_blank_on_that_area() -> None:
    assert cells_of([[3, 3], [3, 3]], QUADRANTS) == [[Cell(" ", 3, 3)]]


def test_of_three_areas_a_cell_shows_the_two_most_common() -> None:
    ((cell,),) = cells_of([[4, 4], [2, 9]], QUADRANTS)
    assert cell.back == 4
    assert cell.front in (2, 9)


@pytest.mark.parametrize("blocks", [QUADRANTS, HALVES])
def test_every_character_is_one_column_and_blocks_only(blocks: Blocks) -> None:
    assert len(set(blocks.characters)) == len(blocks.characters) == 2 ** (2 * blocks.across)
    for character in blocks.characters[1:]:
        name = unicodedata.name(character)
        assert "QUADRANT" in name or "BLOCK" in name


@pytest.mark.parametrize(
    ("environment", "platform", "blocks"),
    [
        ({"TERM": "xterm-256color"}, "linux", QUADRANTS),
        ({"TERM": "xterm-256color"}, "darwin", QUADRANTS),
        ({"TERM": "linux"}, "linux", HALVES),
        ({}, "win32", HALVES),
        ({"WT_SESSION": "1"}, "win32", QUADRANTS),
    ],
)
def test_consoles_without_quadrants_get_halves(
    environment: dict[str, str], platform: str, blocks: Blocks
) -> None:
    assert blocks_of(environment, platform) is blocks
