"""The bundled fonts: four faces of Inter, what they can print, and whether they are whole.

``fonts/README.md`` says where they come from and how they were cut.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from reports.errors import ReportError

FAMILY = "Inter"
PICTURES = ("So", "Sk", "Mn", "Cf")
"""Kinds of character that a name can lose and still be read."""


class Face(NamedTuple):
    """One font file, how CSS names it, and the SHA-256 of its bytes."""

    file: str
    style: str
    weight: int
    sha256: str


FACES = (
    Face(
        "Inter-Regular.ttf",
        "normal",
        400,
        "c5e9c944f0ef53c797d0c858d43c76276a7618cd7a95aed7270e6125deec9a52",
    ),
    Face(
        "Inter-Italic.ttf",
        "italic",
        400,
        "418f957b6cff022bf1a46ff6332226ee63810f770e5aa27672eba6b973e854f8",
    ),
    Face(
        "Inter-SemiBold.ttf",
        "normal",
        600,
        "b6d50796138c19ad13b4b1503376abe0d9f277c211e5f0a949fe3cfc072bce0a",
    ),
    Face(
        "Inter-Bold.ttf",
        "normal",
        700,
        "06f810efa69d81060a225b222d7dde90d6848375d5e24726f2bec507b1791923",
    ),
)

PRINTED_IN_NAMES = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x148),
    (0x14A, 0x1C3),
    (0x1C5, 0x24F),
    (0x259, 0x259),
    (0x2BB, 0x2BC),
    (0x300, 0x304),
    (0x306, 0x30A),
    (0x30C, 0x30C),
    (0x30F, 0x30F),
    (0x31B, 0x31B),
    (0x323, 0x323),
    (0x326, 0x328),
    (0x386, 0x386),
    (0x388, 0x38A),
    (0x38C, 0x38C),
    (0x38E, 0x3A1),
    (0x3A3, 0x3CE),
    (0x400, 0x45F),
    (0x48A, 0x49D),
    (0x4A0, 0x4FF),
    (0x1E00, 0x1E9B),
    (0x1E9D, 0x1EFF),
    (0x2010, 0x2015),
    (0x2018, 0x201F),
)
"""First and last of the characters that a name may have: Latin, Greek, Cyrillic."""
PRINTED_BESIDE = (
    (0x09, 0x0A),
    (0x0D, 0x0D),
    (0x2C6, 0x2C7),
    (0x2D8, 0x2DD),
    (0x2000, 0x200B),
    (0x2016, 0x2017),
    (0x2020, 0x2027),
    (0x202F, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x25A0, 0x25A1),
    (0x25CB, 0x25CB),
    (0x25CF, 0x25CF),
    (0x2713, 0x2713),
)
"""Signs that other texts have as well."""
NOT_IN_THE_FONTS = "\N{WHITE SQUARE}"
"""Stands where the fonts have no letter, so that nobody takes a gap for the whole."""


def _class(*ranges: tuple[int, int]) -> str:
    """Return the characters in *ranges* as they stand between the brackets of a pattern."""
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)


_MARKS = "\u0300-\u036f"
_UNSEEN = re.compile("[\u00ad\u200c-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_MARKS_TOO_MANY = re.compile(f"([{_MARKS}]{{2}})[{_MARKS}]+")
_MISSING = re.compile(f"[^{_class(*PRINTED_IN_NAMES, *PRINTED_BESIDE)}]")


def text_on_paper(text: str) -> str:
    """Return *text* as the fonts can print it, with a square for each letter that they lack.

    What has no shape of its own is left out. Of marks on one letter two are kept: with more it
    would reach into the line above.
    """
    return _MISSING.sub(NOT_IN_THE_FONTS, _MARKS_TOO_MANY.sub(r"\1", _UNSEEN.sub("", text)))


def name_on_paper(name: str) -> str:
    """Return *name* as the fonts can print it: without emoji and other pictures.

    Empty where a letter is missing in the fonts: half a name is worse than a line to write on.
    """
    whole = " ".join("".join(one for one in name if not _is_picture(one)).split())
    whole = _MARKS_TOO_MANY.sub(r"\1", whole)
    return whole if text_on_paper(whole) == whole else ""


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) in PICTURES and bool(_MISSING.match(character))


def folder() -> Path:
    """Return the folder of the fonts."""
    return Path(str(files("reports"))) / "fonts"


def data(face: Face) -> bytes:
    """Return the bytes of *face*.

    Raises:
        ReportError: The file is missing, cannot be read, or is not the one that was bundled.
    """
    path = folder() / face.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReportError(
            f"No report was made: the font {path} cannot be read ({error.strerror}). "
            "Please install posterior-chain again."
        ) from error
    if hashlib.sha256(content).hexdigest() != face.sha256:
        raise ReportError(
            f"No report was made: the font {path} is damaged. Please install posterior-chain again."
        )
    return content


@cache
def check_fonts() -> int:
    """Check all faces, once, and return how many there are.

    Raises:
        ReportError: One of them is missing or damaged.
    """
    return sum(bool(data(face)) for face in FACES)
