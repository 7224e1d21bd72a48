"""Which screens stand over the first one of an app, and small questions above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App
from textual.screen import ModalScreen, Screen

from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption


class Navigator:
    """Pushes and pops the screens of *app*; its first screen always stays."""

    def __init__(self, app: App[None], clock: Callable[[], float]) -> None:
        self._app = app
        self._clock = clock

    @property
    def screens(self) -> Sequence[Screen[Any]]:
        """All screens, the one in sight last; none while the app closes."""
        return self._app.screen_stack

    @property
    def is_asking(self) -> bool:
        """Whether a small question stands over the screen."""
        return isinstance(self._app.screen, ModalScreen)

    def show(self, screen: Screen[Any]) -> None:
        """Show *screen* above all others."""
        self._app.push_screen(screen)

    def show_only(self, screen: Screen[Any]) -> None:
        """Show *screen*, with nothing but the first screen below it."""
        with self._app.batch_update():
            self.drop_all()
            self._app.push_screen(screen)

    def back(self) -> None:
        """Return to the screen below."""
        self._app.pop_screen()

    def back_to(self, screen: Screen[Any]) -> None:
        """Drop every screen above *screen*."""
        while self._app.screen is not screen:
            self._app.pop_screen()

    def drop_all(self) -> None:
        """Drop every screen above the first one."""
        while len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    def ask(
        self,
        question: str,
        text: str,
        options: Sequence[DialogOption],
        then: Callable[[str | None], None],
    ) -> None:
        """Ask over the screen, and give *then* the result of the option that is chosen."""
        from assessment.ui.dialogs.dialogs import AskScreen  # the first frame does not need it

        self._app.push_screen(AskScreen(question, text, options, self._clock), then)

    def confirm(
        self, question: str, text: str, no: str, yes: str, then: Callable[[], object]
    ) -> None:
        """Ask over the screen; call *then* where the answer is *yes*. Esc means *no*."""

        def decide(result: str | None) -> None:
            if result == LEAVE:
                then()

        self.ask(question, text, (DialogOption(STAY, no), DialogOption(LEAVE, yes)), decide)
