"""The chapters of the way by name: those behind the client ticked, the open one marked."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assessment.quiz import words
from assessment.quiz.page_view import ChapterStep

OPEN_STYLE = "bold $primary"


class ChapterLine(Widget):
    """All chapters in one row; where not all names fit, the open one is named alone."""

    chapters: reactive[tuple[ChapterStep, ...]] = reactive(())

    def render(self) -> Content:
        """Return the names that fit."""
        whole = Content(words.CHAPTER_BETWEEN).join(map(_named, self.chapters))
        if whole.cell_length <= self.size.width:
            return whole
        return Content(words.CHAPTER_CLOSE).join(map(_short, self.chapters))


class ChapterColumn(Widget):
    """The same below each other, where a wide window has room beside the question."""

    chapters: reactive[tuple[ChapterStep, ...]] = reactive(())

    def render(self) -> Content:
        """Return a row for each chapter, with air between."""
        rows = (Content(" ").join((_sign(one), _styled(one, one.title))) for one in self.chapters)
        return Content("\n\n").join(rows)


def _named(step: ChapterStep) -> Content:
    if step.is_open:
        return _styled(step, words.CHAPTER_OPEN.format(title=step.title))
    return Content((words.CHAPTER_DONE if step.is_done else "{title}").format(title=step.title))


def _short(step: ChapterStep) -> Content:
    return _named(step) if step.is_open else _sign(step)


def _sign(step: ChapterStep) -> Content:
    if step.is_open:
        return _styled(step, words.CHAPTER_OPEN.format(title="").strip())
    return Content(words.CHAPTER_IS_DONE if step.is_done else words.CHAPTER_TO_COME)


def _styled(step: ChapterStep, text: str) -> Content:
    return Content.styled(text, OPEN_STYLE) if step.is_open else Content(text)
