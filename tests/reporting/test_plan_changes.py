"""Changed plans on paper: who chose, what is not used and why, last time and now."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from assessment.catalogue.gym_choices import GymChoices
from assessment.reporting.making import report_for
from assessment.reporting.request import EarlierScreening, ReportRequest, line_of, request_in
from reports.output.print_options import Sheets
from tests import contract
from tests.contract import all_best
from tests.replanning.plans import GYM

ANSWERS = {**all_best(), "equipment": GYM, "minutes": 45, "days_per_week": 2}
DOCUMENT = {"questionnaire": "posterior-chain", "version": contract.VERSION, "answers": ANSWERS}
DAY = datetime.date(2026, 6, 29)


def changes(*edits: dict[str, Any], by: str = "Sam") -> dict[str, Any]:
    return {"by": by, "on": "2026-06-28", "changes": list(edits)}


def page(sheets: Sheets, *edits: dict[str, Any], **more: Any) -> str:
    request = ReportRequest(
        DOCUMENT, DAY, sheets=sheets, format="html", plan_changes=changes(*edits), **more
    )
    assert request_in(line_of(request)) == request
    return report_for(request).content.decode()


SWAP = {"kind": "swap", "exercise": "squat", "into": "step-up"}


def test_the_client_reads_who_chose_and_what_was_written() -> None:
    text = page(
        "client",
        SWAP,
        {"kind": "effort", "exercise": "hip-thrust", "effort": [5, 5]},
        {"kind": "with_trainer", "exercise": "goblet-squat"},
        {"kind": "swap", "exercise": "bird-dog", "into": "goblet-squat"},
        {"kind": "note", "exercise": "step-up", "text": "Slowly down."},
        {"kind": "note", "text": "See you on Monday."},
    )
    assert text.count("Chosen with Sam") == 2
    assert "How much and how hard was chosen with Sam" in text
    assert "Only with Sam there." in text
    assert "Sam says: Slowly down." in text
    assert "Sam says: See you on Monday." in text
    assert "because of what you chose with your trainer" in text
    assert "squat" not in text.split("Left out, and why")[0].lower().replace("goblet squat", "")


def test_what_the_rules_forbid_is_not_printed_as_if_it_were_allowed() -> None:
    barred = {"kind": "add", "exercise": "pull-up"}
    assert "Pull-up" not in page("client", SWAP, barred)
    text = page("trainer", SWAP, barred)
    assert "Step-up in place of Squat" in text
    assert "Not used: Pull-up needs pull-up bar. The client does not have that." in text
    unreadable = page("trainer", {"kind": "fly"})
    assert "The changes of this plan cannot be read" in unreadable


def test_last_time_and_now_say_what_was_chosen_both_times() -> None:
    last = changes({"kind": "drop", "exercise": "bird-dog"}, by="Kim")
    earlier = EarlierScreening(datetime.date(2026, 5, 4), contract.VERSION, DOCUMENT, last)
    text = page("client", SWAP, {"kind": "note", "text": "Hello."}, earlier=(earlier,))
    assert "In the plan of 4 May 2026, as chosen with Kim: without Bird dog." in text
    assert "In the plan of 29 June 2026, as chosen with Sam: step-up in place of Squat." in text


@pytest.mark.parametrize(
    ("gym", "says"),
    [
        (GymChoices(never=frozenset(("squat",))), "what this gym never gives"),
        (GymChoices(preferred=frozenset(("step-up",))), "This gym likes to give it"),
    ],
)
def test_the_choices_of_the_gym_are_reasons(gym: GymChoices, says: str) -> None:
    request = ReportRequest(DOCUMENT, DAY, sheets="client", format="html", gym=gym)
    assert says in report_for(request).content.decode()
