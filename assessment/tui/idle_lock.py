"""A laptop that was left alone hides the answers; they stay where they are."""

from __future__ import annotations

from datetime import timedelta

from textual import events

from assessment.quiz import words
from assessment.quiz.context import QuizContext
from assessment.tui.tools import ToolsApp
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption

LOCK_AFTER = timedelta(minutes=5)
"""How long nobody touches anything until the answers are hidden, unless the settings say more."""
SECONDS_BETWEEN_LOOKS = 5.0


class LockingApp(ToolsApp):
    """Covers a sitting that nobody takes part in, and asks who is there before it shows more."""

    def __init__(self, context: QuizContext) -> None:
        super().__init__(context)
        self.lock_after = LOCK_AFTER
        self._touched_at = context.now()

    def on_mount(self) -> None:
        """Begin to look whether anybody is there."""
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.lock_when_idle)

    async def on_event(self, event: events.Event) -> None:
        """Note every key and every move of the mouse."""
        if isinstance(event, events.InputEvent):
            self._touched_at = self.quiz_context.now()
        await super().on_event(event)

    def lock_when_idle(self) -> None:
        """Hide the answers where somebody gave some and nobody was there for too long.

        By the clock on the wall: a laptop that was asleep has been left alone as well.
        """
        from assessment.tui.screens.locked import LockedScreen

        if not self.screen_stack:
            return  # it is closing
        idle = self.quiz_context.now() - self._touched_at
        if self._draft_saver is None or idle < self.lock_after or self.is_measuring:
            return
        if not any(isinstance(screen, LockedScreen) for screen in self.screen_stack):
            self.push_screen(LockedScreen(self.quiz_context.clock))

    def on_locked_screen_unlocked(self) -> None:
        """Show what was hidden."""
        self.pop_screen()

    def on_locked_screen_new_client(self) -> None:
        """Erase the answers, once somebody says that they may be erased, and show the welcome."""
        ways = (DialogOption(STAY, words.ERASE_OLD_NO), DialogOption(LEAVE, words.ERASE_OLD_YES))

        def after(way: str | None) -> None:
            if way == LEAVE:
                trouble = self._draft_saver.erase() if self._draft_saver else ""
                self.let_go()
                self.welcome()
                self.tell(trouble)

        self.ask(words.ERASE_OLD, "", ways, after)

    def tell(self, sentence: str) -> None:
        """Show *sentence* to whoever comes next; empty: nothing to say."""
        raise NotImplementedError
