"""The bundled fonts: four faces of Inter, what they can print, and whether they are whole.

``fonts/README.md`` says where they come from and how they were cut.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from reports.errors import ReportError

FAMILY = "Inter"


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
        "010c9982668064b10744de46fe3e049d7da1d9d80e802a359b66a69f032cce44",
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
        "e0369a44f7fcad3152977cab124ff0f8a3eb7a26a58af56639bda5bc3685b4e1",
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
    (0x14A, 0x17F),
    (0x218, 0x21B),
    (0x300, 0x304),
    (0x306, 0x30A),
    (0x30C, 0x30C),
    (0x386, 0x386),
    (0x388, 0x38A),
    (0x38C, 0x38C),
    (0x38E, 0x3A1),
    (0x3A3, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x491),
    (0x1EA0, 0x1EF9),
    (0x2010, 0x2015),
    (0x2018, 0x201F),
)
"""First and last of the characters that a name may have: Latin, Greek, Cyrillic."""


def name_on_paper(name: str) -> str:
    """Return *name* as the fonts can print it: without emoji and other pictures.

    Empty where a letter is missing in the fonts: half a name is worse than a line to write on.
    """
    letters = " ".join("".join(one for one in name if not _is_picture(one)).split())
    return letters if all(map(_has, letters)) else ""


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk", "Mn", "Cf") and not _has(character)


def _has(character: str) -> bool:
    return any(low <= ord(character) <= high for low, high in PRINTED_IN_NAMES)


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
