"""A stop-watch or a counter over the page of a measurement, with the signs to stop at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button

from assessment.quiz import words
from assessment.quiz.page_view import name_of
from assessment.quiz.stopwatch import Measuring, Tool, tool_of
from assessment.ui.dialogs.leaving import LeavesOnce
from assessment.ui.measure.measure_view import MeasureView, Subject, next_step
from assessment.ui.press_guard import PressGuard
from assessment.ui.widgets.key_bar import KeyBar
from questions.model import NumberItem
from questions.questionnaire import Questionnaire

NEXT = Binding("enter,space", "next", key_display=words.ENTER)
SOUND = Binding("h", "sound", words.SOUND)
MORE, LESS, AGAIN = "add(1)", "add(-1)", "again"
OF_BUTTON = {"next": NEXT.action, "more": MORE, "less": LESS}
REFRESHES_PER_SECOND = 20


class MeasureScreen(LeavesOnce[float | int | None]):
    """Takes one measurement; returns its figure, or None where it was closed before."""

    CSS_PATH = "../styles/measure.tcss"
    AUTO_FOCUS = ""  # the keys belong to the screen
    BINDINGS: ClassVar[list[BindingType]] = [
        NEXT,
        Binding("backspace,escape", "close", words.KEY_BACK, key_display=words.BACKSPACE),
        Binding("delete", AGAIN, words.AGAIN, key_display=words.DELETE),
        SOUND,
        Binding("right,up", MORE, words.ONE_MORE, key_display=words.RIGHT),
        Binding("left,down", LESS, words.ONE_LESS, key_display=words.LEFT),
    ]
    """In a narrow window the last ones are cut off; they are buttons as well."""

    def __init__(self, tool: Tool, subject: Subject, clock: Callable[[], float]) -> None:
        super().__init__()
        self._subject = subject
        self._clock = clock
        self._press_guard = PressGuard(clock)
        self._measuring = Measuring(tool)
        self._has_sound = False
        self._beat: int | None = None

    def compose(self) -> ComposeResult:
        """Yield the figure and the keys."""
        yield MeasureView(self._subject)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the start, and follow the clock from now on."""
        self._take(self._measuring)
        self.set_interval(1 / REFRESHES_PER_SECOND, self.follow)

    def follow(self) -> None:
        """Show the time that it is now; sound each beat and the end, where that is wished."""
        before, now = self._measuring, self._clock()
        after = before.tick(now)
        beat, last = after.beat(now), self._beat
        self._beat = beat
        if self._has_sound and (beat != last or after.is_running != before.is_running):
            self.app.bell()
        self._take(after)

    def action_next(self) -> None:
        """Start, stop, or take over what was measured."""
        if not self._press_guard.takes_press():
            return
        now, measuring = self._clock(), self._measuring
        if (figure := measuring.figure) is not None:
            self.dismiss(figure)
        else:
            self._take(measuring.stop(now) if measuring.is_running else measuring.start(now))

    def action_add(self, by: int) -> None:
        """Count a repetition, or take one back."""
        if self._press_guard.takes_press():
            self._take(self._measuring.add(by))

    def action_again(self) -> None:
        """Take back the last try."""
        self._take(self._measuring.again())

    def action_sound(self) -> None:
        """Switch the bell of the terminal on or off."""
        self._has_sound = not self._has_sound
        self._take(self._measuring)

    def action_close(self) -> None:
        """Go back without a figure."""
        self.dismiss(None)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        await self.run_action(OF_BUTTON[event.button.id or "next"])

    def _take(self, after: Measuring) -> None:
        """Show *after*, and the keys that work with it."""
        self._measuring = after
        self.query_one(MeasureView).show(after, self._clock())
        keys = self.query_one(KeyBar)
        keys.rename(replace(NEXT, description=next_step(after, self._subject.unit)))
        sound = words.SOUND_OFF if self._has_sound else words.SOUND
        keys.rename(replace(SOUND, description=sound))
        tool = after.tool
        works = {
            MORE: tool.counts,
            LESS: tool.counts and after.count > 0,
            AGAIN: after.is_running or bool(after.times) or after.count > 0,
            SOUND.action: tool.is_timed and tool.counts,
        }
        keys.hide(*(action for action, does_work in works.items() if not does_work))


def measure_screen(
    questionnaire: Questionnaire, item_id: str, clock: Callable[[], float]
) -> MeasureScreen | None:
    """Return the screen that takes *item_id*, None where it is not measured with a tool."""
    item, protocol = questionnaire.by_id[item_id], questionnaire.protocol_of[item_id]
    if isinstance(item, NumberItem) and (tool := tool_of(item, protocol)):
        return MeasureScreen(tool, Subject(name_of(item), item.unit, protocol.stop_if), clock)
    return None
