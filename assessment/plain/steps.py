"""What is asked and answered with one line, and how a page goes through several of them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Answers: TypeAlias = Mapping[str, object]
"""Raw answers by item; None: no answer, on purpose."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked for with one line. ``understand`` raises ``NotUnderstoodError``."""

    lines: tuple[str, ...]
    understand: Callable[[str], object]
    help: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    """All that a line says, by its number."""
    so_far: str = ""
    """The earlier answer in words; Enter keeps it, which means ``kept``."""
    kept: object = None
    item: str = ""
    """The item that it answers by itself, on a page of several."""


Talk: TypeAlias = Generator[Step, Any, Answers]
"""A page: yields steps, is sent what each of them came to, and returns the answers."""


def step_after(talk: Talk, said: Sequence[object]) -> Step | Answers:
    """Return what comes in *talk* once all of *said* was answered: a step, or all answers.

    Going back a step is to ask again, with one less.
    """
    try:
        step = next(talk)
        for one in said:
            step = talk.send(one)
    except StopIteration as done:
        answers: Answers = done.value
        return answers
    return step
