"""Textual's picture of a screen, made small and sharp, and several of them as one that moves.

Textual writes blocks as letters of a font that it asks the internet for. Here a block is a shape,
so that a figure has no seams in whatever font there is, and nothing is asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in cells."""

SVG = "{http://www.w3.org/2000/svg}"
TEXTUAL_CELL = (12.2, 24.4)
CELL_X, CELL_Y = 12, 24
FONT_SIZE, BASELINE = 19.6, 18
MARGIN, TITLE_ROOM = 12, 40
FONTS = "ui-monospace,'Cascadia Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace"

FULL: Box = (0, 0, 1, 1)
QUADRANTS: Mapping[str, tuple[Box, ...]] = {
    "ul": ((0, 0, 0.5, 0.5),),
    "ur": ((0.5, 0, 1, 0.5),),
    "ll": ((0, 0.5, 0.5, 1),),
    "lr": ((0.5, 0.5, 1, 1),),
}
PARTS = (
    "▖ll ▗lr ▘ul ▙ul,ll,lr ▚ul,lr ▛ul,ur,ll ▜ul,ur,lr ▝ur ▞ur,ll ▟ur,ll,lr "
    "▀ul,ur ▄ll,lr ▌ul,ll ▐ur,lr"
)
EIGHTHS = (1, 2, 3, 5, 6, 7)
SHAPES: Mapping[str, tuple[Box, ...]] = {
    **{part[0]: sum((QUADRANTS[one] for one in part[1:].split(",")), ()) for part in PARTS.split()},
    "█": (FULL,),
    **{
        chr(0x2580 + eighths): ((0, 1 - eighths / 8, 1, 1),)
        for eighths in range(1, 8)
        if eighths != 4
    },
    **{chr(0x2590 - eighths): ((0, 0, eighths / 8, 1),) for eighths in EIGHTHS},
    "─": ((0, 0.47, 1, 0.53),),
    "━": ((0, 0.45, 1, 0.55),),
    "╸": ((0, 0.45, 0.5, 0.55),),
    "╺": ((0.5, 0.45, 1, 0.55),),
    "│": ((0.45, 0, 0.55, 1),),
    "┤": ((0, 0.47, 0.55, 0.53), (0.45, 0, 0.55, 1)),
    "├": ((0.45, 0.47, 1, 0.53), (0.45, 0, 0.55, 1)),
}
SHADES: Mapping[str, float] = {"░": 0.3, "▒": 0.55, "▓": 0.8}


@dataclass(frozen=True)
class Paint:
    """How something is drawn."""

    fill: str
    is_bold: bool = False
    opacity: float = 1
    is_above: bool = False
    """Blocks and words stand upon what is behind their cells."""


@dataclass(frozen=True)
class Word:
    """Text from a cell on."""

    column: int
    row: int
    text: str
    paint: Paint


@dataclass(frozen=True)
class Frame:
    """A screen: shapes by their paint, and words; *back* is the colour behind all."""

    columns: int
    rows: int
    back: str
    shapes: Mapping[Paint, frozenset[Box]]
    words: frozenset[Word]


def frame_of(svg: str) -> Frame:
    """Return the screen that Textual drew as *svg*."""
    root = ET.fromstring(svg)  # noqa: S314  # written by Textual a moment ago
    paints = dict(_paints(root))
    shapes: dict[Paint, set[Box]] = defaultdict(set)
    words = set()
    matrix = next(one for one in root.iter(f"{SVG}g") if "clip-path" in one.attrib)
    size = next(root.iter(f"{SVG}clipPath"))[0].attrib
    for rect in matrix.iter(f"{SVG}rect"):
        shapes[Paint(rect.attrib["fill"])].add(_box(rect.attrib))
    for text in matrix.iter(f"{SVG}text"):
        column = round(float(text.attrib["x"]) / TEXTUAL_CELL[0])
        row = round((float(text.attrib["y"]) - 20) / TEXTUAL_CELL[1])
        paint = paints[text.attrib["class"].split("-")[-1]]
        for word in _words(column, row, (text.text or "").replace("\xa0", " "), paint, shapes):
            words.add(word)
    columns = round(float(size["width"]) / TEXTUAL_CELL[0])
    rows = round(float(size["height"]) / TEXTUAL_CELL[1])
    back = max(shapes, key=lambda paint: sum(_area(box) for box in shapes[paint]))
    del shapes[back]
    kept = {paint: frozenset(boxes) for paint, boxes in shapes.items()}
    return Frame(columns, rows, back.fill, kept, frozenset(words))


def _paints(root: ET.Element) -> Iterator[tuple[str, Paint]]:
    style = next(root.iter(f"{SVG}style")).text or ""
    for name, rules in re.findall(r"-(r\d+) \{([^}]*)\}", style):
        fill = re.search(r"fill: (#\w+)", rules)
        assert fill, rules
        yield name, Paint(fill[1], "font-weight: bold" in rules)


def _box(rect: Mapping[str, str]) -> Box:
    x, y, width, height = (float(rect[name]) for name in ("x", "y", "width", "height"))
    left, top = round(x / TEXTUAL_CELL[0]), round((y - 1.5) / TEXTUAL_CELL[1])
    return (
        left,
        top,
        left + round(width / TEXTUAL_CELL[0]),
        top + round(height / TEXTUAL_CELL[1]),
    )


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _words(
    column: int, row: int, text: str, paint: Paint, shapes: dict[Paint, set[Box]]
) -> Iterator[Word]:
    """Yield what of *text* is words; blocks go to *shapes*."""
    rest = ""
    for place, sign in enumerate(text):
        if sign in SHAPES or sign in SHADES:
            boxes, opacity = SHAPES.get(sign, (FULL,)), SHADES.get(sign, 1)
            at = column + place
            shapes[Paint(paint.fill, opacity=opacity, is_above=True)].update(
                (at + left, row + top, at + right, row + bottom)
                for left, top, right, bottom in boxes
            )
        rest += " " if sign in SHAPES or sign in SHADES else sign
    for found in re.finditer(r"\S+(?: {1,2}\S+)*", rest):
        yield Word(column + found.start(), row, found[0], paint)


def picture(frames: Sequence[Frame], title: str, alternative: str, seconds: float = 4) -> str:
    """Return *frames* as one SVG: there and back again for ever, where there is more than one.

    Who asks the computer for less motion sees the first.
    """
    first = frames[0]
    paints = sorted(
        {paint for one in frames for paint in (*one.shapes, *(word.paint for word in one.words))},
        key=lambda paint: (paint.fill, paint.is_bold, paint.opacity, paint.is_above),
    )
    classes = {paint: f"c{number}" for number, paint in enumerate(paints)}
    width = first.columns * CELL_X + 2 * MARGIN
    height = first.rows * CELL_Y + TITLE_ROOM + MARGIN
    common = _common(frames)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f"aria-label={quoteattr(alternative)}>",
        f"<title>{escape(alternative)}</title>",
        f"<style>{_style(classes)}{_motion(len(frames), seconds)}</style>",
        f'<rect width="{width}" height="{height}" rx="10" fill="{_frame_colour(first.back)}"/>',
        *(
            f'<circle cx="{24 + 20 * number}" cy="20" r="6" fill="{fill}"/>'
            for number, fill in enumerate(("#ff5f57", "#febc2e", "#28c840"))
        ),
        f'<text x="{width / 2:g}" y="26" class="t">{escape(title)}</text>',
        f'<g transform="translate({MARGIN} {TITLE_ROOM})">',
        f'<rect width="{first.columns * CELL_X}" height="{first.rows * CELL_Y}" '
        f'fill="{first.back}"/>',
        *_drawn(common, classes),
    ]
    if len(frames) > 1:
        for number, frame in enumerate(frames):
            lines += [f'<g class="f f{number}">', *_drawn(_without(frame, common), classes), "</g>"]
    return "\n".join([*lines, "</g></svg>", ""])


def _common(frames: Sequence[Frame]) -> Frame:
    """Return what stands in all *frames*."""
    first = frames[0]
    shapes = {
        paint: frozenset.intersection(*(one.shapes.get(paint, frozenset()) for one in frames))
        for paint in first.shapes
    }
    words = frozenset.intersection(*(one.words for one in frames))
    return Frame(first.columns, first.rows, first.back, shapes, words)


def _without(frame: Frame, common: Frame) -> Frame:
    shapes = {
        paint: boxes - common.shapes.get(paint, frozenset())
        for paint, boxes in frame.shapes.items()
    }
    return Frame(frame.columns, frame.rows, frame.back, shapes, frame.words - common.words)


def _drawn(frame: Frame, classes: Mapping[Paint, str]) -> Iterator[str]:
    """Yield the elements of *frame*: what is behind cells, blocks, words."""
    areas = [(paint, boxes) for paint, boxes in frame.shapes.items() if boxes]
    areas.sort(key=lambda one: (one[0].is_above, classes[one[0]]))
    for paint, boxes in areas:
        path = "".join(map(_path, _joined(boxes)))
        yield f'<path class="{classes[paint]}" d="{path}"/>'
    for word in sorted(frame.words, key=lambda one: (one.row, one.column)):
        x, y = word.column * CELL_X, word.row * CELL_Y + BASELINE
        length = len(word.text) * CELL_X
        yield (
            f'<text class="{classes[word.paint]}" x="{x}" y="{y}" textLength="{length}">'
            f"{escape(word.text)}</text>"
        )


def _joined(boxes: Iterable[Box]) -> list[Box]:
    """Return *boxes* with those that meet made one: along rows, then down columns."""
    found = sorted(boxes, key=lambda box: (box[1], box[3], box[0]))
    rows: list[Box] = []
    for box in found:
        if rows and rows[-1][1::2] == box[1::2] and rows[-1][2] >= box[0]:
            rows[-1] = (rows[-1][0], box[1], max(rows[-1][2], box[2]), box[3])
        else:
            rows.append(box)
    columns: list[Box] = []
    for box in sorted(rows, key=lambda box: (box[0], box[2], box[1])):
        if columns and columns[-1][::2] == box[::2] and columns[-1][3] >= box[1]:
            columns[-1] = (box[0], columns[-1][1], box[2], max(columns[-1][3], box[3]))
        else:
            columns.append(box)
    return columns


def _path(box: Box) -> str:
    left, top, right, bottom = box
    x, y = left * CELL_X, top * CELL_Y
    width, height = (right - left) * CELL_X, (bottom - top) * CELL_Y
    return f"M{x:.4g} {y:.4g}h{width:.4g}v{height:.4g}h-{width:.4g}z"


def _style(classes: Mapping[Paint, str]) -> str:
    rules = [f"text{{font:{FONT_SIZE}px {FONTS};white-space:pre}}"]
    rules += ["path{shape-rendering:crispEdges}"]  # no seam shows between two shapes then
    rules += ["text.t{font:600 15px system-ui,sans-serif;text-anchor:middle;fill:#8b949e}"]
    for paint, name in classes.items():
        bold = ";font-weight:700" if paint.is_bold else ""
        opacity = f";opacity:{paint.opacity}" if paint.opacity < 1 else ""
        rules.append(f".{name}{{fill:{paint.fill}{bold}{opacity}}}")
    return "".join(rules)


def _motion(frames: int, seconds: float) -> str:
    """Return the rules that show one frame after the other, the first and the last longer."""
    if frames == 1:
        return ""
    shown = [0, 0, *range(frames), frames - 1, frames - 1, *range(frames - 2, 0, -1)]
    rules = [f".f{{opacity:0;animation:{seconds:g}s step-end infinite}}.f0{{opacity:1}}"]
    for number in range(frames):
        steps = {
            100 * place / len(shown): int(one == number)
            for place, one in enumerate(shown)
            if place == 0 or (one == number) != (shown[place - 1] == number)
        }
        keys = "".join(f"{at:.4g}%{{opacity:{value}}}" for at, value in steps.items())
        rules.append(f".f{number}{{animation-name:m{number}}}@keyframes m{number}{{{keys}}}")
    rules.append("@media(prefers-reduced-motion){.f{animation:none}}")
    return "".join(rules)


def _frame_colour(back: str) -> str:
    """Return the colour of the window around a screen of the colour *back*."""
    is_dark = sum(int(back[at : at + 2], 16) for at in (1, 3, 5)) < 3 * 128
    return "#2a2f36" if is_dark else "#e4e7eb"
