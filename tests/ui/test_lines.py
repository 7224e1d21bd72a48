"""How far apart the lines of a list stand, and how each is drawn."""

from __future__ import annotations

import pytest
from textual.style import Style
from textual.widgets import Static

from assessment.ui.widgets.line_painter import LineLook, LinePainter
from assessment.ui.widgets.lines import NO_SPACING, Spacing, best_spacing
from tests.tui.host import Host


@pytest.mark.parametrize(
    ("rows", "spacing"),
    [
        (9, Spacing(1, 0)),  # three lines of three rows each
        (8, Spacing(0, 1)),
        (5, Spacing(0, 1)),  # three rows, and two between them
        (4, NO_SPACING),
        (1, NO_SPACING),
    ],
)
def test_three_short_lines_take_the_room_that_there_is(rows: int, spacing: Spacing) -> None:
    assert best_spacing(["one", "two", "three"], 20, rows) == spacing


def test_a_text_that_wraps_counts_with_all_its_rows() -> None:
    texts = ["a text of two rows", "one"]
    assert best_spacing(texts, 40, 6) == Spacing(1, 0)
    assert best_spacing(texts, 10, 6) == Spacing(0, 1)


def test_without_a_column_nothing_stands_apart() -> None:
    assert best_spacing(["one"], 0, 30) == NO_SPACING


async def test_a_text_wraps_clear_of_what_stands_before_it() -> None:
    widget = Static()
    async with Host(widget).run_test():
        look = LineLook(4, "heel raises left", "> [x] ", " 3", NO_SPACING, True, 8, 16)
        rows = LinePainter().rows(widget, look, Style(), Style())
        assert [row.text for row in rows] == [
            "> [x] heel     3",
            "      raises    ",
            "      left      ",
        ]
        assert {part.style.meta["option"] for row in rows for part in row if part.style} == {4}


async def test_the_row_between_two_lines_belongs_to_none_of_them() -> None:
    widget = Static()
    async with Host(widget).run_test():
        look = LineLook(0, "stairs", "> ", "", Spacing(0, 1), False, 10, 12)
        text, between = LinePainter().rows(widget, look, Style(), Style())
        assert text.text == "> stairs    "
        assert between.text == " " * 12
        assert not any(part.style and "option" in part.style.meta for part in between)
