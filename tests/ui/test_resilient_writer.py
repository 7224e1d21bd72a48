"""A window that is closed while much is written does not keep the quiz from ending."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.ui.terminal.resilient_writer import ResilientWriter
from tests.surroundings import PATIENCE_S

MORE_THAN_MAY_WAIT = 100


class Closed(io.StringIO):
    """A window that is gone: whatever is written or flushed fails."""

    def write(self, _: str) -> int:
        raise OSError(5, "Input/output error")

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def ended(file: io.StringIO) -> bool:
    """Return whether a writer on *file* takes everything and can be stopped."""
    writer = ResilientWriter(file)
    writer.start()
    for number in range(MORE_THAN_MAY_WAIT):
        writer._queue.put(f"{number} ", timeout=PATIENCE_S)
    writer._queue.put(None, timeout=PATIENCE_S)
    writer.join(PATIENCE_S)
    return not writer.is_alive()


def test_to_a_closed_window_it_writes_nothing_and_ends() -> None:
    assert ended(Closed())


def test_to_an_open_window_it_writes_everything_in_order() -> None:
    window = io.StringIO()
    assert ended(window)
    assert window.getvalue().split() == [str(number) for number in range(MORE_THAN_MAY_WAIT)]


LOST = """
import sys
from assessment.ui.terminal.resilient_writer import let_go_of_a_lost_window
sys.__stdout__.write("a row that nobody sees")
let_go_of_a_lost_window()
sys.exit(129)
"""
FULL = Path("/dev/full")
"""Takes nothing, like a window that is gone."""


@pytest.mark.skipif(not FULL.exists(), reason="there is no such device")
def test_a_lost_window_does_not_change_the_exit_status() -> None:
    with FULL.open("w") as nowhere:
        done = subprocess.run([sys.executable, "-E", "-c", LOST], stdout=nowhere, timeout=300)
    assert done.returncode == 129
