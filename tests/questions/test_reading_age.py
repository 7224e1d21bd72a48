"""The quiz can be read at 11 to 12 years: grade 6 of Flesch and Kincaid, under 7."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from questions.questionnaire import Questionnaire
from tests.cases import each
from tests.reading_age import grade, syllables_of, words_of

MOST_OVERALL, MOST_OF_ONE = 6.0, 7.0


def sentences(*texts: str) -> str:
    """Return *texts* as sentences after one another."""
    whole = (" ".join(text.split()) for text in texts)
    return " ".join(text if text[-1] in ".?!" else f"{text}." for text in whole)


def asked(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """Yield what a client reads on each question, and a trainer of each measurement."""
    for item in questionnaire.items:
        yield item.id, sentences(item.text, item.help)
        if item.details:
            yield f"{item.id}: details", sentences(item.details)
    for section in questionnaire.sections:
        yield section.id, sentences(section.title, section.intro)
    for protocol in questionnaire.protocols:
        yield protocol.id, sentences(*protocol.steps, *protocol.stop_if, protocol.note)


def test_every_question_can_be_read_at_11_to_12(questionnaire: Questionnaire) -> None:
    hard = {name: grade(text) for name, text in asked(questionnaire) if grade(text) >= MOST_OF_ONE}
    assert not hard


def test_the_whole_bank_is_easier_still(questionnaire: Questionnaire) -> None:
    assert grade(" ".join(text for _, text in asked(questionnaire))) < MOST_OVERALL


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        # A line from a primer, and one from a speech to grown-up people.
        ("The cat sat on the mat.", -2.0, 1.0),
        (
            "Four score and seven years ago our fathers brought forth on this continent, a new "
            "nation, conceived in Liberty, and dedicated to the proposition that all men are "
            "created equal.",
            13.0,
            17.0,
        ),
    ],
)
def test_the_measure_tells_easy_from_hard(text: str, least: float, most: float) -> None:
    assert least <= grade(text) <= most


def test_the_formula_is_that_of_1975() -> None:
    # 5 words, 1 sentence, 7 syllables: 0.39 x 5 + 11.8 x 7 / 5 - 15.59
    assert words_of("People never read long sentences.") == [
        "People",
        "never",
        "read",
        "long",
        "sentences",
    ]
    assert grade("People never read long words.") == pytest.approx(0.39 * 5 + 11.8 * 7 / 5 - 15.59)


@each(
    ("word", "count"),
    [
        *(("are", 1), ("makes", 1), ("bones", 1), ("walked", 1), ("see", 1), ("twice", 1)),
        *(("table", 2), ("muscles", 2), ("needed", 2), ("places", 2), ("lying", 2), ("severe", 2)),
        *(("medicine", 3), ("area", 3), ("replacement", 3), ("severely", 3)),
        *(("exercises", 4), ("diabetes", 4), ("physiotherapist", 6), ("osteoporosis", 6)),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables_of(word) == count
