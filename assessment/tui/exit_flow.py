"""Every way out of the quiz: a pause, closing the program, handing the laptop over."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.screen import ModalScreen

from assessment.quiz import words
from assessment.quiz.context import QuizContext
from assessment.tui.screen_stack import StackingApp
from assessment.ui.dialogs.options import ERASE, KEEP, LEAVE, STAY, DialogOption

if TYPE_CHECKING:
    from assessment.quiz.draft_saver import DraftSaver
    from assessment.tui.screens.result import ResultScreen
    from assessment.ui.press_guard import GuardedScreen
    from assessment.ui.question.question_screen import QuestionScreen


class LeavingApp(StackingApp):
    """Asks before anything is lost, and leaves nothing of a client behind.

    The screens are imported where they are needed: the first frame does not wait for them.
    """

    def __init__(self, context: QuizContext) -> None:
        super().__init__(context)
        self._draft_saver: DraftSaver | None = None
        """Keeps the answers of the client who is here; None while nobody is."""
        self._next_waits = False
        """Somebody wants to begin while the record of the client before is being kept."""

    def welcome(self) -> None:
        """Show the first screen again."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Keep nothing of the client in memory that is not on a screen."""
        self._draft_saver = None

    def hand_over(self) -> None:
        """Erase the draft, and show nothing of the client any more."""
        from assessment.tui.screens.hand_over import HandOverScreen

        trouble = self._draft_saver.erase() if self._draft_saver else ""
        self.let_go()
        self.show_only(HandOverScreen(self.quiz_context.clock, trouble))

    async def action_quit(self) -> None:
        """Ask before anything is closed; a question that is open stays."""
        if isinstance(self.screen, ModalScreen):
            return
        if self._draft_saver is not None:
            self._pause(closing=True)
            return

        ways = (DialogOption(STAY, words.CLOSE_NO), DialogOption(LEAVE, words.CLOSE_YES))

        def after(way: str | None) -> None:
            if way == LEAVE:
                self.exit()

        self.ask(words.CLOSE, "", ways, after)

    def on_guarded_screen_pause_asked(self, _event: GuardedScreen.PauseAsked) -> None:
        """Ask whether to stop for a while."""
        self._pause(closing=False)

    def on_question_screen_too_young(self, event: QuestionScreen.TooYoung) -> None:
        """Explain, and offer to leave."""
        ways = (
            DialogOption(STAY, words.TOO_YOUNG_MISTYPED),
            DialogOption(LEAVE, words.TOO_YOUNG_LEAVE),
        )

        def after(way: str | None) -> None:
            if way == LEAVE:
                self.hand_over()

        self.ask(words.TOO_YOUNG, event.explanation, ways, after)

    def on_result_screen_finished(self, event: ResultScreen.Finished) -> None:
        """Keep the answers as a record, and hand the laptop over."""
        if self.quiz_context.record is None or self._draft_saver is None:
            self.hand_over()
            return
        from assessment.exchange.answers_document import answers_document
        from assessment.tui.screens.hand_over import HandOverScreen

        self._keep_record(answers_document(event.sheet), self._draft_saver)
        self.let_go()
        self.show_only(HandOverScreen(self.quiz_context.clock))

    @work(thread=True, group="record")
    def _keep_record(self, document: Mapping[str, object], draft_saver: DraftSaver) -> None:
        """Keep the record; the draft is erased once it is kept, also where the quiz closes."""
        record = self.quiz_context.record
        trouble = (record.keep(document) if record else "") or draft_saver.erase()
        if self.is_running:
            self.call_from_thread(self._record_kept, trouble)

    def _record_kept(self, trouble: str) -> None:
        """Tell the trainer what went wrong, or let the next client in who waits already."""
        from assessment.tui.screens.hand_over import HandOverScreen

        if trouble:
            self.show_only(HandOverScreen(self.quiz_context.clock, trouble))
        elif self._next_waits:
            self.welcome()
        self._next_waits = False

    def on_hand_over_screen_next_asked(self) -> None:
        """Make room for the next client, once the record of the last one is kept."""
        if any(worker.group == "record" and not worker.is_finished for worker in self.workers):
            self._next_waits = True
            return
        self.welcome()

    def _pause(self, *, closing: bool) -> None:
        """Ask whether to stop; *closing*: the whole program, not only this client."""
        ways = (
            DialogOption(STAY, words.GO_ON),
            DialogOption(KEEP, words.STOP_AND_KEEP),
            DialogOption(ERASE, words.ERASE_AND_LEAVE),
        )
        unsaved = self._draft_saver is not None and self._draft_saver.trouble
        text = words.PAUSE_TEXT_UNSAVED if unsaved else words.PAUSE_TEXT
        self.ask(words.PAUSE, text, ways, partial(self._after_pause, closing=closing))

    def _after_pause(self, way: str | None, *, closing: bool) -> None:
        if way == KEEP and closing:
            self.exit(message=words.KEPT_FOR_LATER)
        elif way == KEEP:
            self.let_go()
            self.welcome()
        elif way == ERASE:
            self.hand_over()
