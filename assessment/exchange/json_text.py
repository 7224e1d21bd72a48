"""Bytes -> the JSON value that they hold, and what is wrong with them as JSON."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any, NamedTuple

from assessment.core.shown import shown

MOST_BYTES = 1_000_000
"""A full document is under 10 kB; more than this is something else."""
UTF_16 = 'but in UTF-16, which some programs call "Unicode"'
NO_NUMBER = "is not a JSON number"


class NotJsonError(ValueError):
    """Bytes hold no JSON; the message says where it is wrong."""


class JsonText(NamedTuple):
    """A JSON value, and a sentence for each key that stands twice in one object."""

    value: object
    repeated: tuple[str, ...]


def read_bytes(path: Path) -> bytes:
    """Return what the file at *path* holds, no more than one byte over the most.

    Raises:
        NotJsonError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotJsonError(f"cannot read the file: {error.strerror}") from error


def parse_json(content: bytes, what: str) -> JsonText:
    """Return the value in *content*, JSON in UTF-8; *what* it should be is named if too large.

    Raises:
        NotJsonError: It holds none.
    """
    if len(content) > MOST_BYTES:
        raise NotJsonError(f"is too large: {what} has at most {MOST_BYTES} bytes")
    repeated: list[str] = []
    try:
        value = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=lambda pairs: _object(pairs, repeated),
            parse_constant=_constant,
        )
    except UnicodeDecodeError as error:
        is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        why = UTF_16 if is_wide else f"(byte {error.start})"
        raise NotJsonError(f"is not text in UTF-8 {why}; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise NotJsonError(f"is not JSON: {error.msg} at {where}") from error
    except (RecursionError, ValueError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else _reason(error)
        raise NotJsonError(f"is not JSON: {reason}") from error
    return JsonText(value, tuple(repeated))


def _object(pairs: list[tuple[str, Any]], repeated: list[str]) -> dict[str, Any]:
    """Return an object's pairs as a dict, and note the keys that stand twice."""
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            repeated.append(f"{shown(key)}: stands more than once")
        seen[key] = value
    return seen


def _reason(error: RecursionError | ValueError) -> str:
    """Return why JSON was refused; Python's own words on long numbers are of no use here."""
    return str(error) if NO_NUMBER in str(error) else "a number in it is too long"


def _constant(name: str) -> object:
    raise ValueError(f"{name} {NO_NUMBER}")
