"""The line-by-line quiz's own words: as plain and kind as those of the screens."""

from __future__ import annotations

import re

from assessment.plain import words
from tests.cases import each
from tests.tui.test_words import NEVER

SENTENCES = [
    value for name, value in vars(words).items() if name.isupper() and isinstance(value, str)
]


@each("sentence", SENTENCES)
def test_a_sentence_keeps_to_the_rules(sentence: str) -> None:
    for word in NEVER:
        assert not re.search(rf"\b{word}\w*\b", sentence, re.IGNORECASE), word
    assert "!" not in sentence.replace("and ! to stop", "") or sentence == words.STOP
    assert "\u2014" not in sentence
    assert max(map(len, re.split(r"[.?:] ", sentence))) < 130


def test_nothing_that_stands_for_an_answer_is_a_command() -> None:
    for key in ("0", "+", "-", *map(str, range(1, 20))):
        assert key not in (words.BACK, words.HELP, words.STOP)
