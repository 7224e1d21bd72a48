"""The way through the interview as the screens take it: what is optional, where it stops early.

Pure: each step returns the next route.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.core.answers import AnswerSheet
from assessment.core.gate import gate
from assessment.core.interview import Interview
from questions.model import CheckItem, Item, Urgency
from questions.questionnaire import Page

MEASUREMENTS = "tests"
"""A section with a way of its own."""
CANNOT_STAND = "cannot_stand"
"""The caution of a client for whom no measurement was made."""
REVIEW = "review"
"""Stands in a draft for the review, where no page is open."""


@dataclass(frozen=True)
class Route:
    """Where a client stands.

    ``measuring``: a trainer takes measurements. ``changing``: the page was chosen on the
    review, and the review comes after it. ``declined``: items left without an answer on
    purpose, so that going back shows it. ``seen``: items that were asked already when a page
    was chosen on the review; what a change opens is none of them.
    """

    interview: Interview
    measuring: bool = False
    changing: bool = False
    declined: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()

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

        An emergency or what needs help the same day ends the questions at once; before the
        latter a follow-up that could make it an emergency is asked.
        """
        urgencies = {flag.urgency for flag in gate(self.interview.sheet).flags}
        return Urgency.EMERGENCY in urgencies or (
            Urgency.SAME_DAY in urgencies and not any(self._urgent_follow_ups())
        )

    @property
    def ending(self) -> tuple[CheckItem, ...]:
        """The answers that need help at once or the same day, the most urgent ones alone."""
        sheet = self.interview.sheet
        said = [check for check in sheet.questionnaire.checks if sheet.is_up(check.id)]
        for urgency in (Urgency.EMERGENCY, Urgency.SAME_DAY):
            if found := tuple(check for check in said if check.urgency is urgency):
                return found
        return ()

    def to_ending(self) -> Route:
        """Return the route at the page on which an answer that ends the questions can be changed.

        An own yes counts also where an earlier answer closed its question: nobody gets there
        by going on.
        """
        ids = {check.id for check in self.ending}
        pages = [page for page in self.interview.pages if not ids.isdisjoint(page.items)]
        if not pages or self.page in pages:
            return self
        return replace(self, interview=self.interview.go_to(pages[0].id))

    def answer(self, answers: Mapping[str, object]) -> Route:
        """Return the route after *answers* to the open page, which stays open.

        Raises:
            AnswerError: One does not fit its item.
        """
        interview = self.interview.answer(answers)
        left_out = {
            item for item, raw in answers.items() if raw is None and interview.sheet.asks(item)
        }
        return replace(
            self, interview=interview, declined=(self.declined - answers.keys()) | left_out
        )

    def onward(self) -> Route:
        """Return the route one page on.

        Measurements are passed by where they are not offered. After a change the review
        comes next, unless the change brought up questions without an answer.

        Raises:
            AnswerError: The page holds a required item without an answer.
        """
        following = self.interview.forward()
        seen = self.seen.union(self.page.items if self.page else ())
        if self.changing:
            brought_up = next(self._brought_up(seen), None)
            following = following.go_to(brought_up.id) if brought_up else following.review()
        elif (
            following.page is not None
            and is_measurement(following.page)
            and not may_be_measured(following.sheet)
        ):
            following = following.review()
        changing = self.changing and bool(following.page)
        return replace(self, interview=following, changing=changing, seen=seen)

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
        sheet = self.interview.sheet
        seen = frozenset(item.id for item in sheet.questionnaire.items if is_open(item, sheet))
        return replace(self, interview=self.interview.go_to(page_id), changing=True, seen=seen)

    def _brought_up(self, seen: frozenset[str]) -> Iterator[Page]:
        """Yield the pages with a question that is none of those *seen* and has no answer."""
        sheet = self.interview.sheet
        for page in self.interview.pages:
            opened = any(
                item not in seen
                and sheet.get(item) is None
                and is_open(sheet.questionnaire.by_id[item], sheet)
                for item in page.items
            )
            if opened and (self.measuring or not is_measurement(page)):
                yield page

    def _urgent_follow_ups(self) -> Iterator[CheckItem]:
        """Yield what is asked and not answered yet, and could make a flag an emergency."""
        sheet = self.interview.sheet
        for check in sheet.questionnaire.checks:
            could_raise = check.follow_up_of and check.urgency is Urgency.EMERGENCY
            if could_raise and sheet.asks(check.id) and sheet.get(check.id) is None:
                yield check


def is_open(item: Item, sheet: AnswerSheet) -> bool:
    """Return whether *item* is asked, and not only because nobody knows yet."""
    return sheet.asks(item.id) and (
        item.condition is None or bool(item.condition.holds(sheet.known))
    )


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
    """Return whether measurements are offered: not with a red flag, nor to who cannot stand."""
    result = gate(sheet)
    return not result.flags and CANNOT_STAND not in result.cautions
