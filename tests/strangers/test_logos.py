"""A logo as any common program writes it: printed as it looks, or named with what to do."""

from __future__ import annotations

import base64
import io
import os
import re
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from reports.errors import UnmetWishError
from reports.output.logo import read_logo
from tests.cases import each

WHITE, BLACK, BLUE, RED = (255, 255, 255), (0, 0, 0), (20, 40, 200), (200, 30, 30)
SIZE = (120, 60)
"""Left half white and right half blue, the corner above on the left red."""
SIDES = ((90, 45, BLUE), (40, 45, WHITE), (5, 5, RED))


def drawn() -> Image.Image:
    picture = Image.new("RGB", SIZE, WHITE)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((60, 0, 119, 59), fill=BLUE)
    draw.rectangle((0, 0, 19, 19), fill=RED)
    return picture


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    written = io.BytesIO()
    picture.save(written, kind, **how)
    return written.getvalue()


def turned(orientation: int, back: Image.Transpose) -> bytes:
    """Return a photograph that was taken with the camera turned."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of a person"
    return saved(drawn().transpose(back), "JPEG", exif=exif, quality=95)


def deep_grey_png() -> bytes:
    """Return a PNG of 16 bits: black, a grey of a half, white, a third each."""
    row = b"\0" + b"".join(struct.pack(">H", value) * 20 for value in (0, 32896, 65535))

    def part(name: bytes, content: bytes) -> bytes:
        checked = name + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", 60, 20, 16, 0, 0, 0, 0)
    body = zlib.compress(row * 20)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", body) + part(b"IEND", b"")


def see_through() -> Image.Image:
    picture = drawn().quantize(8)
    picture.info["transparency"] = picture.getpixel((40, 45))
    return picture


PICTURES: dict[str, Callable[[], bytes]] = {
    "PNG": lambda: saved(drawn(), "PNG"),
    "PNG with a palette": lambda: saved(drawn().quantize(8), "PNG"),
    "JPEG": lambda: saved(drawn(), "JPEG", quality=95),
    "progressive JPEG": lambda: saved(drawn(), "JPEG", quality=95, progressive=True),
    "CMYK JPEG": lambda: saved(drawn().convert("CMYK"), "JPEG", quality=95),
    "JPEG of a camera": lambda: saved(
        drawn(), "MPO", save_all=True, append_images=[drawn()], quality=95
    ),
    "JPEG on its side": lambda: turned(6, Image.Transpose.ROTATE_90),
    "JPEG upside down": lambda: turned(3, Image.Transpose.ROTATE_180),
    "JPEG in a mirror": lambda: turned(2, Image.Transpose.FLIP_LEFT_RIGHT),
    "GIF": lambda: saved(drawn(), "GIF"),
    "moving GIF": lambda: saved(
        drawn(), "GIF", save_all=True, append_images=[Image.new("RGB", SIZE, BLACK)]
    ),
    "WebP": lambda: saved(drawn(), "WEBP", lossless=True),
    "moving WebP": lambda: saved(
        drawn(), "WEBP", lossless=True, save_all=True, append_images=[Image.new("RGB", SIZE)]
    ),
    "moving PNG": lambda: saved(
        drawn(), "PNG", save_all=True, append_images=[Image.new("RGB", SIZE, BLACK)]
    ),
    "AVIF": lambda: saved(drawn(), "AVIF", quality=95),
    "BMP": lambda: saved(drawn(), "BMP"),
    "TIFF": lambda: saved(drawn(), "TIFF"),
    "packed TIFF": lambda: saved(drawn(), "TIFF", compression="tiff_lzw"),
    "CMYK TIFF": lambda: saved(drawn().convert("CMYK"), "TIFF"),
    "LAB TIFF": lambda: saved(drawn().convert("YCbCr").convert("RGB"), "TIFF"),
    "PPM": lambda: saved(drawn(), "PPM"),
    "JPEG 2000": lambda: saved(drawn(), "JPEG2000"),
}


def printed(tmp_path: Path, content: bytes, name: str = "logo") -> Image.Image:
    """Return the logo as a page gets it."""
    (tmp_path / name).write_bytes(content)
    kind, _, data = read_logo(name, tmp_path).partition(";base64,")
    picture = Image.open(io.BytesIO(base64.b64decode(data)))
    assert kind == f"data:image/{(picture.format or '').lower()}"
    assert picture.mode in ("1", "L", "LA", "P", "RGB", "RGBA")
    return picture


def near(found: tuple[int, ...], wanted: tuple[int, int, int]) -> bool:
    """Return whether two colours look alike; what is printed in four colours is never the same."""
    return all(abs(one - other) <= 40 for one, other in zip(found[:3], wanted, strict=True))


@each("kind", PICTURES)
def test_each_kind_of_picture_is_printed_as_it_looks(tmp_path: Path, kind: str) -> None:
    picture = printed(tmp_path, PICTURES[kind]()).convert("RGB")
    assert picture.size == SIZE
    for x, y, colour in SIDES:
        assert near(picture.getpixel((x, y)), colour), (x, y)  # type: ignore[arg-type]


def test_sixteen_bits_of_grey_are_grey_and_no_black_box(tmp_path: Path) -> None:
    for content in (deep_grey_png(), saved(Image.open(io.BytesIO(deep_grey_png())), "TIFF")):
        picture = printed(tmp_path, content).convert("L")
        assert [picture.getpixel((x, 10)) for x in (10, 30, 50)] == [0, 128, 255]
    numbers = Image.linear_gradient("L").convert("F").point(lambda value: value * (1 / 255.0))
    whole = printed(tmp_path, saved(numbers, "TIFF")).convert("L")
    assert (whole.getpixel((5, 0)), whole.getpixel((5, 255))) == (0, 255)


def test_what_shows_through_still_does(tmp_path: Path) -> None:
    for content in (
        saved(see_through(), "PNG"),
        saved(see_through(), "GIF"),
        saved(see_through().convert("RGBA"), "WEBP", lossless=True),
        saved(see_through().convert("RGBA"), "TIFF"),
    ):
        picture = printed(tmp_path, content).convert("RGBA")
        assert picture.getpixel((40, 45))[3] == 0  # type: ignore[index]
        assert picture.getpixel((90, 45))[3] == 255  # type: ignore[index]


def test_where_a_photograph_was_taken_is_on_no_page(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(turned(1, Image.Transpose.ROTATE_180))
    data = base64.b64decode(read_logo("photo.jpg", tmp_path).partition(",")[2])
    assert b"Camera of a person" not in data
    assert b"Exif" not in data


def test_a_plain_picture_is_printed_as_it_stands_in_its_file(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG"):
        content = PICTURES[kind]()
        (tmp_path / "logo").write_bytes(content)
        assert base64.b64decode(read_logo("logo", tmp_path).partition(",")[2]) == content


def test_a_large_picture_of_another_kind_does_not_make_a_large_page(tmp_path: Path) -> None:
    vast = drawn().resize((3900, 1950))
    assert max(printed(tmp_path, saved(vast, "TIFF", compression="tiff_lzw")).size) == 1200


OTHERS = {
    "SVG": (b'<?xml version="1.0"?><svg xmlns="x"/>', "an SVG drawing"),
    "packed SVG": (zlib.compress(b"<svg/>", wbits=31), "a compressed drawing"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC photograph"),
    "PDF": (b"%PDF-1.7\n", "a PDF"),
    "EPS": (b"%!PS-Adobe-3.0 EPSF-3.0", "a PostScript drawing"),
    "Photoshop": (b"8BPS\0\x01", "a Photoshop picture"),
    "GIMP": (b"gimp xcf v011", "a GIMP picture"),
    "JPEG XL": (b"\xff\x0a\xfa\x1f", "a JPEG XL picture"),
    "a document": (b"PK\x03\x04\x14\0", "a document or an archive"),
    "nothing": (b"", "not a whole picture"),
    "text": (b"no picture", "not a whole picture"),
    "half a GIF": (PICTURES["GIF"]()[:40], "not a whole picture"),
    "half a WebP": (PICTURES["WebP"]()[:60], "not a whole picture"),
    "half a TIFF": (PICTURES["TIFF"]()[:200], "not a whole picture"),
}


@each("kind", OTHERS)
def test_what_cannot_be_printed_is_named_with_what_to_do(tmp_path: Path, kind: str) -> None:
    content, words = OTHERS[kind]
    (tmp_path / "logo").write_bytes(content)
    with pytest.raises(
        UnmetWishError, match=f"{re.escape(words)}.*; please save it as a PNG picture"
    ):
        read_logo("logo", tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
@each("wish", ["pipe", "/dev/zero", "~no-such-person/logo.png", "x" * 300, "loop", "a\0b", "."])
def test_a_path_that_is_no_picture_is_told_at_once(tmp_path: Path, wish: str) -> None:
    if not (tmp_path / "pipe").exists():
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UnmetWishError, match="cannot be read"):
        read_logo(wish, tmp_path)
