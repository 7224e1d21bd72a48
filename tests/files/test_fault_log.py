"""The log of faults says what went wrong and where, and never what anybody answered."""

from __future__ import annotations

from pathlib import Path

from assessment.files.fault_log import write_fault


def fail_with(answer: str) -> None:
    """Fail with *answer* in a local variable, in the message, and in what led to it."""
    kept = answer
    try:
        raise ValueError(f"cannot take {kept}")
    except ValueError as error:
        raise RuntimeError(f"went wrong over {kept}") from error


def test_kind_and_place_are_there_and_no_answer(tmp_path: Path) -> None:
    try:
        fail_with("pain 7 of Ana")
    except RuntimeError as error:
        path = write_fault(error, tmp_path / "log")
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "test_fault_log.py" in text
    assert "in fail_with" in text
    assert "Ana" not in text
    assert "cannot take" not in text
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    assert write_fault(ValueError("x"), tmp_path / "log") is None
