"""Where on the form somebody is, and which line comes next; a value, like an interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from assessment.core.answers import AnswerSheet
from questions.form import Part, form_parts
from questions.model import Item

Stop: TypeAlias = Item | Part
"""A line of the form, or the end of a part, where its check total is compared."""


@dataclass(frozen=True)
class FormWalk:
    """A form being keyed in. ``place`` counts the stops; past the last one all is keyed."""

    sheet: AnswerSheet
    stops: tuple[Stop, ...]
    """All lines, asked or not, each part followed by its end."""
    place: int = 0

    @classmethod
    def start(cls, sheet: AnswerSheet) -> FormWalk:
        """Return the walk with *sheet* at the first line."""
        parts = form_parts(sheet.questionnaire)
        return cls(sheet, tuple(stop for part in parts for stop in (*part.items, part)))

    @classmethod
    def after(cls, sheet: AnswerSheet, item_id: str | None) -> FormWalk:
        """Return the walk with *sheet* just after the line of *item_id*, or at the start."""
        walk = cls.start(sheet)
        for place, stop in enumerate(walk.stops):
            if not isinstance(stop, Part) and stop.id == item_id:
                return replace(walk, place=place).forward()
        return walk

    @property
    def at(self) -> Stop | None:
        """The stop to be keyed now; None at the end."""
        return self.stops[self.place] if self.place < len(self.stops) else None

    @property
    def part(self) -> Part | None:
        """The part that the stop belongs to; None at the end."""
        ends = (stop for stop in self.stops[self.place :] if isinstance(stop, Part))
        return next(ends, None)

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The place of each line by its code, in small letters."""
        return {
            stop.code.casefold(): place
            for place, stop in enumerate(self.stops)
            if not isinstance(stop, Part)
        }

    def with_sheet(self, sheet: AnswerSheet) -> FormWalk:
        """Return the walk at the same place with the answers of *sheet*."""
        return replace(self, sheet=sheet)

    def forward(self) -> FormWalk:
        """Return the walk at the next stop that is asked, or at the end."""
        place = min(self.place + 1, len(self.stops))
        while place < len(self.stops) and not self._is_asked(self.stops[place]):
            place += 1
        return replace(self, place=place)

    def back(self) -> FormWalk:
        """Return the walk at the line before that is asked, which is the first at the least."""
        lines = [
            place
            for place in range(self.place)
            if not isinstance(self.stops[place], Part) and self._is_asked(self.stops[place])
        ]
        return replace(self, place=lines[-1] if lines else 0)

    def to_end_of_part(self) -> FormWalk:
        """Return the walk at the end of this part."""
        ends = (
            place
            for place in range(self.place, len(self.stops))
            if isinstance(self.stops[place], Part)
        )
        return replace(self, place=next(ends, self.place))

    def to(self, code: str) -> FormWalk:
        """Return the walk at the line with *code*, asked or not.

        Raises:
            KeyError: No line has it.
        """
        return replace(self, place=self.place_of[code.casefold()])

    def _is_asked(self, stop: Stop) -> bool:
        """Return whether somebody has to look; who fills in a form does not know of severe pain."""
        if isinstance(stop, Part):
            return True
        return self.sheet.asks(stop.id) or stop.id == self.sheet.flag_of_pain
