"""How a measurement is taken -> the paragraphs of the help beside it."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.quiz import words
from questions.model import OWN_MARKS
from questions.questionnaire import Protocol


def paragraphs_of(protocol: Protocol) -> Iterator[str]:
    """Yield what is needed, the steps by number, when to stop, when to leave it out, a note."""
    if protocol.equipment:
        yield words.YOU_NEED.format(things="; ".join(protocol.equipment))
    if protocol.beats_per_minute:
        yield words.BEATS.format(beats=protocol.beats_per_minute)
    numbered = (f"{number}. {step}" for number, step in enumerate(protocol.steps, start=1))
    yield "\n".join(numbered)
    yield "\n".join((words.STOP_IF, *(f"- {sign}" for sign in protocol.stop_if)))
    if protocol.leave_out_when:
        yield "\n".join((words.LEAVE_OUT, *(f"- {reason}" for reason in protocol.leave_out_when)))
    yield protocol.note.strip()
    if protocol.mark in OWN_MARKS:
        yield words.OWN_WAY
