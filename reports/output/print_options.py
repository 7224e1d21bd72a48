"""How a report is printed: size, ink, whose letterhead, and what is left off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Size: TypeAlias = Literal["A4", "letter"]
Ink: TypeAlias = Literal["colour", "grey", "saver"]
"""``saver``: nothing is filled; what a fill would say is said by strokes and numbers."""
Part: TypeAlias = Literal["body_map", "drawings", "log"]
"""What a client sheet may be printed without."""
Sheets: TypeAlias = Literal["client", "trainer", "both"]
"""Which sheets are made; "client" is the referral page where there is no plan."""
OutputFormat: TypeAlias = Literal["pdf", "html"]
"""A PDF to print, or one HTML file that any browser shows."""

ACCENT = "#0F6B6B"
"""Headings and links; 6.3 to 1 on white."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of an ink that a stylesheet asks for by name."""

    accent: str
    tint: str
    """Behind a sentence that must not be missed."""
    rule: str
    """The line beside it."""
    stop: str
    """Red flags only."""


INKS: dict[Ink, Colours] = {
    "colour": Colours(ACCENT, "#E3EFEE", "#A9D2CD", "#9B1C1C"),
    "grey": Colours("#2B2B2B", "#EDEDED", "#BDBDBD", "#1A1A1A"),
    "saver": Colours("#2B2B2B", "#FFFFFF", "#7A7A7A", "#1A1A1A"),
}


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What a gym chooses for its paper; every text may be empty.

    ``logo`` is a ``data:`` address of a picture. ``accent`` takes the place of the accent of
    the ink ``colour`` and of no other.
    """

    size: Size = "A4"
    ink: Ink = "colour"
    gym: str = ""
    address: str = ""
    logo: str = ""
    accent: str = ACCENT
    without: frozenset[Part] = frozenset()

    @property
    def colours(self) -> Colours:
        """The colours to print with."""
        colours = INKS[self.ink]
        if self.ink != "colour":
            return colours
        return Colours(self.accent, colours.tint, colours.rule, colours.stop)


PLAIN = PrintOptions()
"""A4 in colour, with nobody's letterhead."""
