"""docs/rules.md 4 once more, slowly and exactly, for the tests to compare with.

Written from the page, not from the program: fractions instead of floats, and the range by
filling every gap with its best and its worst value and scoring again.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.contract import ABILITY, COUNTS, INJURY_SITES, LOWER_BODY, PAIN, REGIONS

Answers = dict[str, Any]

PAIN_OF = {
    "low_back": "pain_low_back",
    "glute_max": "pain_hip",
    "glute_med": "pain_hip",
    "neck": "pain_neck",
    "upper_back": "pain_upper_back",
    "rear_shoulder": "pain_shoulder",
    "hamstrings": "pain_thigh_back",
    "calves": "pain_calf",
}
INJURY_TO = {
    "back": ("low_back",),
    "hip": ("glute_max", "glute_med"),
    "knee": ("glute_med", "hamstrings"),
    "hamstring": ("hamstrings",),
    "calf": ("calves",),
    "ankle": ("calves",),
}
STALLED_TO = {
    "run": ("hamstrings", "calves", "glute_max"),
    "lift": ("low_back", "glute_max", "hamstrings"),
    "pull": ("upper_back", "rear_shoulder"),
}
POSTURE_TO = {"upper_back": 2, "rear_shoulder": 1, "neck": 1}
SITTING_TO = ("neck", "upper_back", "low_back", "glute_max", "hamstrings")

BEST: Answers = {
    **dict.fromkeys(ABILITY, 0),
    **dict.fromkeys(PAIN, 0),
    "posture_rounded": 0,
    "posture_can_straighten": "yes",
    **dict.fromkeys(COUNTS, 0),
    "stalled": [],
    "stalled_recovery_poor": "yes",
    "active_days": 7,
    "active_minutes": 300,
    "sitting_hours": 0,
    "work_bending": "no",
    "strength_regions": list(REGIONS),
}
WORST: Answers = {
    **dict.fromkeys(ABILITY, 4),
    **dict.fromkeys(PAIN, 10),
    "posture_rounded": 4,
    "posture_can_straighten": "no",
    **dict.fromkeys(COUNTS, 20),
    "stalled": ["run", "lift", "pull"],
    "stalled_recovery_poor": "no",
    "active_days": 0,
    "active_minutes": 0,
    "sitting_hours": 24,
    "work_bending": "yes",
    "strength_regions": [],
}


def region_score(answers: Answers, region: str) -> Fraction | None:
    """Return the score of one region, or None where too few ability items are answered."""
    weights = {item: by[region] for item, by in ABILITY.items() if region in by}
    missing = sum(weight for item, weight in weights.items() if answers.get(item) is None)
    if Fraction(missing, sum(weights.values())) > Fraction(3, 10):
        return None
    earned = sum(
        weight * answers[item] for item, weight in weights.items() if answers.get(item) is not None
    )
    f = Fraction(100 * earned, 4 * (sum(weights.values()) - missing))
    g = _signs(answers, region)
    core = max(f, Fraction(6, 10) * f + Fraction(4, 10) * g)
    score = min(Fraction(100), Fraction(9, 10) * core + _exposure(answers, region))
    return min(score, Fraction(39)) if f == 0 and g > 0 else score


def low(answers: Answers, region: str) -> Fraction:
    """Return the score with every gap at its best."""
    return _filled(answers, BEST, region)


def high(answers: Answers, region: str) -> Fraction:
    """Return the score with every gap at its worst."""
    return _filled(answers, WORST, region)


def overall(answers: Answers) -> tuple[Fraction, Fraction, Fraction] | None:
    """Return score, low and high over the regions that have a score."""
    scored = [region for region in REGIONS if region_score(answers, region) is not None]
    if len(scored) < 6:
        return None
    return (
        _combined(
            [score for region in scored if (score := region_score(answers, region)) is not None]
        ),
        _combined([low(answers, region) for region in scored]),
        _combined([high(answers, region) for region in scored]),
    )


def _combined(scores: list[Fraction]) -> Fraction:
    return Fraction(7, 10) * max(scores) + Fraction(3, 10) * sum(scores) / len(scores)


def _filled(answers: Answers, fill: Answers, region: str) -> Fraction:
    given = {key: value for key, value in answers.items() if value is not None}
    score = region_score({**fill, **given}, region)
    assert score is not None
    return score


def _signs(answers: Answers, region: str) -> Fraction:
    """Return G over the answered signs that the region has."""
    signs: list[tuple[int, Fraction, int]] = []
    pain = answers.get(PAIN_OF[region])
    if pain is not None:
        signs.append((2, Fraction(pain * 4, 10), 4))
    severities = [
        _injury(answers, site)
        for site in INJURY_SITES
        if region in INJURY_TO[site] and answers.get(f"injuries_{site}") is not None
    ]
    if severities:
        signs.append((2, Fraction(max(severities)), 4))
    rounded = answers.get("posture_rounded")
    if region in POSTURE_TO and rounded is not None:
        eased = answers.get("posture_can_straighten") == "yes"
        signs.append((POSTURE_TO[region], Fraction(min(rounded, 1) if eased else rounded), 4))
    kinds = [kind for kind, regions in STALLED_TO.items() if region in regions]
    stalled = answers.get("stalled")
    if kinds and stalled is not None:
        poor = answers.get("stalled_recovery_poor") == "yes"
        hit = any(kind in stalled for kind in kinds)
        signs.append((1, Fraction((1 if poor else 2) if hit else 0), 2))
    if not signs:
        return Fraction(0)
    earned = sum((w * s for w, s, _ in signs), Fraction(0))
    mean = earned / sum(w * m for w, _, m in signs)
    return 50 * mean + Fraction(50, 4) * max(s for _, s, _ in signs)


def _injury(answers: Answers, site: str) -> int:
    """Return how bad one site is: by its count, and by that of the lower body together."""
    count = answers[f"injuries_{site}"]
    own = {0: 0, 1: 1, 2: 3}.get(count, 4)
    if site == "back" or count == 0:
        return own
    together = sum(answers.get(item) or 0 for item in LOWER_BODY)
    return max(own, {0: 0, 1: 0, 2: 2}.get(together, 3))


def _exposure(answers: Answers, region: str) -> int:
    days, minutes = answers.get("active_days"), answers.get("active_minutes")
    points = 0
    if days == 0 or (days is not None and minutes is not None and days * minutes < 150):
        points += 4
    sitting = answers.get("sitting_hours")
    if region in SITTING_TO and sitting is not None and sitting > 8:
        points += 2
    if region == "low_back" and answers.get("work_bending") == "yes":
        points += 2
    trained = answers.get("strength_regions")
    if trained is not None and region not in trained:
        points += 2
    return min(10, points)
