"""Hypothesis strategies: answer sheets as clients may leave them, gaps included."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from tests.contract import (
    ABILITY,
    AMBER,
    CAUTIONS,
    CHECKS,
    CHOICES,
    COUNTS,
    INTEGERS,
    LISTS,
    PAIN,
    SCALES,
    TEST_LIMITS,
    TESTS_DECIMAL,
    TESTS_INTEGER,
)

Test = Callable[..., None]
THOROUGH = "THOROUGH"
"""Set in the environment, properties are tried with all their examples (``make heavy-test``)."""


def examples(most: int) -> Callable[[Test], Test]:
    """Try a property with *most* examples, or with a sixth of them in an everyday run."""
    tried = most if os.environ.get(THOROUGH) else max(20, most // 6)

    def with_these(test: Test) -> Test:
        return pytest.mark.thorough(settings(max_examples=tried, deadline=None)(test))

    return with_these


ANSWER = st.sampled_from(("yes", "no", "unsure"))
MOSTLY_NO = st.sampled_from(("no", "no", "no", "no", "no", "no", "no", "yes", "unsure"))

SCORED: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(ABILITY, st.integers(0, 4)),
    **dict.fromkeys(PAIN, st.integers(0, 10)),
    "posture_rounded": st.integers(0, 4),
    "posture_can_straighten": st.sampled_from(("yes", "no")),
    **dict.fromkeys(COUNTS, st.integers(0, 20)),
    "stalled": st.lists(st.sampled_from(LISTS["stalled"]), unique=True),
    "stalled_recovery_poor": st.sampled_from(("yes", "no")),
    "active_days": st.integers(0, 7),
    "active_minutes": st.integers(0, 300),
    "sitting_hours": st.integers(0, 24),
    "work_bending": st.sampled_from(("yes", "no")),
    "strength_regions": st.lists(st.sampled_from(LISTS["strength_regions"]), unique=True),
}
"""Every item that a score without tests reads."""


def _any_value() -> dict[str, st.SearchStrategy[Any]]:
    limits = {
        **INTEGERS,
        **{test: (0, TEST_LIMITS.get(test, 50)) for test in (*TESTS_INTEGER, *TESTS_DECIMAL)},
        "test_hinge": (0, 3),
    }
    return {
        **{item: st.sampled_from(values) for item, values in CHOICES.items()},
        **{item: st.lists(st.sampled_from(v), unique=True) for item, v in LISTS.items()},
        **{item: st.integers(*ends) for item, ends in limits.items()},
        **dict.fromkeys(SCALES, st.integers(0, 4)),
        **dict.fromkeys(CHECKS, MOSTLY_NO),
    }


ANY = _any_value()
"""Every item but name and clearance, with the values that it may have."""


def scored_answers(missing: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    """Return answers to the scored items, some of them missing where *missing*."""
    if missing:
        return st.fixed_dictionaries({}, optional=SCORED)
    return st.fixed_dictionaries(SCORED)


def whole_answers() -> st.SearchStrategy[dict[str, Any]]:
    """Return answers to every item, closed ones too."""
    return st.fixed_dictionaries(ANY).map(consistent)


def consistent(answers: dict[str, Any]) -> dict[str, Any]:
    """Return *answers* without places hurt lately whose count of two years is 0."""
    recent = answers.get("injury_last_6_weeks")
    if recent is None:
        return answers
    return answers | {
        "injury_last_6_weeks": [site for site in recent if answers.get(f"injuries_{site}") != 0]
    }


def trainable_answers() -> st.SearchStrategy[dict[str, Any]]:
    """Return answers to every item of clients who may train: a few cautions, and no red flag.

    With every health answer drawn for itself hardly anybody may train, and what follows the
    gate is hardly ever looked at.
    """
    calm = dict.fromkeys(CHECKS, "no")
    up = st.dictionaries(
        st.sampled_from((*AMBER, *CAUTIONS)), st.sampled_from(("yes", "unsure")), max_size=3
    )
    mild = dict.fromkeys(PAIN, st.integers(0, 7))
    whole = st.fixed_dictionaries({**ANY, **mild}).map(consistent)
    return st.builds(
        lambda answers, cautions: answers | calm | cautions | _regular(answers, cautions), whole, up
    )


def _regular(answers: dict[str, Any], cautions: dict[str, Any]) -> dict[str, Any]:
    """Return what keeps the derived flags down: regular activity, an age with a grown back."""
    active = {"active_days": 4, "active_minutes": 45}
    grown = {"age_years": max(18, answers["age_years"])}
    return (active if "diabetes_or_kidney" in cautions else {}) | (
        grown if "arching_hurts_back" in cautions else {}
    )


def any_answers() -> st.SearchStrategy[dict[str, Any]]:
    """Return answers to any of the items."""
    return st.fixed_dictionaries({}, optional=ANY).map(consistent)


MEASURED: dict[str, st.SearchStrategy[Any]] = {
    "age_years": st.sampled_from((16, 18, 25, 40, 41, 50, 62, 75, 100)),
    "sex": st.sampled_from(("female", "male", "unstated")),
    **{
        test: st.integers(0, TEST_LIMITS.get(test, 50)) for test in (*TESTS_INTEGER, *TESTS_DECIMAL)
    },
    "test_hinge": st.integers(0, 3),
}
"""What a trainer measures, and whose norm it is compared with."""


def measured_answers() -> st.SearchStrategy[dict[str, Any]]:
    """Return figures of some measurements, with the age and the sex that choose a norm."""
    who = {key: MEASURED[key] for key in ("age_years", "sex")}
    figures = {key: one for key, one in MEASURED.items() if key not in who}
    return st.fixed_dictionaries(who, optional=figures)
