"""Which screens stand over the first one of an app, and small questions above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from textual.app import App
from textual.screen import ModalScreen, Screen

from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption

OneScreen = TypeVar("OneScreen", bound=Screen[Any])


class Navigator:
    """Pushes and pops the screens of *app*; its first screen always stays.

    With *has_keys* a digit answers a small question.
    """

    def __init__(self, app: App[Any], clock: Callable[[], float], *, has_keys: bool = True) -> None:
        self._app = app
        self._clock = clock
        self._has_keys = has_keys

    @property
    def screens(self) -> Sequence[Screen[Any]]:
        """All screens, the one in sight last; none while the app closes."""
        return self._app.screen_stack

    @property
    def front(self) -> Screen[Any] | None:
        """The screen in sight; None while the app closes."""
        return self.screens[-1] if self.screens else None

    @property
    def is_asking(self) -> bool:
        """Whether a small question stands over the screen."""
        return isinstance(self.front, ModalScreen)

    def find(self, kind: type[OneScreen]) -> OneScreen | None:
        """Return the screen of that *kind*, wherever it stands; None where there is none."""
        return next((one for one in self.screens if isinstance(one, kind)), None)

    def show(self, screen: Screen[Any]) -> None:
        """Show *screen* above all others."""
        self._app.push_screen(screen)

    def show_over(self, kind: type[Screen[Any]], screen: Screen[Any]) -> None:
        """Show *screen* if one of that *kind* is in sight: a key pressed twice asks twice."""
        if isinstance(self.front, kind):
            self.show(screen)

    def show_only(self, screen: Screen[Any]) -> None:
        """Show *screen*, with nothing but the first screen below it."""
        with self._app.batch_update():
            self.drop_all()
            self.show(screen)

    def back(self) -> None:
        """Return to the screen below."""
        self._app.pop_screen()

    def back_to(self, screen: Screen[Any]) -> None:
        """Drop every screen above *screen*."""
        while self._app.screen is not screen:
            self._app.pop_screen()

    def back_to_kind(self, kind: type[OneScreen]) -> OneScreen | None:
        """Drop every screen above the one of that *kind*, and return it; None: there is none."""
        while not isinstance(self.front, kind) and len(self.screens) > 1:
            self._app.pop_screen()
        return self.front if isinstance(self.front, kind) else None

    def drop_all(self) -> None:
        """Drop every screen above the first one."""
        with self._app.batch_update():
            while len(self.screens) > 1:
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

        asked = AskScreen(question, text, options, self._clock, has_keys=self._has_keys)
        self._app.push_screen(asked, then)

    def confirm(
        self, question: str, text: str, no: str, yes: str, then: Callable[[], object]
    ) -> None:
        """Ask over the screen; call *then* where the answer is *yes*. Esc means *no*."""

        def decide(result: str | None) -> None:
            if result == LEAVE:
                then()

        self.ask(question, text, (DialogOption(STAY, no), DialogOption(LEAVE, yes)), decide)

    def tell(self, title: str, text: str, understood: str) -> None:
        """Tell something over the screen, to be closed with the option *understood*."""
        self.ask(title, text, (DialogOption(STAY, understood),), lambda _: None)
