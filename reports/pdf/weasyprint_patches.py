"""Three patches on WeasyPrint 70 and pydyf, those worth most: the same bytes, sooner.

Upstream could do each: ``pydyf.Stream`` takes the level of compression; ``svg.path`` splits its
data by one pattern; ``split_first_line`` keeps what it returned by text, style and width, since
tables ask two or three times. ``tests/reports/test_shortcuts.py`` compares with and without.
"""

from __future__ import annotations

import re
import zlib
from types import SimpleNamespace
from typing import Any

RELEASE = "70."
LEVEL = 6  # of compression: 9 takes three times as long and saves one byte in a hundred
MOST_LINES = 6_000
"""Lines of text whose measures are kept, before they are all forgotten: some 15 MB."""
LINE_STYLE = (
    "direction font_kerning font_size hyphenate_character hyphenate_limit_chars "
    "hyphenate_limit_zone hyphens letter_spacing overflow_wrap tab_size text_decoration_line "
    "white_space word_break word_spacing"
)
"""What says how a text is broken into lines, beside what says which font it has."""
_POINT = r"-?\d+(?:\.\d+)? -?\d+(?:\.\d+)?"
STRAIGHT = re.compile(f"(?:M{_POINT}(?:[Ll]{_POINT}(?: {_POINT})*)+[Zz]?)+", re.ASCII)
STEP = re.compile("([MLlZz])([^MLlZz]*)")


def take_shortcuts(weasyprint: Any) -> None:
    """Make *weasyprint* quicker, if it is of the release that this is for."""
    if weasyprint.__version__.startswith(RELEASE):
        import pydyf

        pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=_compressor)
        _keep_lines(weasyprint)
        weasyprint.svg.TAGS["path"] = _straight_paths_or(weasyprint.svg.TAGS["path"])


def _compressor(level: int) -> Any:
    return zlib.compressobj(min(level, LEVEL))


def _keep_lines(weasyprint: Any) -> None:
    breaks = weasyprint.text.line_break
    split = breaks.split_first_line

    def kept(text: str, style: Any, context: Any, *rest: Any, **named: Any) -> Any:
        said, lines = vars(style), vars(style.font_config).setdefault("_lines", {})
        if "_line" not in said:
            font = breaks._font_style_cache_key(style)
            said["_line"] = font, *(str(style[name]) for name in LINE_STYLE.split())
        key = text, said["_line"], rest, *named.items()
        if key not in lines:
            if len(lines) >= MOST_LINES:
                lines.clear()
            lines[key] = split(text, style, context, *rest, **named)
        return lines[key]

    for module in (breaks, weasyprint.layout.inline, weasyprint.layout.preferred):
        module.split_first_line = kept


def _straight_paths_or(draw: Any) -> Any:
    def path(image: Any, node: Any, font_size: float) -> None:
        data = node.get("d", "")
        if not STRAIGHT.fullmatch(data) or any(name.startswith("marker") for name in node.attrib):
            draw(image, node, font_size)
            return
        x = y = 0.0
        image.stream.move_to(x, y)
        for letter, numbers in STEP.findall(data):
            figures = map(float, numbers.split())
            for right, down in zip(figures, figures, strict=True):
                x, y = (x + right, y + down) if letter == "l" else (right, down)
                (image.stream.move_to if letter == "M" else image.stream.line_to)(x, y)
            if letter in "Zz":
                image.stream.close()

    return path
