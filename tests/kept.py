"""What a quiz has kept of a client's answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def answers_kept(folder: Path) -> dict[str, Any]:
    """Return all that the one draft somewhere in *folder* holds, by item."""
    (draft,) = folder.rglob("draft.jsonl")
    answers: dict[str, Any] = {}
    for line in draft.read_text().splitlines():
        answers |= json.loads(line)["answers"]
    return answers
