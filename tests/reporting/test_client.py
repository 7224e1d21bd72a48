"""The report as another process: what it is asked, where its file goes, what happens on failure."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from assessment.reporting.report_client import ReportClient, SavedReport, free_target
from assessment.reporting.request import EarlierScreening, ReportFailure, ReportRequest
from tests import contract
from tests.journeys.driver import FAKE_REPORT

NOW = datetime(2026, 5, 12, 9, 30)  # noqa: DTZ001  # the gym's own time
DOCUMENT = {"answers": {"age_years": 45}}
OTHER = {"answers": {"age_years": 46}}

NOTES = f"""
import sys
heard = open(sys.argv[1], "a")
class Noted:
    def __iter__(self):
        for line in sys.__stdin__:
            heard.write(line)
            heard.flush()
            yield line
sys.stdin = Noted()
{FAKE_REPORT}
"""
"""A worker that notes what it is asked for."""

MakeClient = Callable[..., ReportClient]


@pytest.fixture
def client() -> Iterator[MakeClient]:
    """Return a function: the worker's program and its arguments -> a client, which ends itself."""
    made: list[ReportClient] = []

    def make(
        code: str, *arguments: str, earlier: tuple[EarlierScreening, ...] = ()
    ) -> ReportClient:
        made.append(ReportClient((sys.executable, "-c", code, *arguments), earlier))
        return made[-1]

    yield make
    for one in made:
        one.close()


def requests_in(heard: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in heard.read_text().splitlines()]


def test_the_answers_go_in_and_the_path_comes_out(tmp_path: Path, client: MakeClient) -> None:
    saved = client(FAKE_REPORT).save(DOCUMENT, tmp_path / "new", NOW)
    assert isinstance(saved, SavedReport)
    assert saved.path == tmp_path / "new" / "posterior-chain-2026-05-12-0930.pdf"
    assert json.loads(saved.path.read_bytes()) == DOCUMENT
    for path in (tmp_path / "new", saved.path):
        assert path.stat().st_mode & 0o077 == 0


def test_a_report_is_made_once_and_anew_after_a_changed_answer(
    tmp_path: Path, client: MakeClient
) -> None:
    heard = tmp_path / "heard"
    one = client(NOTES, str(heard))
    one.begin()
    one.prepare(DOCUMENT)
    one.prepare(DOCUMENT)
    one.save(DOCUMENT, tmp_path, NOW)
    one.save(DOCUMENT, tmp_path, NOW)
    one.save(OTHER, tmp_path, NOW)
    assert [found["answers"] for found in requests_in(heard)] == [DOCUMENT, OTHER]


def test_what_was_only_prepared_is_on_no_disk(tmp_path: Path, client: MakeClient) -> None:
    heard = tmp_path / "heard"
    one = client(NOTES, str(heard))
    one.prepare(DOCUMENT)
    one.prepare(OTHER)
    one.save_at(tmp_path / "new" / "a.pdf", ReportRequest(OTHER, or_html=True))
    one.forget()
    one.close()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.pdf"]


def test_what_was_forgotten_is_made_anew(tmp_path: Path, client: MakeClient) -> None:
    heard = tmp_path / "heard"
    one = client(NOTES, str(heard))
    for _ in range(2):
        one.save(DOCUMENT, tmp_path, NOW)
        one.forget()
    assert len(requests_in(heard)) == 2


def test_nothing_is_started_only_to_forget(client: MakeClient, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    one = client(NOTES, str(heard))
    one.forget()
    one.close()
    assert not heard.exists()


def test_after_its_end_it_can_be_asked_again(tmp_path: Path, client: MakeClient) -> None:
    """The desk ends it for a re-test, and begins anew."""
    one = client(FAKE_REPORT)
    for _ in range(2):
        assert isinstance(one.save(DOCUMENT, tmp_path, NOW), SavedReport)
        one.close()


def test_a_web_page_in_place_of_a_pdf_is_known_as_one(tmp_path: Path, client: MakeClient) -> None:
    saved = client(FAKE_REPORT.replace('"pdf"', '"html"')).save(DOCUMENT, tmp_path, NOW)
    assert saved == SavedReport(tmp_path / "posterior-chain-2026-05-12-0930.html")
    assert not saved.is_pdf


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (
            "import json, sys; sys.stdin.readline();"
            "print(json.dumps({'reason': 'A font is damaged.'}))",
            "A font is damaged.",
        ),
        (
            "import sys; sys.exit(1)",
            "the process that made it ended before it was done; is there enough memory?",
        ),
    ],
)
def test_a_failure_has_a_reason_in_one_line(
    tmp_path: Path, client: MakeClient, code: str, reason: str
) -> None:
    assert client(code).save(DOCUMENT, tmp_path, NOW) == ReportFailure(reason)


def test_what_failed_is_tried_again_when_it_is_wanted(tmp_path: Path, client: MakeClient) -> None:
    code = (
        "import json, sys\nsys.stdin.readline()\n"
        "print(json.dumps({'reason': 'no'}), flush=True)\n" + FAKE_REPORT
    )
    one = client(code)
    assert one.save(DOCUMENT, tmp_path, NOW) == ReportFailure("no")
    assert isinstance(one.save(DOCUMENT, tmp_path, NOW), SavedReport)


def test_a_program_that_is_not_there_is_a_reason_and_no_fault(
    tmp_path: Path,
) -> None:
    one = ReportClient(("/no/such/program",))
    one.begin()
    one.prepare(DOCUMENT)
    assert one.save(DOCUMENT, tmp_path, NOW) == ReportFailure("No such file or directory")
    one.close()


def test_a_folder_that_cannot_be_made_is_a_reason(tmp_path: Path, client: MakeClient) -> None:
    (tmp_path / "file").write_text("")
    saved = client(FAKE_REPORT).save(DOCUMENT, tmp_path / "file" / "folder", NOW)
    assert saved == ReportFailure("Not a directory")


def test_a_file_that_cannot_be_written_is_a_reason(
    tmp_path: Path, client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    saved = client(FAKE_REPORT).save(DOCUMENT, tmp_path, NOW)
    assert isinstance(saved, ReportFailure)
    assert "the disk is full" in saved.reason
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_never_taken_twice(tmp_path: Path) -> None:
    names = []
    for suffix in (".pdf", ".html", ".pdf"):
        target = free_target(tmp_path, NOW)
        names.append(target.name)
        target.with_suffix(suffix).touch()
    stem = "posterior-chain-2026-05-12-0930"
    assert names == [f"{stem}.pdf", f"{stem}-2.pdf", f"{stem}-3.pdf"]


def test_earlier_screenings_go_with_each_report_of_a_retest(
    tmp_path: Path, client: MakeClient
) -> None:
    heard = tmp_path / "heard"
    last = EarlierScreening(date(2026, 5, 12), contract.VERSION, DOCUMENT)
    one = client(NOTES, str(heard), earlier=(last,))
    one.save(OTHER, tmp_path, NOW)
    (asked,) = requests_in(heard)
    assert asked["earlier"] == [
        {
            "day": "2026-05-12",
            "version": contract.VERSION,
            "answers": DOCUMENT,
            "plan_changes": None,
        }
    ]
    assert asked["or_html"] is True
