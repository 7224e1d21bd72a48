"""The commands: what is typed, which parts do the work, what comes out and with what status.

One module a job. Everything heavy is imported inside the command that needs it: the first
frame of the quiz must not wait for the report, nor for what parses a command line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from assessment.cli.streams.encoding import open_to_every_text

__all__ = ["main"]

COMPLETING = "_POSTERIOR_CHAIN_COMPLETE"
"""Set where a shell asks for completions: it gives the line typed there, not as arguments."""
CLOSED = "Standard input or output is closed; posterior-chain needs both."


def main() -> int:
    """Run the command line; return the exit status."""
    if sys.stdout is None or sys.stdin is None:
        if sys.stderr is not None:
            sys.stderr.write(f"{CLOSED}\n")
        return 1
    if sys.stderr is None:  # click would put what belongs there among the results
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # to the end
    open_to_every_text()
    if len(sys.argv) > 1 or COMPLETING in os.environ:
        from assessment.cli.program import run

        return run()
    from assessment.cli.quiz import quiz

    try:
        return quiz()
    except BaseException as error:  # noqa: BLE001  # each kind has its own end
        from assessment.cli.program import status_after

        return status_after(error)
