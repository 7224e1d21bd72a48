"""No test gives a program so little time that a busy computer makes it fail."""

from __future__ import annotations

import re
from pathlib import Path

LEAST_S = 120
LIMIT = re.compile(r"\b(?:timeout|PATIENCE_S) ?= ?([\d.]+)")


def test_whoever_is_waited_for_has_two_minutes() -> None:
    limits = {
        f"{path.name}: {found[0]}": float(found[1])
        for path in Path(__file__).parent.rglob("*.py")
        for found in LIMIT.finditer(path.read_text(encoding="utf-8"))
    }
    assert limits, "nothing was found to look at"
    assert {place: limit for place, limit in limits.items() if limit < LEAST_S} == {}
