"""Lines of a byte stream, each of a bounded length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from assessment.exchange.json_text import MOST_BYTES


def lines_of(
    stream: BinaryIO, most: int = MOST_BYTES, first: bytes | None = None
) -> Iterator[bytes]:
    """Yield the lines of *stream* without their ends; *first* is what was read of it already.

    A line of more than *most* bytes is cut to one more than that, so that its reader sees
    that it is too long, and memory never holds the rest.
    """
    line = stream.readline(most + 1) if first is None else first
    while line:
        whole = line.endswith(b"\n")
        yield line.rstrip(b"\r\n") if whole else line
        while not whole and len(line) > most:
            line = stream.readline(most + 1)
            whole = not line or line.endswith(b"\n")
        line = stream.readline(most + 1)
