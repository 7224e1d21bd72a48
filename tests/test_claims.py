"""What the evidence does not support is said nowhere (docs/evidence.md 1.5 and 7.3)."""

from __future__ import annotations

import re

import pytest

from assessment.catalogue.model import Catalogue
from questions.questionnaire import Questionnaire
from tests.cases import each
from tests.claims import CLAIMS, TRUE, Claim
from tests.texts import README, every_text

WITH_README = pytest.mark.skipif(not README.is_file(), reason="README.md is not beside the tests")

DENIED = re.compile(
    r"\b(no agreement|not known|no source|does not tell|do not call|not been checked)\b",
    re.IGNORECASE,
)
"""Words with which a sentence names a claim in order to deny it."""


def sentences_of(text: str) -> list[str]:
    return re.split(r"(?<=[.!?;])\s+", text)


def found_in(text: str, claim: Claim) -> list[str]:
    """Return the sentences of *text* that make *claim* and do not deny it."""
    return [
        sentence
        for sentence in sentences_of(text)
        if any(re.search(pattern, sentence, re.IGNORECASE) for pattern in claim.patterns)
        and not DENIED.search(sentence)
    ]


@pytest.fixture(scope="module")
def texts(questionnaire: Questionnaire, catalogue: Catalogue) -> dict[str, str]:
    return every_text(questionnaire, catalogue)


@each("claim", CLAIMS.values())
def test_a_claim_without_support_is_made_nowhere(claim: Claim, texts: dict[str, str]) -> None:
    found = {place: said for place, text in texts.items() if (said := found_in(text, claim))}
    assert found == {}


@each("claim", CLAIMS.values())
def test_each_claim_would_be_caught_and_its_true_neighbour_not(claim: Claim) -> None:
    missed = [sentence for sentence in claim.caught if not found_in(sentence, claim)]
    wrong = [sentence for sentence in (*claim.fine, *TRUE) if found_in(sentence, claim)]
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("bank/posterior-chain.items[", "Getting up from a low chair"),
        ("catalogue/Catalogue.exercises[", "EMG ranks exercises for choice only"),
        ("catalogue/Catalogue.exercises[", "The same, lying face down on a mat"),
        ("catalogue/Catalogue.cautions[", "Bending with a weight waits."),
        ("catalogue/Catalogue.references[", "which of the two comes first is not known"),
        ("paper.", "This is a screen, not a diagnosis."),
        ("referral.", "Come back when you are well"),
        ("screen.", "You can go back at any time."),
        pytest.param("README", "It works offline.", marks=WITH_README),
    ],
)
def test_every_kind_of_text_is_looked_at(texts: dict[str, str], place: str, words: str) -> None:
    assert any(where.startswith(place) and words in text for where, text in texts.items())


def test_titles_of_references_are_quoted_as_they_are(texts: dict[str, str]) -> None:
    assert not any("Prevalence of gluteus medius weakness" in text for text in texts.values())
