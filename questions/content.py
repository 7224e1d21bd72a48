"""How a value of the content is declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def content(kind: type[Kind]) -> type[Kind]:
    """Make *kind* a frozen dataclass with keywords only; each value is equal to itself alone.

    Content is read once. To compare it part by part, or to print it whole, is of no use, and
    what dataclasses write for that took a fifth of the time to import them.
    """
    return dataclass(frozen=True, kw_only=True, eq=False, repr=False)(kind)
