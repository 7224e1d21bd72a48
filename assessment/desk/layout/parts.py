"""The parts of a page of the desk: headings, names with what they are, lines with a figure."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """How a part is shown."""

    HEADING = "heading"
    TEXT = "text"
    QUIET = "quiet"
    STOP = "stop"
    PAIR = "pair"
    """A name, and beside it what it is."""
    DETAIL = "detail"
    """What stands below a sum."""
    SUM = "sum"
    """A line with its figure at the right."""


class Part(NamedTuple):
    """One part of a page; ``right`` is empty where there is nothing beside it."""

    kind: Kind
    left: str
    right: str = ""


Page = tuple[Part, ...]


def heading(text: str) -> Part:
    """Return a heading."""
    return Part(Kind.HEADING, text)


def text(sentence: str) -> Part:
    """Return a sentence."""
    return Part(Kind.TEXT, sentence)


def quiet(sentence: str) -> Part:
    """Return a sentence of less weight."""
    return Part(Kind.QUIET, sentence)


def pair(name: str, value: str) -> Part:
    """Return a name, and beside it what it is."""
    return Part(Kind.PAIR, name, value)
