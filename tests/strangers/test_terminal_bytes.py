"""Whatever bytes come from a terminal: a key, the mouse, a paste, or nothing; never letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import _parser, events
from textual.message import Message

from assessment.quiz.control_sequences import text_in
from assessment.ui.terminal.input_parser import TerminalParser
from tests.cases import each
from tests.strategies import examples

LONG_S = 10.0
"""After which everything that was cut off is given up."""


def told_of(*parts: str) -> list[Message]:
    """Return what comes of *parts*, each of which arrives long after the one before."""
    now = 0.0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_parser, "get_time", lambda: now)
        parser = TerminalParser()
        told: list[Message] = []
        for part in parts:
            told += parser.feed(part)
            now += LONG_S
            told += parser.tick()
    return told


def keys_of(*parts: str) -> list[tuple[str, str | None]]:
    """Return the keys that come of *parts*, and what each types."""
    return [
        (event.key, event.character if event.is_printable else None)
        for event in told_of(*parts)
        if isinstance(event, events.Key)
    ]


ANSWERS = {
    "DA1": "\x1b[?62;c",
    "DA1 with features": "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    "DA2": "\x1b[>0;276;0c",
    "DA2 of 8 bits": "\x9b>41;390;0c",
    "DA3": "\x1bP!|7E565445\x1b\\",
    "VT52": "\x1b/Z",
    "status": "\x1b[0n",
    "cursor": "\x1b[24;80R",
    "cursor in the first row": "\x1b[1;5R",
    "extended cursor": "\x1b[?24;80;1R",
    "window in cells": "\x1b[8;24;80t",
    "window in points": "\x1b[4;600;800t",
    "window moved": "\x1b[3;-4;10t",
    "in-band size": "\x1b[48;24;80;0;0t",
    "in-band size without end": "\x1b[48;99999999999;99999999999;0;0t",
    "in-band sizes are known": "\x1b[?2048;2$y",
    "mode that is not known": "\x1b[?2026;0$y",
    "ANSI mode": "\x1b[4;2$y",
    "colour of the background": "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "colour, ended by BEL": "\x1b]10;rgb:ffff/ffff/ffff\a",
    "colour of 8 bits": "\x9d4;1;rgb:cdcd/0000/0000\x9c",
    "light or dark": "\x1b[?997;1n",
    "clipboard": "\x1b]52;c;U2VjcmV0\a",
    "title": "\x1b]lMy window é\x1b\\",
    "version": "\x1bP>|WezTerm 20240203-110809\x1b\\",
    "terminfo": "\x1bP1+r544e=787465726d\x1b\\",
    "setting": "\x1bP1$r0m\x1b\\",
    "picture": "\x1b_Gi=31;OK\x1b\\",
    "privacy message": "\x1b^secret\x1b\\",
    "start of string": "\x1bXsecret\x1b\\",
    "kitty flags": "\x1b[?25u",
    "modifyOtherKeys": "\x1b[>4;2m",
    "checksum": "\x1bP1!~FFFF\x1b\\",
    "parameters": "\x1b[2;1;1;128;128;1;0x",
    "end of a paste that nobody began": "\x1b[201~",
    "urxvt mouse": "\x1b[32;10;5M",
    "X10 mouse": "\x1b[M !!",
    "X10 mouse far away": "\x1b[M \ufffd\ufffd",
    "mouse without a place": "\x1b[<0;;M",
    "mouse far outside": f"\x1b[<0;{'9' * 400};1M",
    "mouse with a button of its own": "\x1b[<128;5;5M",
    "unknown, private": "\x1b[=5;6!p",
    "unknown, long": "\x1b[" + "1;" * 5000 + "Z",
    "two strings": "\x1b]11;?\x1b]10;?\x1b\\",
}


def test_an_answer_of_the_terminal_types_nothing_and_presses_nothing() -> None:
    typed = {name: keys_of(answer) for name, answer in ANSWERS.items()}
    assert {name: keys for name, keys in typed.items() if keys} == {}


@each("name", ANSWERS)
def test_the_key_after_an_answer_counts(name: str) -> None:
    assert keys_of(ANSWERS[name], "x") == [("x", "x")]


def test_an_answer_that_is_cut_anywhere_types_nothing() -> None:
    """Between ESC and the rest nobody can tell it from Escape, and a person who types on."""
    for answer in ANSWERS.values():
        for place in {2, 3, len(answer) // 2, len(answer) - 1} & set(range(2, len(answer))):
            assert keys_of(answer[:place]) == [], answer[:place]
            assert keys_of(answer[:place], "x") == [("x", "x")]


KEYS = {
    "\x1b[13;1:1u": [("enter", None)],
    "\x1b[13;1:2u": [("enter", None)],
    "\x1b[13;1:3u": [],
    "\x1b[13u": [("enter", None)],
    "\x1b[27;1:1u": [("escape", None)],
    "\x1b[97;1:1;97u": [("a", "a")],
    "\x1b[97;1:3u": [],
    "\x1b[97:65;2:1;65u": [("A", "A")],
    "\x1b[97:65:97;2u": [("A", "A")],
    "\x1b[97u": [("a", "a")],
    "\x1b[49;1:1u": [("1", "1")],
    "\x1b[49;129u": [("1", "1")],
    "\x1b[49;2u": [],
    "\x1b[97;5:1u": [("ctrl+a", None)],
    "\x1b[97;5;97u": [("ctrl+a", None)],
    "\x1b[97;3u": [("alt+a", None)],
    "\x1b[97;9;97u": [("super+a", None)],
    "\x1b[0;;229u": [("å", "å")],
    "\x1b[233;;233u": [("é", "é")],
    "\x1b[57399;1:1;48u": [("0", "0")],
    "\x1b[57414;1:1u": [("enter", None)],
    "\x1b[57441;2:1u": [("left_shift", None)],
    "\x1b[27;5;97~": [("ctrl+a", None)],
    "\x1b[27;1;13~": [("enter", None)],
    "\x1b[A": [("up", None)],
    "\x1b[1;1:1A": [("up", None)],
    "\x1b[1;1:3A": [],
    "\x1b[1;5:1C": [("ctrl+right", None)],
    "\x1bOA": [("up", None)],
    "\x1b[[A": [("f1", None)],
    "\x1bOP": [("f1", None)],
    "\x1b[13~": [("f3", None)],
    "\x1b[3~": [("delete", None)],
    "\x1b[3;1:3~": [],
    "\x1b[Z": [("shift+tab", None)],
    "\x1bOp": [("0", "0")],
    "\x1ba": [("alt+a", None)],
    "\x1b?": [("alt+question_mark", None)],
    "\x1b": [("escape", None)],
    "\x1b\x1b": [("escape", None), ("escape", None)],
    "\x7f": [("backspace", None)],
    "\r": [("enter", None)],
    "ß": [("ß", "ß")],
    # A code that no sign has, numbers without end, fields too many or none.
    "\x1b[1114112u": [],
    "\x1b[55296;1;55296u": [],
    "\x1b[57344u": [],
    "\x1b[97;999999999999u": [],
    f"\x1b[{'9' * 5000}u": [],
    "\x1b[97;1;27u": [],
    "\x1b[13;1;13;1u": [],
    "\x1b[::;::;::u": [],
    "\x1b[;;;;A": [],
    "\x1b[13;1:9u": [],
    "\ufffd": [],
    "\x85": [],
}


@each("typed", KEYS)
def test_a_key_that_goes_down_is_one_key(typed: str) -> None:
    assert keys_of(typed) == KEYS[typed]
    assert keys_of(typed, "y")[-1] == ("y", "y")


def pasted(*parts: str) -> list[str]:
    return [event.text for event in told_of(*parts) if isinstance(event, events.Paste)]


def test_a_paste_is_one_text_and_what_is_no_text_is_left_out() -> None:
    assert pasted("\x1b[200~Ana \ufffdM\x00\x1b[31mo\x1b]0;t\are\x9b0mau\x1b[201~") == [
        "Ana Moreau"
    ]
    assert pasted("\x1b[200~", "\x1b[201~") == []
    assert keys_of("\x1b[200~Ana\x1b[201~x") == [("x", "x")]


def test_a_paste_that_is_cut_off_ends_and_the_keys_after_it_count() -> None:
    assert pasted("\x1b[200~Ana") == ["Ana"]
    assert pasted("\x1b[200~Ana\x1b[20") == ["Ana"]
    assert pasted("\x1b[200~Ana", "\x1b[201~") == ["Ana"]
    assert keys_of("\x1b[200~Ana", "1\r") == [("1", "1"), ("enter", None)]


def test_a_key_that_ends_a_line_counts_also_within_an_answer_that_is_cut_off() -> None:
    for cut in ("\x1b[?62;", "\x1b]11;rgb:1e", "\x1bP1+r", "\x1b[M "):
        assert keys_of(cut + "\r") == [("enter", None)]
        assert keys_of(cut + "\x1b[B") == [("down", None)]


def test_the_mouse_and_the_focus_are_told() -> None:
    down, up = told_of("\x1b[<0;5;3M\x1b[<0;5;3m")
    assert isinstance(down, events.MouseDown)
    assert isinstance(up, events.MouseUp)
    assert (down.x, down.y, down.button) == (4, 2, 1)
    assert isinstance(told_of("\x1b[<65;5;3M")[0], events.MouseScrollDown)
    assert [type(one) for one in told_of("\x1b[O\x1b[I")] == [events.AppBlur, events.AppFocus]


HEADS = ["\x1b", "\x1b[", "\x1b[<", "\x1b[?", "\x1bO", "\x1b]", "\x1bP", "\x1b\\", "\x1b[200~"]
PARTS = [":", ";", "1", "13", "97", "9999999999", "u", "~", "M", "R", "t", "A", "\a", "\r", "\x9b"]
PIECES = st.sampled_from(HEADS + PARTS)
SIGNS = st.lists(PIECES | st.characters(), max_size=30).map("".join)


@given(st.lists(SIGNS, min_size=1, max_size=4))
@examples(300)
def test_no_signs_whatever_end_it_and_the_key_after_them_counts(parts: list[str]) -> None:
    said = told_of(*(part for part in parts if part), "\r")
    assert isinstance(said[-1], events.Key)
    assert said[-1].key == "enter"


@given(SIGNS)
@examples(300)
def test_a_line_of_plain_mode_is_text_alone(signs: str) -> None:
    assert not [sign for sign in text_in(signs) if sign < " " or "\x7f" <= sign <= "\x9f"]
    assert text_in(signs) == text_in(text_in(signs))


@each(("typed", "text"), [
    ("Ana\x1b[A", "Ana"),
    ("\x1b[?62;cAna", "Ana"),
    ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\1", "1"),
    ("A\x1b[13;1:1una", "Ana"),
    ("Ana\x1b[200~ Moreau\x1b[201~", "Ana Moreau"),
    ("Ana\x00\x08\ufffd", "Ana"),
    ("Ana\tMoreau\r", "Ana Moreau "),
    ("Łucja é 王", "Łucja é 王"),
    ("Ana\x1b[?6", "Ana"),
    ("\x1b[A", ""),
    ("\ufffd\ufffd", "\ufffd"),
    ("\ufffd\ufffd4\x00", "\ufffd"),
    ("Zo\ufffd", "Zo"),
])  # fmt: skip
def test_what_a_terminal_adds_to_a_line_is_not_in_it(typed: str, text: str) -> None:
    assert text_in(typed) == text
