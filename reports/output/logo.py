"""A gym's logo, as any common program writes a picture -> a picture that every page can show."""

from __future__ import annotations

import base64
import io
import struct
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from reports.errors import UnmetWishError

if TYPE_CHECKING:
    from PIL import Image

MOST_LOGO_BYTES = 1_000_000
MOST_LOGO_POINTS = 4_000
"""Of width and of height."""
MOST_CONVERTED_POINTS = 1_200
"""Of a picture that is written anew; a logo is printed smaller."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF", "BMP", "TIFF", "ICO", "PPM", "JPEG2000")
"""What is taken (MPO opens as JPEG); of others that Pillow knows some start other programs."""
AS_IT_IS = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA"), "JPEG": ("L", "RGB")}
"""Kinds and modes that are printed as they stand in the file, if nothing else is odd about them."""
LOSSY = ("JPEG", "MPO", "AVIF", "JPEG2000")
"""Photographs: as a PNG they would be many times as large."""
PNG_DEPTH = slice(24, 25)
"""Where a PNG says how many bits a value has."""
QUALITY = 92
OTHER_KINDS = {
    b"%PDF": "a PDF",
    b"%!PS": "a PostScript drawing",
    b"\xc5\xd0\xd3\xc6": "a PostScript drawing",
    b"8BPS": "a Photoshop picture",
    b"gimp xcf": "a GIMP picture",
    b"\x1f\x8b": "a compressed drawing",
    b"PK\x03\x04": "a document or an archive",
    b"\xff\x0a": "a JPEG XL picture",
    b"\0\0\0\x0cJXL ": "a JPEG XL picture",
    b"\xd7\xcd\xc6\x9a": "a Windows drawing",
    b"\x01\0\0\0": "a Windows drawing",
    b"II*\0\x10\0\0\0CR": "a raw photograph",
}
"""By its first bytes."""
SVG_HEADS = (b"<svg", b"<!doctype svg")
PHONE_HEAD, PHONE_KINDS = b"ftyp", (b"hei", b"hev", b"mif", b"msf")
"""How phones begin a HEIC photograph, after four bytes."""
SAVE_AS_PNG = "please save it as a PNG picture"
NO_PICTURE = (OSError, SyntaxError, ValueError, LookupError, EOFError, struct.error, zlib.error)
"""What Pillow raises where the bytes of a picture are not what they claim to be."""


def read_logo(wish: object, folder: Path) -> str:
    """Return the picture at *wish* as a ``data:`` address; its path starts at *folder*.

    Raises:
        UnmetWishError: There is none, or none that can be printed; the text says what to do.
    """
    if not isinstance(wish, str) or not wish:
        raise UnmetWishError("must be the path of a PNG or JPEG picture")
    path = folder / wish
    try:
        path = folder / Path(wish).expanduser()
        if path.exists() and not path.is_file():
            raise UnmetWishError(f"{path} cannot be read (it is not a file)")
        with path.open("rb") as file:
            content = file.read(MOST_LOGO_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", error)
        raise UnmetWishError(f"{path} cannot be read ({reason})") from error
    if len(content) > MOST_LOGO_BYTES:
        limit = f"{MOST_LOGO_BYTES // 1_000_000} MB"
        raise UnmetWishError(f"{path} is larger than {limit}; please save it smaller")
    kind, printed = _printable(content, path)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(printed).decode()}"


def _printable(content: bytes, path: Path) -> tuple[str, bytes]:
    """Return ``PNG`` or ``JPEG``, and *content* as one: itself, if any page can show it so."""
    from PIL import Image, ImageFile

    if other := _other_kind(content):
        raise UnmetWishError(f"{path} is {other}; {SAVE_AS_PNG}")
    too_large = UnmetWishError(
        f"{path} has more than {MOST_LOGO_POINTS} points on a side; please save it smaller"
    )
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:  # WeasyPrint, once loaded, lets Pillow take half pictures
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(content), formats=FORMATS) as picture,
        ):
            if max(picture.size) > MOST_LOGO_POINTS:
                raise too_large
            picture.load()
            if _is_plain(picture, content):
                return picture.format or "", content
            return _converted(picture)
    except Image.DecompressionBombError as error:
        raise too_large from error
    except NO_PICTURE as error:
        raise UnmetWishError(f"{path} is not a whole picture; {SAVE_AS_PNG}") from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _other_kind(content: bytes) -> str:
    """Return what *content* is where that is known and cannot be taken."""
    head = content[:1000].lower()
    if any(one in head for one in SVG_HEADS):
        return "an SVG drawing"
    if content[4:8] == PHONE_HEAD and content[8:11] in PHONE_KINDS:
        return "a HEIC photograph of a phone"
    return next((kind for head, kind in OTHER_KINDS.items() if content.startswith(head)), "")


def _is_plain(picture: Image.Image, content: bytes) -> bool:
    """Return whether *picture* looks the same everywhere as it is, and tells nothing else.

    Where a photograph was taken stands in it, and a page would carry that along.
    """
    plain = picture.mode in AS_IT_IS.get(picture.format or "", ())
    if picture.format == "PNG":
        plain = plain and content[PNG_DEPTH] <= b"\x08"
    return plain and not picture.getexif()


def _converted(picture: Image.Image) -> tuple[str, bytes]:
    """Return *picture* written anew: its first frame, upright, in colours of eight bits."""
    from PIL import ImageOps

    format_ = picture.format
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith(("I", "F")):
        upright = _in_eight_bits(upright)
    shows_through = "transparency" in upright.info or upright.mode in ("LA", "La", "PA", "RGBa")
    if shows_through or upright.mode == "RGBA":
        upright = upright.convert("RGBA")
    elif upright.mode != "L":
        upright = upright.convert("RGB")
    upright.thumbnail((MOST_CONVERTED_POINTS, MOST_CONVERTED_POINTS))
    kind = "JPEG" if format_ in LOSSY and upright.mode != "RGBA" else "PNG"
    written = io.BytesIO()
    clean = upright.copy()
    clean.info = {}
    clean.save(written, kind, quality=QUALITY, optimize=True)
    return kind, written.getvalue()


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Return *picture*, of large or broken numbers, as grey of 0 to 255."""
    numbers = picture.convert("F")
    high = 65535.0 if picture.mode.startswith("I;16") else _highest(numbers)
    return numbers.point(lambda value: value * (255.0 / high) + 0.5).convert("L")


def _highest(numbers: Image.Image) -> float:
    """Return what white is: 1, 255, 65535 or, beyond, the highest number there is."""
    _, found = numbers.getextrema()
    highest = float(found) if isinstance(found, int | float) else 0.0
    return next((most for most in (1.0, 255.0, 65535.0) if highest <= most), highest)
