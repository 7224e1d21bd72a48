"""Shapes on pixels: what lies inside, and what is too thin to have an inside."""

from __future__ import annotations

from itertools import pairwise

from assessment.quiz.drawing.raster import Window, covered, inside

WINDOW = Window(0.0, 0.0, 10.0, 10.0)
"""One unit is one pixel of ten by ten."""


def test_a_pixel_is_inside_where_its_middle_is() -> None:
    square = ((1.4, 2.6), (4.6, 2.6), (4.6, 5.4), (1.4, 5.4))
    assert list(inside(square, WINDOW, 10, 10)) == [(y, range(1, 5)) for y in (3, 4)]


def test_a_hole_between_two_legs_stays_empty() -> None:
    legs = ((0, 0), (9, 0), (9, 6), (6, 6), (6, 3), (3, 3), (3, 6), (0, 6))
    spans = [found for y, found in inside(legs, WINDOW, 10, 10) if y == 4]
    assert {x for found in spans for x in found} == {0, 1, 2, 6, 7, 8}


def test_a_wire_between_the_middles_of_pixels_is_an_unbroken_line() -> None:
    wire = ((0.5, 1.02), (9.5, 5.02), (9.5, 5.04), (0.5, 1.04))
    drawn = covered(wire, WINDOW, 10, 10)
    assert {x for x, _ in drawn} == set(range(10))
    rows = [max(y for x, y in drawn if x == column) for column in range(10)]
    assert all(0 <= after - before <= 1 for before, after in pairwise(rows))


def test_nothing_is_drawn_outside_the_window() -> None:
    for shape in (((-5, -5), (20, -5), (20, 20), (-5, 20)), ((-3, 5), (30, 5.1), (30, 5.2))):
        drawn = covered(shape, WINDOW, 10, 10)
        assert drawn
        assert drawn <= {(x, y) for x in range(10) for y in range(10)}


def test_a_thick_shape_is_its_inside() -> None:
    square = ((1.4, 2.6), (4.6, 2.6), (4.6, 5.4), (1.4, 5.4))
    assert covered(square, WINDOW, 10, 10) == {(x, y) for x in range(1, 5) for y in (3, 4)}
