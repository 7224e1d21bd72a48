"""A request and what comes of it, also as JSON on the pipe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.retest.shapes import Screening
from assessment.exchange.answers_document import answers_document
from assessment.reporting import making
from assessment.reporting.making import make_report, report_for
from assessment.reporting.request import (
    EarlierScreening,
    Report,
    ReportFailure,
    ReportRequest,
    line_of,
    report_day,
    request_in,
    result_in,
)
from reports.errors import PdfUnavailableError
from reports.output.print_options import PrintOptions
from reports.output.write import report_content
from tests import contract
from tests.conftest import MakeAssessment
from tests.reports.fixtures import DAY, Case

PAPER = PrintOptions("letter", "grey", "Northside", without=frozenset({"log", "drawings"}))


@pytest.fixture
def request_on(make_assessment: MakeAssessment) -> Any:
    """Return a function: changes of answers -> a request for a web page on them."""

    def do(**changes: Any) -> ReportRequest:
        document = answers_document(make_assessment(**changes).sheet)
        return ReportRequest(document, DAY, format="html", print_options=PrintOptions())

    return do


def test_a_request_goes_through_the_pipe_and_comes_out_whole(request_on: Any) -> None:
    asked = replace(
        request_on(),
        earlier=(
            EarlierScreening(date(2026, 1, 2), "0.9", None),
            EarlierScreening(date(2026, 2, 3), "1.0", {"answers": {"pain_regions": ["hip"]}}),
        ),
        sheets="trainer",
        or_html=True,
        print_options=PAPER,
        notes={"bird-dog": "slowly"},
    )
    line = line_of(asked)
    assert line.count(b"\n") == 1
    assert request_in(line) == asked
    assert request_in(line_of(ReportRequest({}, DAY))) == ReportRequest({}, DAY)


@pytest.mark.parametrize(
    "line",
    [
        *(b"", b"[]", b'{"answers": 7}', b'{"answers": {}, "created": "2026"}'),
        *(b'{"answers": {}, "sheets": "all"}', b'{"answers": {}, "print_options": {"ink": "red"}}'),
    ],
)
def test_what_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        request_in(line)


@pytest.mark.parametrize(
    "result",
    [Report(b"%PDF\n\xff\0", "pdf"), ReportFailure("no"), ReportFailure("no", True)],
)
def test_a_result_goes_through_the_pipe(result: Report | ReportFailure) -> None:
    assert result_in(line_of(result)) == result


def test_the_day_is_todays_or_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for given, day in (("1767225600", date(2026, 1, 1)), ("0", date(1970, 1, 1))):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
        assert report_day() == day
    for wrong in ("", "-1", "x", "9" * 12):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        assert report_day() == date.today()  # noqa: DTZ011  # as the program has it


def test_a_report_is_that_of_the_same_answers_anywhere(case: Case, catalogue: Catalogue) -> None:
    assessment, before = case("D02", name="Ana"), case("D02", chair_rise=4)
    asked = ReportRequest(
        answers_document(assessment.sheet),
        DAY,
        (EarlierScreening(date(2026, 1, 2), contract.VERSION, answers_document(before.sheet)),),
        format="html",
        print_options=PAPER,
        notes={"bird-dog": "slowly"},
    )

    line = line_of(asked)

    assert len(line) < 10_000
    assert make_report(request_in(line)) == Report(
        report_content(
            assessment,
            catalogue,
            created=DAY,
            form="html",
            paper=PAPER,
            earlier=[Screening(date(2026, 1, 2), contract.VERSION, before)],
            notes={"bird-dog": "slowly"},
        ),
        "html",
    )


def test_an_earlier_screening_of_other_questions_has_no_numbers(
    request_on: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Screening] = []

    def content(*_: object, earlier: list[Screening], **__: object) -> bytes:
        seen.extend(earlier)
        return b""

    monkeypatch.setattr(making, "report_content", content)
    fine, open_ = request_on(), request_on(told_bones=None)
    earlier = (
        EarlierScreening(date(2026, 1, 1), contract.VERSION, fine.answers),
        EarlierScreening(date(2026, 1, 2), "0.9", {**fine.answers, "version": "0.9"}),
        EarlierScreening(date(2026, 1, 3), "0.8", None),
        EarlierScreening(date(2026, 1, 4), contract.VERSION, open_.answers),
    )
    report_for(replace(fine, earlier=earlier))
    assert [(one.day.day, one.version, one.assessment is None) for one in seen] == [
        (1, contract.VERSION, False),
        (2, "0.9", True),
        (3, "0.8", True),
    ]


def test_another_version_of_the_program_is_told_apart(request_on: Any) -> None:
    result = make_report(replace(request_on(), program="0.9"))
    assert isinstance(result, ReportFailure)
    assert "version 0.9" in result.reason


def test_answers_that_are_not_complete_have_no_report(request_on: Any) -> None:
    result = make_report(request_on(told_bones=None))
    assert result == ReportFailure(
        "a question that decides whether somebody may train has no answer"
    )


def test_a_fault_in_the_answers_is_named(request_on: Any) -> None:
    asked = request_on()
    wrong = {**asked.answers, "answers": asked.answers["answers"] | {"age_years": "old"}}
    result = make_report(replace(asked, answers=wrong))
    assert isinstance(result, ReportFailure)
    assert "age_years" in result.reason


def test_a_fault_of_the_program_is_in_the_log(
    request_on: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(making, "report_content", fails)
    monkeypatch.setattr(making, "log_folder", lambda: tmp_path)
    result = make_report(request_on())
    log = tmp_path / "faults.log"
    assert result == ReportFailure(
        f"something went wrong in the program; it is kept in {log} (without answers)"
    )
    assert "ZeroDivisionError" in log.read_text()


def test_without_pango_it_is_a_web_page_where_one_will_do(
    request_on: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def content(*_: object, form: str, **__: object) -> bytes:
        if form == "pdf":
            raise PdfUnavailableError("Pango is missing.")
        return b"page"

    monkeypatch.setattr(making, "report_content", content)
    asked = replace(request_on(), format="pdf")
    assert make_report(asked) == ReportFailure("Pango is missing.", cannot_make_pdfs=True)
    assert make_report(replace(asked, or_html=True)) == Report(b"page", "html")


def test_the_gyms_print_options_are_read_when_the_report_is_made(
    request_on: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[PrintOptions] = []

    def content(*_: object, paper: PrintOptions, **__: object) -> bytes:
        seen.append(paper)
        return b""

    settings = tmp_path / "settings.toml"
    monkeypatch.setattr(making, "report_content", content)
    monkeypatch.setattr(making, "settings_path", lambda: settings)
    asked = replace(request_on(), print_options=None)
    make_report(asked)
    settings.write_text('[report]\nsize = "letter"\nink = "pink"\n')
    make_report(asked)
    assert [(one.size, one.ink) for one in seen] == [("A4", "colour"), ("letter", "colour")]
