"""A widget blinks where it saw a key and did not take it."""

from __future__ import annotations

from functools import partial

from textual.widget import Widget

BLINK, BLINK_S = "-blink", 0.25
"""The class of a widget that blinks, and for how many seconds."""


def blink(widget: Widget) -> None:
    """Let *widget* blink once."""
    widget.add_class(BLINK)
    widget.set_timer(BLINK_S, partial(widget.remove_class, BLINK))
