"""The printed words keep to the rules for words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from reports.words import common as words
from reports.words import form as form_words
from reports.words import referral as referral_words
from reports.words import retest as retest_words
from reports.words import signs as sign_words
from reports.words import trainer as trainer_words

NEVER_SAID = re.compile(
    r"\b(weak\w*|causes?|caused|safe\w*|accura\w+|improv\w+|patients?|users?|prevent\w*|fix\w*"
    r"|correct posture|dangerous|serious|tests? your|nothing to worry)\b|!|\u2014",
    re.IGNORECASE,
)

NAMES = {
    words: "words",
    trainer_words: "trainer_words",
    referral_words: "(referral|words)",
    retest_words: "(retest_words|words)",
    sign_words: "(sign_words|words)",
}
"""What each is called where its texts are taken."""
MODULES = (*NAMES, form_words)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)


@pytest.mark.parametrize("module", MODULES)
def test_no_sentence_says_what_we_never_say(module: ModuleType) -> None:
    texts = [
        text for name, value in vars(module).items() if name.isupper() for text in texts_in(value)
    ]
    assert len(texts) > 20
    assert [text for text in texts if NEVER_SAID.search(text)] == []


@pytest.mark.parametrize("module", MODULES)
def test_diagnosis_is_only_said_to_say_that_this_is_none(module: ModuleType) -> None:
    for name, value in vars(module).items():
        for text in texts_in(value) if name.isupper() else ():
            assert "diagnos" not in text.lower() or "not a diagnosis" in text


def test_templates_hold_no_sentence_of_their_own() -> None:
    templates = files("reports") / "templates"
    for template in templates.iterdir():
        if template.name.endswith(".html"):
            text = re.sub(r"{[{%].*?[%}]}|<[^>]*>", " ", template.read_text(encoding="utf-8"))
            assert re.findall(r"[A-Za-z]{2,}", text) == [], template.name


@pytest.mark.heavy
def test_every_word_is_printed_somewhere() -> None:
    package = files("reports")
    used = "".join(
        file.read_text(encoding="utf-8")
        for file in Path(str(package)).rglob("*")
        if file.suffix in {".py", ".html"}
    )
    for module in NAMES:
        for name in vars(module):
            if name.isupper():
                assert re.search(rf"\b{NAMES[module]}\.{name}\b", used), name
