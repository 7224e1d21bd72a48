"""Records of another version: listed and read from what they keep, whatever it looks like."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from assessment.casebook.clients import clients_of
from assessment.casebook.history import past_screenings
from assessment.casebook.stored import StoredAssessment, StoredFlag, StoredPoints, StoredScore
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Content
from assessment.records.store.transactions import Store
from tests.records.fixtures import MakeContent
from tests.records.holdings import START

DOCUMENT: dict[str, Any] = {
    "version": "0.9.0",
    "outcome": "see_clinician",
    "flags": [{"id": "old_question", "answer": "yes", "urgency": "clinician"}],
    "amber": ["hernia"],
    "cautions": [],
    "unanswered": ["stairs"],
    "overall": {"score": 41.5, "low": 41.5, "high": 41.5, "band": "mild"},
    "regions": {
        "low_back": {
            "score": None,
            "low": 20.0,
            "high": 60.0,
            "band": None,
            "contributions": [{"item": "box_lift", "answer": 3, "severity": 3, "weight": 2}],
        }
    },
    "exercises": [
        {
            "id": "good-morning",
            "region": "low_back",
            "because": ["box_lift"],
            "sets": 2,
            "repetitions": [8, 12],
        }
    ],
    "a_later_key": {"of": ["another", "program"]},
}
ODD: tuple[Any, ...] = (
    *(None, True, 3, -1.5, "x", [], {}),
    *([3, "x", None], [{}], [{"id": 3}], {"low_back": {}}, {"x": 3}),
)
"""What may stand in place of anything in a document that we do not know."""


@pytest.fixture
def desk(store: Store) -> Desk:
    made = Desk(store, Path(store.place).parent)
    made.choose_pin("1234")
    made.open("1234")
    return made


def of_version(content: Content, version: str) -> Content:
    """Return *content* as another version of the questionnaire made it, with a question more."""
    answers = {**content.answers["answers"], "old_question": "yes"}
    return replace(
        content,
        answers={**content.answers, "version": version, "answers": answers},
        assessment={**content.assessment, "version": version},
    )


def test_a_document_is_read_by_its_ids() -> None:
    stored = StoredAssessment.read(DOCUMENT, "0.9.0")

    assert (stored.version, stored.outcome) == ("0.9.0", "see_clinician")
    assert stored.flags == (StoredFlag("old_question", "yes", "clinician"),)
    assert (stored.amber, stored.cautions, stored.unanswered) == (("hernia",), (), ("stairs",))
    assert stored.overall == StoredScore(41.5, 41.5, 41.5, "mild")
    points = (StoredPoints("box_lift", 3, 3, 2),)
    assert stored.regions == {"low_back": StoredScore(None, 20.0, 60.0, "", points)}
    (exercise,) = stored.exercises
    assert (exercise.id, exercise.sets, exercise.repetitions) == ("good-morning", 2, (8, 12))


@pytest.mark.parametrize("key", DOCUMENT)
def test_no_document_is_unreadable(key: str) -> None:
    whole = StoredAssessment.read(DOCUMENT, "0.9.0")
    missing = {name: value for name, value in DOCUMENT.items() if name != key}
    for document in (missing, *(DOCUMENT | {key: odd} for odd in ODD)):
        stored = StoredAssessment.read(document, "0.9.0")
        others = [one.name for one in fields(stored) if one.name != key]
        assert all(getattr(stored, name) == getattr(whole, name) for name in others)


def test_a_record_of_another_version_is_listed_and_opened(
    desk: Desk, make_content: MakeContent
) -> None:
    old = of_version(make_content(name="Ana"), "0.9.0")
    record = keep(desk.store, old, desk.seal_for, now=START)

    (client,) = clients_of(desk).all
    (screening,) = past_screenings(desk, record.client)

    assert (client.name, client.last.result) == ("Ana", "may train, few signs")
    assert not screening.why_closed
    assert screening.assessment is None
    assert screening.stored is not None
    assert screening.stored.version == "0.9.0"
    assert [one.id for one in screening.stored.exercises] == [
        one["id"] for one in old.assessment["exercises"]
    ]
    assert screening.screening.version == "0.9.0"  # a comparison says so


def test_the_version_decides_even_where_the_answers_fit(
    desk: Desk, make_content: MakeContent
) -> None:
    content = make_content(name="Ana")
    other_rules = replace(content, assessment={**content.assessment, "version": "1.0.1"})
    record = keep(desk.store, other_rules, desk.seal_for, now=START)

    (screening,) = past_screenings(desk, record.client)

    assert screening.assessment is None
    assert screening.stored is not None


def test_answers_that_do_not_fit_do_not_close_a_record(
    desk: Desk, make_content: MakeContent
) -> None:
    content = make_content(name="Ana")
    answers = {**content.answers, "answers": {**content.answers["answers"], "new_question": 3}}
    record = keep(desk.store, replace(content, answers=answers), desk.seal_for, now=START)

    (screening,) = past_screenings(desk, record.client)

    assert screening.stored is not None
    assert screening.stored.outcome == "train"
