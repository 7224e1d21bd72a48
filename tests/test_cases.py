"""All cases are tried, and every one that failed is told of."""

from __future__ import annotations

import inspect

import pytest

from tests.cases import each


def test_every_case_is_tried_and_each_that_failed_is_named() -> None:
    tried = []

    @each("number", [1, 2, 3, 4])
    def is_even(number: int) -> None:
        tried.append(number)
        assert number % 2 == 0

    with pytest.raises(ExceptionGroup, match="2 of 4 cases failed") as failed:
        is_even()
    assert tried == [1, 2, 3, 4]
    notes = [one.__notes__ for one in failed.value.exceptions]
    assert notes == [["with number = 1"], ["with number = 3"]]


def test_tables_cross_and_what_is_no_case_stays_a_fixture() -> None:
    seen: list[tuple[object, ...]] = []

    @each(("one", "two"), [(1, 2), (3, 4)])
    @each("sign", "ab")
    def note(one: int, two: int, sign: str, place: str) -> None:
        seen.append((one, two, sign, place))

    assert list(inspect.signature(note).parameters) == ["place"]
    note(place="here")
    assert seen == [
        (1, 2, "a", "here"),
        (1, 2, "b", "here"),
        (3, 4, "a", "here"),
        (3, 4, "b", "here"),
    ]
