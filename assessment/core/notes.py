"""What a reader of the answers should know about them, beside what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from assessment.core.answers import AnswerSheet

NoteKind: TypeAlias = Literal["pain_not_among_hurts", "answer_to_closed_item"]
"""What a note is about."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on ``items``, in one sentence."""

    id: NoteKind
    items: tuple[str, ...]
    text: str


def notes_on(sheet: AnswerSheet) -> Iterator[Note]:
    """Yield the notes on *sheet*: answers that count though what opens them says otherwise."""
    against = [
        item
        for item in sheet.questionnaire.conditional
        if item.opened_by
        and sheet.given.get(item.id) not in (None, item.implied)
        and item.opened_by.holds(sheet.known) is False
    ]
    pains = tuple(one.id for one in against if one.id in sheet.questionnaire.rules.pain.regions)
    others = tuple(one.id for one in against if one.id not in pains)
    if pains:
        named = ", ".join(pains)
        yield Note(
            "pain_not_among_hurts",
            pains,
            f"Pain that hurts does not name, counted all the same: {named}.",
        )
    if others:
        named = ", ".join(others)
        yield Note(
            "answer_to_closed_item",
            others,
            f"Answers to questions that another answer closed, counted all the same: {named}.",
        )
