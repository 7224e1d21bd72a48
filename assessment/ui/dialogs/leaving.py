"""A screen is left once, however often its key was pressed before it was gone."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class LeavesOnce(Screen[ScreenResultType]):
    """Cannot be dismissed while another screen is in front.

    ``Screen.dismiss`` takes away whatever is in front: of two fast presses of one key the second
    took the page below a dialog.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave the screen with *result*, unless it was left already."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
