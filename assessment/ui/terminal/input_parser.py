"""Terminal input -> keys, moves of the mouse, pastes; all else that a terminal sends is nothing.

Textual 8.2.8 knows sequences by a list, and types the signs of every other one as if somebody
had pressed them; on some that are on its list it fails. Here a sequence is read by its grammar
first, and only what is understood goes on.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from contextlib import suppress
from typing import Final

from textual import constants, events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._parser import ParseEOF, ParseTimeout, Peek1, Read1, TokenCallback
from textual._xterm_parser import XTermParser
from textual.keys import Keys, _character_to_key
from textual.message import Message

from assessment.quiz.control_sequences import (
    CANNOT_READ,
    ESC,
    ControlSequence,
    Step,
    begins_sequence,
    is_control,
)

REST_S: Final = 1.0
"""Seconds that the rest of a sequence or of a paste may take; then it was cut off."""
MOST_PASTED: Final = 100_000
"""Signs of a paste that are kept."""
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
FOCUS: Final = {"\x1b[I": events.AppFocus, "\x1b[O": events.AppBlur}
SYNCHRONIZED = re.compile(r"\x1b\[\?2026;[1-4]\$y")
"""The answer that frames can be shown as a whole, which is asked for at the start."""
MOUSE = re.compile(r"\x1b\[<(\d{1,3});\d{1,5};\d{1,5}[Mm]")
MOST_BUTTONS: Final = 128
"""From here on stand keys beside the wheel, which press nothing."""
NUMBERS = re.compile(r"[\d:;]*")
MOST_FIELDS, CURSOR = 3, "R"
"""What ends with R is where the cursor stands, or looks like it; F3 has other sequences."""
PRESSED, REPEATED = 1, 2
OTHER_KEYS = 27
"""In place of a key: its number comes third (xterm's ``modifyOtherKeys``)."""
SHIFT, ALT, LOCKS, ALL_HELD = 1, 2, 64 | 128, 255
"""Bits of the modifiers; any other one makes a command of a letter."""

Reading = Generator[Read1 | Peek1, str, str]


class TerminalParser(XTermParser):
    """Reads whatever comes from a terminal, and never fails on it."""

    def parse(self, token_callback: TokenCallback[Message]) -> Generator[Read1 | Peek1, str, None]:
        """Read signs as they come and tell *token_callback* of what they mean."""
        with suppress(ParseEOF):
            again = ""
            while True:
                sign = again or (yield self.read1())
                again = ""
                if begins_sequence(sign):
                    again = yield from self._sequence(sign, token_callback)
                elif sign != CANNOT_READ:
                    _tell(token_callback, self._sequence_to_key_events(sign))

    def _sequence(self, first: str, token_callback: TokenCallback[Message]) -> Reading:
        """Read what *first* begins; return a sign that does not belong to it, if there is one."""
        sequence, again = yield from self._whole(first, constants.ESCAPE_DELAY)
        if sequence == PASTE_BEGINS:
            if pasted := (yield from self._paste()):
                token_callback(events.Paste(pasted))
        else:
            _tell(token_callback, self._meaning_of(sequence))
        return again

    def _whole(self, first: str, seconds: float) -> Generator[Read1 | Peek1, str, tuple[str, str]]:
        """Return a whole sequence and nothing, or the sign that cut it off.

        Of one that was cut off only ESC itself is left, which is a key. It may take *seconds* for
        the sign after ESC to come.
        """
        sequence, after_string = ControlSequence(first), False
        while True:
            try:
                sign = yield self.read1(seconds if sequence.text == ESC else REST_S)
            except ParseTimeout:
                sign, step = "", Step.NOT_PART
            else:
                step = sequence.add(sign)
            if step is Step.LAST:
                return sequence.text, ""
            if step is Step.NOT_PART and sign == ESC and sequence.is_string:
                sequence, after_string = ControlSequence(), True  # ESC \\ ends it
            elif step is Step.NOT_PART:
                return (ESC if sequence.text == ESC and not after_string else ""), sign

    def _paste(self) -> Reading:
        """Return the text up to the end of a paste, or up to where it was cut off."""
        pasted: list[str] = []
        again = ""
        with suppress(ParseTimeout):
            while True:
                sign = again or (yield self.read1(REST_S))
                again = ""
                if begins_sequence(sign):
                    sequence, again = yield from self._whole(sign, REST_S)
                    if sequence == PASTE_ENDS or (sequence in ("", ESC) and not again):
                        break
                elif len(pasted) < MOST_PASTED and (not is_control(sign) or sign in "\t\n\r"):
                    pasted.append(sign)
        return "".join(pasted).replace(CANNOT_READ, "")

    def _meaning_of(self, sequence: str) -> Iterable[Message | None]:
        """Return what a whole *sequence* means; nothing for what was not asked for."""
        if sequence == ESC:
            return [events.Key("escape", ESC)]
        if kind := FOCUS.get(sequence):
            return [kind()]
        if SYNCHRONIZED.fullmatch(sequence):
            return [messages.TerminalSupportsSynchronizedOutput()]
        if mouse := MOUSE.fullmatch(sequence):
            return [self.parse_mouse_code(sequence)] if int(mouse[1]) < MOST_BUTTONS else []
        if sequence.startswith("\x1b[") and NUMBERS.fullmatch(sequence, 2, len(sequence) - 1):
            return self._numbered_keys(sequence)
        return self._listed_keys(sequence)

    def _numbered_keys(self, sequence: str) -> Iterable[Message]:
        """Return the keys of ``CSI key:shifted:base ; modifiers:event ; text final``.

        As of the kitty protocol, of xterm and of those before. A key that is let go is none.
        """
        final = sequence[-1]
        fields = [_numbers(field) for field in sequence[2:-1].split(";")]
        key, modifiers, text = (*fields, [], [], [])[:3]
        code, held, event = _at(key, 0, 1), _at(modifiers, 0, 1), _at(modifiers, 1, PRESSED)
        if len(fields) > MOST_FIELDS or event not in (PRESSED, REPEATED) or final == CURSOR:
            return []
        if (code, final) == (OTHER_KEYS, "~") and text:
            code, final, text = text[0], "u", []
        is_named = f"{code}{final}" in FUNCTIONAL_KEYS
        if not is_named and final != "u":
            return self._listed_keys(sequence)
        return self._key_of(code, held - 1, _at(key, 1, 0), text, final, is_named=is_named)

    def _key_of(
        self, code: int, held: int, shifted: int, text: list[int], final: str, *, is_named: bool
    ) -> Iterable[Message]:
        """Return the key *code* with the modifiers *held*, and with the *text* it types, if any."""
        if not 0 <= held <= ALL_HELD or not (is_named or text or _is_text(code)):
            return []
        if held & ~(SHIFT | ALT | LOCKS):
            text = []
        elif not (text or is_named or held & ALT):
            text = [shifted or _shifted(code) if held & SHIFT else code]
        if not all(map(_is_text, text)):
            return []
        numbers = f"{code};{held + 1 if held else ''};{':'.join(map(str, text))}"
        return [key.copy() for key in self._parse_extended_key(f"\x1b[{numbers}{final}") or ()]

    def _listed_keys(self, sequence: str) -> Iterable[Message]:
        """Return the keys that Textual lists for *sequence*, or a letter with Alt; else nothing."""
        listed = ANSI_SEQUENCES_KEYS.get(sequence)
        if isinstance(listed, str):
            return self._sequence_to_key_events(listed)
        if isinstance(listed, tuple):
            return [events.Key(key.value, None) for key in listed]
        if len(sequence) == len("\x1ba") and sequence[1].isprintable() and sequence[1] != "\\":
            name = _character_to_key(sequence[1])
            shift = "shift+" if name.isupper() else ""
            return [events.Key(f"alt+{shift}{name.lower()}", None)]
        return []


def _tell(token_callback: TokenCallback[Message], tokens: Iterable[Message | None]) -> None:
    """Tell of *tokens*, but for keys to be ignored."""
    for token in tokens:
        if token and not (isinstance(token, events.Key) and token.key == Keys.Ignore):
            token_callback(token)


def _numbers(field: str) -> list[int]:
    """Return the numbers in *field*, 0 for one that is left out; none for an empty field."""
    return [int(number[:9] or 0) for number in field.split(":")] if field else []


def _at(numbers: list[int], place: int, usual: int) -> int:
    return numbers[place] if place < len(numbers) and numbers[place] else usual


def _is_text(code: int) -> bool:
    """Return whether *code* is a sign that somebody can have typed."""
    return 0 < code <= 0x10FFFF and chr(code).isprintable()


def _shifted(code: int) -> int:
    """Return the capital of the letter *code*; 0 for a sign whose key may type anything then."""
    capital = chr(code).upper()
    return ord(capital) if chr(code).isalpha() and len(capital) == 1 else 0
