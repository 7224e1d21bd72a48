"""How well two colours stand apart, as WCAG 2.2 reckons it (success criterion 1.4.3)."""

from __future__ import annotations

from textual.color import BLACK, WHITE, Color

KNEE, LINEAR = 0.04045, 12.92
"""Up to the knee an sRGB channel is linear."""
LIGHT = (0.2126, 0.7152, 0.0722)
"""What red, green and blue add to the light of a colour."""
FLARE = 0.05
"""Light that a screen throws back anyway."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((_light(one), _light(other)))
    return (high + FLARE) / (low + FLARE)


def readable_on(ground: Color) -> Color:
    """Return black or white, whichever reads better on *ground*."""
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, ground))


def _light(colour: Color) -> float:
    """Return the relative luminance, 0 to 1."""
    return sum(
        share * _channel(value / 255) for share, value in zip(LIGHT, colour.rgb, strict=True)
    )


def _channel(value: float) -> float:
    return value / LINEAR if value <= KNEE else float(((value + 0.055) / 1.055) ** 2.4)
