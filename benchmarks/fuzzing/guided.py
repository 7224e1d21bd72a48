"""``python -m benchmarks.fuzzing.guided TARGET [SECONDS]``: a parser, by what code is reached.

It needs atheris, which ``make fuzz`` installs where there is one for this Python.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

PARSERS = [
    "assessment.exchange",
    "assessment.quiz",
    "assessment.settings",
    "assessment.ui.terminal",
]
with atheris.instrument_imports(include=[*PARSERS, "tomlkit", "tomllib"]):
    from benchmarks.fuzzing.targets import TARGETS

SECONDS = "60"


def main(name: str, seconds: str = SECONDS) -> None:
    """Try the target for so many seconds; atheris ends the process itself."""
    target = TARGETS[name]
    corpus = Path(tempfile.mkdtemp())
    for number, seed in enumerate(target.seeds()):
        (corpus / str(number)).write_bytes(seed)
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", str(corpus)], target.take)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
