"""A gym's wishes for its paper, as they were typed -> what is printed.

Each function raises ``UnmetWishError`` where the wish cannot be met.
"""

from __future__ import annotations

import re
from pathlib import Path

from assessment.core.shown import in_one_line
from reports.errors import UnmetWishError
from reports.output.contrast_ratio import contrast
from reports.output.print_options import ACCENT
from reports.pdf.typeface import name_on_paper

LEAST_CONTRAST = 4.5
"""Of text on white paper (WCAG 2.2, success criterion 1.4.3)."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def read_text(wish: object, _folder: Path, *, most: int) -> str:
    """Return the text of at most *most* characters that *wish* is, with single spaces."""
    if not isinstance(wish, str) or len(wish) > most:
        raise UnmetWishError(f"must be a text of at most {most} characters")
    text = " ".join(wish.split())
    if name_on_paper(text) != text:
        raise UnmetWishError("has letters that the fonts of the report do not have")
    return text


def read_accent(wish: object, _folder: Path) -> str:
    """Return the colour that *wish* is, as ``#RRGGBB``, if it can be read on white."""
    if not isinstance(wish, str) or not _COLOUR.fullmatch(wish):
        raise UnmetWishError(f"{_as_written(wish)} is not a colour; write one such as {ACCENT}")
    found = contrast(wish)
    if found < LEAST_CONTRAST:
        raise UnmetWishError(
            f"{wish} is too pale to read on white ({found:.1f} to 1, at least "
            f"{LEAST_CONTRAST} to 1 is needed)"
        )
    return wish.upper()


def read_one_of(wish: object, allowed: tuple[str, ...]) -> str:
    """Return the one of *allowed* that *wish* is; capitals do not count."""
    for one in allowed:
        if isinstance(wish, str) and wish.casefold() == one.casefold():
            return one
    raise UnmetWishError(f"{_as_written(wish)} is not known; allowed are {', '.join(allowed)}")


def read_some_of(wish: object, allowed: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
    """Return those of *allowed* that *wish* lists, at least so many."""
    if not isinstance(wish, list) or len(wish) < least:
        raise UnmetWishError(f"must be a list of some of {', '.join(allowed)}")
    return tuple(read_one_of(one, allowed) for one in wish)


def _as_written(wish: object) -> str:
    """Return *wish* about as the file has it: a text in quotes, a day and a number as they are."""
    return f"'{in_one_line(wish)}'" if isinstance(wish, str) else in_one_line(str(wish))
