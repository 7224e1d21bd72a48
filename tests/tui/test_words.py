"""The screen's own words: plain, kind, and completed everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from assessment.quiz import words
from tests.cases import each

NEVER = (
    *("weak", "cause", "safe", "accurate", "improve", "patient", "user", "prevent"),
    *("dangerous", "correct posture", "test", "tests"),
)


def sentences() -> Iterator[str]:
    """Yield every text of the module."""
    for name, value in vars(words).items():
        if name.startswith("_") or not name.isupper():
            continue
        texts = value.values() if isinstance(value, dict) else [value]
        yield from (text for text in texts if isinstance(text, str))


@each("sentence", list(sentences()))
def test_a_sentence_keeps_to_the_rules(sentence: str) -> None:
    for word in NEVER:
        assert not re.search(rf"\b{word}\w*\b", sentence, re.IGNORECASE), word
    assert "!" not in sentence
    assert "\u2014" not in sentence
    assert max(map(len, re.split(r"[.?:] ", sentence))) < 130


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(seconds=20), "a moment ago"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=23, minutes=59), "23 hours ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=5), "5 days ago"),
    ],
)
def test_an_age_is_said_as_people_say_it(age: timedelta, said: str) -> None:
    assert words.age_in_words(age) == said
