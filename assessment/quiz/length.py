"""How long the quiz is: words to read and answers to give, and the minutes that they take.

The figures (words a minute, seconds an answer) stand in ``questions/bank/rules.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.core.answers import AnswerSheet
from assessment.core.interview import Interview, opens_section
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem
from questions.questionnaire import Page
from questions.rules import PaceRule

CALIBRATED_FROM = 10
"""Answers after which the person's own pace counts."""
LONGEST_PAUSE = 3.0
"""How much longer than expected one page may take before it counts as a break."""


@dataclass(frozen=True, slots=True)
class Length:
    """Words of questions, options and titles, and answers; both may be shares of what is open."""

    pages: float = 0
    words: float = 0
    answers: float = 0

    def __add__(self, other: Length) -> Length:
        """Return both together."""
        return Length(
            self.pages + other.pages, self.words + other.words, self.answers + other.answers
        )

    def times(self, share: float) -> Length:
        """Return a *share* of it."""
        return Length(self.pages * share, self.words * share, self.answers * share)

    def seconds(self, rule: PaceRule) -> float:
        """Return how long a calm reader needs."""
        return 60 * self.words / rule.words_a_minute + self.answers * rule.seconds_an_answer


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a person is: seconds that pages took, beside those that were expected."""

    answers: int = 0
    expected_s: float = 0.0
    took_s: float = 0.0

    def after(self, length: Length, took_s: float, rule: PaceRule) -> Pace:
        """Return the pace after a page of *length*; a long break counts as a part of it."""
        expected = length.seconds(rule)
        took = min(max(took_s, 0.0), LONGEST_PAUSE * expected)
        answers = self.answers + round(length.answers)
        return Pace(answers, self.expected_s + expected, self.took_s + took)

    @property
    def factor(self) -> float:
        """How many times the expected seconds the person takes; 1 before enough is known."""
        if self.answers < CALIBRATED_FROM or not self.expected_s:
            return 1.0
        return self.took_s / self.expected_s


def page_length(page: Page, sheet: AnswerSheet) -> Length:
    """Return the length of *page* as *sheet* asks it now."""
    questionnaire = sheet.questionnaire
    items = [questionnaire.by_id[one] for one in page.items if sheet.asks(one)]
    return _length(page, items, sheet)


def pace_after(pace: Pace, page: Page, sheet: AnswerSheet, took_s: float) -> Pace:
    """Return the *pace* after *page*, which was answered as *sheet* has it in *took_s*."""
    return pace.after(page_length(page, sheet), took_s, sheet.questionnaire.rules.pace)


def path_length(interview: Interview, sections: Iterable[str] = ()) -> Length:
    """Return the length of all pages that *interview* meets, those of *sections* left out."""
    left_out = set(sections)
    pages = (page for page in interview.pages if page.section not in left_out)
    return sum((page_length(page, interview.sheet) for page in pages), start=Length())


def length_left(interview: Interview, pages: Iterable[Page]) -> Length:
    """Return the length of *pages*, what is not decided yet by the share that it is likely."""
    share = interview.sheet.questionnaire.rules.pace.undecided_share
    return sum((_likely_length(page, interview.sheet, share) for page in pages), start=Length())


def minutes_left(left: Length, pace: Pace, rule: PaceRule) -> int:
    """Return about how many minutes *left* takes at that *pace*; at least one."""
    return max(1, round(left.seconds(rule) * pace.factor / 60))


def _likely_length(page: Page, sheet: AnswerSheet, share: float) -> Length:
    """Return the length of *page*: whole where it is asked, a share where nobody knows yet."""
    by_id = sheet.questionnaire.by_id
    asked = [by_id[one] for one in page.items if sheet.asks(one)]
    sure = [item for item in asked if not _is_undecided(item, sheet)]
    whole = _length(page, sure, sheet)
    if len(sure) == len(asked):
        return whole
    return whole.times(1 - share) + _length(page, asked, sheet).times(share)


def _is_undecided(item: Item, sheet: AnswerSheet) -> bool:
    return (
        item.opened_by is not None
        and item.id not in sheet.given
        and item.opened_by.holds(sheet.known) is None
    )


def _length(page: Page, items: list[Item], sheet: AnswerSheet) -> Length:
    """Return the length of *page* with *items* on it; nothing without any."""
    if not items:
        return Length()
    texts = [page.title or "", page.none_label or "", *(item.text for item in items)]
    match page.kind:
        case "checklist" | "ratings":
            texts += _options(items[0])
        case "body_map" | "counts":
            lists = [item for item in items if isinstance(item, ManyItem)]
            texts += [text for item in lists[:1] for text in _options(item)]
        case _:
            texts += [text for item in items for text in _options(item)]
    if opens_section(page, sheet):
        texts.append(sheet.questionnaire.section(page.section).intro)
    return Length(1, sum(len(text.split()) for text in texts), _answers(page, items, sheet))


def _options(item: Item) -> list[str]:
    match item:
        case ManyItem():
            extra = [item.none_label, item.all_label or ""]
            return [option.label for option in item.options] + extra
        case ChoiceItem() | ScaleItem() | CheckItem():
            return [option.label for option in item.options]
    return []


def _answers(page: Page, items: list[Item], sheet: AnswerSheet) -> int:
    """Return how many answers *page* takes: one says no to a whole list."""
    if page.kind in ("single", "ratings", "group"):
        return len(items)
    said = (sheet.given.get(item.id) for item in items if isinstance(item, CheckItem | NumberItem))
    return max(1, sum(bool(answer) and answer != "no" for answer in said))
