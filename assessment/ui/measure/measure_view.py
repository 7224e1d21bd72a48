"""What a stop-watch or a counter shows: the figure, large, the beat, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Digits, Static

from assessment.quiz import words
from assessment.quiz.stopwatch import Measuring
from reports.words.phrasing import figure as in_figures


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: its name with the side, its unit, when to stop."""

    name: str
    unit: str
    stop_if: Sequence[str]


class MeasureView(Vertical):
    """Shows a measurement under way; a button pressed says in its id what is wanted."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(classes="page")
        self._subject = subject

    def compose(self) -> ComposeResult:
        """Yield the figure, what can be pressed, and when to stop."""
        yield Static(self._subject.name, id="title", markup=False)
        with Horizontal(id="figure"):
            yield Digits(id="digits")
            yield Static(self._subject.unit, id="unit", markup=False)
            yield Static(id="beside", markup=False)
        with Horizontal(id="buttons"):
            for name in ("next", "more", "less"):
                yield Button(id=name)
        with VerticalScroll(can_focus=False):
            yield Static(words.STOP_IF, id="stop", markup=False)
            signs = "\n".join(f"- {sign}" for sign in self._subject.stop_if)
            yield Static(signs, markup=False)

    def on_mount(self) -> None:
        """Leave the keys to the screen."""
        for button in self.query(Button):
            button.can_focus = False
        self.query_one("#more", Button).label = words.ONE_MORE
        self.query_one("#less", Button).label = words.ONE_LESS

    def show(self, measuring: Measuring, now: float) -> None:
        """Show *measuring* as it is at the time *now*."""
        counts = measuring.tool.counts
        digits = str(measuring.count) if counts else f"{measuring.seconds(now):.1f}"
        shown = self.query_one(Digits)
        if shown.value != digits:
            shown.update(digits)
            shown.styles.width = 3 * len(digits)
        self.query_one("#beside", Static).update("\n".join(_beside(measuring, now)))
        self.query_one("#next", Button).label = next_step(measuring, self._subject.unit)
        for name in ("#more", "#less"):
            self.query_one(name).display = counts


def next_step(measuring: Measuring, unit: str) -> str:
    """Return what Enter does now."""
    if (figure := measuring.figure) is not None:
        return words.USE_FIGURE.format(figure=in_figures(figure), unit=unit)
    if measuring.is_running:
        return words.WATCH_STOP
    tries, taken = measuring.tool.tries, len(measuring.times)
    return words.WATCH_START if tries == 1 else words.START_TRY.format(number=taken + 1, of=tries)


def _beside(measuring: Measuring, now: float) -> list[str]:
    """Return the beat, the time of a count, and the tries so far, a line each."""
    tool, lines = measuring.tool, []
    if tool.beats_per_minute:
        beat = measuring.beat(now)
        sign = words.NO_BEAT if beat is None else words.BEAT_SIGNS[beat % len(words.BEAT_SIGNS)]
        lines.append(words.BEAT.format(sign=sign, beats=tool.beats_per_minute))
    if tool.counts and tool.is_timed:
        seconds = words.SECONDS.format(seconds=int(measuring.seconds(now)))
        lines.append(seconds if tool.limit is None else f"{seconds} / {tool.limit:g}")
    if tool.tries > 1:
        tries = enumerate(measuring.times, start=1)
        lines += [words.TRY_TOOK.format(number=number, seconds=time) for number, time in tries]
    return lines
