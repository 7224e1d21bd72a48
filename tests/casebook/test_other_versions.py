"""Records of another version: listed and read from what they keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import pytest

from assessment.casebook.batches.batch_files import BatchRequest
from assessment.casebook.batches.contents import request_for
from assessment.casebook.clients import clients_of
from assessment.casebook.history import past_screenings
from assessment.casebook.selection import screenings_of
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Content
from assessment.reporting.making import report_for
from assessment.reporting.request import StoredResult
from reports.output.print_options import PLAIN
from tests.casebook.earlier_version import old_content
from tests.records.fixtures import MakeContent
from tests.records.holdings import START


def of_version(content: Content, version: str) -> Content:
    """Return *content* as another version of the questionnaire made it, with a question more."""
    answers = {**content.answers["answers"], "old_question": "yes"}
    return replace(
        content,
        answers={**content.answers, "version": version, "answers": answers},
        assessment={**content.assessment, "version": version},
    )


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
    assert screening.is_of_other_version
    assert screening.content == old
    assert screening.screening.version == "0.9.0"  # a comparison says so


def test_the_version_decides_even_where_the_answers_fit(
    desk: Desk, make_content: MakeContent
) -> None:
    content = make_content(name="Ana")
    other_rules = replace(content, assessment={**content.assessment, "version": "1.0.1"})
    record = keep(desk.store, other_rules, desk.seal_for, now=START)

    (screening,) = past_screenings(desk, record.client)

    assert screening.assessment is None
    assert screening.is_of_other_version


def test_answers_that_do_not_fit_do_not_close_a_record(
    desk: Desk, make_content: MakeContent
) -> None:
    content = make_content(name="Ana")
    answers: Any = {**content.answers, "answers": {"new_question": 3}}
    record = keep(desk.store, replace(content, answers=answers), desk.seal_for, now=START)

    (screening,) = past_screenings(desk, record.client)

    assert screening.is_of_other_version
    assert not screening.why_closed


def test_a_batch_asks_for_it_as_it_is_stored(
    desk: Desk, make_content: MakeContent, tmp_path: Path
) -> None:
    old = of_version(make_content(name="Ana"), "0.9.0")
    record = keep(desk.store, old, desk.seal_for, now=START)
    batch = BatchRequest(tmp_path, "both", "html", PLAIN)
    told: list[str] = []

    (item,) = batch.items(screenings_of(clients_of(desk).all))
    request = request_for(desk, item, batch, told.append)

    assert request.stored == StoredResult(old.assessment, record.program)
    assert told == []
    assert "0.9.0" in report_for(request).content.decode()


ASKED_LESS = "This questionnaire asked less about safety; a new screening is needed"


def test_one_of_1_0_0_is_listed_as_to_be_screened_anew(desk: Desk) -> None:
    keep(desk.store, old_content(name="Ana"), desk.seal_for, now=START)
    (client,) = clients_of(desk).all
    # the program of 1.0.0 said "may train, moderate"
    assert (client.name, client.last.result) == ("Ana", "screen anew, moderate")


def test_its_answers_stand_beside_the_questions_that_are_the_same(desk: Desk) -> None:
    old = old_content(name="Ana", swollen_calf="yes", effort_chest_pain="yes", stairs=9)
    record = keep(desk.store, old, desk.seal_for, now=START)
    (screening,) = past_screenings(desk, record.client)
    assert screening.answers is not None
    given = screening.answers.given
    assert (given["pain_low_back"], given["foot_drop"]) == (3, "no")
    assert "stairs" not in given  # does not fit
    assert "swollen_limb" not in given
    assert "chest_pain" not in given


@pytest.mark.parametrize("sheets", ["both", "client"])
def test_its_paper_says_once_that_it_asked_less(
    desk: Desk, tmp_path: Path, sheets: Literal["both", "client"]
) -> None:
    keep(desk.store, old_content(name="Ana"), desk.seal_for, now=START)
    batch = BatchRequest(tmp_path, sheets, "html", PLAIN)
    (item,) = batch.items(screenings_of(clients_of(desk).all))
    page = report_for(request_for(desk, item, batch, print)).content.decode()
    assert page.count(ASKED_LESS) == 1


def test_it_stands_beside_a_retest(desk: Desk, make_content: MakeContent, tmp_path: Path) -> None:
    first = keep(desk.store, old_content(name="Ana"), desk.seal_for, now=START)
    now = START + timedelta(weeks=8)
    keep(desk.store, make_content(name="Ana"), desk.seal_for, now=now, client=first.client)
    batch = BatchRequest(tmp_path, "both", "html", PLAIN)
    chosen = list(screenings_of(clients_of(desk).all, newest_only=True))
    told: list[str] = []

    (item,) = batch.items(chosen)
    request = request_for(desk, item, batch, told.append)

    assert [one.version for one in request.earlier] == ["1.0.0"]
    assert told == []
    page = report_for(request).content.decode()
    assert ASKED_LESS not in page
    assert "not asked in this way" in page


def test_one_of_today_is_assessed_anew_in_a_batch(
    desk: Desk, make_content: MakeContent, tmp_path: Path
) -> None:
    keep(desk.store, make_content(name="Ana"), desk.seal_for, now=START)
    batch = BatchRequest(tmp_path, "both", "html", PLAIN)
    (item,) = batch.items(screenings_of(clients_of(desk).all))
    assert request_for(desk, item, batch, print).stored is None
