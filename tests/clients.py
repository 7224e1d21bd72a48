"""The sixteen clients of ``tests/vignettes``, as they answer the questions of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from questions.questionnaire import Questionnaire

VIGNETTES = Path(__file__).parent / "vignettes"
CASES = sorted(
    path.stem for path in VIGNETTES.glob("D*.json") if not path.name.endswith(".expected.json")
)


def answers_of(case: str, questionnaire: Questionnaire) -> dict[str, Any]:
    """Return the answers of *case* (D01 or its whole name), no to red flags of later days."""
    (name,) = [one for one in CASES if one.startswith(case)]
    answers: dict[str, Any] = json.loads((VIGNETTES / f"{name}.json").read_text("utf-8"))["answers"]
    flags = [item.id for item in questionnaire.items_of("safety") if item.asked_when is None]
    return answers | {flag: "no" for flag in flags if flag not in answers}
