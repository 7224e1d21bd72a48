"""``records plan``, and ``--changes`` of ``report`` and ``assess``: by the rules, or refused."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.exchange.schemas import changes_schema
from tests.gym import Gym, done
from tests.replanning.plans import GYM
from tests.running import Run

PIN = ("4711",)
BY = ("--by", "Sam", "--on", "2026-06-01")


@pytest.fixture
def record(gym: Gym, answers: Callable[..., str]) -> str:
    gym("records", "pin", typed=("4711", "4711"))
    client = {"equipment": GYM, "minutes": 45, "days_per_week": 2, "name": "Ana"}
    return done(gym("records", "add", answers(**client))).strip()


def plan(gym: Gym, *arguments: str) -> Any:
    return gym("records", "plan", *arguments, typed=PIN)


def test_a_plan_is_shown_changed_and_taken_back(gym: Gym, record: str) -> None:
    shown = done(plan(gym, record))
    assert re.search(r"^  squat: 2 sets of 8 to 10, effort 5-6 of 10$", shown, re.MULTILINE)

    edits = ("--swap", "squat=step-up", "--drop", "bird-dog", "--note", "step-up=Slowly down.")
    result = plan(gym, record, *edits, "--sets", "hip-thrust=2", *BY)

    new = done(result).strip()
    assert re.fullmatch(r"[0-9a-f-]{36}", new)
    assert "Changed: Step-up in place of Squat (Sam, 2026-06-01)" in result.stderr
    assert "Session A: " in result.stderr
    shown = done(plan(gym, new))
    assert "  step-up: " in shown
    assert "  squat: " not in shown
    undone = plan(gym, new, "--undo")
    assert "Taken back: A note on Step-up: Slowly down." in undone.stderr
    again = plan(gym, done(undone).strip(), "--by-the-rules")
    assert "  squat: " in done(plan(gym, done(again).strip()))
    assert plan(gym, record, "--drop", "squat", *BY).exit_code == 2  # it was corrected


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--swap", "squat=pull-up", *BY), "Pull-up needs"),
        (("--swap", "squat=goblet-squat", *BY), "with the trainer there only"),
        (("--sets", "squat=5", *BY), "1 to 2 sets in weeks 1 to 4"),
        (("--reps", "squat=9-2", *BY), "the lower first"),
        (("--sets", "squat=2@3-4", *BY), "they are 1-4, 5-8, 9-12"),
        (("--swap", "squat", *BY), "must be written as [SESSION:]EXERCISE=OTHER"),
        (("--drop", "sqat", *BY), "did you mean 'squat'?"),
        (("--drop", "squat"), "--by NAME"),
        (("--undo",), "nothing of this plan was changed"),
        (("--as-last-time",), "nothing to carry over"),
    ],
)
def test_what_may_not_be_is_refused_and_nothing_is_kept(
    gym: Gym, record: str, arguments: tuple[str, ...], says: str
) -> None:
    result = plan(gym, record, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in " ".join(result.stderr.split())
    assert "  squat: " in done(plan(gym, record))


def write_changes(path: Path, *changes: dict[str, Any], **more: Any) -> None:
    document = {"by": "Sam", "on": "2026-06-01", "changes": list(changes), **more}
    path.write_text(json.dumps(document))


def test_a_sheet_that_is_no_record_takes_a_file_of_changes(
    run: Run, tmp_path: Path, answers: Callable[..., str]
) -> None:
    name = answers(equipment=GYM, minutes=45, days_per_week=2)
    path = tmp_path / "changes.json"
    swap = {"kind": "swap", "exercise": "squat", "into": "step-up"}
    note = {"kind": "note", "text": "See you on Monday.", "by": "Kim", "on": "2026-06-02"}
    write_changes(path, swap, note)

    report = run("report", name, "--changes", str(path), "-o", "out.html", "--html")

    assert (report.returncode, report.stderr) == (0, b"")
    text = (tmp_path / "out.html").read_text("utf-8")
    assert "Chosen with Sam" in text
    assert "Kim says: See you on Monday." in text
    assert "Step-up in place of Squat" in text
    document = json.loads(run("assess", name, "--changes", str(path)).stdout)
    (chosen,) = [one for one in document["exercises"] if "chosen_with" in one]
    assert (chosen["id"], chosen["chosen_with"]) == ("step-up", ["Sam"])
    assert document["plan_changes"]["changes"][1]["by"] == "Kim"

    write_changes(path, swap, {"kind": "add", "exercise": "pull-up"})
    (tmp_path / "out.html").unlink()
    for command in (("report", name, "-o", "out.html", "--html"), ("assess", name)):
        refused = run(*command, "--changes", str(path))
        assert (refused.returncode, refused.stdout) == (2, b"")
        assert b"changes[1]: Pull-up needs pull-up bar" in refused.stderr
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "fly"}, "changes[0].kind: must be one of swap, drop"),
        ({"kind": "drop"}, "changes[0].exercise: is missing"),
        ({"kind": "drop", "exercise": 7}, "changes[0].exercise: must be an id; found 7"),
        ({"kind": "drop", "exercise": "squat", "into": "x"}, "changes[0].into: unknown key"),
        ({"kind": "sets", "exercise": "squat", "sets": True}, "must be a whole number from 1 up"),
        ({"kind": "effort", "exercise": "squat", "effort": [7, 6]}, "the lower first"),
        ({"kind": "note", "text": "two\nlines"}, "must be one line of at most 300"),
        ({"kind": "split", "split": "legs"}, "must be one of whole-body, upper-lower"),
        ({"kind": "drop", "exercise": "squat", "on": "1.6.2026"}, "such as 2026-11-29"),
        ({"kind": "drop", "exercise": "squat", "by": " "}, "must be a name"),
    ],
)
def test_every_fault_of_a_file_is_named(
    run: Run,
    tmp_path: Path,
    answers: Callable[..., str],
    change: dict[str, Any],
    says: str,
) -> None:
    write_changes(tmp_path / "changes.json", change)
    refused = run("assess", answers(), "--changes", "changes.json")
    assert refused.returncode == 2
    assert says in refused.stderr.decode()


def test_a_file_says_who_and_when(run: Run, tmp_path: Path, answers: Callable[..., str]) -> None:
    path = tmp_path / "changes.json"
    path.write_text(json.dumps({"changes": [{"kind": "drop", "exercise": "squat"}]}))
    said = run("assess", answers(), "--changes", "changes.json").stderr.decode()
    assert "changes[0]: nobody says who: by is missing" in said
    assert "changes[0]: nobody says when: on is missing" in said
    for text, fault in (("[]", "found a list"), ("{", "is not JSON"), ("{}", "changes: must be")):
        path.write_text(text)
        assert fault in run("assess", answers(), "--changes", "changes.json").stderr.decode()
    assert b"no such" in run("assess", answers(), "--changes", "none.json").stderr.lower()


def test_the_schema_has_each_kind_with_its_fields(run: Run) -> None:
    schema = json.loads(run("schema", "changes").stdout)
    assert schema == changes_schema()
    kinds = {one["properties"]["kind"]["const"] for one in schema["$defs"].values()}
    assert kinds == {
        *("swap", "drop", "add", "order", "sets", "repetitions", "effort", "note", "split"),
        "with_trainer",
    }


def test_the_settings_of_the_gym_count_in_every_plan(
    run: Run, tmp_path: Path, answers: Callable[..., str]
) -> None:
    name = answers(equipment=["dumbbell"], minutes=45, days_per_week=2)
    settings = tmp_path / "gym.toml"
    settings.write_text('[quiz]\nkit = ["dumbbell"]\n[plan]\nnever = ["squat"]\nminutes = 25\n')
    made = run("report", name, "-o", "out.html", "--html", "--settings", str(settings))
    text = (tmp_path / "out.html").read_text("utf-8")
    assert made.returncode == 0
    assert "what this gym never gives" in text
    assert "kit that this gym does not have" in text
