"""The rows of a drawn exercise: a frame of its movement, or both its poses, with words below."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from assessment.quiz import words
from assessment.quiz.drawing.blocks import blocks_of
from assessment.quiz.drawing.figure_grid import bounds_of, figure_pixels, pose_texts, shows_muscles
from assessment.quiz.drawing.figure_places import CAPTION_ROWS, Place, places_of, rows_for
from assessment.ui.drawing.figure_paint import legend_sign, painted

BOLD = Style(bold=True)
POSES = {0.0: words.FIRST_POSE, 1.0: words.LAST_POSE}


class FigureRows:
    """Draws one exercise in one size and in the colours of one theme; frames are drawn once."""

    def __init__(
        self,
        exercise_id: str,
        size: Size,
        style: Style,
        colours: Mapping[str, str],
        *,
        says_muscles: bool,
    ) -> None:
        """*size* is in cells, *style* that of words, *colours* are a theme's by name."""
        self._exercise = exercise_id
        self._columns, self._rows = size
        self._style = style
        self._colours = colours
        self._caption_rows = CAPTION_ROWS if says_muscles else 0
        self._drawn: dict[tuple[float, int, int], list[Strip]] = {}

    def moving(self, share: float) -> list[Strip]:
        """Return the rows with the figure that *share* of the way between its poses."""
        room = self._rows - self._caption_rows
        high = min(rows_for(bounds_of(self._exercise), self._columns), room)
        return self._with_words([*self._frame(share, self._columns, high), *self._legend()])

    def still(self) -> list[Strip]:
        """Return the rows with both poses, each with its name below it; none without room."""
        places = places_of(
            bounds_of(self._exercise), self._columns, self._rows - self._caption_rows
        )
        if places is None:
            return []
        first, last = (self._posed(share, places.one) for share in POSES)
        pairs = zip(first, last, strict=True)
        lines = [Strip.join(pair) for pair in pairs] if places.beside else [*first, *last]
        wide = (line.adjust_cell_length(self._columns, self._style) for line in lines)
        return self._with_words([*wide, *self._legend()])

    def _posed(self, share: float, place: Place) -> list[Strip]:
        name = Segment(POSES[share].center(place.columns), self._style + BOLD)
        return [*self._frame(share, place.columns, place.rows), Strip([name])]

    def _legend(self) -> list[Strip]:
        """Return what the strokes mean, or why there are none, where that is said."""
        if not self._caption_rows:
            return []
        shown = shows_muscles(self._exercise)
        sign = legend_sign(blocks_of(), self._colours) if shown else Segment("")
        text = Segment(words.MUSCLES_SHOWN if shown else words.MUSCLES_BEHIND, self._style)
        return [Strip([sign, text]).adjust_cell_length(self._columns, self._style)]

    def _with_words(self, lines: list[Strip]) -> list[Strip]:
        """Return *lines*, and below them the poses in words where there is room for all."""
        columns = self._columns
        texts = zip(POSES.values(), pose_texts(self._exercise), strict=True)
        said = [line for name, text in texts for line in ("", *wrap(f"{name}: {text}", columns))]
        if len(lines) + len(said) > self._rows:
            return lines
        return [*lines, *(Strip([Segment(line.ljust(columns), self._style)]) for line in said)]

    def _frame(self, share: float, columns: int, rows: int) -> list[Strip]:
        """Return the rows of one frame."""
        key = (share, columns, rows)
        if key not in self._drawn:
            blocks = blocks_of()
            pixels = figure_pixels(self._exercise, share, columns, rows, blocks)
            self._drawn[key] = painted(pixels, blocks, self._colours)
        return self._drawn[key]
