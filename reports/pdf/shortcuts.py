"""What WeasyPrint works out again and again on one page, worked out once: the same PDF, sooner.

Each shortcut takes the place of one name inside WeasyPrint or below it, so they are taken only
in the release that they were written for. ``tests/reports/test_shortcuts.py`` makes each page
with them and without, and compares the bytes.
"""

from __future__ import annotations

import re
import zlib
from types import SimpleNamespace
from typing import Any

from reports.pdf.shortcut_paths import draw_straight_paths
from reports.pdf.shortcut_styles import (
    ask_once_for_the_flow,
    keep_lengths,
    look_up_plain_properties,
)

RELEASE = "70."
"""How the version starts in which the names below are what they are taken for."""
MOST_LINES = 6_000
"""Lines of text whose measures are kept, before they are all forgotten: some 15 MB."""
LEVEL = 6
"""Of compression: 9 takes three times as long and saves one byte in a hundred."""

LINE_STYLE = (
    "direction",
    "font_kerning",
    "font_size",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)
"""Properties that say how a text is broken into lines, beside those that say which font it has."""


def take_shortcuts(weasyprint: Any) -> None:
    """Make *weasyprint* quicker, if it is of the release that this is for."""
    if not weasyprint.__version__.startswith(RELEASE):
        return
    import pydyf
    import tinyhtml5.inputstream

    tinyhtml5.inputstream.characters_until_regex = _Patterns()
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=_compressor)
    _write_common_kinds_first(pydyf)
    _parse_with_known_names(type(weasyprint.text.ffi.ffi._parser))
    _keep_fonts(weasyprint.text.line_break)
    _keep_layouts(weasyprint.text.line_break.Layout)
    _keep_lines(weasyprint)
    _resolve_pixels(weasyprint.layout.percent)
    look_up_plain_properties(weasyprint.css)
    keep_lengths(weasyprint.layout, weasyprint.formatting_structure.boxes)
    ask_once_for_the_flow(weasyprint.formatting_structure.boxes)
    draw_straight_paths(weasyprint.svg)


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """Compiled patterns by (characters, whether others end the match).

    tinyhtml5 means to keep them, but looks for them under another key than it keeps them.
    """

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        characters, opposite = key
        escaped = "".join(f"\\x{ord(character):02x}" for character in characters)
        pattern = self[key] = re.compile(f"[{'' if opposite else '^'}{escaped}]+")
        return pattern


def _compressor(level: int) -> Any:
    return zlib.compressobj(level=min(level, LEVEL))


def _write_common_kinds_first(pydyf: Any) -> None:
    """Tell the kinds of value that a page is made of by one look-up each."""
    write = pydyf._to_bytes

    def written(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]  # pydyf publishes no types
        if kind is float and not item.is_integer():
            return f"{item:f}".rstrip("0").encode()
        return b"%d" % item if kind is int or kind is float else write(item)

    pydyf._to_bytes = written


def _parse_with_known_names(parser: Any) -> None:
    """Parse the name of a C type with the types that it names, and not with all there are."""
    parse = parser._parse

    def parsed(self: Any, source: str) -> Any:
        known = self._declarations
        self._declarations = {
            name: what
            for name, what in known.items()
            if not name.startswith("typedef ") or name[8:] in source
        }
        try:
            return parse(self, source)
        finally:
            self._declarations = known

    parser._parse = parsed


def _keep_fonts(line_break: Any) -> None:
    """Name the font of a style once, and not for each line that is set in it."""
    name = line_break._font_style_cache_key

    def kept(style: Any, include_size: bool = False) -> str:
        names = getattr(style, "__dict__", {})
        key = "_font_and_size" if include_size else "_font"
        if key not in names:
            names[key] = name(style, include_size)
        return names[key]  # type: ignore[no-any-return]  # WeasyPrint publishes no types

    line_break._font_style_cache_key = kept


def _keep_layouts(layout: Any) -> None:
    """Draw a line from what Pango measured, and do not have it measured anew.

    Only the extra space of a justified line asks for that.
    """
    again = layout.reactivate

    def deactivate(self: Any) -> None:
        self.style = None  # or all styles of the document would stay with it

    def reactivate(self: Any, style: Any) -> None:
        if self.justification_spacing:
            again(self, style)
        else:
            self.style = style

    layout.deactivate, layout.reactivate = deactivate, reactivate


def _keep_lines(weasyprint: Any) -> None:
    """Break the same text in the same style and width once.

    A table measures its cells more than once, and reports share most of their sentences.
    """
    line_break = weasyprint.text.line_break
    split = line_break.split_first_line

    def kept(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        rest = (max_width, justification_spacing, is_line_start, minimum)
        lines = style.font_config.__dict__.setdefault("_lines", {})
        key = (text, _line_style(style, line_break), *rest)
        if key not in lines:
            if len(lines) >= MOST_LINES:
                lines.clear()
            lines[key] = split(text, style, context, *rest)
        return lines[key]

    for module in (line_break, weasyprint.layout.inline, weasyprint.layout.preferred):
        module.split_first_line = kept


def _line_style(style: Any, line_break: Any) -> str:
    """Return all that *style* says about a line of text, as one text."""
    kept: dict[str, str] = style.__dict__
    if "_line" not in kept:
        values = [str(style[name]) for name in LINE_STYLE]
        kept["_line"] = "|".join((line_break._font_style_cache_key(style), *values))
    return kept["_line"]


def _resolve_pixels(percent: Any) -> None:
    """Take a length in pixels as it is, before it is compared with all that it is not."""
    resolve = percent.resolve_one_percentage

    def resolved(box: Any, name: str, refer_to: Any) -> None:
        length = box.style[name]
        if getattr(length, "unit", None) == "px":
            setattr(box, name, length.value)
        else:
            resolve(box, name, refer_to)

    percent.resolve_one_percentage = resolved
