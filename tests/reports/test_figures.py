"""The drawings: regions lie in the body, strokes in the regions; bars are as long as they say."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from assessment.core.scores.scoring import Band
from questions.model import Region
from reports.figures.body import BESIDE_THE_BODY, LABELS, Point, Shape, outline, shapes
from reports.figures.drawing import BAR_LENGTH, LOOKS, Mark, bar, body_map, swatch
from tests.cases import each


def inside(point: Point, shape: Shape) -> bool:
    """Return whether *point* is in *shape*: a ray to the right crosses its edge oddly often."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(shape, (*shape[1:], shape[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("region", Region)
def test_every_region_lies_in_the_body_and_on_both_sides_alike(region: Region) -> None:
    body, parts = outline(), shapes(region)
    points = {(round(x, 6), round(y, 6)) for part in parts for x, y in part}
    assert all(inside(point, body) for point in points)
    assert {(-x, y) for x, y in points} == points


@each(("one", "other"), list(combinations(Region, 2)))
def test_no_two_regions_overlap(one: Region, other: Region) -> None:
    for shape in shapes(one):
        for neighbour in shapes(other):
            assert not any(inside(point, neighbour) for point in shape)


@pytest.mark.parametrize("region", Region)
def test_every_number_stands_on_its_region_or_has_a_line_to_it(region: Region) -> None:
    target = BESIDE_THE_BODY.get(region, LABELS[region])
    assert any(inside(target, shape) for shape in shapes(region))


def test_bands_differ_in_strokes_and_in_light() -> None:
    looks = [LOOKS[band] for band in ("few", "mild", "moderate", "marked")]
    greys = [sum(int(look.fill[at : at + 2], 16) for at in (1, 3, 5)) for look in looks]
    assert greys == sorted(greys, reverse=True)
    assert len({(look.gap, look.fill) for look in looks}) == 4
    assert {band.value for band in Band} < set(LOOKS)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.755, 1.0])
def test_a_bar_is_as_long_as_its_share(share: float) -> None:
    paths = re.findall(r'd="M([^"]+)Z" fill="([^"]+)"', bar("moderate", share, share, share))
    filled = [path for path, fill in paths if fill == LOOKS["moderate"].fill]
    if share == 0:
        assert filled == []
    else:
        right = max(float(x) for x in re.findall(r"([\d.]+) [\d.]+", filled[0]))
        assert right == pytest.approx(share * BAR_LENGTH, abs=0.6)


def test_only_a_range_has_a_thin_line() -> None:
    assert 'stroke-width="1.6"' not in bar("few", 0.1, 0.1, 0.1)
    assert 'stroke-width="1.6"' in bar("unknown", None, 0.1, 0.4)


@pytest.mark.parametrize("band", LOOKS)
def test_strokes_stay_inside_their_shape(band: str) -> None:
    drawn = swatch(band)
    for x1, y1, x2, y2 in re.findall(r"M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)(?=M|\")", drawn):
        assert all(0 <= float(x) <= 24 for x in (x1, x2))
        assert all(0 <= float(y) <= 12 for y in (y1, y2))


def test_the_map_is_well_formed_with_its_title_and_a_number_each() -> None:
    marks = {region: Mark(str(number), "mild") for number, region in enumerate(Region, start=1)}
    drawn = ElementTree.fromstring(body_map(marks, "1: low back & more"))  # noqa: S314  # our own
    texts = [element.text for element in drawn.iter() if element.text]
    assert texts == ["1: low back & more", *"12345678"]
