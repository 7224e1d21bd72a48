"""A trainer's first day at the desk, on a real terminal: by keys alone, and by mouse."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from assessment.casebook.history import past_screening
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.pin import NAME as PIN_FILE
from assessment.records.store.repository import all_of, current
from assessment.records.store.values import AuditEntry, Record
from tests.desk.trainer import PIN, fill, store_in
from tests.journeys.notes import Note, Pressed, Saw
from tests.tui.hands import Hands
from tests.tui.pseudo_terminal import Terminal, quiz

pytestmark = pytest.mark.heavy


def typed(text: str) -> list[Note]:
    return [Pressed("space" if sign == " " else sign) for sign in text]


def keys(*names: str) -> list[Note]:
    return [Pressed(name) for name in names]


def fresh_desk(home: Path) -> tuple[Path, Terminal]:
    """Return the folder of a gym's records at *home*, and a desk that nobody opened yet."""
    data = home / ".local" / "share" / "posterior-chain"
    if sys.platform == "darwin":
        data = home / "Library" / "Application Support" / "posterior-chain"
    data.mkdir(parents=True)
    fill(data)
    (data / PIN_FILE).unlink()
    return data, quiz(home, "desk", TEXTUAL_ANIMATIONS="none")


def opened() -> list[Note]:
    """Return how a PIN is chosen, after one that is too short."""
    return [
        Saw("Choose one of 4 to 12 digits"),
        *typed("12"),
        *keys("enter"),
        Saw("A PIN has 4 to 12 digits."),
        *typed(PIN),
        *keys("enter"),
        Saw("the same PIN once more"),
        *typed(PIN),
        *keys("enter"),
        Saw("Type a name to search"),
    ]


def check_kept(data: Path) -> None:
    """Look at what the records are now, and at the log, before Bo is erased."""
    store = store_in(data)
    desk = Desk(store, data)
    desk.open(PIN)
    plans = [past_screening(desk, one) for one in current(all_of(store, Record))]
    kim, bo = (
        next(one for one in plans if one.card and one.card.name == name)
        for name in ("Kim Lee", "Bo")
    )
    assert kim.card is not None
    assert kim.card.outcome == "train"
    assert bo.assessment is not None
    assert bo.assessment.sheet.get("test_heel_raise_left") == 15
    assert {one.by for one in bo.changes.changes} == {"Jo"}
    assert "swap" in {one.edit.KIND for one in bo.changes.changes}
    actions = [one.action for one in all_of(store, AuditEntry)]
    for action in ("desk", "opened", "clearance", "figures", "plan", "saved"):
        assert action in actions, action


def check_end(data: Path, terminal: Terminal) -> None:
    assert terminal.end() == 0
    assert terminal.faults == []
    assert len(all_of(store_in(data), Record)) == 6  # five of the others, and Kim's clearance
    assert all_of(store_in(data), AuditEntry)[-1].action == "erased"


def test_a_first_day_by_keys_alone(tmp_path: Path) -> None:
    data, terminal = fresh_desk(tmp_path / "home")
    hands = Hands(terminal)
    hands.do(opened())
    hands.do([*typed("kim"), Saw("1 of 5"), *keys("enter"), Saw("Over time"), *keys("enter")])
    hands.do([Saw("A clinician first."), *keys("down", "up", "c")])
    hands.do([Saw("Clearance by a clinician"), *keys("space", "enter"), *typed("Dr Sommer")])
    hands.do([*keys("enter"), *typed("today"), Saw("Read as"), *keys("ctrl+s")])
    hands.do([Saw("The clearance is kept"), *keys("escape"), Saw("r Re-test"), *keys("escape")])
    hands.do([Saw("1 of 5"), *keys("escape"), Saw("Ana Muster"), *typed("bo"), Saw("1 of 5")])
    hands.do([*keys("enter"), Saw("Over time"), *keys("enter"), Saw("v Plan"), *keys("t")])
    hands.do([Saw("Test figures"), *typed("15"), *keys("enter"), *typed("12"), *keys("ctrl+s")])
    hands.do([Saw("The figures are kept"), *keys("v"), Saw("Bo: plan"), *keys("s")])
    hands.do([Saw("Who changes the plan?"), *typed("Jo"), *keys("enter"), Saw("may be chosen")])
    hands.do([*keys("down", "enter"), Saw("✎ Jo"), *keys("down", "down", "d"), Saw("one: ")])
    hands.do([*keys("l"), Saw("It is the last one already."), *keys("o", "e")])
    hands.do([Saw("sets, repetitions, effort"), *keys("backspace", "1", "enter")])
    hands.do([Saw("sets a week"), *keys("ctrl+s"), Saw("u Undo"), *keys("u")])
    hands.do([Saw("y Redo"), *keys("ctrl+s"), Saw("The changed plan is kept"), *keys("p")])
    hands.do([Saw("Print or save"), *keys("f"), Saw("Saved:"), *keys("escape"), Saw("v Plan")])
    check_kept(data)
    hands.do([*keys("escape"), Saw("r Re-test"), *keys("r"), Saw("Start a re-test")])
    hands.do([*keys("down", "enter"), Saw("Your answers stay on this laptop.")])
    hands.do([*keys("escape"), Saw("Close the quiz?"), *keys("2"), Saw("The re-test is over.")])
    hands.do([*typed(PIN), *keys("enter"), Saw("Type a name to search"), *typed("bo")])
    hands.do([Saw("1 of 5"), *keys("enter"), Saw("x Erase"), *keys("x")])
    hands.do([Saw("Erase Bo for good?"), *typed("erase"), *keys("enter"), Saw("records erased")])
    hands.do([*keys("escape"), Saw("Ana Muster"), *keys("escape"), Saw("The desk is shut.")])
    hands.do([*keys("escape"), Saw("Close the desk?"), *keys("down", "enter")])
    check_end(data, terminal)


def test_a_first_day_by_mouse(tmp_path: Path) -> None:
    data, terminal = fresh_desk(tmp_path / "home")
    hands = Hands(terminal)
    hands.do(opened())
    clear_by_mouse(hands)
    click(hands, "Bo ", "17 November 2026:", "Tests")
    hands.do([Saw("Test figures"), *typed("15")])
    click(hands, "Keep")
    hands.do([Saw("The figures are kept")])
    change_by_mouse(hands)
    click(hands, "p Print", "Save a file (f)")
    hands.do([Saw("Saved:")])
    check_kept(data)
    click(hands, "Back", "Back", "Re-test")
    hands.do([Saw("Start a re-test")])
    click(hands, "> No", "Erase")
    hands.do([Saw("Erase Bo for good?"), *typed("erase")])
    click(hands, "Enter Erase")
    hands.do([Saw("records erased")])
    click(hands, "Shut")
    hands.do([Saw("The desk is shut.")])
    click(hands, "Close", "Yes, close it")
    check_end(data, terminal)


def click(hands: Hands, *words: str) -> None:
    for one in words:
        hands.click_on(one)


def clear_by_mouse(hands: Hands) -> None:
    """Clear Kim, and go back to the list."""
    click(hands, "Kim Lee", "26 May 2026:", "Clearance", "R15")
    hands.do([Saw("[x]"), *keys("tab"), *typed("Dr Sommer"), *keys("tab"), *typed("today")])
    hands.do([Saw("Read as")])
    click(hands, "Keep")
    hands.do([Saw("The clearance is kept")])
    click(hands, "Back", "Back")


def change_by_mouse(hands: Hands) -> None:
    """Drop an exercise, undo it, swap another one, and keep that."""
    click(hands, "v Plan", "d Drop")
    hands.do([Saw("Who changes the plan?"), *typed("Jo")])
    click(hands, "Take it", "u Undo", "Seated row")
    hands.do([Saw("may be chosen")])
    click(hands, "> ")
    hands.do([Saw("✎ Jo")])
    click(hands, "Keep")
    hands.do([Saw("The changed plan is kept")])
