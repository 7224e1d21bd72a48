"""Which file each report of a batch has, and how it is known that it need not be made again."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pikepdf
import pytest

from assessment.casebook.batches import batch_files
from assessment.casebook.batches.batch_files import BatchItem, BatchRequest
from reports.output.print_options import PLAIN, PrintOptions
from tests.reports.fixtures import PdfOf

RECORD = UUID("0190d6c2-0000-7000-8000-0000aabbccdd")
BATCH = BatchRequest(Path("out"), "both", "pdf", PLAIN)
CONTENTS = (b"%PDF-1.7\nall of it\nstartxref\n9\n%%EOF\n", b"<!DOCTYPE html><html></html>\n")


def chosen(number: int = 0, before: tuple[Any, ...] = ()) -> Any:
    """Return what stands for a screening: its record and those before it."""
    finished = datetime(2026, 3, 1, 12, tzinfo=UTC)
    record = SimpleNamespace(id=UUID(int=RECORD.int + number), finished_at=finished)
    line = SimpleNamespace(record=record)
    return SimpleNamespace(line=line, before=before, day=date(2026, 3, 1))


def item(folder: Path, batch: BatchRequest = BATCH, one: Any = None) -> BatchItem:
    (found,) = replace(batch, folder=folder).items([one or chosen()])
    return found


def test_a_file_is_named_by_day_and_record_and_never_by_client() -> None:
    path = BATCH.path_of(date(2026, 3, 1), RECORD)
    assert path == Path("out/2026-03-01-aabbccdd.pdf")
    other = replace(BATCH, sheets="client", format="html")
    assert other.path_of(date(2026, 3, 1), RECORD).name == "2026-03-01-aabbccdd-client.html"


@pytest.mark.parametrize("content", CONTENTS)
def test_a_report_is_known_by_its_stamp(tmp_path: Path, content: bytes) -> None:
    one = item(tmp_path)
    assert not one.is_up_to_date()
    one.path.write_bytes(content)
    assert not one.is_up_to_date()
    one.path.write_bytes(one.stamped(content))
    assert one.is_up_to_date()


@pytest.mark.parametrize("content", CONTENTS)
def test_what_was_cut_or_changed_is_not_whole(tmp_path: Path, content: bytes) -> None:
    one = item(tmp_path)
    whole = one.stamped(content)
    for spoilt in (whole[:-1], whole[1:], whole.replace(b"m", b"n", 1), whole + b"x", b""):
        one.path.write_bytes(spoilt)
        assert not one.is_up_to_date(), spoilt


def test_other_wishes_other_records_and_another_program_make_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = item(tmp_path)
    one.path.write_bytes(one.stamped(CONTENTS[0]))
    grey = replace(BATCH, print_options=PrintOptions(ink="grey"))
    less = replace(BATCH, print_options=PrintOptions(without=frozenset({"log"})))
    after = chosen(before=(chosen(1).line,))
    for other in (item(tmp_path, grey), item(tmp_path, less), item(tmp_path, BATCH, after)):
        assert other.path == one.path
        assert not other.is_up_to_date()
    assert item(tmp_path).is_up_to_date()
    for name, there in (("fingerprint", lambda *_: "0"), ("version", lambda _: "71.0")):
        with monkeypatch.context() as patch:
            patch.setattr(batch_files, name, there)
            batch_files._program.cache_clear()
            assert not item(tmp_path).is_up_to_date()
    batch_files._program.cache_clear()


@pytest.mark.heavy
def test_a_pdf_with_a_stamp_is_the_same_pdf(tmp_path: Path, pdf: PdfOf) -> None:
    content = pdf("emergency")
    stamped = item(tmp_path).stamped(content)
    assert stamped.endswith(b"%%EOF\n")
    with pikepdf.open(io.BytesIO(stamped)) as found, pikepdf.open(io.BytesIO(content)) as plain:
        assert found.check_pdf_syntax() == []
        assert len(found.objects) == len(plain.objects)
        pages = zip(found.pages, plain.pages, strict=True)
        assert all(a.Contents.read_bytes() == b.Contents.read_bytes() for a, b in pages)
