"""What a page is made of, whoever shows it: choices, rows of counts, places. Knows no widget."""

from __future__ import annotations

from typing import NamedTuple

from questions.places import CountRow, Places, count_rows, places_among
from questions.questionnaire import Page, Questionnaire

LINE_KEYS = "123456789abcdefghi"
"""The keys of lines that are chosen from, in their order; no list is longer."""
ALL_KEY, NONE_KEY, NO_ANSWER_KEY = "+", "0", "-"
"""All of a list, none of it, and "I do not know", "not sure" or "I prefer not to say"."""


class Choice(NamedTuple):
    """One answer to choose: its key, its words, and what is stored (None: no answer)."""

    key: str
    label: str
    raw: str | int | None


def counts_of(questionnaire: Questionnaire, page: Page) -> tuple[CountRow, ...]:
    """Return the counts of *page*, each with its place in the list of recent injuries."""
    return count_rows(
        [questionnaire.by_id[one] for one in page.items], questionnaire.rules.injuries
    )


def places_of(questionnaire: Questionnaire, page: Page) -> Places:
    """Return the places of *page*: those of its first list, in that order."""
    return places_among([questionnaire.by_id[one] for one in page.items])
