"""Screenings as a table: what stands in it, what its codebook says, and who can open both."""

from __future__ import annotations

import csv
import io
import shutil
import stat
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from assessment.casebook.clients import clients_of
from assessment.casebook.datasets.table_files import WrittenTable, write_table
from assessment.casebook.selection import screenings_of
from assessment.records.adding import keep
from assessment.records.errors import SealedError
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.repository import put_all
from questions.questionnaire import Questionnaire
from tests import contract
from tests.casebook.earlier_version import old_content
from tests.records.fixtures import MakeContent
from tests.records.holdings import START
from tests.surroundings import PATIENCE_S

Rows = list[dict[str, str]]
CLEARANCE = {"by": "Dr Who", "on": "2026-01-05", "for": ["recent_surgery", "high_bp"]}
WIDE = "\uff1d"
"""A wide equals sign."""
NAMES = (
    "Zoë Łucja Ørsted",
    '=HYPERLINK("http://a.example";"x")',
    "+49 30",
    "-2+3",
    "@SUM(1)",
    " =1+1",
    "\u200d=1+1",
    f"{WIDE}1+1",
    "Bo; Lee, the 2nd",
    'Ana "A" Lee',
)


@pytest.fixture
def written(desk: Desk, tmp_path: Path) -> Callable[..., tuple[Rows, Rows]]:
    """Return a function that writes the table of all records: its rows, and its codebook's."""

    def do(**wishes: Any) -> tuple[Rows, Rows]:
        table = tmp_path / "screenings.csv"
        write_table(desk, [*screenings_of(clients_of(desk).all)], table, **wishes)
        return rows_of(table), rows_of(tmp_path / "screenings-codebook.csv")

    return do


def rows_of(path: Path) -> Rows:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # Excel takes it for UTF-8 by that alone
    return [*csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


def test_a_row_a_screening_and_a_column_an_item(
    desk: Desk,
    make_content: MakeContent,
    written: Callable[..., tuple[Rows, Rows]],
    questionnaire: Questionnaire,
) -> None:
    cleared = make_content(name="Ana", recent_surgery="yes", high_bp="yes", clearance=CLEARANCE)
    late = keep(desk.store, cleared, desk.seal_for, now=START + timedelta(days=7))
    hurt = {
        "hurts": ["low_back", "hip"],
        "hurts_sides": ["hip_left"],
        "pain_low_back": 6,
        "pain_neck": None,
    }
    early = keep(desk.store, make_content(name="Zoe", **hurt), desk.seal_for, now=START)

    rows, codebook = written()

    assert [row["record"] for row in rows] == [str(early.id), str(late.id)]
    assert [row["client"] for row in rows] == [str(early.client), str(late.client)]
    assert [row["day"] for row in rows] == [early.day.isoformat(), late.day.isoformat()]
    assert {row["questionnaire"] for row in rows} == {f"posterior-chain {contract.VERSION}"}
    items = {item.id for item in questionnaire.items}
    assert rows[0].keys() >= items - {"name"}
    assert [row["item"] for row in codebook] == [*rows[0]]
    first, second = rows
    assert (first["hurts"], first["pain_low_back"], first["sex"]) == ("low_back hip", "6", "male")
    assert second["hurts"] == "none"  # which is an answer; a cell without anything is not
    assert (first["implied"], first["pain_neck"]) == ("pain_neck", "")
    assert second["clearance"] == "2026-01-05 recent_surgery high_bp"
    assert (second["outcome"], second["score"]) == ("train", "0.0")
    assert float(first["score_low_back"]) > 0 == float(first["score_calves"])
    assert not {"Ana", "Zoe", "Dr Who"} & {part for row in rows for part in row.values()}
    assert "Who" not in str(rows)


def test_the_codebook_says_what_is_asked_what_codes_mean_the_unit_and_what_is_allowed(
    desk: Desk, make_content: MakeContent, written: Callable[..., tuple[Rows, Rows]]
) -> None:
    keep(desk.store, make_content(), desk.seal_for, now=START)
    _, codebook = written(names=True)
    told = {row["item"]: row for row in codebook}
    assert told["age_years"]["question"] == "How old are you?"
    assert (told["age_years"]["unit"], told["age_years"]["allowed"]) == (
        "years",
        "whole number from 16 to 100",
    )
    assert told["sex"]["meaning"].startswith("female = Female; male = Male; ")
    assert told["chair_rise"]["meaning"].startswith("0 = Easy; 1 = A little hard; ")
    assert told["hurts"]["meaning"].startswith("none = ")
    assert "low_back = " in told["hurts"]["meaning"]
    assert told["name"]["allowed"] == "text of up to 80 characters"
    assert "train = may train" in told["outcome"]["meaning"]
    assert [one for one in codebook if not one["question"]] == []


def test_names_stand_in_it_only_when_asked_for_and_none_is_a_formula(
    desk: Desk, make_content: MakeContent, written: Callable[..., tuple[Rows, Rows]]
) -> None:
    for number, name in enumerate(NAMES):
        content = make_content(name=name)
        answers = {**content.answers["answers"], "name": name}  # as an older program kept it
        kept = replace(content, answers={**content.answers, "answers": answers})
        keep(desk.store, kept, desk.seal_for, now=START + timedelta(minutes=number))
    rows, codebook = written(names=True)
    found = [row["name"] for row in rows]
    plain = (0, 8, 9)
    assert [found[number] for number in plain] == [NAMES[number] for number in plain]
    risky = [name for number, name in enumerate(found) if number not in plain]
    assert [name for name in risky if not name.startswith("'")] == []
    everything = [part for row in (*rows, *codebook) for part in row.values()]
    assert [
        part for part in everything if part.strip(" \u200d").startswith(("=", "+", "-", "@", WIDE))
    ] == []


def test_a_record_of_an_older_version_has_its_own_columns(
    desk: Desk, make_content: MakeContent, written: Callable[..., tuple[Rows, Rows]]
) -> None:
    old = old_content(old_question="yes", old_words="Ana Lee", name="Ana")
    keep(desk.store, old, desk.seal_for, now=START)
    keep(desk.store, make_content(), desk.seal_for, now=START + timedelta(days=1))
    rows, codebook = written()
    assert [row["questionnaire"] for row in rows] == [
        "posterior-chain 1.0.0",
        f"posterior-chain {contract.VERSION}",
    ]
    assert [row["old_question"] for row in rows] == ["yes", ""]
    assert "Ana" not in str(rows)
    (told,) = (row for row in codebook if row["item"] == "old_question")
    assert "older version" in told["question"]


def test_what_cannot_be_opened_is_told_of_and_left_out(
    desk: Desk, make_content: MakeContent, tmp_path: Path
) -> None:
    good = keep(desk.store, make_content(), desk.seal_for, now=START)
    bad = keep(desk.store, make_content(), desk.seal_for, now=START)
    newer = keep(desk.store, make_content(), desk.seal_for, now=START)
    chosen = [*screenings_of(clients_of(desk).all)]
    put_all(desk.store, [replace(bad, content=b"cut", generation=1)])
    put_all(desk.store, [replace(newer, format=99, generation=1)])
    told: list[str] = []

    found = write_table(desk, chosen, tmp_path / "t.csv", tell=told.append)

    assert found == WrittenTable(rows=1, left_out=2)
    assert [row["record"] for row in rows_of(tmp_path / "t.csv")] == [str(good.id)]
    assert sorted(line.split()[1] for line in told) == sorted([f"{bad.id}:", f"{newer.id}:"])
    desk.shut()
    with pytest.raises(SealedError):
        write_table(desk, chosen, tmp_path / "t.csv")
    assert len(rows_of(tmp_path / "t.csv")) == 1


def test_only_its_owner_may_read_it(
    desk: Desk, make_content: MakeContent, written: Callable[..., tuple[Rows, Rows]], tmp_path: Path
) -> None:
    keep(desk.store, make_content(), desk.seal_for, now=START)
    written()
    files = [tmp_path / "screenings.csv", tmp_path / "screenings-codebook.csv"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600, 0o600]


def hard_content(make_content: MakeContent, name: str) -> Any:
    return make_content(name=name, hurts=["low_back", "hip"], hurts_sides=["hip_left"])


@pytest.mark.heavy
def test_pandas_reads_it(
    desk: Desk, make_content: MakeContent, written: Callable[..., tuple[Rows, Rows]], tmp_path: Path
) -> None:
    pandas = pytest.importorskip("pandas")
    for name in NAMES:
        keep(desk.store, hard_content(make_content, name), desk.seal_for, now=START)
    rows, _ = written(names=True)
    frame = pandas.read_csv(tmp_path / "screenings.csv", parse_dates=["day"])
    assert frame.columns[0] == "record"
    assert list(frame["name"]) == [row["name"] for row in rows]
    assert frame["age_years"].dtype.kind == "i"
    assert frame["day"].dt.year.notna().all()
    assert set(frame["hurts"]) == {"low_back hip"}
    assert frame["clearance"].isna().all()


@pytest.mark.heavy
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_what_stands_in_it(
    desk: Desk, make_content: MakeContent, written: Callable[..., tuple[Rows, Rows]], tmp_path: Path
) -> None:
    for name in NAMES:
        keep(desk.store, hard_content(make_content, name), desk.seal_for, now=START)
    for rows, file in zip(written(names=True), ("screenings", "screenings-codebook"), strict=True):
        shown = in_libreoffice(tmp_path / f"{file}.csv")
        assert shown[0] == [*rows[0]]
        for row, cells in zip(rows, shown[1:], strict=True):
            assert [*map(number_or_text, row.values())] == [*map(number_or_text, cells)]


def number_or_text(cell: str) -> float | str:
    try:
        return float(cell)
    except ValueError:
        return cell


def in_libreoffice(path: Path) -> list[list[str]]:
    """Return the cells that LibreOffice has where it reads *path* as its window offers to.

    That is UTF-8, as the mark says, and commas, semicolons and tabs between cells.
    """
    home = path.with_name("libreoffice")
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={home.as_uri()}"),
            *("--infilter=Text - txt - csv (StarCalc):44/59/9,34,76", "--convert-to", "fods"),
            *("--outdir", str(path.parent), str(path)),
        ],
        capture_output=True,
        timeout=PATIENCE_S,
        check=True,
    )
    text = path.with_suffix(".fods").read_text("utf-8")
    assert "table:formula" not in text
    kind = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
    table, office = kind % "table", kind % "office"
    found = []
    for row in ET.fromstring(text).iter(f"{table}table-row"):  # noqa: S314  # of LibreOffice
        cells = []
        for cell in row:
            paragraphs = cell.findall(f"{kind % 'text'}p")
            shown = "\n".join("".join(one.itertext()) for one in paragraphs)
            day = cell.get(f"{office}date-value")
            often = int(cell.get(f"{table}number-columns-repeated", 1))
            cells += [day or shown] * min(often, 500)
        found.append(cells)
    return found
