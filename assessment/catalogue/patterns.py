"""The movement patterns, which cautions exclude (docs/rules.md 5.1)."""

from __future__ import annotations

from enum import StrEnum


class Pattern(StrEnum):
    """How an exercise moves the body; cautions exclude patterns (docs/rules.md 5.1)."""

    HINGE_DRILL = "hinge_drill"
    HINGE_LOADED = "hinge_loaded"
    HINGE_BALLISTIC = "hinge_ballistic"
    BRIDGE = "bridge"
    THRUST = "thrust"
    BACK_EXTENSION = "back_extension"
    PRONE = "prone"
    BRACE = "brace"
    CURL_MACHINE = "curl_machine"
    CURL_BALL = "curl_ball"
    CURL_ECCENTRIC = "curl_eccentric"
    SQUAT = "squat"
    STEP = "step"
    BALANCE = "balance"
    PULL_HANGING = "pull_hanging"
    PULL_SEATED = "pull_seated"
    ROW_SUPPORTED = "row_supported"
    ROW_UNSUPPORTED = "row_unsupported"
    RAISE = "raise"
    SHRUG = "shrug"
    NECK = "neck"
    ABDUCTION_LYING = "abduction_lying"
    ABDUCTION_STANDING = "abduction_standing"
    CALF_STANDING = "calf_standing"
    CALF_SEATED = "calf_seated"
    CARRY = "carry"

    __hash__ = str.__hash__  # an enum's own hash is Python code
