"""How far a command is: a bar on a terminal, else a line now and then; nothing where it is quick.

All of it stands on standard error, since standard output is for what was asked for. There is no
thread in it before the bar is drawn: some of what it counts is done in forks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

Item = TypeVar("Item")

SHOWN_AFTER_S = 1.0
LINE_EVERY_S = 5.0
"""Seconds from one line to the next where there is no terminal."""
LINE, LINE_OF = "{label}: {done}", "{label}: {done} of {of}"


class Progress:
    """How far the job called *label* is, of *of* steps; None where nobody knows how many."""

    def __init__(self, label: str, of: int | None = None) -> None:
        self.done, self.of = 0, of
        self._began = monotonic()
        self._face: _Face = _BarFace(label) if _can_draw() else _LineFace(label)
        self._is_shown = False

    def at(self, done: int, of: int | None = None) -> None:
        """Take note that *done* steps of *of* are done."""
        self.done, self.of = done, of or self.of
        now = monotonic()
        self._is_shown = self._is_shown or now - self._began >= SHOWN_AFTER_S
        if self._is_shown:
            self._face.show(self.done, self.of, now)

    def step(self, count: int = 1) -> None:
        """Take note that *count* steps more are done."""
        self.at(self.done + count)

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield *items*, each a step."""
        for item in items:
            yield item
            self.step()

    def tell(self, sentence: str) -> None:
        """Say *sentence* without breaking what is shown."""
        self._face.tell(sentence)

    def close(self) -> None:
        """Take away what is shown."""
        self._face.close()


@contextmanager
def progress(label: str, of: int | None = None) -> Iterator[Progress]:
    """Yield what is told how far the job called *label* is, of *of* steps where that is known."""
    shown = Progress(label, of)
    try:
        yield shown
    finally:
        shown.close()


@contextmanager
def working(sentence: str) -> Iterator[None]:
    """Show *sentence* on a terminal as long as one step of a second or more takes."""
    if not _can_draw():
        yield
        return
    click.echo(sentence, err=True, nl=False)
    try:
        yield
    finally:
        click.echo(f"\r{' ' * len(sentence)}\r", err=True, nl=False)


def _can_draw() -> bool:
    """Return whether standard error is a terminal on which a line can be drawn over."""
    usual = "" if os.name == "posix" else "windows"
    kind = os.environ.get("TERM", usual)
    return bool(sys.stderr and sys.stderr.isatty()) and kind not in ("", "dumb", "unknown")


class _Face(Protocol):
    """What progress looks like."""

    def show(self, done: int, of: int | None, now: float) -> None: ...

    def tell(self, sentence: str) -> None: ...

    def close(self) -> None: ...


class _LineFace:
    """A line now and then, and one at the end if there was any before."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._next: float | None = None

    def show(self, done: int, of: int | None, now: float) -> None:
        if self._next is not None and now < self._next and done != of:
            return
        self._next = now + LINE_EVERY_S
        words = LINE if of is None else LINE_OF
        self.tell(words.format(label=self._label, done=done, of=of))

    def tell(self, sentence: str) -> None:
        click.echo(sentence, err=True)

    def close(self) -> None:
        """Nothing is to be taken away."""


class _BarFace:
    """Rich's bar, which goes when the job is done."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: tuple[Bar, TaskID] | None = None

    def show(self, done: int, of: int | None, now: float) -> None:  # noqa: ARG002  # as the other
        bar, task = self._bar = self._bar or self._drawn()
        bar.update(task, completed=done, total=of)

    def _drawn(self) -> tuple[Bar, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        bar = Bar(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,  # it would go to standard error with the bar
        )
        bar.start()
        return bar, bar.add_task(self._label, total=None)

    def tell(self, sentence: str) -> None:
        if self._bar is None:
            click.echo(sentence, err=True)
        else:
            console = self._bar[0].console
            console.print(sentence, markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        if self._bar is not None:
            self._bar[0].stop()
