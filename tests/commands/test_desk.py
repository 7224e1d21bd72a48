"""``desk`` as it is typed."""

from __future__ import annotations

from tests.running import Run


def test_without_a_terminal_it_says_so_and_ends(run: Run) -> None:
    done = run("desk")
    assert done.returncode == 2
    assert b"The desk needs a terminal window" in done.stderr
    assert b"Traceback" not in done.stderr


def test_its_help_says_what_it_is_for(run: Run) -> None:
    done = run("desk", "--help")
    assert done.returncode == 0
    assert b"It opens with the passphrase of a sealed gym" in done.stdout
