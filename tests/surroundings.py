"""The surroundings of a program that a test starts: a home of its own, and nothing of ours."""

from __future__ import annotations

import os
from pathlib import Path

PATIENCE_S = 300.0
"""Seconds that a program or an app has on the busiest computer; no test waits for all of them."""

KEPT = "KEPT_CONTENT_OF_TESTS"
"""Names the folder of content that was read and checked once (``questions/content_cache.py``).

All programs of a test run share it, as the starts of one program do; to read everything anew
takes each of them longer than its test.
"""


def environment_at(home: Path, **settings: str) -> dict[str, str]:
    """Return an environment with *home* as the home folder, and *settings*."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    if folder := kept.pop(KEPT, ""):
        kept["XDG_CACHE_HOME"] = folder
    return kept | {"HOME": str(home)} | settings
