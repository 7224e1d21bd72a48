"""A gym's wishes, as they were typed -> ``PrintOptions``, and in words each that cannot be met.

A wish that cannot be met is left out; the report comes all the same.
"""

from __future__ import annotations

import base64
import io
import re
import struct
import warnings
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args

from reports.errors import UnmetWishError
from reports.output.print_options import ACCENT, Ink, Part, PrintOptions, Size
from reports.pdf.typeface import name_on_paper

LEAST_CONTRAST = 4.5
"""Of text on white paper (WCAG 2.2, success criterion 1.4.3)."""
MOST_LOGO_BYTES = 1_000_000
MOST_LOGO_POINTS = 4_000
"""Of width and of height."""
PICTURES = {"PNG": "png", "JPEG": "jpeg"}
MOST_CHARACTERS = {"gym": 60, "address": 100}

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SVG = re.compile(rb"<svg|<!DOCTYPE svg", re.IGNORECASE)
_NO_PICTURE = (OSError, SyntaxError, ValueError, LookupError, EOFError, struct.error, zlib.error)
"""What Pillow raises where the bytes of a picture are not what they claim to be."""


def paper_of(wishes: Mapping[str, Any], folder: Path) -> tuple[PrintOptions, tuple[str, ...]]:
    """Return the paper that *wishes* ask for, and one sentence for each that cannot be met.

    *wishes* have some of the keys ``gym``, ``address``, ``logo``, ``accent``, ``size``,
    ``ink`` and ``without``. A logo's path starts at *folder*.
    """
    readers: Mapping[str, Callable[[Any], Any]] = {
        "gym": lambda wish: _text("gym", wish),
        "address": lambda wish: _text("address", wish),
        "logo": lambda wish: _logo(wish, folder),
        "accent": _accent,
        "size": lambda wish: _one_of(wish, get_args(Size)),
        "ink": lambda wish: _one_of(wish, get_args(Ink)),
        "without": _parts,
    }
    met: dict[str, Any] = {}
    faults: list[str] = []
    for key, wish in wishes.items():
        try:
            met[key] = readers[key](wish)
        except UnmetWishError as fault:
            faults.append(f"{key}: {fault}")
    return PrintOptions(**met), tuple(faults)


def contrast_on_white(colour: str) -> float:
    """Return the contrast of *colour* (``#RRGGBB``) on white, 1 to 21 (WCAG 2.2)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _text(key: str, wish: object) -> str:
    most = MOST_CHARACTERS[key]
    if not isinstance(wish, str) or len(wish) > most:
        raise UnmetWishError(f"must be a text of at most {most} characters")
    text = " ".join(wish.split())
    if name_on_paper(text) != text:
        raise UnmetWishError("has letters that the fonts of the report do not have")
    return text


def _accent(wish: object) -> str:
    if not isinstance(wish, str) or not _COLOUR.fullmatch(wish):
        raise UnmetWishError(f"{wish!r} is not a colour; write one such as {ACCENT}")
    contrast = contrast_on_white(wish)
    if contrast < LEAST_CONTRAST:
        raise UnmetWishError(
            f"{wish} is too pale to read on white ({contrast:.1f} to 1, at least "
            f"{LEAST_CONTRAST} to 1 is needed)"
        )
    return wish.upper()


def _one_of(wish: object, allowed: tuple[str, ...]) -> str:
    for one in allowed:
        if isinstance(wish, str) and wish.casefold() == one.casefold():
            return one
    raise UnmetWishError(f"{wish!r} is not known; allowed are {', '.join(allowed)}")


def _parts(wish: object) -> frozenset[str]:
    if not isinstance(wish, list):
        raise UnmetWishError(f"must be a list of some of {', '.join(get_args(Part))}")
    return frozenset(_one_of(part, get_args(Part)) for part in wish)


def _logo(wish: object, folder: Path) -> str:
    """Return the picture at *wish* as a ``data:`` address."""
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
