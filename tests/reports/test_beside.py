"""A text made in a fork: the same text, its faults where they can be caught, and nothing left."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from reports.output.forked_text import made_beside

ALONE = """
import os, sys
from reports.output.forked_text import made_beside

def nothing_left():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False
"""
"""In a program of its own: the tests run where threads are, which a fork would lose."""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="a fork is made on Linux only"
)


def printed_by(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ALONE + script], capture_output=True, text=True, timeout=300
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout.strip()


def test_the_text_is_made_by_another_process_and_comes_whole() -> None:
    script = """
make = lambda: f"{os.getpid()} " + "é" * 1_000_000
with made_beside(make) as text:
    number, _, rest = text().partition(" ")
several = len(os.sched_getaffinity(0)) > 1
print((int(number) != os.getpid()) == several, rest == "é" * 1_000_000, nothing_left())
"""
    assert printed_by(script) == "True True True"


def test_a_fault_in_the_fork_is_raised_here() -> None:
    script = """
def make():
    raise ValueError("an incomplete sheet has no report")
try:
    with made_beside(make) as text:
        text()
except ValueError as error:
    print(error, nothing_left())
"""
    assert printed_by(script) == "an incomplete sheet has no report True"


def test_a_fault_here_waits_for_no_text_that_nobody_reads() -> None:
    script = """
try:
    with made_beside(lambda: "é" * 1_000_000):
        raise OSError("no Pango")
except OSError as error:
    print(error, nothing_left())
"""
    assert printed_by(script) == "no Pango True"


def test_where_another_thread_runs_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    monkeypatch.delattr(os, "fork")
    try:
        with made_beside(lambda: "the same text") as text:
            assert text() == "the same text"
    finally:
        over.set()
        thread.join()
