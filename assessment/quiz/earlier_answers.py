"""What a client answered last time, to stand beside the questions of a re-test. Pure.

It is shown and never chosen: an answer of today has to be given today.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.core.answers import AnswerSheet, Value
from assessment.quiz import words
from questions.model import CheckItem, NumberItem
from reports.words.phrasing import answer_in_words

NO = "no"


@dataclass(frozen=True)
class Earlier:
    """The answers of the last screening; without a sheet there are none."""

    sheet: AnswerSheet | None = None

    def mark(self, item_id: str, raw: object) -> str:
        """Return what stands behind the answer *raw* if it was given last time, else nothing."""
        value = self._value(item_id)
        given = raw in value if isinstance(value, tuple) else value == raw
        return words.MARK_LAST_TIME if value is not None and given else ""

    def mark_none(self, item_id: str) -> str:
        """Return what stands behind "none" if nothing was ticked last time, else nothing."""
        return words.MARK_LAST_TIME if self._value(item_id) == () else ""

    def mark_no(self, items: Iterable[str]) -> str:
        """Return what stands behind "none of these" if all *items* were no, else nothing."""
        values = [self._value(one) for one in items]
        return words.MARK_LAST_TIME if values and set(values) == {NO} else ""

    def mark_zero(self, items: Iterable[str]) -> str:
        """Return what stands behind "none of these" if all the counts *items* were 0."""
        values = [self._value(one) for one in items]
        return words.MARK_LAST_TIME if values and set(values) == {0} else ""

    def beside(self, item_id: str) -> str:
        """Return what stands beside an item, such as ``(last time: 3)``; empty for no answer.

        A check that was no says nothing: seven times "no" would hide a yes.
        """
        value = self._value(item_id)
        if self.sheet is None or value is None:
            return ""
        item = self.sheet.questionnaire.by_id[item_id]
        if isinstance(item, CheckItem) and value == NO:
            return ""
        is_number = isinstance(item, NumberItem)  # its unit stands beside it already
        said = f"{value:g}" if is_number else answer_in_words(item, value)
        return words.LAST_TIME.format(answer=said)

    def was(self, item_id: str) -> str:
        """Return the same in a row of numbers, where there is little room: ``(was 3)``."""
        value = self._value(item_id)
        return "" if value is None else words.WAS.format(answer=value)

    def _value(self, item_id: str) -> Value | None:
        if self.sheet is None or item_id not in self.sheet.questionnaire.by_id:
            return None
        return self.sheet.given.get(item_id)  # what was implied nobody said


FIRST_TIME = Earlier()
