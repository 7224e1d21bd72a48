"""The line that an answer is typed into."""

from __future__ import annotations

from textual import events
from textual.actions import SkipAction
from textual.widgets import Input

from questions.model import NumberItem, TextItem

DIGITS, DECIMALS = r"[0-9]*", r"[0-9.,]*"
NUMBER_LENGTH = 6


class AnswerInput(Input):
    """An ``Input`` that leaves to the screen every key that it has no use for."""

    def show_item(self, item: TextItem | NumberItem, earlier: str) -> None:
        """Take what fits *item*, with *earlier* on the line."""
        self.restrict = None
        self.value = earlier
        self.max_length = NUMBER_LENGTH if isinstance(item, NumberItem) else item.max_length
        if isinstance(item, NumberItem):
            self.restrict = DIGITS if item.kind == "integer" else DECIMALS
        self.action_select_all()  # what is typed now takes the place of the earlier answer

    @property
    def takes_letters(self) -> bool:
        """Whether any sign can be typed."""
        return not self.restrict

    def type_sign(self, sign: str) -> None:
        """Type *sign* as its key would."""
        self.replace(sign, *self.selection)

    def delete_sign(self) -> None:
        """Take away the last sign, if there is one."""
        if self.value:
            super().action_delete_left()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave signs that a number cannot hold to the screen's keys, such as ``?``."""
        return super().check_consume_key(key, character) and not self._cannot_hold(character)

    def on_key(self, event: events.Key) -> None:
        """Type nothing that a number cannot hold."""
        if self._cannot_hold(event.character):
            event.prevent_default()

    def action_delete_left(self) -> None:
        """Take away the last sign; with none left, the key means "go back"."""
        if not self.value:
            raise SkipAction
        super().action_delete_left()

    def _cannot_hold(self, character: str | None) -> bool:
        return bool(self.restrict and character and character not in "0123456789.,")
