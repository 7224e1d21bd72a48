"""Which page comes next, back, what is hidden, how far along.

An interview is a value: each step returns the next one, so going back costs nothing and
nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from assessment.core.answers import AnswerError, AnswerSheet
from questions.questionnaire import Page, Questionnaire


@dataclass(frozen=True)
class Interview:
    """A questionnaire being answered; ``page`` is None on the review at the end."""

    sheet: AnswerSheet
    page: Page | None

    @classmethod
    def start(cls, questionnaire: Questionnaire) -> Interview:
        """Return an interview at the first page, nothing answered."""
        return cls(AnswerSheet.of(questionnaire, {}), questionnaire.pages[0])

    @classmethod
    def resume(cls, sheet: AnswerSheet, page_id: str | None) -> Interview:
        """Return an interview with *sheet*, at page *page_id* if it is still asked.

        Where it is not (or not known), at the first page with nothing answered, or at the
        review if there is none.
        """
        interview = cls(sheet, None)
        for page in interview.pages:
            if page.id == page_id:
                return replace(interview, page=page)
        untouched = (page for page in interview.pages if not interview.answered(page))
        return replace(interview, page=next(untouched, None))

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages with at least one item that is asked, in order."""
        return tuple(
            page
            for page in self.sheet.questionnaire.pages
            if any(self.sheet.asks(item_id) for item_id in page.items)
        )

    @property
    def number(self) -> int:
        """Where the current page stands among ``pages``, from 1; the review is one more.

        A page that its own answer closed (a yes that kept it open became a no) stands where it
        stood.
        """
        return len(self._before) + 1

    @property
    def total(self) -> int:
        """How many pages apply, as far as the answers tell so far."""
        return len(self.pages)

    @cached_property
    def _before(self) -> tuple[Page, ...]:
        """The pages that are asked before the current one."""
        here = self.page.id if self.page else None
        order = (page.id for page in self.sheet.questionnaire.pages)
        passed = set(takewhile(lambda page_id: page_id != here, order))
        return tuple(page for page in self.pages if page.id in passed)

    def items(self, page: Page) -> tuple[str, ...]:
        """Return the items of *page* that are asked."""
        return tuple(item_id for item_id in page.items if self.sheet.asks(item_id))

    def answered(self, page: Page) -> bool:
        """Return whether every item of *page* that is asked has an answer."""
        return all(self.sheet.get(item_id) is not None for item_id in self.items(page))

    def answer(self, answers: Mapping[str, object]) -> Interview:
        """Return the interview after *answers* (item id to raw answer) on this page.

        Answers to items that are not on the current page are left out: they come from a
        key pressed twice.

        Raises:
            AnswerError: One does not fit its item; nothing is taken over then.
        """
        if self.page is None:
            return self
        here = {item: raw for item, raw in answers.items() if item in self.page.items}
        return replace(self, sheet=self.sheet.with_answers(here))

    def forward(self) -> Interview:
        """Return the interview at the next page that applies, or at the review.

        Raises:
            AnswerError: The page holds a required item without an answer.
        """
        if self.page is None:
            return self
        for item_id in self.items(self.page):
            item = self.sheet.questionnaire.by_id[item_id]
            if item.required and self.sheet.get(item_id) is None:
                raise AnswerError("We need this answer to go on.")
        following = (page for page in self.pages[len(self._before) :] if page != self.page)
        return replace(self, page=next(following, None))

    def back(self) -> Interview:
        """Return the interview at the page before, which is the first at the least."""
        return replace(self, page=self._before[-1] if self._before else self.pages[0])

    def go_to(self, page_id: str) -> Interview:
        """Return the interview at page *page_id*.

        Raises:
            KeyError: No page that applies has this id.
        """
        for page in self.pages:
            if page.id == page_id:
                return replace(self, page=page)
        raise KeyError(page_id)

    def review(self) -> Interview:
        """Return the interview at the review."""
        return replace(self, page=None)


def opens_section(page: Page, sheet: AnswerSheet) -> bool:
    """Return whether *page* is the first one of its section that is asked."""
    asked = (
        one
        for one in sheet.questionnaire.pages
        if one.section == page.section and any(map(sheet.asks, one.items))
    )
    return next(asked, None) == page
