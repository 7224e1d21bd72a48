"""How old a reader must be for a text: the grade of Flesch and Kincaid (1975).

grade = 0.39 x words / sentences + 11.8 x syllables / words - 15.59, and a pupil of grade g in the
United States is g + 5 to g + 6 years old, so that grade 6 is an age of 11 to 12. Syllables are
counted by rules; words that the rules miscount stand in ``KNOWN``.
"""

from __future__ import annotations

import re

KNOWN = {
    "area": 3,
    "areas": 3,
    "being": 2,
    "client": 2,
    "client's": 2,
    "create": 2,
    "caesarean": 4,
    "diabetes": 4,
    "doing": 2,
    "every": 2,
    "everything": 3,
    "everyday": 3,
    "exercise": 3,
    "exercises": 4,
    "going": 2,
    "idea": 3,
    "machine": 2,
    "medicine": 3,
    "medicines": 4,
    "muscle": 2,
    "muscles": 2,
    "people": 2,
    "people's": 2,
    "quiet": 2,
    "science": 2,
    "something": 2,
    "someone": 2,
    "sometimes": 2,
    "therefore": 2,
    "trial": 2,
    "usual": 3,
    "usually": 4,
}
NUMBER_WORDS = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
VOWELS = re.compile(r"[aeiouy]+")
TWO_SOUNDS = re.compile(r"i(?:a|o(?!u|n)|um)|[^qg]ua(?!r)|eo|ying")
"""Vowels beside each other that are spoken apart, as in "diary" or "lying"."""
SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"  # make, while; not table
    r"|(?<=[^aeiouylsxzcgh])es$|(?<=th)es$|(?<=[aeiouy]l)es$"  # makes, bathes; not muscles, boxes
    r"|(?<=[^aeiouytd])ed$"  # walked; not needed
    r"|(?<=[aeiouy][^aeiouy])e(?=ments?$)|(?<=[vcrkmtds])e(?=ly$|ness$|ful$)"  # movement, severely
)
"""An e that is written and not spoken."""


def grade(text: str) -> float:
    """Return the grade of *text*."""
    words = words_of(text)
    sentences = max(len([part for part in SENTENCE_END.split(text) if words_of(part)]), 1)
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def words_of(text: str) -> list[str]:
    """Return the words of *text*; a number is one word of one syllable."""
    return WORD.findall(NUMBER_WORDS.sub("one", text))


def syllables_of(word: str) -> int:
    """Return the number of syllables of *word*."""
    lower = word.lower().replace("’", "'")
    if lower in KNOWN:
        return KNOWN[lower]
    stem = lower.removesuffix("'s")
    count = len(VOWELS.findall(stem)) + len(TWO_SOUNDS.findall(stem))
    count -= len(SILENT.findall(stem))
    return max(count, 1)
