"""The screens of the desk in their order, and the small questions over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual.app import App
from textual.screen import ModalScreen, Screen

from assessment.desk import words
from assessment.ui.dialogs.dialogs import AskScreen
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption

OneScreen = TypeVar("OneScreen", bound=Screen[None])


class Navigator:
    """Opens screens of *app*, finds them, and goes back to one; *clock* gives seconds."""

    def __init__(self, app: App[Any], clock: Callable[[], float]) -> None:
        self._app = app
        self._clock = clock

    @property
    def front(self) -> Screen[Any] | None:
        """The screen that is seen; None before the first and after the last."""
        return self._app.screen_stack[-1] if self._app.screen_stack else None

    @property
    def is_asking(self) -> bool:
        """Whether a small question stands over the screen."""
        return isinstance(self.front, ModalScreen)

    def find(self, kind: type[OneScreen]) -> OneScreen | None:
        """Return the screen of that *kind*, wherever it stands; None where there is none."""
        return next((one for one in self._app.screen_stack if isinstance(one, kind)), None)

    def open(self, screen: Screen[None], *, over: type[Screen[None]]) -> None:
        """Show *screen* if one of the kind *over* is seen: a key pressed twice asks twice."""
        if isinstance(self.front, over):
            self._app.push_screen(screen)

    def back_to(self, kind: type[OneScreen]) -> OneScreen | None:
        """Let go of the screens above the one of that *kind*, and return it."""
        while not isinstance(self.front, kind) and len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        return self.front if isinstance(self.front, kind) else None

    def back_to_first(self) -> None:
        """Let go of all screens above the first one."""
        with self._app.batch_update():
            while len(self._app.screen_stack) > 1:
                self._app.pop_screen()

    def ask(self, question: str, text: str, no: str, yes: str, on_yes: Callable[[], None]) -> None:
        """Ask over the screen, *no* being the first option, and go on with *on_yes* after a yes."""
        options = (DialogOption(STAY, no), DialogOption(LEAVE, yes))

        def answered(result: str | None) -> None:
            if result == LEAVE:
                on_yes()

        self._app.push_screen(AskScreen(question, text, options, self._clock), answered)

    def tell_fault(self, sentence: str) -> None:
        """Say over the screen what did not work."""
        text = f"{sentence}\n\n{words.NOTHING_LOST}"
        option = DialogOption(STAY, words.UNDERSTOOD)
        self._app.push_screen(AskScreen(words.COULD_NOT, text, (option,), self._clock))
