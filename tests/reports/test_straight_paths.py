"""Straight paths are drawn as WeasyPrint draws them, and others are left to it."""

from __future__ import annotations

from collections import deque
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pdf import weasyprint_patches
from reports.pdf.engine import weasyprint
from reports.pdf.weasyprint_patches import STRAIGHT

NUMBERS = st.integers(-2000, 2000).map(str) | st.floats(-300, 300).map("{:.1f}".format)
POINTS = st.tuples(NUMBERS, NUMBERS).map(" ".join)
LINES = st.tuples(
    POINTS,
    st.sampled_from("Ll"),
    st.lists(POINTS, min_size=1, max_size=5).map(" ".join),
    st.sampled_from(["", "Z", "z"]),
).map(lambda parts: "M" + "".join(parts))


def drawn(draw: Any, **attributes: str) -> bytes:
    """Return what *draw* puts into the PDF for a path with *attributes*."""
    parts = weasyprint().svg
    image = SimpleNamespace(
        stream=pydyf.Stream(),
        point=lambda x, y, size: (parts.utils.size(x, size), parts.utils.size(y, size)),
    )
    node = SimpleNamespace(get=attributes.get, vertices=deque(), attrib=attributes)
    draw(image, node, 16)
    return b"\n".join(image.stream.stream)


@settings(deadline=None)  # the first call imports WeasyPrint
@given(st.lists(LINES, min_size=1, max_size=4).map("".join))
def test_straight_lines_are_the_same(data: str) -> None:
    assert STRAIGHT.fullmatch(data)
    ours, theirs = weasyprint().svg.TAGS["path"], import_module("weasyprint.svg.path").path
    assert ours is not theirs
    assert drawn(ours, d=data) == drawn(theirs, d=data)


@pytest.mark.parametrize(
    "attributes",
    [
        *({"d": data} for data in ("", "M0 0", "M0 0z", "M0 0L", "L1 1", "M0 0 L1 1", "M0,0L1,1")),
        *({"d": data} for data in ("M0 0 5 5L1 1", "M0 0L1 1L2", "M0 0l1-1", "M0 0L1e3 4")),
        *({"d": data} for data in ("M0 0L.5 1", "M0 0L1 1H3 4", "M0 0h4", "M0 0L1 1H3", "M0 0V3")),
        *({"d": data} for data in ("M0 0C1 1 2 2 3 3", "M0 0L\u0661 1", "M0 0L1 1zL2 2")),
        {"d": "M1 2L3 4Z", "marker-end": "url(#a)"},
        {},
    ],
)
def test_other_paths_are_left_alone(attributes: dict[str, str]) -> None:
    path = weasyprint_patches._straight_paths_or(
        lambda image, *_: image.stream.stream.append(b"theirs")
    )
    assert drawn(path, **attributes) == b"theirs"
