"""Stores of several laptops and a server meet: in any order, cut off or not, the same comes out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assessment.records.errors import StoreUnreachableError
from assessment.records.store.repository import add, all_of, holdings_of, put_all
from assessment.records.store.tables import RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import Erasure, Record
from assessment.records.sync import bundle, syncing
from assessment.records.sync.merge import Holdings, united
from assessment.records.sync.syncing import bring
from tests.records.fixtures import NewStore
from tests.records.holdings import HOLDINGS, START, a_record
from tests.records.postgres import Server

ROUTES = [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)]
MEETINGS = st.lists(
    st.tuples(st.sampled_from(ROUTES), st.booleans(), st.integers(0, 12)), max_size=8
)
"""From whom to whom, over a bundle or directly, and after how many steps it is cut off."""

SLOWLY = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink takes minutes here
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class CutOffError(Exception):
    """The cable was pulled."""


def filled(store: Store, holdings: Holdings) -> Store:
    for group in (holdings.records, holdings.erased, holdings.keys, holdings.audit):
        put_all(store, group.values())
    return store


def meet(source: Store, target: Store, *, by_bundle: bool, steps: int, folder: Path) -> None:
    """Bring *source* to *target*, cut off after *steps* (never, where there are fewer)."""
    left = steps

    def on_progress(_done: int, _of: int) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise CutOffError

    try:
        if by_bundle:
            path = folder / uuid4().hex
            bundle.write_bundle(source, path)
            bundle.merge(target, path, on_progress)
        else:
            bring(source, target, on_progress)
    except CutOffError:
        pass


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have several transactions also where there are few values."""
    monkeypatch.setattr(syncing, "BATCH", 2)
    monkeypatch.setattr(bundle, "BATCH", 2)


@SLOWLY
@given(parts=st.tuples(HOLDINGS, HOLDINGS, HOLDINGS), meetings=MEETINGS)
@pytest.mark.usefixtures("small_batches")
@pytest.mark.heavy
def test_three_stores_hold_the_same_whatever_happened_between_them(
    parts: tuple[Holdings, Holdings, Holdings],
    meetings: list[tuple[tuple[int, int], bool, int]],
    quick_store: NewStore,
    tmp_path: Path,
) -> None:
    stores = [filled(quick_store(), part) for part in parts]
    for (source, target), by_bundle, steps in meetings:
        meet(stores[source], stores[target], by_bundle=by_bundle, steps=steps, folder=tmp_path)

    for source, target in [*ROUTES, *ROUTES]:
        bring(stores[source], stores[target])

    wanted = united(united(parts[0], parts[1]), parts[2])
    assert [holdings_of(store) for store in stores] == [wanted] * 3


@pytest.mark.heavy
@settings(SLOWLY, max_examples=6)
@given(parts=st.tuples(HOLDINGS, HOLDINGS), meetings=MEETINGS)
@pytest.mark.usefixtures("small_batches")
def test_a_server_in_the_middle_holds_the_same(
    parts: tuple[Holdings, Holdings],
    meetings: list[tuple[tuple[int, int], bool, int]],
    quick_store: NewStore,
    new_server_store: NewStore,
    tmp_path: Path,
) -> None:
    stores = [filled(quick_store(), part) for part in parts] + [new_server_store()]
    for (source, target), by_bundle, steps in meetings:
        meet(stores[source], stores[target], by_bundle=by_bundle, steps=steps, folder=tmp_path)

    for source, target in [(0, 2), (1, 2), (2, 0), (2, 1)]:
        bring(stores[source], stores[target])

    assert [holdings_of(store) for store in stores] == [united(*parts)] * 3


def test_nothing_new_is_nothing_sent(new_store: NewStore) -> None:
    one, other = new_store(), new_store()
    add(one, [a_record(number) for number in range(5)])

    assert bring(one, other).records == 5
    assert bring(one, other) == syncing.Brought()
    assert bring(other, one) == syncing.Brought()


def test_what_a_push_tells_of_its_progress(new_store: NewStore) -> None:
    one, other, told = new_store(), new_store(), []
    add(one, [a_record(number) for number in range(600)])

    bring(one, other, lambda done, of: told.append((done, of)))

    assert told == [(250, 600), (500, 600), (600, 600)]


def test_an_erasure_goes_along_and_takes_the_record_away_there(new_store: NewStore) -> None:
    one, other = new_store(), new_store()
    record = a_record()
    add(one, [record])
    bring(one, other)
    put_all(other, [Erasure(record.client, "client", START)])

    brought = bring(other, one)

    assert (brought.erased, brought.removed) == (1, 1)
    assert all_of(one, Record) == []


def test_a_record_that_is_not_whole_stays_where_it_is(new_store: NewStore) -> None:
    one, other = new_store(), new_store()
    add(one, [a_record(1), a_record(2)])
    with one.writing() as connection:
        spoilt = RECORDS.update().where(RECORDS.c.id == a_record(1).id)
        connection.execute(spoilt.values(card=b"changed"))

    brought = bring(one, other)

    assert (brought.records, brought.damaged) == (1, 1)
    assert all_of(other, Record) == [a_record(2)]


def test_a_record_of_a_newer_program_goes_through_unchanged(new_store: NewStore) -> None:
    one, middle, other = new_store(), new_store(), new_store()
    newer = replace(a_record(), format=9, more='{"mood": "good", "scan": [1]}')
    add(one, [newer])

    bring(one, middle)
    bring(middle, other)

    assert all_of(other, Record) == [newer]
    assert newer.is_newer


def test_a_server_that_goes_away_in_the_middle_loses_nothing(
    postgres: Server, new_store: NewStore, new_server_store: NewStore
) -> None:
    laptop, other = new_store(), new_server_store()
    add(laptop, [a_record(number) for number in range(600)])

    def pull_the_plug(done: int, _of: int) -> None:
        if done == 250:
            postgres.stop()

    try:
        with pytest.raises(StoreUnreachableError, match="does not answer"):
            bring(laptop, other, pull_the_plug)
    finally:
        postgres.start()

    there = {record.id for record in all_of(other, Record)}
    assert len(there) == 250
    assert bring(laptop, other).records == 350
    assert holdings_of(other) == holdings_of(laptop)
