"""A card of the plan -> what is said of it, in one order for the screen and for plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.quiz import words
from reports.sheets.plan.training import Card
from reports.words import common as report_words


@dataclass(frozen=True, slots=True)
class CardLine:
    """One thing said of an exercise; ``label`` is empty where the text speaks for itself."""

    label: str
    text: str

    @property
    def plain(self) -> str:
        """All of it on one line."""
        return f"{self.label} {self.text}" if self.label else self.text


def card_lines(card: Card) -> Iterator[CardLine]:
    """Yield how *card* is done, then why, then what may stand in; its name, dose and stop apart."""
    if card.kit:
        yield CardLine(f"{report_words.YOU_NEED}:", card.kit)
    yield CardLine(f"{report_words.START}:", card.start)
    yield from (CardLine(f"{number}.", step) for number, step in enumerate(card.steps, start=1))
    yield CardLine(f"{report_words.SLIP}:", card.slips)
    if card.changes:
        yield CardLine(f"{report_words.FOR_YOU}:", " ".join(card.changes))
    yield CardLine("", words.HOW_HARD.format(effort=card.effort, pace=card.pace, rest=card.rest))
    if card.why:
        yield CardLine("", f"{card.why}.")
    yield from (CardLine(f"{way.name}:", way.text) for way in card.ways)


def stop_line(card: Card) -> CardLine:
    """Return when to stop *card*, which stays in sight."""
    return CardLine(report_words.STOP, card.stop_if)
