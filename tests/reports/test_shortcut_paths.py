"""Straight paths are drawn as WeasyPrint draws them, and others are left to it."""

from __future__ import annotations

from collections import deque
from importlib import import_module
from types import SimpleNamespace

import pydyf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pdf.engine import weasyprint
from reports.pdf.shortcut_paths import draw_straight_paths, straight
from tests.cases import each

NUMBERS = st.integers(-2000, 2000).map(str) | st.floats(-300, 300).map("{:.1f}".format)
POINTS = st.tuples(NUMBERS, NUMBERS).map(" ".join)
LINES = st.tuples(
    POINTS,
    st.sampled_from("Ll"),
    st.lists(POINTS, min_size=1, max_size=5).map(" ".join),
    st.sampled_from(["", "Z", "z", "H12.5", "V-3", "H4V7z"]),
).map(lambda parts: "M" + "".join(parts))


def drawn_by_weasyprint(data: str) -> bytes:
    parts = weasyprint().svg
    image = SimpleNamespace(
        stream=pydyf.Stream(),
        point=lambda x, y, size: (parts.utils.size(x, size), parts.utils.size(y, size)),
    )
    import_module("weasyprint.svg.path").path(
        image, SimpleNamespace(get={"d": data}.get, vertices=deque()), 16
    )
    return b"\n".join(image.stream.stream)


@settings(deadline=None)  # the first call imports WeasyPrint
@given(st.lists(LINES, min_size=1, max_size=4).map("".join))
def test_straight_lines_are_the_same(data: str) -> None:
    assert straight(data) == drawn_by_weasyprint(data)


@each(
    "data",
    [
        *("", "M0 0", "M0 0z", "M0 0L", "L1 1", "M0 0 L1 1", "M0 0 5 5L1 1", "M0,0L1,1"),
        *("M0 0L1 1L2", "M0 0l1-1", "M0 0L1e3 4", "M0 0L.5 1", "M0 0L1 1H3 4", "M0 0h4"),
        *("M0 0C1 1 2 2 3 3", "M0 0L\u0661 1"),
    ],
)
def test_other_paths_are_left_alone(data: str) -> None:
    assert straight(data) is None


@pytest.mark.parametrize(
    ("attributes", "by"),
    [
        ({"d": "M1 2L3 4Z"}, [b"0 0 m\n1 2 m\n3 4 l\nh"]),
        ({"d": "M1 2L3 4Z", "marker-end": "url(#dot)"}, ["WeasyPrint"]),
        ({"d": "M1 2Q3 4 5 6"}, ["WeasyPrint"]),
    ],
)
def test_markers_and_curves_are_drawn_as_before(
    attributes: dict[str, str], by: list[object]
) -> None:
    module = SimpleNamespace(
        TAGS={"path": lambda image, *_: image.stream.stream.append("WeasyPrint")}
    )
    draw_straight_paths(module)
    stream = pydyf.Stream()
    node = SimpleNamespace(attrib=attributes, get=attributes.get)
    module.TAGS["path"](SimpleNamespace(stream=stream), node, 16)
    assert stream.stream == by
