"""A text in its place, without laying the screen out anew where it takes the same room."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


def update_text(part: Static, text: str) -> None:
    """Show *text* in *part*, which is as wide as the screen gives it.

    To find places for all widgets takes as long as to draw them.
    """
    before = str(part.content)
    if before != text:
        part.update(text, layout=_rows(part, before) != _rows(part, text))


def _rows(part: Static, text: str) -> int:
    """Return how many rows *text* takes; none where there is none, or no width yet."""
    width = part.size.width
    return Content(text).get_height({}, width) if text and width else 0
