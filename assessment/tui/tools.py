"""The stop-watch and the counter over the page of a measurement."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from assessment.tui.sitting import SittingApp

if TYPE_CHECKING:
    from assessment.ui.question.typed_input import TypedInput

MEASURE_SCREEN = "assessment.ui.measure.measure_screen"


class ToolsApp(SittingApp):
    """Lends a trainer what a measurement is taken with."""

    @property
    def is_measuring(self) -> bool:
        """Whether a trainer takes a measurement, in which nobody may touch the laptop."""
        module = sys.modules.get(MEASURE_SCREEN)  # not there: nobody has come so far
        return module is not None and isinstance(self.screen, module.MeasureScreen)

    def on_typed_input_tool_wanted(self, event: TypedInput.ToolWanted) -> None:
        """Show the tool; what it measures is typed, and still to be confirmed with Enter."""
        from assessment.ui.measure.measure_screen import measure_screen
        from assessment.ui.question.typed_input import TypedInput

        if self._asking is None:
            return
        questionnaire = self._asking.route.interview.sheet.questionnaire
        if screen := measure_screen(questionnaire, event.item_id, self.quiz_context.clock):
            self.push_screen(screen, self._asking.query_one(TypedInput).fill)
