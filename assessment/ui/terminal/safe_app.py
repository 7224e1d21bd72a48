"""What keeps the quiz upright on a strange terminal, and clean when it has to go.

Each point was seen with stock Textual 8.2.8: without a terminal it burns a core for ever, SIGTERM
and SIGHUP leave the terminal broken, and its crash screen prints local variables, which here are
a client's answers.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from assessment.quiz import words
from assessment.quiz.terminal_clearing import clear_terminal
from assessment.ui.key_queue import KeyQueue, Ready
from assessment.ui.terminal.garbage import GarbageLook
from assessment.ui.theme.sizes import HEIGHTS, WIDTHS
from assessment.ui.theme.themes import LOOKS

if TYPE_CHECKING:
    from textual.driver import Driver

SIGNALS = ("SIGTERM", "SIGHUP")
SIGNAL_STATUS = 128
"""A shell's way to say that a signal ended a program: this and the number of the signal."""


def unfit_terminal() -> str | None:
    """Return why the quiz cannot be shown here, or None where it can."""
    shown_on = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    if not (sys.__stdin__ and sys.__stdin__.isatty()):
        return words.NO_INPUT
    if not (shown_on and shown_on.isatty()):
        return words.NO_OUTPUT
    if os.environ.get("TERM") == "dumb":
        return words.DUMB
    return None


def _driver_class() -> type[Driver] | None:
    """Return what drives the terminal; None is Textual's own driver, with our reader of keys."""
    if sys.platform == "win32":
        from textual.drivers import win32

        from assessment.ui.terminal.input_parser import TerminalParser

        win32.XTermParser = TerminalParser
        return None
    from assessment.ui.terminal.driver import TerminalDriver

    return TerminalDriver


class SafeApp(App[None]):
    """An app that leaves cleanly on a signal, and without a word of the client on a fault.

    It comes in the looks of ``themes``; the styles tell the size of the window by classes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "quit", show=False, priority=True),
        Binding("f3", "other_look(1)", words.OTHER_LOOK, show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    LEAVES_TERMINAL_EMPTY: ClassVar[bool] = True
    """Whether nothing may stay in the window that is read above the app's last line."""
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    WENT_WRONG = words.WENT_WRONG
    WENT_WRONG_LOG, WENT_WRONG_NO_LOG = words.WENT_WRONG_LOG, words.CALL_TRAINER

    def __init__(self, log_folder: Path) -> None:
        super().__init__(driver_class=_driver_class())
        self._log_folder = log_folder
        self._has_panicked = False
        self._key_queue = KeyQueue(self, super().on_event)
        self._garbage = GarbageLook(self)
        for look in LOOKS:
            self.register_theme(look)
        self.theme = LOOKS[0].name

    async def on_event(self, event: events.Event) -> None:
        """Let each key wait for its turn."""
        if isinstance(event, events.InputEvent):
            self._garbage.touch()
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._key_queue.take(event)
        else:
            await super().on_event(event)

    @on(events.Mount)
    def _look_for_garbage(self) -> None:
        self._garbage.start()

    @on(KeyQueue.Turn)
    async def _turned(self, event: KeyQueue.Turn) -> None:
        await self._key_queue.turned(event)

    @on(Ready)
    async def _screen_is_ready(self) -> None:
        await self._key_queue.go_on()

    @property
    def has_failed(self) -> bool:
        """Whether a fault of the program ended it, whatever asked it to leave later."""
        return self._exception is not None or self._has_panicked

    def take_fault(self, error: BaseException | None) -> None:
        """End with a friendly line about *error*, which came up on any thread or task."""
        if isinstance(error, Exception):
            self.call_later(self._handle_exception, error)

    def on_load(self) -> None:
        """Take over the signals that ask a program to end, and faults that nobody waits for."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, told: self.take_fault(told.get("exception")))
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, partial(self._leave_on, number))
            except (NotImplementedError, RuntimeError, ValueError):
                return  # Windows, or not the main thread

    def action_other_look(self, step: int) -> None:
        """Go so many steps through the looks: dark, light, high contrast."""
        names = [look.name for look in LOOKS]
        self.theme = names[(names.index(self.theme) + step) % len(names)]

    def _leave_on(self, number: int) -> None:
        self.exit(return_code=SIGNAL_STATUS + number)

    def _handle_exception(self, error: Exception) -> None:
        """Pass a fault on, but for a screen that is taken down while it is being made.

        Textual gives it no widgets any more, and lets it look for them.
        """
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def panic(self, *_: RenderableType) -> None:
        """Show no more of what Textual would paint of a fault than of any other."""
        self._has_panicked = True
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Say one friendly line about a fault; Textual would print answers here."""
        from assessment.files.fault_log import write_fault

        if self._exit_renderables:
            return  # one fault is enough; Textual would add how to see the others
        error = self._exception
        log = write_fault(error, self._log_folder) if error else None
        where = self.WENT_WRONG_LOG.format(log=log) if log else self.WENT_WRONG_NO_LOG
        self._exit_renderables.append(Text(f"{self.WENT_WRONG}\n{where}"))
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Leave an empty terminal; Textual calls this when its own screen is gone."""
        if self.LEAVES_TERMINAL_EMPTY and not self.is_headless:
            clear_terminal()
        super()._print_error_renderables()
