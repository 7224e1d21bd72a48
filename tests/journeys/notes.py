"""What a client of a journey did, so that it can be done again on a real terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pressed:
    """A key, by Textual's name."""

    key: str


@dataclass(frozen=True)
class Clicked:
    """A click on a cell; ``page`` has the words that stood in the window at that moment."""

    x: int
    y: int
    page: list[str]


@dataclass(frozen=True)
class Saw:
    """Words that the client waited for and read."""

    words: str


Note = Pressed | Clicked | Saw
