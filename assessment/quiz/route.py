"""The way through the interview as the screens take it: what is optional, where it stops early.

Pure: each step returns the next route.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.core.answers import AnswerSheet
from assessment.core.gate import Outcome, gate
from assessment.core.interview import Interview
from questions.questionnaire import Page

SAFETY, MEASUREMENTS = "safety", "tests"
"""Sections with a way of their own."""
NOT_MEASURED_WITH = "high_bp"
"""The caution with which the bank's own words leave out every measurement."""
REVIEW = "review"
"""Stands in a draft for the review, where no page is open."""


@dataclass(frozen=True)
class Route:
    """Where a client stands.

    ``measuring``: a trainer takes measurements. ``changing``: the page was chosen on the
    review, and the review comes after it. ``declined``: pages left without an answer on
    purpose, so that going back shows it.
    """

    interview: Interview
    measuring: bool = False
    changing: bool = False
    declined: frozenset[str] = frozenset()

    @classmethod
    def resume(cls, sheet: AnswerSheet, page: str | None) -> Route:
        """Return the route of a draft: its *sheet*, and the *page* that was open."""
        interview = Interview.resume(sheet, page)
        if page == REVIEW:
            interview = interview.review()
        return cls(interview, measuring=was_measured(sheet))

    @property
    def page(self) -> Page | None:
        """The page that is open; None on the review."""
        return self.interview.page

    @property
    def place(self) -> str:
        """What stands for the open page in a draft."""
        return self.page.id if self.page else REVIEW

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before, or a review to go back to."""
        return self.changing or self.interview.number > 1

    @property
    def asks_to_measure(self) -> bool:
        """Whether the next thing to ask is if a trainer takes measurements."""
        return self.page is not None and is_measurement(self.page) and not self.measuring

    @property
    def is_complete(self) -> bool:
        """Whether every question is behind the client, measurements apart."""
        return self.page is None or self.asks_to_measure

    @property
    def is_over(self) -> bool:
        """Whether nothing that is still to come matters now.

        An emergency ends the questions at once. What needs help the same day ends them when
        the safety questions, which could make it more urgent, are through.
        """
        match gate(self.interview.sheet).outcome:
            case Outcome.EMERGENCY:
                return True
            case Outcome.SAME_DAY:
                to_come = self.interview.pages[self.interview.number :]
                return all(
                    page.section != SAFETY or self.interview.answered(page) for page in to_come
                )
            case _:
                return False

    def answer(self, answers: Mapping[str, object]) -> Route:
        """Return the route after *answers* to the open page, which stays open.

        Raises:
            AnswerError: One does not fit its item.
        """
        page = {self.page.id} if self.page else set()
        left_out = all(raw is None for raw in answers.values())
        return replace(
            self,
            interview=self.interview.answer(answers),
            declined=self.declined | page if left_out else self.declined - page,
        )

    def onward(self) -> Route:
        """Return the route one page on.

        Measurements are passed by where they are not offered. After a change the review
        comes next, unless the change brought up questions without an answer.

        Raises:
            AnswerError: The page holds a required item without an answer.
        """
        following = self.interview.forward()
        if self.changing:
            brought_up = next(self._brought_up(), None)
            following = following.go_to(brought_up.id) if brought_up else following.review()
        elif (
            following.page is not None
            and is_measurement(following.page)
            and not may_be_measured(following.sheet)
        ):
            following = following.review()
        return replace(self, interview=following, changing=self.changing and bool(following.page))

    def back(self) -> Route:
        """Return the route one page back; from a change, at the review."""
        if self.changing:
            return replace(self, interview=self.interview.review(), changing=False)
        if self.page is not None:
            return replace(self, interview=self.interview.back())
        pages = self.interview.pages if self.measuring else questions(self.interview)
        return replace(self, interview=self.interview.go_to(pages[-1].id))

    def measure(self, *, wanted: bool) -> Route:
        """Return the route at the first measurement, or at the review where none is *wanted*."""
        if wanted:
            return replace(self, measuring=True, changing=False)
        return replace(self, interview=self.interview.review(), changing=False)

    def change(self, page_id: str) -> Route:
        """Return the route at a page chosen on the review."""
        return replace(self, interview=self.interview.go_to(page_id), changing=True)

    def _brought_up(self) -> Iterator[Page]:
        """Yield the pages to come that only some clients see and that nobody answered yet."""
        by_id = self.interview.sheet.questionnaire.by_id
        for page in self.interview.pages[self.interview.number :]:
            for_some = any(by_id[item_id].asked_when for item_id in page.items)
            passed = page.id in self.declined or self.interview.answered(page)
            if for_some and not passed and (self.measuring or not is_measurement(page)):
                yield page


def is_measurement(page: Page) -> bool:
    """Return whether *page* asks for a measurement with a trainer."""
    return page.section == MEASUREMENTS


def questions(interview: Interview) -> tuple[Page, ...]:
    """Return the pages that every client answers."""
    return tuple(page for page in interview.pages if not is_measurement(page))


def measurements(interview: Interview) -> tuple[Page, ...]:
    """Return the pages of the optional measurements."""
    return tuple(page for page in interview.pages if is_measurement(page))


def was_measured(sheet: AnswerSheet) -> bool:
    """Return whether any measurement was entered."""
    items = sheet.questionnaire.items_of(MEASUREMENTS)
    return any(sheet.get(item.id) is not None for item in items)


def may_be_measured(sheet: AnswerSheet) -> bool:
    """Return whether measurements are offered: not with a red flag, nor at 160/100 or more."""
    judged = gate(sheet)
    return not judged.flags and NOT_MEASURED_WITH not in judged.cautions
