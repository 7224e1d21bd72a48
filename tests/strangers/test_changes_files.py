"""Files of plan changes as strangers write them: told in lines that a terminal can show."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assessment.exchange.answers_document import AnswersFileError
from assessment.exchange.plan_changes_document import plan_changes_of, read_plan_changes
from tests.cases import each

TODAY = date(2026, 11, 29)
ESCAPE = "\x1b[31m"


def document(on: str = "2026-11-29", change: dict[str, object] | None = None) -> dict[str, object]:
    one = {"kind": "drop", "exercise": "squat"} | (change or {})
    return {"by": "Sam", "on": on, "changes": [one]}


def faults(of: object, tmp_path: Path) -> tuple[str, ...]:
    path = tmp_path / "changes.json"
    path.write_text(json.dumps(of), encoding="utf-8")
    with pytest.raises(AnswersFileError) as refused:
        read_plan_changes(path, TODAY)
    return refused.value.faults


def test_no_change_is_from_a_day_still_to_come(tmp_path: Path) -> None:
    told = "changes[0].on: 2026-11-30 is still to come; today is 2026-11-29"
    of_its_own = document(change={"on": "2026-11-30"})
    for late in (document("2026-11-30"), of_its_own):
        assert faults(late, tmp_path) == (told,)
    (tmp_path / "today.json").write_text(json.dumps(document()), encoding="utf-8")
    assert read_plan_changes(tmp_path / "today.json", TODAY).changes[0].on == TODAY
    assert plan_changes_of(document("2062-01-01"))  # in a record, by a clock that was wrong


@each(
    "odd",
    [
        {ESCAPE: 1},
        {"a\nb": 1},
        {"exercise": ESCAPE},
        {"session": "A\x07"},
        {"kind": "swap", "into": f"a{ESCAPE}\n"},
        {"x" * 5000: 1},
    ],
)
def test_signs_for_a_terminal_are_told_as_codes(odd: dict[str, object], tmp_path: Path) -> None:
    [fault] = faults(document(change=odd), tmp_path)
    assert fault.isprintable()
    assert len(fault) < 200
