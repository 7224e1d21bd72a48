"""Every sentence of "Last time and now", for the paper and for the screen."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.retest.change import Change
from assessment.core.retest.shapes import Why

TITLE = "Last time and now"
DAYS = "Last time: {last}. Now: {now}, {later}."
LATER, SAME_DAY, WEEK = "{weeks} later", "less than a week later", "week"
EARLY = (
    "It is early. Before week {week} we do not judge changes in strength. That is our own rule. "
    "Look at pain for now."
)

PART, LAST, NOW, IN_WORDS, NEXT_TIME = "Part", "Last time", "Now", "In words", "Next time"
MEASURED = "Measured"
REAL_FROM = "More than chance from"
SIGN = "The four signs"
NOT_IN_THIS_WAY = "not asked in this way"
HEALTH_FIRST = "not shown: a health answer came first"
SCORES = "Signs of low capacity, 0 to 100. A higher number means more signs."
FIGURES = "Pain and measurements"
NONE = "none"
UNKNOWN = "not known"
WITH_UNIT, PAIN_UNIT = "{name} ({unit})", "0 to 10"

CHANGES: Mapping[Change, str] = {
    Change.MORE: "Higher than last time",
    Change.LESS: "Lower than last time",
    Change.ABOUT_THE_SAME: "About the same",
    Change.UNKNOWN: "Not known",
}
"""The number only: nothing here says which of them is welcome."""
WHY: Mapping[Why, str] = {
    Why.NOT_LAST_TIME: "no number last time",
    Why.NOT_NOW: "no number now",
    Why.NOT_EITHER: "too few answers both times",
    Why.NO_SCORE_LAST_TIME: "no numbers that day",
    Why.OTHER_VERSION: "other questions last time",
    Why.OPEN_RANGE: "answers are missing",
    Why.OTHER_MEASUREMENTS: "not measured the same way both times",
    Why.NOT_PUBLISHED: "no study says what is chance",
}

PLAN_CHANGED = "In the plan of {day}, as chosen with {names}: {changes}."

CHART_TITLE = "Every time so far"
CHART_NOTE = (
    "Open circles are earlier, the filled one is now. A line with two ends is a range, a gap is a "
    "day without a number."
)

MEANING_TITLE = "What the words mean"
SAME_SCORE = (
    "About the same, for a part: it moved no further than one answer moves it by one step, such as "
    "from hard to very hard. That is {low} to {high} points, by part. It is our own rule."
)
SAME_FIGURE = (
    "About the same, for pain and measurements: it moved less than chance can move it. "
    "Higher or lower: it moved further."
)
LIMITS_TITLE = "What this cannot say"
LIMITS = (
    "Nobody knows yet how much the number of a part moves by chance. So a higher or lower number "
    "is only that. We do not call it better or worse.",
    "A number does not say why it moved. A good or a bad week can move it too.",
)
NO_NUMBERS = "On {day} a health answer came first, so there are no numbers of that day."
OTHER_VERSION = (
    "On {day} the questions were others (version {version}). Their numbers do not fit beside these."
)
SOURCES = "More than chance: {sources}."
