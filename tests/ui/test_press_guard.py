"""A press must be meant for what is shown."""

from __future__ import annotations

from assessment.ui.press_guard import SETTLED_AFTER, PressGuard


def test_a_press_counts_once_what_is_shown_has_stood_long_enough() -> None:
    now = [10.0]
    guard = PressGuard(lambda: now[0])
    assert not guard.is_settled()
    now[0] += SETTLED_AFTER
    assert guard.is_settled()
    guard.shown_now()
    assert not guard.is_settled()


def test_the_second_of_two_fast_presses_is_not_taken() -> None:
    now = [10.0]
    guard = PressGuard(lambda: now[0])
    now[0] += SETTLED_AFTER
    assert guard.takes_press()
    assert not guard.takes_press()
    now[0] += SETTLED_AFTER
    assert guard.takes_press()
