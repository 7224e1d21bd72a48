"""A gym's wishes for its paper, as they were typed -> what is printed.

Each function raises ``UnmetWishError`` where the wish cannot be met.
"""

from __future__ import annotations

import base64
import io
import re
import struct
import warnings
import zlib
from pathlib import Path

from reports.errors import UnmetWishError
from reports.output.contrast_ratio import contrast
from reports.output.print_options import ACCENT
from reports.pdf.typeface import name_on_paper

LEAST_CONTRAST = 4.5
"""Of text on white paper (WCAG 2.2, success criterion 1.4.3)."""
MOST_LOGO_BYTES = 1_000_000
MOST_LOGO_POINTS = 4_000
"""Of width and of height."""
PICTURES = {"PNG": "png", "JPEG": "jpeg"}

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SVG = re.compile(rb"<svg|<!DOCTYPE svg", re.IGNORECASE)
_NO_PICTURE = (OSError, SyntaxError, ValueError, LookupError, EOFError, struct.error, zlib.error)
"""What Pillow raises where the bytes of a picture are not what they claim to be."""


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
        raise UnmetWishError(f"{wish!r} is not a colour; write one such as {ACCENT}")
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
    raise UnmetWishError(f"{wish!r} is not known; allowed are {', '.join(allowed)}")


def read_some_of(wish: object, allowed: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
    """Return those of *allowed* that *wish* lists, at least so many."""
    if not isinstance(wish, list) or len(wish) < least:
        raise UnmetWishError(f"must be a list of some of {', '.join(allowed)}")
    return tuple(read_one_of(one, allowed) for one in wish)


def read_logo(wish: object, folder: Path) -> str:
    """Return the picture at *wish* as a ``data:`` address; its path starts at *folder*."""
    if not isinstance(wish, str) or not wish:
        raise UnmetWishError("must be the path of a PNG or JPEG picture")
    path = folder / Path(wish).expanduser()
    try:
        with path.open("rb") as file:
            content = file.read(MOST_LOGO_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", error)
        raise UnmetWishError(f"{path} cannot be read ({reason})") from error
    if len(content) > MOST_LOGO_BYTES:
        raise UnmetWishError(f"{path} is larger than {MOST_LOGO_BYTES // 1_000_000} MB")
    kind = _kind_of_picture(content, path)
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def _kind_of_picture(content: bytes, path: Path) -> str:
    """Return ``png`` or ``jpeg`` for a whole picture of a size that a page can take."""
    from PIL import Image, ImageFile

    if _SVG.search(content[:1000]):
        raise UnmetWishError(f"{path} is an SVG drawing; please save it as a PNG picture")
    too_large = UnmetWishError(f"{path} has more than {MOST_LOGO_POINTS} points on a side")
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:  # WeasyPrint, once loaded, lets Pillow take half pictures
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(content), formats=tuple(PICTURES)) as picture,
        ):
            kind = PICTURES[picture.format or ""]
            if max(picture.size) > MOST_LOGO_POINTS:
                raise too_large
            picture.load()
    except Image.DecompressionBombError as error:
        raise too_large from error
    except _NO_PICTURE as error:
        raise UnmetWishError(f"{path} is not a whole PNG or JPEG picture") from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return kind
