"""What is read of the review: all of it once, then only what is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assessment.plain import words
from assessment.plain.review_text import all_text, changed_text
from assessment.quiz.review import ReviewLine
from assessment.quiz.route import REVIEW
from assessment.records.drafts.draft import DraftFile
from tests.contract import all_best
from tests.plain.client import converse, setting_at


def line(name: str, answer: str = "Never", *, is_needed: bool = False) -> ReviewLine:
    return ReviewLine(name.lower(), name, answer, is_needed, is_needed, "You")


PAIN, SLEEP, KIT = line("Pain"), line("Sleep"), line("Kit")
BEFORE = (PAIN, SLEEP, KIT)


@pytest.mark.parametrize(
    ("now", "read"),
    [
        (BEFORE, (words.REVIEW_SAME,)),
        ((PAIN, replace(SLEEP, answer="Often"), KIT), ("2. Sleep: Often",)),
        ((*BEFORE, line("Goal", "Run")), ("4. Goal: Run",)),
        ((PAIN, SLEEP), ("Not asked any more: Kit.",)),
        (
            (PAIN, line("Goal", "Run"), SLEEP, KIT),
            ("2. Goal: Run", words.REVIEW_MOVED),
        ),
    ],
    ids=["nothing", "one answer", "one more", "one less", "one between"],
)
def test_only_what_is_new_is_read(now: tuple[ReviewLine, ...], read: tuple[str, ...]) -> None:
    said = tuple(changed_text(BEFORE, now))
    assert said in (read, (words.REVIEW_CHANGED, *read))


def test_an_answer_that_we_need_is_read_every_time() -> None:
    lines = (line("Bones", "not answered", is_needed=True), *BEFORE)
    assert list(changed_text(lines, lines))[1] == list(all_text(lines))[1]


def test_a_change_reads_one_line_and_a_reads_all_again(tmp_path: Path) -> None:
    context = setting_at(tmp_path)
    DraftFile(context.draft_path).append(all_best(), REVIEW)
    script = {"start": ["2"], "review": ["1", "a", ""], "age_years": ["66"]}
    _, said, _ = converse(context, script)
    _, first, second, *_ = said.split(words.REVIEW_HOW)
    assert words.REVIEW_CHANGED in first
    assert "1. age: 66" in first.lower()
    assert "Goal" not in first
    assert words.REVIEW_ALL_HOW in first
    assert len(second.splitlines()) > len(first.splitlines())
