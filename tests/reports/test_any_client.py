"""Whatever a client answers, there is a page, and it keeps its promises."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import assess
from assessment.core.gate import Outcome
from assessment.exchange.answers_document import sheet_of
from questions.loader import load_questionnaire
from reports.html.render import html_of
from reports.sheets.view import view_of
from tests.contract import CAUTIONS, EQUIPMENT, VERSION, all_best
from tests.reports.fixtures import DAY
from tests.reports.reading import page_of
from tests.strategies import SCORED, examples, scored_answers, whole_answers

CIRCUMSTANCES = st.fixed_dictionaries(
    {
        "equipment": st.lists(st.sampled_from(EQUIPMENT), unique=True),
        "minutes": st.sampled_from([15, 20, 30, 45, None]),
        "days_per_week": st.sampled_from([2, 3, None]),
        "experience": st.sampled_from(["new", "some", "experienced", None]),
        "goal": st.sampled_from(["comfort", "muscle", "strength", "sport", None]),
        "age_years": st.integers(16, 100),
    }
)


def page_for(answers: dict[str, Any]) -> tuple[Outcome, str, int]:
    """Return outcome, text and number of exercise cards of the report on *answers*."""
    document = {"questionnaire": "posterior-chain", "version": VERSION, "answers": answers}
    assessment = assess(sheet_of(document, load_questionnaire()), load_catalogue())
    page = page_of(html_of(view_of(assessment, load_catalogue(), DAY)))
    return assessment.outcome, page.text, len(list(page.all("article", "card")))


@examples(60)
@given(scored_answers(), CIRCUMSTANCES, st.sets(st.sampled_from(sorted(CAUTIONS))))
def test_every_client_who_may_train_gets_a_sheet(
    scored: dict[str, Any], circumstances: dict[str, Any], cautions: set[str]
) -> None:
    healthy = all_best()
    blank = dict.fromkeys(SCORED)
    answers = healthy | blank | scored | circumstances | dict.fromkeys(cautions, "yes")
    outcome, text, cards = page_for(answers)
    assert outcome in (Outcome.TRAIN, Outcome.SEE_CLINICIAN)
    assert not re.search(r"\bNone\b|\bnan\b|  ,|\(\)", text)
    assert "not a diagnosis" in text
    if outcome is Outcome.SEE_CLINICIAN:
        assert cards == 0


@examples(60)
@given(whole_answers())
def test_every_client_with_a_flag_gets_a_page_without_exercises(answers: dict[str, Any]) -> None:
    outcome, text, cards = page_for(answers | {"saddle_numbness": "unsure"})
    assert outcome is Outcome.EMERGENCY
    assert cards == 0
    assert "Call an ambulance or go to an emergency department now" in text
    assert "Numbness between the legs, or bladder changes (not sure)" in text
