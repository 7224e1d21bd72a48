"""Any answer sheet -> what a person types who has it on paper -> the same sheet."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.core.answers import AnswerSheet
from assessment.exchange.answers_document import answers_document, sheet_of
from questions.loader import load_questionnaire
from questions.model import Item
from tests.contract import CLEARABLE, VERSION, all_best, all_worst
from tests.keying.conftest import Clerk
from tests.keying.paper import lines_typed
from tests.strategies import any_answers, examples

NAMES = st.sampled_from(["Ana M.", "R05", "<", ">", "?", "-", "=x", "q01", "Åse, Ö.", "no", "5"])
CLEARANCES = st.fixed_dictionaries(
    {
        "by": st.sampled_from(["Dr A. Brown", "Physio, Northside"]),
        "on": st.just("2026-05-12"),
        "for": st.lists(st.sampled_from(CLEARABLE), unique=True, max_size=4),
    }
)
FIGURES = st.integers(0, 600).map(lambda tenths: tenths / 10)
MORE = st.fixed_dictionaries(
    {},
    optional={
        "name": NAMES,
        "clearance": CLEARANCES,
        "test_stance_left": FIGURES,
        "test_wall_gap_cm": FIGURES,
    },
)


def keyed(answers: dict[str, Any]) -> tuple[dict[str, Any], Clerk]:
    """Key *answers* in by hand; return what was taken, and who did it."""
    questionnaire = load_questionnaire()
    clerk = Clerk(questionnaire, lines_typed(answers, questionnaire))
    return answers_document(clerk.until_the_end())["answers"], clerk


def asked_of(answers: dict[str, Any]) -> dict[str, Any]:
    """Return those of *answers* that somebody keys in who goes from line to line: of open ones."""
    document = {"questionnaire": "posterior-chain", "version": VERSION, "answers": answers}
    sheet = sheet_of(document, load_questionnaire())
    closed = {
        item.id
        for item in sheet.questionnaire.conditional
        if item.id in sheet.given and not _is_open(item, sheet)
    }
    if closed:
        return asked_of({item: raw for item, raw in answers.items() if item not in closed})
    return answers_document(sheet)["answers"]


def _is_open(item: Item, sheet: AnswerSheet) -> bool:
    if item.opened_by:
        return item.opened_by.holds(sheet.known) is not False
    return bool(item.asked_when and item.asked_when.holds(sheet.known))


def without_contradictions(answers: dict[str, Any]) -> dict[str, Any]:
    """Return *answers* whose places hurt lately are those that were hurt at some time."""
    lately = [
        site
        for site in answers.get("injury_last_6_weeks") or ()
        if answers.get(f"injuries_{site}") != 0
    ]
    return answers | ({"injury_last_6_weeks": lately} if "injury_last_6_weeks" in answers else {})


@examples(60)
@given(any_answers(), MORE)
def test_what_was_on_paper_is_what_was_keyed_in(
    answers: dict[str, Any], more: dict[str, Any]
) -> None:
    on_paper = asked_of(without_contradictions(answers | more))
    taken, clerk = keyed(on_paper)
    assert taken == on_paper
    assert clerk.said.count("It fits.") == 7
    assert not [one for one in clerk.said if "takes" in one or "must be" in one]


def test_a_whole_form_at_its_best_and_at_its_worst() -> None:
    for answers in (asked_of(all_best()), asked_of(all_worst())):
        assert len(answers) > 40
        assert keyed(answers)[0] == answers


def test_each_answer_is_kept_before_the_next_line_is_asked() -> None:
    _, clerk = keyed(asked_of(all_best()))
    kept = {item: raw for answers, _ in clerk.kept for item, raw in answers.items()}
    assert kept == asked_of(all_best())
    assert all(list(answers) == [item] for answers, item in clerk.kept)
