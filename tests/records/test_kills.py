"""A power cut at any moment: no confirmed record is lost, and none is there by half."""

from __future__ import annotations

import sys

import pytest

from assessment.records.sync import syncing
from tests.records.kills import Seen, run
from tests.records.postgres import Server

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork"),
]


@pytest.fixture(autouse=True)
def usual_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back what the kills make small."""
    monkeypatch.setattr(syncing, "BATCH", syncing.BATCH)


def test_killed_while_it_writes_and_pushes() -> None:
    seen = run(20)

    assert (seen.kills, seen.lost, seen.half) == (20, 0, 0)
    assert seen.confirmed > 5
    assert seen.pushed >= 100


def test_killed_while_it_pushes_to_a_server(postgres: Server) -> None:
    seen = run(6, postgres.new_database)

    assert (seen.kills, seen.lost, seen.half) == (6, 0, 0)


def test_the_counting_would_see_a_lost_record() -> None:
    assert str(Seen(1, 2, 3, 1, 0)) == (
        "1 kills, 2 records confirmed, 3 pushed, 1 lost, 0 half ones"
    )
