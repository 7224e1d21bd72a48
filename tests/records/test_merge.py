from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from assessment.records.store.values import Erasure
from assessment.records.sync.merge import Holdings, united
from tests.records.holdings import HOLDINGS, START, a_record


@given(HOLDINGS, HOLDINGS)
def test_it_does_not_matter_who_goes_to_whom(one: Holdings, other: Holdings) -> None:
    assert united(one, other) == united(other, one)


@given(HOLDINGS, HOLDINGS, HOLDINGS)
def test_it_does_not_matter_who_meets_first(a: Holdings, b: Holdings, c: Holdings) -> None:
    assert united(united(a, b), c) == united(a, united(b, c))


@given(HOLDINGS, HOLDINGS)
def test_meeting_twice_changes_nothing(one: Holdings, other: Holdings) -> None:
    both = united(one, other)

    assert united(one, one) == one
    assert united(both, other) == both


@given(HOLDINGS, HOLDINGS)
def test_every_record_of_either_is_there_unless_it_is_erased(
    one: Holdings, other: Holdings
) -> None:
    both = united(one, other)
    gone = one.erased.keys() | other.erased.keys()

    for name, record in {**one.records, **other.records}.items():
        assert (name in both.records) == (name not in gone and record.client not in gone)


def test_a_copy_does_not_bring_an_erased_client_back() -> None:
    record = a_record()
    here = Holdings.of([Erasure(record.client, "client", START)])

    assert united(here, Holdings.of([record])).records == {}


def test_a_copy_that_is_not_sealed_never_takes_the_place_of_a_sealed_one() -> None:
    plain = a_record()
    sealed = replace(plain, card=b"-", content=b"-", generation=1, sealed_to="age1x")

    assert united(Holdings.of([plain]), Holdings.of([sealed])).records == {plain.id: sealed}


def test_of_two_erasures_the_first_one_counts() -> None:
    early = Erasure(a_record().id, "record", START)
    late = replace(early, at=START + timedelta(days=1))

    assert united(Holdings.of([late]), Holdings.of([early])).erased == {early.target: early}
