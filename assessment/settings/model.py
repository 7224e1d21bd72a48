"""Every setting of the gym, declared once: file, screen, listing and checks come from here.

Its words stand in ``words.SETTINGS`` under the same key.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, get_args, get_type_hints

from assessment.settings import words
from assessment.settings.exercises import exercise_options
from assessment.settings.kit import kit_options
from assessment.settings.setting import labelled, number, one_number_of, one_of, some_of, text
from reports.output.contrast_ratio import contrast
from reports.output.letterhead import read_accent, read_text
from reports.output.logo import read_logo
from reports.output.print_options import ACCENT, Ink, Part, PrintOptions, Size

if TYPE_CHECKING:
    from assessment.catalogue.gym_choices import GymChoices

REPORT, QUIZ, PLAN, RECORDS = "report", "quiz", "plan", "records"
"""Tables of the file."""
MINUTES = (15, 20, 30, 45)
"""Of a session, as the quiz asks for them."""


def _praise_accent(colour: str) -> str:
    return words.CONTRAST.format(contrast=contrast(colour))


@dataclass(frozen=True, slots=True)
class GymSettings:
    """What is used: the value in the file where it is there and right, else the usual one.

    ``kit`` without anything is all there is; without ``keep_months`` records are kept until
    somebody erases them.
    """

    gym: Annotated[str, text(REPORT, partial(read_text, most=60))] = ""
    address: Annotated[str, text(REPORT, partial(read_text, most=100))] = ""
    logo: Annotated[str, text(REPORT, read_logo)] = ""
    accent: Annotated[str, text(REPORT, read_accent, _praise_accent)] = ACCENT
    size: Annotated[Size, one_of(REPORT, get_args(Size))] = "A4"
    ink: Annotated[Ink, one_of(REPORT, get_args(Ink))] = "colour"
    without: Annotated[frozenset[Part], some_of(REPORT, partial(labelled, get_args(Part)))] = (
        frozenset()
    )
    printer: Annotated[str, text(REPORT, partial(read_text, most=60))] = ""
    """As the computer calls it; empty: the one that it prints on when nothing is said."""
    kit: Annotated[frozenset[str], some_of(QUIZ, kit_options, least=1)] = frozenset()
    lock_minutes: Annotated[int, number(QUIZ, range(1, 61), words.MINUTES)] = 5
    """Less hides the answers from one who thinks, more hides them from nobody."""
    never: Annotated[frozenset[str], some_of(PLAN, exercise_options)] = frozenset()
    prefer: Annotated[frozenset[str], some_of(PLAN, exercise_options)] = frozenset()
    minutes: Annotated[int | None, one_number_of(PLAN, MINUTES, words.MINUTES)] = None
    keep_months: Annotated[int | None, number(RECORDS, range(1, 601), words.MONTHS)] = None
    idle_minutes: Annotated[int, number(RECORDS, range(1, 61), words.MINUTES)] = 5

    @property
    def print_options(self) -> PrintOptions:
        """How its paper is printed."""
        return PrintOptions(
            size=self.size,
            ink=self.ink,
            gym=self.gym,
            address=self.address,
            logo=self.logo,
            accent=self.accent,
            without=self.without,
        )

    @property
    def gym_choices(self) -> GymChoices:
        """What it chooses for all plans, within the rules."""
        from assessment.catalogue.gym_choices import (
            GymChoices,  # not before the first screen stands
        )

        return GymChoices(self.kit, self.never, self.prefer, self.minutes)

    @property
    def idle_seconds(self) -> float:
        """After which the desk shuts."""
        return self.idle_minutes * 60.0


_DECLARED = get_type_hints(GymSettings, include_extras=True)
SETTINGS = tuple(
    replace(_DECLARED[one.name].__metadata__[0], key=one.name, usual=one.default)
    for one in fields(GymSettings)
)
"""In the order in which they are shown."""
KNOWN = {
    table: tuple(one.key for one in SETTINGS if one.table == table)
    for table in (REPORT, QUIZ, PLAN, RECORDS)
}
"""Tables of the file, with the keys that each may have."""
