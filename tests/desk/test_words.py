"""The desk's own words: plain, without a promise, and completed everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.app import App

from assessment.desk import words
from assessment.desk.app import DeskApp
from assessment.desk.screens.base import DeskScreen
from tests.cases import each

NEVER = ("weak", "cause", "safe", "accurate", "improve", "patient", "user", "prevent", "danger")


def sentences() -> Iterator[str]:
    """Yield every text of the module."""
    for name, value in vars(words).items():
        if not name.isupper():
            continue
        texts: list[object] = [value]
        if isinstance(value, tuple):
            texts = list(value)
        elif isinstance(value, dict):
            texts = [text for part in value.values() for text in part]
        yield from (text for text in texts if isinstance(text, str))


@each("sentence", list(sentences()))
def test_a_sentence_keeps_to_the_rules(sentence: str) -> None:
    for word in NEVER:
        assert not re.search(rf"\b{word}(?!ty)\w*\b", sentence, re.IGNORECASE), word
    assert "!" not in sentence
    assert "\u2014" not in sentence
    assert max(map(len, re.split(r"[.?:]\s", sentence))) < 130


def test_each_screen_has_a_help_of_its_own() -> None:
    def below(kind: type[DeskScreen]) -> set[type[DeskScreen]]:
        return {one for sub in kind.__subclasses__() for one in {sub, *below(sub)}}

    assert issubclass(DeskApp, App)  # with it, all screens are known
    screens = {screen for screen in below(DeskScreen) if not screen.__subclasses__()}
    assert len(screens) == 13
    assert {screen.ABOUT for screen in screens} == set(words.HELP)


def test_counts_are_said_as_people_say_them() -> None:
    assert words.records_in_words(1) == "1 record"
    assert words.records_in_words(3) == "3 records"
