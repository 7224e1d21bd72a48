"""The options of a small question; light enough for the first frame."""

from __future__ import annotations

from typing import NamedTuple

STAY, KEEP, ERASE, LEAVE = "stay", "keep", "erase", "leave"
"""What a client decides when asked whether to go."""


class DialogOption(NamedTuple):
    """One option: what is returned, and its words."""

    result: str
    label: str
