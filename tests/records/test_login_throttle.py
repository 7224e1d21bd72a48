"""Wrong tries at the desk have to wait, longer each time, and a right one forgets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.records.errors import WrongSecretError
from assessment.records.sealing.login_throttle import NAME, throttled, wait_after


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def fail(folder: Path, clock: Clock) -> str:
    """Try a wrong secret; return what is said."""
    with pytest.raises(WrongSecretError) as error, throttled(folder, clock):
        raise WrongSecretError("wrong")
    return str(error.value)


def test_after_a_few_the_next_is_not_tried_before_its_time(tmp_path: Path) -> None:
    clock = Clock()
    assert [fail(tmp_path, clock) for _ in range(3)] == ["wrong"] * 3
    assert "Please wait 5 seconds" in fail(tmp_path, clock)
    clock.now += 4.5
    assert "Please wait 1 seconds" in fail(tmp_path, clock)
    clock.now += 0.5
    assert fail(tmp_path, clock) == "wrong"
    assert "Please wait 10 seconds" in fail(tmp_path, clock)


def test_a_right_one_is_not_let_in_too_early_and_forgets_all(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(3):
        fail(tmp_path, clock)
    inside = []
    with pytest.raises(WrongSecretError), throttled(tmp_path, clock):
        inside.append("too early")
    assert not inside
    clock.now += 5
    with throttled(tmp_path, clock):
        inside.append("in time")
    assert not (tmp_path / NAME).exists()
    assert fail(tmp_path, clock) == "wrong"


def test_a_clock_that_was_set_back_locks_nobody_out(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(3):
        fail(tmp_path, clock)
    clock.now -= 86_400
    assert fail(tmp_path, clock) == "wrong"


def test_another_fault_is_no_wrong_try(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="disk"), throttled(tmp_path, Clock()):
        raise OSError("disk")
    assert not (tmp_path / NAME).exists()


def test_a_file_that_is_no_count_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("many")
    assert fail(tmp_path, Clock()) == "wrong"


def test_a_folder_that_cannot_be_written_still_needs_the_right_secret(tmp_path: Path) -> None:
    assert fail(tmp_path / "not there", Clock()) == "wrong"


def test_three_are_free_then_the_wait_doubles_up_to_five_minutes() -> None:
    assert [wait_after(count) for count in range(11)] == [
        *(0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300),
    ]
