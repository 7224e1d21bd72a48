"""The line that an answer is typed into."""

from __future__ import annotations

from textual import events
from textual.actions import SkipAction

from assessment.ui.widgets.one_line_input import OneLineInput
from questions.model import NumberItem, TextItem

DIGITS, DECIMALS = r"[0-9]*", r"[0-9.,]*"
NUMBER_LENGTH = 6
HELP_SIGN = "?"
"""Is help on every page, so that it can be typed into none."""


class AnswerInput(OneLineInput):
    """A line that leaves to the screen every key that it has no use for."""

    _earlier = ""
    _is_refused = False
    """Whether the number in it cannot be: typing replaces it, and deleting mends it."""

    def show_item(self, item: TextItem | NumberItem, earlier: str) -> None:
        """Take what fits *item*, with *earlier* on the line."""
        self.restrict, self._is_refused = None, False
        self.value = self._earlier = earlier
        self.max_length = NUMBER_LENGTH if isinstance(item, NumberItem) else item.max_length
        if isinstance(item, NumberItem):
            self.restrict = DIGITS if item.kind == "integer" else DECIMALS
        self.action_select_all()  # what is typed now takes the place of the earlier answer

    @property
    def erases(self) -> bool:
        """Whether Backspace takes a letter away: only of a text that was typed just now."""
        return not self.restrict and self.value not in ("", self._earlier)

    def begin_anew(self) -> None:
        """Let the next sign take the place of a number that was refused; a text is mended."""
        if self.restrict:
            self._is_refused = True
            self.action_select_all()

    def type_sign(self, sign: str) -> None:
        """Type *sign* as its key would."""
        self.replace(sign, *self.selection)

    def delete_sign(self) -> None:
        """Take away the last sign, if there is one."""
        if self._is_refused:
            self.cursor_position = len(self.value)
        if self.value:
            super().action_delete_left()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave to the screen what no answer holds: signs beside a number, ``?`` in a name."""
        return super().check_consume_key(key, character) and not self._cannot_hold(character)

    def on_key(self, event: events.Key) -> None:
        """Type nothing that the answer cannot hold."""
        if self._cannot_hold(event.character):
            event.prevent_default()

    def action_delete_left(self) -> None:
        """Take away a letter just typed; else the key means "go back"."""
        if not self.erases:
            raise SkipAction
        super().action_delete_left()

    def action_delete_right(self) -> None:
        """Take away what stands right of the cursor or, at the end, the last sign."""
        if self.cursor_at_end:
            self.delete_sign()
        else:
            super().action_delete_right()

    def _cannot_hold(self, character: str | None) -> bool:
        if self.restrict:
            return character is not None and character not in "0123456789.,"
        return character == HELP_SIGN
