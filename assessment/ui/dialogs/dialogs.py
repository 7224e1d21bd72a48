"""Small screens over the others: a question with a few answers, and help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from assessment.quiz import words
from assessment.ui.dialogs.leaving import LeavesOnce
from assessment.ui.dialogs.options import DialogOption
from assessment.ui.press_guard import PressGuard
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.lines import Line


class DialogOptionList(AnswerList):
    """The options of a dialog; a pick is final."""

    HAS_MARKS = False

    def __init__(
        self, options: Sequence[DialogOption], is_settled: Callable[[], bool], *, has_keys: bool
    ) -> None:
        super().__init__(is_settled)
        self._offered = tuple(options)
        self._keys = [str(number) if has_keys else "" for number, _ in enumerate(options, start=1)]

    def on_mount(self) -> None:
        """Show the options, the first one ready for Enter."""
        super().on_mount()
        offered = zip(self._keys, self._offered, strict=True)
        self.set_lines([Line(key, one.label, one.result) for key, one in offered], 0)

    def pick(self, index: int) -> None:
        """Choose this option."""
        self.post_message(self.Answered({"option": self._offered[index].result}))

    def finish(self) -> None:
        """Choose the option at the pointer."""
        self.pick(self.highlighted or 0)


class AskScreen(ModalScreen[str], LeavesOnce[str]):
    """Asks one question over the screen.

    Esc and Backspace take the option *back*, by default the first one, which changes nothing.
    With *has_keys* a digit takes its option too.
    """

    CSS_PATH = "../styles/ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "stay", show=False),
        Binding("pagedown", "scroll_text(1)", show=False),
        Binding("pageup", "scroll_text(-1)", show=False),
    ]

    def __init__(
        self,
        question: str,
        text: str,
        options: Sequence[DialogOption],
        clock: Callable[[], float],
        back: str | None = None,
        *,
        has_keys: bool = True,
    ) -> None:
        super().__init__()
        self._has_keys = has_keys
        self._back = options[0].result if back is None else back
        self._press_guard = PressGuard(clock)
        self._question = question
        self._text = text
        self._offered = tuple(options)

    def compose(self) -> ComposeResult:
        """Yield the question and its options."""
        with Vertical(id="box"):
            yield Static(self._question, id="asked", markup=False)
            if self._text:
                with VerticalScroll(id="explained", can_focus=False):
                    yield Static(self._text, markup=False)
            yield DialogOptionList(
                self._offered, self._press_guard.is_settled, has_keys=self._has_keys
            )

    def on_mount(self) -> None:
        """Make the options ready for a key."""
        self.query_one(DialogOptionList).focus()
        self._press_guard.shown_now()

    def on_resize(self) -> None:
        """Let the text scroll where it would push the options out of the window."""
        self.remove_class("-long")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        options = self.query_one(DialogOptionList).region
        self.set_class(not self.query_one("#box").region.contains_region(options), "-long")

    def action_scroll_text(self, pages: int) -> None:
        """Read on in a text that is longer than the window."""
        for text in self.query("#explained"):
            text.scroll_relative(y=pages * text.size.height, animate=False)

    @on(AnswerList.Answered)
    def _answered(self, event: AnswerList.Answered) -> None:
        event.stop()
        self.dismiss(str(event.answers["option"]))

    def action_stay(self) -> None:
        """Choose the option that leads back."""
        self.dismiss(self._back)


class HelpScreen(ModalScreen[None], LeavesOnce[None]):
    """How to answer the page that is open, and why we ask."""

    CSS_PATH = "../styles/ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,escape,question_mark,f1,space,backspace",
            "close",
            words.HELP_CLOSE,
            key_display=words.ENTER,
        ),
        Binding("down", "scroll_help(1)", words.KEY_MOVE, key_display=words.UP_DOWN),
        Binding("up", "scroll_help(-1)", show=False),
    ]

    def __init__(self, paragraphs: Sequence[str]) -> None:
        super().__init__()
        self._paragraphs = tuple(paragraphs)

    def compose(self) -> ComposeResult:
        """Yield the paragraphs."""
        with Vertical(id="box"):
            yield Static(words.HELP, id="asked", markup=False)
            with VerticalScroll(id="explained", can_focus=False):
                for paragraph in self._paragraphs:
                    yield Static(paragraph, classes="paragraph", markup=False)
            yield KeyBar()

    def action_close(self) -> None:
        """Go back to the question."""
        self.dismiss(None)

    def action_scroll_help(self, lines: int) -> None:
        """Move through a help that is longer than the screen."""
        self.query_one("#explained", VerticalScroll).scroll_relative(y=lines, animate=False)
