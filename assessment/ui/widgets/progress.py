"""How far along the quiz is, as a line: heavy for what is done, light for what is to come."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

DONE, TIP, TO_COME = "━", "╸", "─"


class ProgressLine(Widget):
    """A line of one row; ``share`` is from 0 to 1."""

    share: reactive[float] = reactive(0.0)

    def render(self) -> Content:
        """Return the line in the width that there is."""
        done = max(1, round(self.share * self.size.width))
        to_come = max(self.size.width - done, 0)
        tip = TIP if to_come else DONE
        return Content.assemble(
            (DONE * (done - 1) + tip, "$primary"), (TO_COME * to_come, "$quiet")
        )
