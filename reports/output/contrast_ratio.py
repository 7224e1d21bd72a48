"""How well two colours stand apart, as WCAG 2.2 reckons it (success criterion 1.4.3)."""

from __future__ import annotations

WHITE = "#FFFFFF"
KNEE, LINEAR = 0.04045, 12.92
"""Up to the knee an sRGB channel is linear."""
LIGHT = (0.2126, 0.7152, 0.0722)
"""What red, green and blue add to the light of a colour."""
FLARE = 0.05
"""Light that a screen or paper throws back anyway."""


def contrast(one: str, other: str = WHITE) -> float:
    """Return the contrast of two colours, each ``#RRGGBB``, from 1 to 21."""
    low, high = sorted((_light(one), _light(other)))
    return (high + FLARE) / (low + FLARE)


def _light(colour: str) -> float:
    """Return the relative luminance, 0 to 1."""
    channels = bytes.fromhex(colour[1:7])
    return sum(share * _channel(value / 255) for share, value in zip(LIGHT, channels, strict=True))


def _channel(value: float) -> float:
    return value / LINEAR if value <= KNEE else float(((value + 0.055) / 1.055) ** 2.4)
