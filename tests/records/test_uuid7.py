from __future__ import annotations

import uuid
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.records.store.uuid7 import milliseconds_of, next_milliseconds, uuid7

MOMENTS = st.integers(0, 2**48 - 1)
CHANCE = st.binary(min_size=10, max_size=10)


def test_the_example_of_the_standard() -> None:
    # RFC 9562, appendix A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F (62 bits)
    chance = (0xCC3 << 64 | 0x18C4DC0C0C07398F).to_bytes(10, "big")

    assert uuid7(0x017F22E279B0, chance) == UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    assert milliseconds_of(UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")) == 0x017F22E279B0


@given(MOMENTS, CHANCE)
def test_version_variant_and_time_stand_where_the_standard_has_them(
    moment: int, chance: bytes
) -> None:
    made = uuid7(moment, chance)

    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert milliseconds_of(made) == moment


@given(MOMENTS, MOMENTS, CHANCE, CHANCE)
def test_ids_sort_by_time(one: int, other: int, chance: bytes, more: bytes) -> None:
    first, second = uuid7(one, chance), uuid7(other, more)

    if one != other:
        assert (first < second) == (one < other)
        assert (str(first) < str(second)) == (one < other)


@given(CHANCE, CHANCE)
def test_all_74_bits_of_chance_count(chance: bytes, more: bytes) -> None:
    differing = (int.from_bytes(chance, "big") ^ int.from_bytes(more, "big")) & (
        (0xFFF << 64) | ((1 << 62) - 1)
    )

    assert (uuid7(5, chance) == uuid7(5, more)) == (differing == 0)


@pytest.mark.parametrize("moment", [-1, 2**48])
def test_a_time_that_does_not_fit_is_refused(moment: int) -> None:
    with pytest.raises(ValueError, match="48 bits"):
        uuid7(moment, bytes(10))


def test_too_little_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="10 random bytes"):
        uuid7(0, bytes(9))


@given(MOMENTS, MOMENTS)
def test_an_id_made_later_sorts_later_also_where_the_clock_went_back(now: int, last: int) -> None:
    before = uuid7(min(last, 2**48 - 3), bytes(10))

    assert uuid7(next_milliseconds(min(now, 2**48 - 2), before), bytes(10)) > before


def test_the_first_id_has_the_time_of_the_clock() -> None:
    assert next_milliseconds(17, None) == 17
