"""How usual pain of a part changes the way a movement is begun: the product's own rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from assessment.catalogue.patterns import Pattern
from questions.content import content
from questions.model import Closed, Text


@content
class Soreness(Closed):
    """One sentence for movements of some patterns where a part usually hurts more than a figure.

    It excludes nothing. It rests on the pain rule of docs/evidence.md 3.2: over 5 out of
    10 an exercise stops, 4 or 5 means less load and range, up to 3 means go on.
    """

    id: Text
    item: Text
    """The item that asks for the usual pain of the last four weeks, 0 to 10."""
    over: Annotated[int, Ge(0), Le(9)]
    patterns: Annotated[tuple[Pattern, ...], MinLen(1)]
    change: Text
    source: Annotated[tuple[str, ...], MinLen(1)]

    def speaks_of(self, pattern: Pattern, pains: Mapping[str, int]) -> bool:
        """Return whether a movement of *pattern* begins so, with *pains* by item; unknown: no."""
        return pattern in self.patterns and pains.get(self.item, 0) > self.over
