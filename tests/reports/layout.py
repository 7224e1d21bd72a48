"""What a printer's eye looks for on laid-out pages: nothing cut, nothing over another, no orphan.

It reads the boxes that WeasyPrint laid out, all in CSS pixels from the top left of a page.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import pytest

from reports.pdf import rendering

SLACK = 0.7
"""Pixels by which a text may stand out: a fifth of a millimetre."""
WHOLE = {"card", "session", "signing", "columns", "pain", "clinician", "notes"}
"""Classes of what stays on one page."""
HEADS = {"h1", "h2", "h3", "thead"}
"""What may not be the last on a page."""


@dataclass(frozen=True)
class Text:
    """A piece of a line: what it says, where its letters are, and what is around it."""

    says: str
    left: float
    top: float
    right: float
    bottom: float
    around: frozenset[str]
    """Tags and classes; "margin" for what repeats in the margins of each page."""

    def meets(self, other: Text) -> bool:
        """Return whether some of the one is printed over the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > SLACK and down > SLACK


def printed(html: str, day: datetime.date) -> tuple[bytes, list[str]]:
    """Return *html* as a PDF, and all that is wrong with how it is laid out."""
    kept: list[Any] = []
    finish = rendering._finish

    def look(document: Any, made: Any) -> None:
        kept.append(document)
        finish(document, made)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "_finish", look)
        content = rendering.pdf_of(html, day)
    return content, list(faults_of(kept[0]))


def faults_of(document: Any) -> Iterator[str]:
    """Yield what is wrong with the pages of *document*, laid out by WeasyPrint."""
    seen: dict[Any, int] = {}
    for number, page in enumerate(document.pages, start=1):
        texts = list(_texts(page._page_box, frozenset()))
        for fault in (*_cut(texts, page._page_box), *_over(texts), *_orphans(texts)):
            yield f"page {number}: {fault}"
        for element in set(_whole_elements(page._page_box)):
            if seen.setdefault(element, number) != number:
                yield f"page {number}: a {element.get('class') or element.tag} is split"


def _texts(box: Any, around: frozenset[str]) -> Iterator[Text]:
    box = getattr(box, "_box", box)
    kind = type(box).__name__
    if kind == "TextBox":
        if says := box.text.strip():
            top, bottom = (box.position_y + part * box.height for part in (0.22, 0.8))
            yield Text(says, box.position_x, top, box.position_x + box.width, bottom, around)
        return
    tags = {"margin"} if kind == "MarginBox" else {str(box.element_tag).partition("::")[0]}
    if box.element is not None:
        tags |= {*box.element.get("class", "").split()}
    for child in getattr(box, "children", ()):
        yield from _texts(child, around | tags)


def _cut(texts: list[Text], page: Any) -> Iterator[str]:
    left, top = page.content_box_x(), page.content_box_y()
    right, bottom = left + page.width, top + page.height
    for text in texts:
        if "margin" in text.around:
            inside = text.left >= 0 and text.right <= page.margin_width()
            inside &= bottom <= text.top and text.bottom <= page.margin_height()
        else:
            inside = left - SLACK <= text.left and text.right <= right + SLACK
            inside &= top - SLACK <= text.top and text.bottom <= bottom + SLACK
        if not inside:
            yield f"{text.says[:40]!r} is not inside"


def _over(texts: list[Text]) -> Iterator[str]:
    downward = sorted(texts, key=lambda text: text.top)
    for at, one in enumerate(downward, start=1):
        for other in takewhile(lambda text: text.top < one.bottom, downward[at:]):  # noqa: B023
            if one.meets(other):
                yield f"{one.says[:40]!r} and {other.says[:40]!r} lie one over the other"


def _orphans(texts: list[Text]) -> Iterator[str]:
    body = [text for text in texts if "margin" not in text.around]
    if not body:
        yield "is empty"
    elif body[-1].around & HEADS and "notes" not in body[-1].around:  # lines for a pen follow
        yield f"{body[-1].says[:40]!r} is alone at the foot"


def _whole_elements(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    element = box.element
    if box.element_tag == "thead":  # comes again on each page of a long table
        return
    if element is not None and (
        element.tag == "tr" or WHOLE & set(element.get("class", "").split())
    ):
        yield element
    for child in getattr(box, "children", ()):
        yield from _whole_elements(child)
