"""The clients of ``tests/vignettes``, and what they answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

VIGNETTES = Path(__file__).parent / "vignettes"
CASES = sorted(
    path.stem for path in VIGNETTES.glob("D*.json") if not path.name.endswith(".expected.json")
)


def answers_of(case: str) -> dict[str, Any]:
    """Return the answers of *case*: its whole name, or how that begins."""
    (name,) = [one for one in CASES if one.startswith(case)]
    answers: dict[str, Any] = json.loads((VIGNETTES / f"{name}.json").read_text("utf-8"))["answers"]
    return answers
