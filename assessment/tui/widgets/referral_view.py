"""The calm page of a client who sees somebody first, and which page a result has."""

from __future__ import annotations

import datetime

from textual.containers import VerticalScroll

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.tui.widgets.exercise_cards import A_FEW_ROWS
from assessment.tui.widgets.result_pages import ResultPages
from assessment.tui.widgets.result_parts import action_parts
from reports.sheets.referral import Action, action_of
from reports.sheets.view import view_of

URGENT = (Outcome.EMERGENCY, Outcome.SAME_DAY)


class ReferralView(VerticalScroll):
    """Whom to see, how soon and what to say; nothing else."""

    def __init__(self, action: Action, *, urgent: bool, id: str) -> None:
        super().__init__(*action_parts(action, urgent=urgent), id=id, can_focus=False)

    def move(self, direction: int) -> None:
        """Read on, or back."""
        self.scroll_relative(y=A_FEW_ROWS * direction, animate=False)


def result_of(
    assessment: Assessment, catalogue: Catalogue, created: datetime.date, id: str
) -> ResultPages | ReferralView:
    """Return the calm page where there is something to do first, else the whole result."""
    if action := action_of(assessment):
        return ReferralView(action, urgent=assessment.outcome in URGENT, id=id)
    view = view_of(assessment, catalogue, created)
    if view.client is None:
        raise ValueError("a client without anything to do first may train")
    return ResultPages(view.heading.name, view.summary, view.client, id=id)
