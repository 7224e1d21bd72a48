"""One client's way from the first question to the hand-over: which screen follows which."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assessment.tui import words
from assessment.tui.hardening import HardenedApp
from assessment.tui.setting import Setting

if TYPE_CHECKING:
    from textual.screen import Screen

    from assessment.core.answers import AnswerSheet
    from assessment.tui.keeping import Keeper
    from assessment.tui.loading import Loaded
    from assessment.tui.route import Route
    from assessment.tui.screens.question import QuestionScreen
    from assessment.tui.screens.result import ResultScreen
    from assessment.tui.screens.review import ReviewScreen
    from assessment.tui.screens.settled import SettledScreen

STAY, KEEP, ERASE, LEAVE = "stay", "keep", "erase", "leave"


class SittingApp(HardenedApp):
    """Routes between the screens of one client. What a screen shows is its own matter.

    The screens are imported where they are needed: by then they are loaded.
    """

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting.log_folder)
        self._setting = setting
        self._loaded: Loaded | None = None
        self._keeper: Keeper | None = None
        self._asking: QuestionScreen | None = None

    def begin(self, route: Route, keeper: Keeper) -> None:
        """Ask from where *route* stands; *keeper* keeps the answers."""
        from assessment.tui.screens.question import QuestionScreen

        setting = self._setting
        self._keeper = keeper
        self._asking = QuestionScreen(route, keeper, setting.clock, setting.dwell_seconds)
        self.show_only(self._asking)

    def show_only(self, screen: Screen[None]) -> None:
        """Show *screen*, and let go of all others but the welcome below them."""
        with self.batch_update():
            self.drop_all()
            self.push_screen(screen)

    def drop_all(self) -> None:
        """Let go of every screen above the welcome."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def welcome(self) -> None:
        """Show the first screen again."""
        raise NotImplementedError

    def pause(self, *, closing: bool) -> None:
        """Ask whether to stop; *closing*: the whole program, not only this client."""
        from assessment.tui.screens.ask import AskScreen, Way

        ways = (
            Way(STAY, words.GO_ON),
            Way(KEEP, words.STOP_AND_KEEP),
            Way(ERASE, words.ERASE_AND_LEAVE),
        )
        unsaved = self._keeper is not None and self._keeper.trouble
        text = words.PAUSE_TEXT_UNSAVED if unsaved else words.PAUSE_TEXT
        ask = AskScreen(words.PAUSE, text, ways)
        self.push_screen(ask, partial(self._after_pause, closing=closing))

    def _after_pause(self, way: str | None, *, closing: bool) -> None:
        if way == KEEP and closing:
            self.exit(message=words.KEPT_FOR_LATER)
        elif way == KEEP:
            self._let_go()
            self.welcome()
        elif way == ERASE:
            self.hand_over()

    def hand_over(self) -> None:
        """Erase the draft, and show nothing of the client any more."""
        from assessment.tui.screens.hand_over import HandOverScreen

        trouble = self._keeper.erase() if self._keeper else ""
        self._let_go()
        self.show_only(HandOverScreen(self._setting.clock, trouble))

    def _let_go(self) -> None:
        """Keep nothing of the client in memory that is not on a screen."""
        self._keeper = None
        self._asking = None

    def _ask_again(self, page_id: str) -> None:
        """Ask one page again; the review comes after it."""
        if self._asking:
            while self.screen is not self._asking:
                self.pop_screen()
            self._asking.show(self._asking.route.change(page_id))

    def _show_result(self, sheet: AnswerSheet) -> None:
        from assessment.core.assess import assess
        from assessment.tui.screens.result import ResultScreen

        if self._loaded:
            assessment = assess(sheet, self._loaded.catalogue)
            self.push_screen(ResultScreen(assessment, self._loaded.catalogue, self._setting))

    def on_question_screen_reached_review(self, event: QuestionScreen.ReachedReview) -> None:
        """Show all answers."""
        from assessment.tui.screens.review import ReviewScreen

        self.push_screen(ReviewScreen(event.route.interview, self._setting.clock))

    def on_question_screen_stopped(self, event: QuestionScreen.Stopped) -> None:
        """Show at once whom to see."""
        self._show_result(event.sheet)

    def on_question_screen_too_young(self, event: QuestionScreen.TooYoung) -> None:
        """Explain, and offer to leave."""
        from assessment.tui.screens.ask import AskScreen, Way

        ways = (Way(STAY, words.TOO_YOUNG_MISTYPED), Way(LEAVE, words.TOO_YOUNG_LEAVE))

        def after(way: str | None) -> None:
            if way == LEAVE:
                self.hand_over()

        self.push_screen(AskScreen(words.TOO_YOUNG, event.explanation, ways), after)

    def on_review_screen_change_asked(self, event: ReviewScreen.ChangeAsked) -> None:
        """Ask one page again."""
        self._ask_again(event.page_id)

    def on_review_screen_back_asked(self) -> None:
        """Ask the last page again."""
        self.pop_screen()
        if self._asking:
            self._asking.show(self._asking.route.back())

    def on_review_screen_accepted(self, event: ReviewScreen.Accepted) -> None:
        """Show what the answers mean."""
        self._show_result(event.sheet)

    def on_result_screen_change_asked(self, event: ResultScreen.ChangeAsked) -> None:
        """Go back to the answers, or to the one that is missing."""
        if event.page_id:
            self._ask_again(event.page_id)
        else:
            self.pop_screen()

    def on_result_screen_finished(self) -> None:
        """Hand the laptop over."""
        self.hand_over()

    def on_settled_screen_pause_asked(self, _event: SettledScreen.PauseAsked) -> None:
        """Ask whether to stop for a while."""
        self.pause(closing=False)

    def on_hand_over_screen_next_asked(self) -> None:
        """Make room for the next client."""
        self.welcome()
