"""A value as a message may show it."""

from __future__ import annotations

MOST_SHOWN = 60
"""Characters of a value that are shown."""


def shown(raw: object) -> str:
    """Return *raw* as a message may show it: short, on one line, as JSON names it."""
    if isinstance(raw, bool) or raw is None:
        return {True: "true", False: "false", None: "null"}[raw]
    if isinstance(raw, dict):
        return "an object"
    if isinstance(raw, list):
        return "a list"
    return _cut(ascii(raw))


def in_one_line(text: str) -> str:
    """Return *text* as a person may see it again: in its own letters, short, on one line.

    A sign that ends a line or speaks to a terminal is written as its code.
    """
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in _cut(text))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 3]}..."
