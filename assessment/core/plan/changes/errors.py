"""Why a change may not be.

::

    ChangeError        a change may not be kept; ``reason`` says of which kind it is, ``because``
                       which cautions or answers speak against it
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a change may not be; each has its sentence in ``words.REFUSED``."""

    NO_PLAN = "no_plan"
    """There is no plan to change: the outcome is not ``train``."""
    UNKNOWN = "unknown"
    """No exercise has that id."""
    NO_SESSION = "no_session"
    NO_PHASE = "no_phase"
    NOT_IN_PLAN = "not_in_plan"
    NOT_IN_SESSION = "not_in_session"
    TWICE = "twice"
    """The session holds it already."""
    LAST = "last"
    """A session needs one exercise at the least."""
    CAUTION = "caution"
    """A caution or an answer leaves it out."""
    HOLD = "hold"
    """A place hurt in the last six weeks leaves it out."""
    KIT = "kit"
    """The client has not what it needs."""
    GYM_KIT = "gym_kit"
    """The gym has not what it needs."""
    GYM_NEVER = "gym_never"
    """The gym never gives it."""
    PAIN = "pain"
    """Usual pain keeps the client below its level."""
    LEVEL = "level"
    """It is above the client's level."""
    WITH_TRAINER = "with_trainer"
    """It is above the client's level, and may be done with the trainer there."""
    NOT_WITH_TRAINER = "not_with_trainer"
    """It may be done without the trainer, or the rules do not allow it with one either."""
    TOO_EASY = "too_easy"
    NEVER = "never"
    """The rules never choose it for anybody."""
    HINGE = "hinge"
    """The session has its one loaded hinge."""
    FAST = "fast"
    """The fast and the very hard ones: one in a session, two times a week, first for no region."""
    FULL = "full"
    """The session holds as many exercises as its minutes allow."""
    MINUTES = "minutes"
    """There is no time for it."""
    MISSING = "missing"
    """An order leaves exercises of the session out, or names others."""
    SETS = "sets"
    REPETITIONS = "repetitions"
    EFFORT = "effort"
    STAYS = "stays"
    """What hurts, or is expecting a child, stays as it begins: later weeks cannot differ."""
    GROWTH = "growth"
    """Later weeks would ask for less than earlier ones, or nothing would grow."""
    SPLIT = "split"
    """The sessions are shared that way already, or cannot be."""
    NOTE = "note"
    """A note is too long, or cannot be printed."""
    UNREADABLE = "unreadable"
    """Stored changes that are none."""
    CHECK = "check"
    """The checks of the rules refuse the plan as a whole."""


class ChangeError(ValueError):
    """A change may not be kept; the message is a sentence that says what is allowed."""

    def __init__(
        self, reason: Reason, sentence: str, because: tuple[str, ...] = (), number: int = 0
    ) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.because = because
        """The cautions or answers that speak against it."""
        self.number = number
        """Which change of the list it is, the first is 0."""
