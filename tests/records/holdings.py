"""Records, erasures and keys made by chance or by hand, for tests of stores."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import chain
from uuid import UUID

from hypothesis import strategies as st

from assessment.records.store.uuid7 import uuid7
from assessment.records.store.values import AuditEntry, Erasure, GymKey, Record
from assessment.records.sync.merge import Holdings

START = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
FEW = 6
"""Ids that chance takes from: few, so that stores hold copies of the same record."""


def an_id(number: int) -> UUID:
    return uuid7(1_700_000_000_000 + number, number.to_bytes(10, "big"))


def a_record(number: int = 1, **changes: object) -> Record:
    fields: dict[str, object] = {
        "id": an_id(number),
        "client": an_id(1000 + number),
        "finished_at": START + timedelta(days=number),
        "corrects": None,
        "questionnaire": "1.0.0",
        "program": "1.0.0",
        "card": b"card %d" % number,
        "content": b"content %d" % number,
    }
    return Record(**(fields | changes))  # type: ignore[arg-type]


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return a record; the same id may come with another sealing, as after sealing anew."""
    number = draw(st.integers(0, FEW))
    generation = draw(st.integers(0, 2))
    return a_record(
        number,
        client=an_id(1000 + number % 3),
        generation=generation,
        sealed_to=f"age1{generation}" if generation else "",
        card=draw(st.sampled_from([b"one", b"other"])),
        corrects=an_id(number - 1) if number % 2 else None,
        format=1 + number // FEW,
        more='{"later": 1}' if number == FEW else "{}",
    )


ERASURES = st.builds(
    Erasure,
    target=st.integers(0, FEW).map(an_id) | st.integers(1000, 1002).map(an_id),
    kind=st.sampled_from(["record", "client"]),
    at=st.integers(0, 3).map(lambda day: START + timedelta(days=day)),
)
KEYS = st.builds(
    GymKey,
    public=st.sampled_from(["age1a", "age1b"]),
    generation=st.integers(1, 2),
    wrapped=st.sampled_from([b"wrapped", b"again"]),
    revision=st.integers(1, 2),
)
AUDIT = st.integers(0, 4).map(
    lambda number: AuditEntry(
        an_id(2000 + number), START + timedelta(minutes=number), "kim", "opened", an_id(number)
    )
)
HOLDINGS = st.builds(
    lambda *groups: Holdings.of(chain.from_iterable(groups)),
    st.lists(records(), max_size=6),
    st.lists(ERASURES, max_size=2),
    st.lists(KEYS, max_size=2),
    st.lists(AUDIT, max_size=3),
)
