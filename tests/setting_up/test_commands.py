"""What a person can type after start.py."""

import errno
import os
import signal
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import commands, layout, note, pango
from setting_up.words import SetUpError

LAUNCH = str(layout.LAUNCH)


@pytest.fixture(autouse=True)
def signals_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "ENDINGS", [])


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Python in .venv would be started with; all is set up."""
    handed_over: list[str] = []

    def hand_over(arguments: list[str]) -> int:
        handed_over.extend(arguments)
        return 7

    monkeypatch.setattr(commands, "hand_over", hand_over)
    monkeypatch.setattr(note, "is_ready", lambda _lock: True)
    monkeypatch.setattr(note, "folder", lambda: str(layout.ROOT))
    monkeypatch.setattr(os, "chdir", lambda _: None)
    return handed_over


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ([], [LAUNCH]),
        (["run"], [LAUNCH]),
        (["run", "assess", "--help"], [LAUNCH, "assess", "--help"]),
        (["test"], ["-m", "pytest", "-n", "3", "--dist", "worksteal"]),
        (["test", "-k", "gate"], ["-m", "pytest", "-k", "gate"]),
    ],
)
def test_a_command_starts_the_right_program_and_gives_its_exit_status(
    handed_over: list[str], typed: list[str], expected: list[str]
) -> None:
    assert commands.main(typed) == 7
    assert handed_over == expected


@pytest.mark.parametrize("typed", [["quiz"], ["setup", "--test"], ["--verbose"]])
def test_what_it_does_not_know_is_named_with_what_it_knows(
    handed_over: list[str], typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(typed) == 2
    assert handed_over == []

    said = capsys.readouterr().err
    assert f"does not know: {' '.join(typed)}\n" in said
    assert commands.HELP in said


@pytest.mark.parametrize("typed", ["-h", "--help", "help"])
def test_help_is_help(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main([typed]) == 0
    assert capsys.readouterr().out.startswith("Set up posterior-chain and start it.")


@pytest.mark.usefixtures("handed_over")
def test_setting_up_again_looks_for_pango_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(pango, "provide_pango", lambda: looked.append(True))

    assert commands.main(["setup"]) == 0
    assert looked == [True]


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (SetUpError("No internet here."), 1, "No internet here.\n"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "The disk is full"),
        (KeyboardInterrupt(), 130, "Stopped. The set-up was not finished;"),
    ],
)
def test_a_fault_is_a_sentence_and_a_status(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    status: int,
    words: str,
) -> None:
    def fail(_lock: Path) -> bool:
        raise error

    monkeypatch.setattr(commands, "make_ready", fail)

    assert commands.main([]) == status
    assert capsys.readouterr().err.startswith(words)


@pytest.mark.parametrize(
    ("before", "after"),
    [(signal.SIG_DFL, signal.default_int_handler), (signal.SIG_IGN, signal.SIG_IGN)],
)
def test_being_ended_is_like_ctrl_c_but_where_somebody_wants_it_ignored(
    monkeypatch: pytest.MonkeyPatch, before: signal.Handlers, after: object
) -> None:
    monkeypatch.setattr(commands, "ENDINGS", [signal.SIGTERM])
    kept = signal.signal(signal.SIGTERM, before)
    try:
        commands.main(["no such command"])
        assert signal.getsignal(signal.SIGTERM) is after
    finally:
        signal.signal(signal.SIGTERM, kept)


@pytest.mark.parametrize(
    ("options", "locks"),
    [
        ([], [layout.PROGRAM_PARTS]),
        (["--server"], [layout.SERVER_PARTS]),
        (["--tests"], [layout.TEST_PARTS]),
        (["--server", "--tests"], [layout.SERVER_PARTS, layout.TEST_PARTS]),
    ],
)
def test_a_set_up_brings_what_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, options: list[str], locks: list[Path]
) -> None:
    asked: list[Path] = []

    def make_ready(lock: Path) -> bool:
        asked.append(lock)
        return True

    monkeypatch.setattr(commands, "make_ready", make_ready)
    assert commands.main(["setup", *options]) == 0
    assert asked == locks
