"""A value as a message may show it."""

from __future__ import annotations


def shown(raw: object) -> str:
    """Return *raw* as a message may show it: short, on one line, as JSON names it."""
    if isinstance(raw, bool) or raw is None:
        return {True: "true", False: "false", None: "null"}[raw]
    if isinstance(raw, dict):
        return "an object"
    if isinstance(raw, list):
        return "a list"
    text = ascii(raw)
    return text if len(text) <= 60 else f"{text[:57]}..."
