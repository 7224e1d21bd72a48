"""The bytes of the settings file as text, as an editor on any system writes them, and back."""

from __future__ import annotations

import codecs
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from reports.errors import UnmetWishError

MARK = "\ufeff"
"""Stands in front where Windows wrote the file, and says nothing."""
END = "\x1a"
"""Stands at the end where an editor of DOS wrote it."""
UTF_16 = 'is UTF-16, which some editors call "Unicode", so none of it is used; save it as UTF-8'
TOO_DEEP, TOO_LONG = "brackets or names stand too deep in each other", "a number is too long"
OTHER_CODE = "is not UTF-8 in line {line}, so none of it is used; save it as UTF-8"


class NotTextError(UnmetWishError):
    """The bytes are no text in UTF-8; the message is the end of a sentence about the file."""


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file, its lines ended by line feeds or by CR LF; ``encoded`` gives it back."""

    text: str
    has_mark: bool = False
    is_by_returns: bool = False
    """Whether a return alone ends its lines, as on old Macs."""

    def encoded(self, text: str) -> bytes:
        """Return *text* as bytes, in the way of this file."""
        text = text.replace("\n", "\r") if self.is_by_returns else text
        return (MARK * self.has_mark + text).encode()


def file_text(content: bytes) -> FileText:
    """Return the text that the bytes *content* hold.

    Raises:
        NotTextError: They are no text in UTF-8.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content:
        raise NotTextError(UTF_16)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotTextError(OTHER_CODE.format(line=line)) from error
    plain = text.removeprefix(MARK).removesuffix(END)
    by_returns = "\r" in plain and "\n" not in plain
    if by_returns:
        plain = plain.replace("\r", "\n")
    return FileText(plain, text.startswith(MARK), by_returns)


def toml_in(text: str) -> dict[str, Any]:
    """Return what the TOML *text* says.

    Raises:
        tomllib.TOMLDecodeError: It is no TOML, or has what no reader takes.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError(TOO_DEEP) from None
    except ValueError:  # Python reads no number of thousands of digits
        raise tomllib.TOMLDecodeError(TOO_LONG) from None


def lines_of(text: str) -> list[str]:
    """Return the lines of *text*, each with its end; other separators of Unicode end none."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
