"""The chapters of the way by name: those behind the client ticked, the open one marked."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assessment.quiz import words
from assessment.quiz.page_view import ChapterStep


class ChapterLine(Widget):
    """A line of one row; where not all names fit, the open chapter alone."""

    chapters: reactive[tuple[ChapterStep, ...]] = reactive(())

    def render(self) -> Content:
        """Return the names that fit."""
        whole = Content(words.CHAPTER_BETWEEN).join(map(_named, self.chapters))
        if whole.cell_length <= self.size.width:
            return whole
        for number, one in enumerate(self.chapters, start=1):
            if one.is_open:
                short = words.CHAPTER_OF.format(
                    title=one.title, number=number, total=len(self.chapters)
                )
                return Content.styled(short, "bold $primary")
        return Content("")


def _named(step: ChapterStep) -> Content:
    if step.is_open:
        return Content.styled(words.CHAPTER_OPEN.format(title=step.title), "bold $primary")
    return Content((words.CHAPTER_DONE if step.is_done else "{title}").format(title=step.title))
