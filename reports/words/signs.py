"""Every sentence of the article's four signs, for paper, screen and plain mode alike."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.scores.four_signs import SignState
from assessment.core.scores.signs import SignKind

TITLE = "Four signs to look at first"
NAMES: Mapping[SignKind, str] = {
    "pain": "Low back or hip pain",
    "posture": "Rounded posture",
    "injuries": "Hurt again, hip to ankle",
    "stalled": "Stuck for 8 weeks",
}
STATES: Mapping[SignState, str] = {
    SignState.PRESENT: "yes",
    SignState.ABSENT: "no",
    SignState.UNKNOWN: "not answered",
}
LINE, WITH_DETAIL = "{name}: {state}", "{name}: {state}, {detail}"

# Where and how strong.
PAINS: Mapping[str, str] = {
    "pain_low_back": "low back",
    "pain_hip": "hip",
    "pain_neck": "neck",
    "pain_upper_back": "upper back",
    "pain_shoulder": "shoulder",
    "pain_thigh_back": "back of the thigh",
    "pain_calf": "calf",
}
"""The place of each usual pain."""
INJURIES: Mapping[str, str] = {
    "injuries_back": "back",
    "injuries_hip": "hip",
    "injuries_knee": "knee",
    "injuries_hamstring": "back of thigh",
    "injuries_calf": "calf",
    "injuries_ankle": "ankle",
}
JOINTS = ("injuries_knee", "injuries_ankle")
"""Places that are no part of their own: what they led to is told as theirs."""
THROUGH_A_JOINT = "because of the {place}"
PAIN, SIDED_PAIN = "{place} {pain} of 10", "{place} ({side}) {pain} of 10"
DAYS: Mapping[str, str] = {
    "monthly": "once a month",
    "weekly": "once a week",
    "most_days": "most days",
    "daily": "every day",
}
"""How often it hurts; "never" beside a pain says nothing."""
STRAIGHTENS: Mapping[str, str] = {"yes": "can straighten up", "no": "cannot straighten fully"}
TIMES: Mapping[int, str] = {1: "once", 2: "twice"}
MANY_TIMES = "{count} times"
INJURY, INJURIES_IN = "{place} {times}", "{injuries} in 2 years"
SHORT_RECOVERY = "short of sleep or food"

# Why a region is among those with most room to grow though its number is low.
THERE_BECAUSE = "{region}: because {why}."
IT_HURTS = "it hurts ({pain} of 10)"
FIRST_HURT, ALSO_HURT = "the {place} was hurt {times}", "the {place} {times}"
WERE_HURT = "{injuries} in 2 years"
"""The place that was hurt is named: it may be another one than the part that it weakens."""
IS_ROUNDED = "it is rounded ({how})"
IS_STUCK = "progress is stuck ({kinds})"

# What helps besides exercises where progress has stalled.
BESIDES_TITLE = "When progress is stuck, this helps besides exercises"
BESIDES = (
    "Sleep: enough, and at regular hours.",
    "Food: enough for your training, with protein in each meal.",
    "Change one thing at a time: how hard, how much or how often.",
    "Every 4 weeks, do one exercise or run the same way as before. Write down how it went.",
)
RECOVERY_FIRST = "You said that sleep or food was short in those weeks. Look at these first."
