"""``report --earlier``: last time and now, and every reason why two files do not fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import contract
from tests.casebook.earlier_version import old_content
from tests.contract import all_best
from tests.running import Run

NOW = "1782734400"
"""29 June 2026, as SOURCE_DATE_EPOCH has it."""


def write(path: Path, **changes: Any) -> None:
    document = {
        "questionnaire": "posterior-chain",
        "version": contract.VERSION,
        "answers": all_best() | changes,
    }
    path.write_text(json.dumps(document))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    write(tmp_path / "now.json", long_stand=1, age_years=41)
    write(tmp_path / "may.json", long_stand=4, name="Ana")
    write(tmp_path / "march.json", long_stand=3)
    return tmp_path


def report(run: Run, *earlier: str, now: str = "now.json") -> Any:
    options = [part for one in earlier for part in ("--earlier", one)]
    arguments = ("report", now, "-o", "out.html", "--html", *options)
    return run(*arguments, SOURCE_DATE_EPOCH=NOW)


def test_the_last_of_several_days_is_set_beside_now(run: Run, files: Path) -> None:
    done = report(run, "2026-05-04=may.json", "2026-03-02=march.json")
    assert (done.returncode, done.stderr) == (0, b"")
    text = (files / "out.html").read_text(encoding="utf-8")
    assert "Last time: 4 May 2026. Now: 29 June 2026, 8 weeks later." in text
    assert "23 on 2 March 2026" in text  # docs/rules.md 4: 0.9 x 100 x 2 x 3 / 24 = 22.5


def test_without_it_the_report_is_as_ever(run: Run, files: Path) -> None:
    assert report(run).returncode == 0
    assert "Last time" not in (files / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ("may.json", "write the day in front of the file, such as 2026-05-12=may.json"),
        ("2026-05-04=", "write the day in front of the file"),
        ("4 May=may.json", "'4 May' is no day; write it as 2026-11-29"),
        ("2026-02-30=may.json", "'2026-02-30' is not in the calendar"),
        ("2026-06-30=may.json", "2026-06-30 is after the day of the report, 2026-06-29"),
        ("2026-05-04=-", "earlier answers must be in a file"),
        ("2026-05-04=gone.json", "cannot read the file"),
        ("2026-05-04=open.json", "told_bones: not answered"),
        ("2026-05-04=old.json", f"version: must be '{contract.VERSION}'; found '0.9.0'"),
        ("2026-05-04=young.json", "the age was 20 then and is 41 now"),
        ("2026-05-04=older.json", "the age was 43 then and is 41 now"),
        ("2026-05-04=out.html", "the report would replace the answers"),
    ],
)
def test_what_does_not_fit_is_refused(run: Run, files: Path, earlier: str, said: str) -> None:
    write(files / "open.json", told_bones=None)
    write(files / "young.json", age_years=20)
    write(files / "older.json", age_years=43)
    write(files / "out.html")
    before = (files / "out.html").read_text()
    old = json.loads((files / "may.json").read_text()) | {"version": "0.9.0"}
    (files / "old.json").write_text(json.dumps(old))
    done = report(run, earlier)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert (files / "out.html").read_text() == before


def test_every_wrong_day_is_named_and_a_day_counts_once(run: Run, files: Path) -> None:
    done = report(run, "may.json", "2026-03-02=march.json", "2026-03-02=may.json", "x=may.json")
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert [line.split(":")[1].strip() for line in lines] == [
        "--earlier may.json",
        "--earlier 2026-03-02=may.json",
        "--earlier x=may.json",
    ]
    assert "is there already" in lines[1]
    assert not (files / "out.html").exists()


def test_a_day_of_1_0_0_stands_there_without_numbers(run: Run, files: Path) -> None:
    (files / "old.json").write_text(json.dumps(old_content(age_years=41).answers))
    done = report(run, "2026-05-04=old.json")
    assert done.returncode == 0
    assert "questionnaire 1.0.0 asked other questions" in done.stderr.decode()
    text = (files / "out.html").read_text(encoding="utf-8")
    assert "Last time: 4 May 2026. Now: 29 June 2026, 8 weeks later." in text
    assert "not asked in this way" in text


def test_another_name_is_told_without_saying_it(run: Run, files: Path) -> None:
    write(files / "now.json", name="Bo", age_years=40)
    done = report(run, "2026-05-04=may.json")
    assert done.returncode == 0
    assert done.stderr.decode().strip() == (
        "--earlier 2026-05-04=may.json: another name stands there. Is it the same client?"
    )


def test_a_day_without_numbers_now_says_why_there_is_no_page(run: Run, files: Path) -> None:
    write(files / "stop.json", saddle_numbness="yes")
    done = report(run, "2026-05-04=may.json", now="stop.json")
    assert done.returncode == 0
    assert "today has no numbers" in done.stderr.decode()
    assert "Last time" not in (files / "out.html").read_text(encoding="utf-8")
