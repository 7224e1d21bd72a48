"""A card of the plan -> what is said of it, in one order for the screen and for plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def card_lines(card: Card, in_every: Sequence[str] = ()) -> Iterator[CardLine]:
    """Yield how *card* is done, then why, then what may stand in; its name, dose and stop apart.

    *in_every* is what is changed for the client in all exercises alike.
    """
    if card.kit:
        yield CardLine(f"{report_words.YOU_NEED}:", card.kit)
    yield CardLine(f"{report_words.START}:", card.start)
    yield from (CardLine(f"{number}.", step) for number, step in enumerate(card.steps, start=1))
    yield CardLine(f"{report_words.SLIP}:", card.slips)
    for name, changes in (
        (report_words.FOR_YOU, card.changes),
        (report_words.IN_EVERY_EXERCISE, in_every),
    ):
        if changes:
            yield CardLine(f"{name}:", " ".join(changes))
    yield CardLine("", words.HOW_HARD.format(effort=card.effort, pace=card.pace, rest=card.rest))
    if card.why:
        yield CardLine("", f"{card.why}.")
    yield from (CardLine(f"{way.name}:", way.text) for way in card.ways)


def stop_line(card: Card) -> CardLine:
    """Return when to stop *card*, which stays in sight."""
    return CardLine(report_words.STOP, card.stop_if)
