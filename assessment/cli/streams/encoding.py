"""Every output takes every text: what its encoding does not have becomes something like it.

A name, a path and the frame of a screen must neither stop a command half-way nor come out as
codes of signs.
"""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

LIKENESS = "posterior-chain-likeness"
"""The error handler of both outputs."""
PLAIN_ASCII = "posterior-chain-ascii"
"""ASCII by another name: to what is called "ascii", click writes UTF-8."""
UNKNOWN = "?"
ALIKE = {
    "-": "─━┄┅╌╍╴╶╸╺╼╾═\u2013\u2014\u2010\u2011\u2212",
    "|": "│┃┆┇╎╏╵╷╹╻╽╿║",
    "_": "▁▂",
    "#": "▃▄▅▆▇█▀▌▐▖▗▘▙▚▛▜▝▞▟▓■",
    ":": "░▒",
    "<": "←\u2039«",
    ">": "→\u203a»",
    "^": "↑",
    "v": "↓✓✔",
    "'": "‘’\u201a",
    '"': "“”„",
    ".": "…·",
    "*": "●•◆",
    "o": "○◇□",
    "x": "×✗✘",
}
LIKE = {ord(sign): like for like, signs in ALIKE.items() for sign in signs}
"""Signs of screens and sentences, each with one of the same width."""
LONGER = {"≤": "<=", "≥": ">=", "±": "+-", "½": "1/2", "¼": "1/4", "¾": "3/4"}


def open_to_every_text() -> None:
    """Let standard output and standard error take any text, whatever their encoding is."""
    codecs.register_error(LIKENESS, _likeness)
    codecs.register(_plain_ascii)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_encoding_for(stream), errors=LIKENESS)


def _encoding_for(stream: io.TextIOWrapper) -> str:
    """Return the encoding of *stream*, or one that what it leads to understands."""
    if stream.isatty() and len("ab".encode(stream.encoding, "replace")) != len("ab"):
        return "utf-8"  # no terminal reads two bytes for a letter
    if codecs.lookup(stream.encoding).name == "ascii":
        return PLAIN_ASCII
    return stream.encoding


def _likeness(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return something like the first sign that cannot be written, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    sign, after = error.object[error.start], error.start + 1
    if "\udc80" <= sign <= "\udcff" and not error.encoding.startswith(("utf-16", "utf-32")):
        return sign.encode("utf-8", "surrogateescape"), after  # a byte of the name of a file
    return _ascii_like(sign), after


def _ascii_like(sign: str) -> str:
    """Return ASCII that takes as many cells as *sign*, where that can be."""
    like = LONGER.get(sign) or sign.translate(LIKE)
    if not like.isascii():
        like = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    if like or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return like
    if unicodedata.name(sign, "").startswith("BOX DRAWINGS"):
        return "+"
    return UNKNOWN * (2 if unicodedata.east_asian_width(sign) in "WF" else 1)


def _plain_ascii(name: str) -> codecs.CodecInfo | None:
    if name.replace("_", "-") != PLAIN_ASCII:
        return None
    ascii_ = codecs.lookup("ascii")
    return codecs.CodecInfo(
        ascii_.encode,
        ascii_.decode,
        incrementalencoder=ascii_.incrementalencoder,
        incrementaldecoder=ascii_.incrementaldecoder,
        streamreader=ascii_.streamreader,
        streamwriter=ascii_.streamwriter,
        name=PLAIN_ASCII,
    )
