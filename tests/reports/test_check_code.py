"""The check code: the same for the same answers, another for others, and never of the name."""

from __future__ import annotations

from typing import Any

import pytest

from reports.sheets.check_code import check_code
from tests.conftest import MakeSheet


@pytest.mark.parametrize(
    "change", [{"toe_rises": 1}, {"age_years": 41}, {"stalled": ["run"]}, {"toe_rises": None}]
)
def test_another_answer_gives_another_code(make_sheet: MakeSheet, change: dict[str, Any]) -> None:
    assert check_code(make_sheet(change)) != check_code(make_sheet())


def test_the_name_has_no_say(make_sheet: MakeSheet) -> None:
    assert check_code(make_sheet(name="Ana")) == check_code(make_sheet())


def test_it_is_short_and_free_of_look_alikes(make_sheet: MakeSheet) -> None:
    code = check_code(make_sheet())
    assert len(code) == 7
    assert not set(code) & set("01") - {"-"}
