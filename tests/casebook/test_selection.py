"""Which screenings somebody means when they type a name, an id or a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.casebook.clients import Client, Clients
from assessment.casebook.selection import clients_meant, screenings_of
from assessment.casebook.summaries import RecordSummary
from assessment.records.errors import NotFoundError
from assessment.records.sealing.payload import Card
from tests.records.holdings import a_record

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""The same day on every side of the world but the furthest, where tests do not run."""


def client(key: int, name: str | None, days: Sequence[int] = (0,)) -> Client:
    """Return a client with a screening so many *days* after the first of March."""
    lines = [
        RecordSummary(
            a_record(key % 1000 * 10 + number, finished_at=NOON + timedelta(days=day)),
            Card(name=name, outcome="train"),
        )
        for number, day in enumerate(sorted(days))
    ]
    return Client(UUID(int=key << 64), tuple(lines))


def names(found: list[Client]) -> list[str | None]:
    return [one.name for one in found]


GYM = Clients(
    [
        client(0xAAAA1111, "Ana Lee"),
        client(0xBBBB2222, "Ana"),
        client(0xCCCC3333, "José Álvarez"),
        client(0xDDDD4444, None),
        client(0xEEEE5555, "Bo Smith"),
        client(0xFFFF6666, "Bo Smith"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ana", "Ana"),  # the whole name goes before a part of another
        ("ana  LEE", "Ana Lee"),
        ("lee", "Ana Lee"),
        ("jose", "José Álvarez"),
        ("00000000-cccc-3333", "José Álvarez"),
        ("00000000EEEE5555", "Bo Smith"),
    ],
)
def test_a_client_is_meant_by_name_part_or_id(typed: str, meant: str) -> None:
    assert names(clients_meant(GYM, [typed])) == [meant]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Zoe", "No client is called Zoe."),
        ("", "No client is called ."),
        ("  ", "No client is called"),
        ("eee", "No client is called eee."),  # too short for an id
        ("bo smith", "More than one client is meant by bo smith: 00000000, 00000000."),
        ("0000", "More than one client is meant by 0000"),
    ],
)
def test_what_means_nobody_or_several_is_said(typed: str, says: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        clients_meant(GYM, [typed])
    assert str(raised.value).startswith(says)


def test_each_client_comes_once_and_nothing_typed_means_all() -> None:
    assert names(clients_meant(GYM, ["lee", "Ana Lee", "jose"])) == ["Ana Lee", "José Álvarez"]
    assert clients_meant(GYM, []) == GYM.all


@given(
    visits=st.lists(st.lists(st.integers(0, 60), min_size=1, max_size=4), max_size=4),
    since=st.none() | st.integers(-1, 61),
    newest_only=st.booleans(),
)
def test_screenings_since_a_day_each_with_those_before(
    visits: list[list[int]], since: int | None, newest_only: bool
) -> None:
    clients = [client(key, "x", days) for key, days in enumerate(visits, start=1)]
    day = None if since is None else date(2026, 3, 1) + timedelta(days=since)

    found = list(screenings_of(clients, day, newest_only=newest_only))

    wanted = [
        line.record.id
        for one in clients
        for line in (one.summaries[-1:] if newest_only else one.summaries)
        if day is None or line.record.finished_at.date() >= day
    ]
    assert [one.line.record.id for one in found] == wanted
    for one in found:
        (whole,) = [each for each in clients if one.line in each.summaries]
        assert (*one.earlier, one.line) == whole.summaries[: len(one.earlier) + 1]
