"""A client erased from the desk or by a command: drafts go by the name given in any record."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from assessment.casebook.clients import name_of
from assessment.casebook.erase_client import erase_everything
from assessment.records.adding import keep
from assessment.records.drafts.erasing import retest_draft
from assessment.records.sealing.desk_session import Desk
from assessment.records.store.repository import all_of
from assessment.records.store.values import AuditEntry, Record
from tests.records.fixtures import MakeContent
from tests.records.holdings import START


def draft(path: Path, name: str) -> Path:
    path.write_text(json.dumps({"answers": {"name": name}, "page": None}) + "\n")
    return path


def test_drafts_go_by_the_name_given_last_in_any_record(
    desk: Desk, make_content: MakeContent, tmp_path: Path
) -> None:
    first = keep(desk.store, make_content(name="Ana"), desk.seal_for, now=START)
    later = START + timedelta(weeks=8)
    keep(desk.store, make_content(), desk.seal_for, now=later, client=first.client)
    bo = keep(desk.store, make_content(name="Bo"), desk.seal_for, now=START)
    hers, his = draft(tmp_path / "hers.jsonl", "ana"), draft(tmp_path / "his.jsonl", "Bo")
    retest = draft(retest_draft(desk.folder, first.client), "Ana")
    assert name_of(desk, first.client) == "Ana"

    erased = erase_everything(desk, first.client, (hers, his, tmp_path / "none.jsonl"))

    assert erased.records == 2
    records: list[Record] = all_of(desk.store, Record)
    assert [record.id for record in records] == [bo.id]
    assert [path.exists() for path in (hers, his, retest)] == [False, True, False]
    entries: list[AuditEntry] = all_of(desk.store, AuditEntry)
    assert (entries[-1].action, entries[-1].detail) == ("erased", "2 records")
