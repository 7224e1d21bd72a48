"""The shapes of a re-test: the screenings of one client, and what differs between two of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from assessment.catalogue.measuring import Measure
from assessment.core.assess import Assessment
from assessment.core.retest.change import Change
from assessment.core.scores.scoring import RegionScore
from questions.model import Region

DAYS_IN_WEEK = 7


class Why(StrEnum):
    """Why it is not known how a later value stands to an earlier one."""

    NOT_LAST_TIME = "not_last_time"
    NOT_NOW = "not_now"
    NOT_EITHER = "not_either"
    NO_SCORE_LAST_TIME = "no_score_last_time"
    """A health answer came first, so that day has no numbers."""
    OTHER_VERSION = "other_version"
    """The questions were of another version."""
    OPEN_RANGE = "open_range"
    """Missing answers leave more than one possibility."""
    OTHER_MEASUREMENTS = "other_measurements"
    """A measurement counts in the score of one of the days only."""
    NOT_PUBLISHED = "not_published"
    """Nobody has published how much it moves by chance, for this client or for anyone."""


@dataclass(frozen=True, slots=True)
class Screening:
    """What one client answered on one day: the day, the version of its questions, what it came to.

    ``assessment`` is None where the answers are to questions that this program does not have.
    """

    day: datetime.date
    version: str
    assessment: Assessment | None

    @classmethod
    def of(cls, day: datetime.date, assessment: Assessment) -> Screening:
        """Return the screening of *day* that came to *assessment*."""
        return cls(day, assessment.sheet.questionnaire.version, assessment)

    @property
    def shows_score(self) -> bool:
        """Whether it has numbers at all."""
        return self.assessment is not None and self.assessment.regions is not None


@dataclass(frozen=True, slots=True)
class RegionChange:
    """One region, last time and now. ``band``: points within which it is about the same."""

    region: Region
    last: RegionScore | None
    now: RegionScore
    change: Change
    why: Why | None
    band: float


@dataclass(frozen=True, slots=True)
class FigureChange:
    """The figure of one item (a pain, one side of a measurement), last time and now."""

    item: str
    measure: Measure | None
    last: float | None
    now: float | None
    change: Change
    why: Why | None
    real_from: int | None
    """The smallest change that is real for this client on both days; None: not known."""
    is_early: bool
    """Whether it is sooner than this is measured again (docs/rules.md 7.3)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every screening of a client, oldest first, and how the newest stands to the one before.

    ``last`` is the last that has numbers, or the last of all where none has.
    """

    screenings: tuple[Screening, ...]
    last: Screening
    regions: tuple[RegionChange, ...]
    pains: tuple[FigureChange, ...]
    measurements: tuple[FigureChange, ...]
    is_early: bool
    """Whether it is sooner than the questions are asked again."""

    @property
    def now(self) -> Screening:
        """The newest."""
        return self.screenings[-1]

    @property
    def weeks(self) -> int:
        """Whole weeks from the last to now, to the nearest."""
        return weeks_between(self.last.day, self.now.day)


def weeks_between(first: datetime.date, second: datetime.date) -> int:
    """Return the weeks from *first* to *second*, to the nearest: three days early is in time."""
    return round((second - first).days / DAYS_IN_WEEK)
