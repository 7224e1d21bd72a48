"""What a page is made of, whoever shows it: choices and rows. Knows no widget."""

from __future__ import annotations

from typing import NamedTuple

from questions.model import NumberItem


class Choice(NamedTuple):
    """One answer to choose: its key, its words, and what is stored (None: no answer)."""

    key: str
    label: str
    raw: str | int | None


class Row(NamedTuple):
    """One number to ask for, under a short name."""

    item: NumberItem
    name: str
