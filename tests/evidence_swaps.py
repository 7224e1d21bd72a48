"""What the evidence says of swaps that name no exercise, written out by hand for the tests.

A swap of words alone moves as its exercise does, unless it stands here. The codes are those of
docs/evidence.md 3.2 that speak against the movement; the kit is what its words ask for besides the
exercise's own; the levels of harder forms are steps on the scale of its 5.1.
The program may be stricter than this, never laxer.
"""

from __future__ import annotations

from tests import evidence

Slot = tuple[str, str]
"""An exercise, or another way of one, and one of its four swaps."""

PATTERN: dict[Slot, str] = {
    ("prone-y-t-raise", "no_kit"): "prone",
    ("standing-calf-raise", "if_it_hurts"): "calf_seated",
}
AVOID: dict[Slot, str] = {
    # single-leg standing without support, a high step, both hands full: C21 counts numb feet in
    ("single-leg-romanian-deadlift", "harder"): "C20,C21,C25,C29",
    ("step-up", "harder"): "C20,C21,C25,C29",
    ("standing-hip-abduction", "harder"): "C20,C21,C23,C25",
    ("balance-reach", "harder"): "C20,C21,C25,C29",
    ("machine-leg-curl", "no_kit"): "C21",
    ("band-leg-curl", "no_kit"): "C21",
    # less to hold on to
    ("sit-to-stand-raised", "harder"): "C21",
    ("balance-reach-two-hands", "harder"): "C21",
    ("wall-press-back", "harder"): "C21",
    # a band round the ankles
    ("monster-walk", "harder"): "C16,C18,C20,C21,C22,C23,C25",
    # down from a step: C15 never, C14 in a flare
    ("single-leg-calf-raise", "harder"): "C14,C15,C19,C20,C21,C26",
    # sitting on the sore bone
    ("band-leg-curl", "easier"): "C16",
    ("band-leg-curl", "if_it_hurts"): "C16",
    # resting at the end of the range
    ("prone-back-extension", "easier"): "C19",
    # arms overhead or wide, elbows level with the shoulders or behind the back
    ("prone-back-extension", "harder"): "C12,C13,C37",
    ("band-pull-apart", "harder"): "C12,C13,C37",
    ("neck-isometric", "harder"): "C12,C13,C27,C37",
    ("prone-y-t-raise", "harder"): "C12,C13,C37",
    # prone after a broken bone in the spine
    ("prone-y-t-raise", "no_kit"): "C05",
    # a bar on the back: load along the spine, shoulders turned out, pressure on the neck
    ("goblet-squat", "harder"): (
        "C04,C05,C08,C09,C10,C11,C12,C13,C16,C20,C21,C22,C23,C24,C27,C34,C35,C37"
    ),
    ("inverted-row", "harder"): "C06,C07,C12,C13,C21,C31,C37",
    ("shrug", "harder"): "C06,C27",
}
KIT: dict[Slot, str] = {
    ("back-extension", "harder"): "dumbbell;kettlebell;barbell",
    ("goblet-squat", "harder"): "barbell",
    ("step-up", "harder"): "dumbbell",
    ("side-lying-leg-raise", "harder"): "dumbbell",
    ("standing-hip-abduction", "harder"): "band;cable",
    ("pull-up", "harder"): "dumbbell;kettlebell;barbell",
    ("prone-y-t-raise", "harder"): "dumbbell",
    ("neck-isometric", "harder"): "band",
}
LEVEL: dict[Slot, int] = {
    (exercise, "harder"): level
    for level, exercises in {
        2: (
            "machine-leg-curl",
            "step-up",
            "side-lying-leg-raise",
            "monster-walk",
            "standing-hip-abduction",
            "balance-reach",
            "reverse-fly",
            "prone-y-t-raise",
            "shrug",
            "neck-isometric",
            "seated-calf-raise",
            "kettlebell-deadlift-raised",
        ),
        3: (
            "single-leg-romanian-deadlift",
            "back-extension",
            "barbell-hip-thrust",
            "hamstring-walkout",
            "bent-over-row",
        ),
    }.items()
    for exercise in exercises
}
LIFTS = {
    # another way that a caution of its exercise does not exclude
    "bird-dog-at-a-table": "cannot_reach_floor",
    "single-leg-romanian-deadlift-by-a-rail": "cannot_reach_floor",
    "reverse-fly-sitting": "pregnant_13_weeks",
}
NOTHING_HARDER = {
    1: ("C01", "C03", "C04", "C05", "C21", "C32", "C35", "C38"),
    2: ("C20", "C30"),
}
"""Cautions that begin at this level at most, so that nothing harder than it is for paper."""


def speaks_against(slot: Slot, exercise: str, way: str | None, cautions: set[str]) -> set[str]:
    """Return which of *cautions* (ids) speak against the movement of a swap of words alone.

    *way* is the other way of *exercise* that applies, if one does.
    """
    pattern = PATTERN.get(slot, evidence.EXERCISES[exercise].pattern)
    own = {evidence.CAUTION[code] for code in AVOID.get(slot, "").split(",") if code}
    return (own | evidence.excluding(pattern)) & cautions - {LIFTS.get(way or "")}


def nothing_harder(exercise: str, cautions: set[str]) -> set[str]:
    """Return which of *cautions* allow no harder form of *exercise*."""
    codes = NOTHING_HARDER.get(evidence.EXERCISES[exercise].level, ())
    return {evidence.CAUTION[code] for code in codes} & cautions


def kit_of(slot: Slot) -> list[set[str]]:
    """Return the sets of kit of which a swap of words alone asks for one."""
    return [set(one.split("+")) for one in KIT[slot].split(";")] if slot in KIT else []
