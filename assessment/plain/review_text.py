"""The review as lines: all answers the first time, then only what is new in them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.plain import words
from assessment.quiz import words as screen_words
from assessment.quiz.review import ReviewLine


def all_text(lines: Sequence[ReviewLine]) -> Iterator[str]:
    """Yield all answers, each with the number that changes it."""
    yield screen_words.REVIEW
    yield from (_numbered(number, line) for number, line in enumerate(lines, start=1))


def changed_text(before: Sequence[ReviewLine], lines: Sequence[ReviewLine]) -> Iterator[str]:
    """Yield the lines that are not as they were *before*, and those without an answer we need."""
    numbers = {line.page_id: number for number, line in enumerate(before, start=1)}
    new = [
        (number, line)
        for number, line in enumerate(lines, start=1)
        if line.is_needed or line not in before
    ]
    asked = {line.page_id for line in lines}
    gone = [line.name for line in before if line.page_id not in asked]
    if not new and not gone:
        yield words.REVIEW_SAME
        return
    yield words.REVIEW_CHANGED
    yield from (_numbered(number, line) for number, line in new)
    yield from (words.REVIEW_GONE.format(name=name) for name in gone)
    if any(numbers.get(line.page_id, at) != at for at, line in enumerate(lines, start=1)):
        yield words.REVIEW_MOVED


def _numbered(number: int, line: ReviewLine) -> str:
    text = words.LINE.format(key=number, label=f"{line.name}: {line.answer}")
    return words.NEEDED.format(line=f"{text}.") if line.is_needed else text
