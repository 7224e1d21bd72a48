"""Every sentence about changes of a plan: why one may not be, what one was, what speaks for one."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.plan.changes.errors import Reason

REFUSED: Mapping[Reason, str] = {
    Reason.NO_PLAN: "There is no plan to change: the answers do not lead to training today.",
    Reason.UNKNOWN: "No exercise is called {exercise}{nearest}.",
    Reason.NO_SESSION: "This plan has no session {session}. It has {allowed}.",
    Reason.NO_PHASE: "No weeks are called {phase}. They are called {allowed}.",
    Reason.NOT_IN_PLAN: "{exercise} is not in this plan. In it are {allowed}.",
    Reason.NOT_IN_SESSION: "{exercise} is not in session {session}. In it are {allowed}.",
    Reason.TWICE: "{exercise} is in session {session} already. A session has each exercise once.",
    Reason.LAST: "{exercise} is all that session {session} has. Swap it for another one instead.",
    Reason.CAUTION: "{exercise} is not for this client, because of {because}.",
    Reason.HOLD: "{exercise} waits, because of an injury in the last 6 weeks.",
    Reason.KIT: "{exercise} needs {kit}. The client does not have that.",
    Reason.GYM_KIT: "{exercise} needs {kit}. This gym does not have that.",
    Reason.GYM_NEVER: "This gym never gives {exercise}. The gym's settings say so.",
    Reason.PAIN: "{exercise} is too hard for now, because of {because}.",
    Reason.LEVEL: "{exercise} is of level {level}. This client may do level {allowed}, because of "
    "{because}.",
    Reason.WITH_TRAINER: "{exercise} may be done with the trainer there only. Say that you are.",
    Reason.NOT_WITH_TRAINER: "{exercise} is nothing that the rules allow with a trainer there. "
    "{allowed}",
    Reason.TOO_EASY: "{exercise} is too easy: the client may do something harder for the {region}.",
    Reason.NEVER: "{exercise} is in no plan. Choose another one for the same part of the body.",
    Reason.HINGE: "Session {session} has {other} already. "
    "A session has one hip hinge with a weight.",
    Reason.FAST: "{exercise} is fast or very hard: one such exercise in a session, two sessions a "
    "week, and never the first one for a part of the body.",
    Reason.FULL: "Session {session} has {most} exercises. More do not fit into {minutes} minutes.",
    Reason.MINUTES: "There is no time: session {session} would take more than {minutes} minutes. "
    "Drop something first, or ask for fewer sets.",
    Reason.MISSING: "The order of session {session} must name each of its exercises once: "
    "{allowed}.",
    Reason.SETS: "{exercise} may have {allowed}.",
    Reason.REPETITIONS: "{exercise} may have {allowed}.",
    Reason.EFFORT: "{exercise} may have an effort of {allowed}.",
    Reason.STAYS: "{exercise} stays as it begins, because of {why}. Change all weeks at once.",
    Reason.GROWTH: "{exercise} would ask for less in {weeks} than before, or for nothing more. "
    "Later weeks have as much as earlier ones, and something has to grow.",
    Reason.SPLIT: "The sessions cannot be shared so. {allowed}",
    Reason.NOTE: "A note has {allowed} characters at the most, on one line.",
    Reason.UNREADABLE: "The changes of this plan cannot be read ({fault}). "
    "It is as the rules made it.",
    Reason.CHECK: "The checks of the rules refuse this plan: {fault}.",
}
SPAN_SETS = "{low} to {high} sets"
IN_WEEKS = "{what} in {weeks}"
SET, SETS = "1 set", "{count} sets"
SPAN, REPETITIONS = "{low} to {high}", "{low} to {high} repetitions"
WEEKS = "weeks {first} to {last}"
NEEDS_NONE = "It may be done without one."
SPLIT_ALREADY, SPLIT_ONE = "They are already.", "There is nothing to do for one half of the body."
SPLIT_UNKNOWN = "It is one of {allowed}."

NO_NOTE = "no_note"
SAID: Mapping[str, str] = {
    "swap": "{into} in place of {exercise}{session}",
    "drop": "without {exercise}{session}",
    "add": "{exercise} added{session}",
    "order": "the order{session}: {exercises}",
    "sets": "{exercise}: {sets}{phase}",
    "repetitions": "{exercise}: {repetitions} repetitions{phase}",
    "effort": "{exercise}: effort {effort} of 10{phase}",
    "note": "a note on {exercise}: {text}",
    NO_NOTE: "no note on {exercise} any more",
    "split": "{split}",
    "with_trainer": "{exercise}, with {by} there",
}
"""What a change was, by its kind; ``no_note`` is a note that was taken away."""
IN_SESSION, IN_THE_WEEKS = " in session {session}", " in {weeks}"
THE_PLAN = "the plan"
SPLIT_NAMES: Mapping[str, str] = {
    "whole-body": "the whole body in each session",
    "upper-lower": "upper and lower body in turn",
}
STRONG_PAIN = "strong pain"
WITH, OR, AND = " with ", "or", "and"


def listed(parts: list[str], last: str = AND) -> str:
    """Return *parts* as one phrase: ``a, b and c``."""
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)


FOR_TOP = "for the {region}, which has most room to grow"
FOR_REGION = "for the {region}"
PUT_FIRST = "comes first, because of what the client answered"
GYM_PREFERS = "this gym prefers it"
FIRST_CHOICE = "the first choice of the rules for that"
OWN_KIT = "uses the kit that is there"
EASIER, HARDER, AS_HARD = "easier than now", "harder than now", "about as hard as now"
"""What speaks for an exercise in a place."""
