"""The shape of what a measurement is compared with: norms, and the change that is real.

The figures live in ``norms.toml`` and ``real_changes.toml`` beside this module.
"""

from __future__ import annotations

import math
from typing import Annotated, Literal, TypeAlias

from annotated_types import Ge, Gt, MinLen

from questions.content import content
from questions.model import Closed, Mark, Region, Text

Group: TypeAlias = Literal[
    "everyone",
    "back_pain_now",
    "back_pain_earlier",
    "no_back_pain",
    "painful",
    "pain_free",
    "average",
    "single",
]
"""Whom, or which figure, a change is known for. ``painful``, ``pain_free``: neck, upper back
or shoulder. ``average``, ``single``: of all own activities, or of one."""

CONFIDENCE = 1.96
"""Standard deviations that hold 95 % of what chance does."""


@content
class NormRow(Closed):
    """The marks of one test for some clients: severity 4 under ``low_under``, then 2, then 0."""

    sex: tuple[Literal["female", "male", "unstated"], ...]
    ages: tuple[int, int]
    low_under: float | None = None
    good_from: float | None = None
    good_over: float | None = None
    typical: float | None = None
    """Where the marks are shares of a typical value: that value."""
    mark: Mark | None = None
    """How well these figures are known, where they differ from the norm's others."""


@content
class Norm(Closed):
    """A test with norms, and the region that it speaks for (docs/evidence.md 4)."""

    id: str
    """The id of its protocol."""
    name: str
    items: Annotated[tuple[str, ...], MinLen(1)]
    """The items that hold its figures; the worse one counts."""
    region: Region
    scored: bool = True
    """False: the client's figure is compared, and never counts in a score."""
    low_share: float | None = None
    good_share: float | None = None
    rows: Annotated[tuple[NormRow, ...], MinLen(1)]
    sample: Text
    """Who was measured, and how many."""
    mark: Mark
    """How well the figures are known."""
    bands_mark: Mark
    """How well it is known where "low" ends and "good" begins."""
    source: Annotated[tuple[str, ...], MinLen(1)]

    def __post_init__(self) -> None:
        shares = self.low_share is not None and self.good_share is not None
        for row in self.rows:
            marks = row.low_under is not None and (
                (row.good_from is None) != (row.good_over is None)
            )
            if not self.scored:
                if row.low_under is None or row.good_from or row.good_over or row.typical:
                    raise ValueError("each row of an unscored norm needs low_under and no more")
            elif marks == (shares and row.typical is not None):
                raise ValueError("each row needs low_under and one good mark, or typical")

    def mark_of(self, row: NormRow) -> Mark:
        """Return how well the figures of *row* are known."""
        return row.mark or self.mark


@content
class RealChange(Closed):
    """From which difference on a change is more than chance, in the unit of the figure.

    It is given as published: as the rule itself, as a smallest detectable change, or as a
    standard error of measurement, from which the smallest detectable change is computed.
    """

    group: Group
    at_least: Annotated[int, Gt(0)] | None = None
    detectable: Annotated[float, Gt(0)] | None = None
    sem: Annotated[float, Gt(0)] | None = None

    def __post_init__(self) -> None:
        given = (self.at_least, self.detectable, self.sem)
        if sum(one is not None for one in given) != 1:
            raise ValueError("needs exactly one of at_least, detectable, sem")

    @property
    def threshold(self) -> int:
        """The smallest real change, rounded to the whole unit as it is printed.

        With a standard error: 1.96 x sqrt(2) x SEM (docs/evidence.md 4.1).
        """
        if self.at_least is not None:
            return self.at_least
        exact = self.detectable or CONFIDENCE * math.sqrt(2) * (self.sem or 0)
        return math.floor(exact + 0.5)


@content
class SideMark(Closed):
    """From which difference between left and right on it is worth a note."""

    at_least: Annotated[float, Gt(0)] | None = None
    over: Annotated[float, Gt(0)] | None = None
    over_share: Annotated[float, Gt(0)] | None = None
    """Share of the better side."""
    mark: Mark
    source: Annotated[tuple[str, ...], MinLen(1)]

    def __post_init__(self) -> None:
        if (self.at_least is None) == (self.over is None and self.over_share is None):
            raise ValueError("needs either at_least, or over and over_share")


@content
class Measure(Closed):
    """Something that is measured again: when, and which change is real (docs/evidence.md 6.4)."""

    id: Text
    """The id of its protocol, where it has one."""
    name: Text
    items: tuple[str, ...]
    """The items that hold its figures; none: it is not asked."""
    weeks: Annotated[tuple[Annotated[int, Ge(1)], ...], MinLen(1)]
    """Weeks after the start in which it is measured again."""
    rows: tuple[RealChange, ...]
    """The real change by group; none: nobody knows how much it moves by chance."""
    answer_steps: Annotated[int, Ge(1)] | None = None
    """Of the score of a region, for which nobody has published a change: what one of its answers
    moves by so many steps is called about the same. The product's own rule."""
    sides: SideMark | None = None
    source: Annotated[tuple[str, ...], MinLen(1)]
    mark: Mark

    def __post_init__(self) -> None:
        groups = [row.group for row in self.rows]
        if len(set(groups)) != len(groups):
            raise ValueError("each group may have one row")
