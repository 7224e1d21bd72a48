"""Black or white, whichever can be read on a colour."""

from __future__ import annotations

from textual.color import BLACK, WHITE, Color

from reports.output.contrast_ratio import contrast


def readable_on(ground: Color) -> Color:
    """Return black or white, whichever reads better on *ground*."""
    return max((BLACK, WHITE), key=lambda ink: contrast(ink.hex, ground.hex))
