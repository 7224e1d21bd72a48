"""``python -m benchmarks.fuzzing [--seconds N] [TARGET ...]``: every target in turn.

Hypothesis changes the seeds here and there, and makes what fails as short as it can.
"""

from __future__ import annotations

import argparse
import json
import time
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzzing.targets import TARGETS, Target

ROUND = 200
"""Examples between two looks at the clock."""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)


def changed(seeds: tuple[bytes, ...]) -> st.SearchStrategy[bytes]:
    """Return one of *seeds* or several, with bytes changed, added, taken away or repeated."""
    edits = st.lists(
        st.tuples(st.integers(0, 1 << 20), st.integers(0, 40), st.binary(max_size=12)), max_size=8
    )
    return st.builds(_edited, st.lists(st.sampled_from(seeds), min_size=1, max_size=3), edits)


def _edited(parts: list[bytes], edits: list[tuple[int, int, bytes]]) -> bytes:
    content = bytearray(b"".join(parts))
    for place, length, new in edits:
        start = place % (len(content) + 1)
        content[start : start + length] = new
    return bytes(content)


def documents(seed: bytes) -> st.SearchStrategy[bytes]:
    """Return the answers document *seed* with answers of every kind in place of some."""
    document = json.loads(seed)
    names = [*document["answers"], "clearance", "name"]

    def with_answers(answers: dict[str, Any]) -> bytes:
        return json.dumps(document | {"answers": document["answers"] | answers}).encode()

    likely = st.sampled_from(["yes", "no", "unsure", 0, 10, []])
    return st.dictionaries(st.sampled_from(names), likely | VALUES, max_size=6).map(with_answers)


def fuzz(name: str, target: Target, seconds: float) -> int:
    """Try *target* for so many *seconds*; return how many examples were tried."""
    seeds = target.seeds()
    examples = changed(seeds) | documents(seeds[0]) if name == "answers" else changed(seeds)
    tried, until = 0, time.monotonic() + seconds

    @settings(
        max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(examples)
    def attempt(content: bytes) -> None:
        nonlocal tried
        if time.monotonic() < until:
            target.take(content)
            tried += 1

    while time.monotonic() < until:
        attempt()
    return tried


def main() -> None:
    """Fuzz what was asked for; the first failure ends it with its traceback."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing")
    parser.add_argument("--seconds", type=float, default=60.0, help="of each target")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    typed = parser.parse_args()
    for name in typed.targets or TARGETS:
        tried = fuzz(name, TARGETS[name], typed.seconds)
        print(f"{name}: {tried} tried in {typed.seconds:.0f} s, none failed", flush=True)


if __name__ == "__main__":
    main()
