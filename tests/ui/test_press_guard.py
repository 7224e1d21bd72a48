"""A press must be meant for what is shown."""

from __future__ import annotations

from textual import events

from assessment.ui.press_guard import SETTLED_AFTER, PressGuard, RepeatGuard


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


def key(name: str, at: float) -> events.Key:
    event = events.Key(name, None)
    event.time = at
    return event


def test_only_the_same_key_soon_after_is_a_repeat() -> None:
    guard = RepeatGuard()

    def repeats(name: str, at: float, page: int) -> bool:
        return guard.is_repeat(key(name, at), page, on_page=False, on_next=True)

    assert not repeats("1", 1.0, 1)
    assert not repeats("1", 1.1, 1), "the page is the same"
    assert repeats("1", 1.2, 2)
    assert repeats("1", 1.4, 2), "a key that is held down is one press"
    assert not repeats("2", 1.5, 2)
    assert not repeats("2", 1.9, 3)
