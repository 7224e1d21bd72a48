"""A record of questionnaire 1.0.0: what the program of that version kept of one of its clients."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assessment.records.sealing.payload import Content

VERSION = "1.0.0"
KEPT = Path(__file__).with_name("record-1.0.0.json")


def old_content(**answers: object) -> Content:
    """Return the content of a record of 1.0.0, a low back ache, with *answers* changed or added.

    What it came to then is as it was kept: it may start to train, and nothing is up.
    """
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    document: Any = {**kept["answers"], "answers": kept["answers"]["answers"] | answers}
    return Content(document, kept["assessment"])
