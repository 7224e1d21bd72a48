"""``posterior-chain assess``: what other programs rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assessment.version import VERSION
from tests import contract
from tests.casebook.earlier_version import old_content
from tests.contract import REGIONS, all_best
from tests.running import Run


def document(**changes: Any) -> dict[str, Any]:
    answers = all_best() | changes
    return {"questionnaire": "posterior-chain", "version": contract.VERSION, "answers": answers}


def test_a_file_gives_one_assessment(start: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(json.dumps(document(toe_rises=4, uphill_walk=3)))
    done = start("assess", "answers.json")
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert list(found) == [
        "questionnaire",
        "version",
        "outcome",
        "flags",
        "amber",
        "cautions",
        "unanswered",
        "implied",
        "notes",
        "four_signs",
        "overall",
        "regions",
        "top_regions",
        "doing_well",
        "levels",
        "exercises",
        "left_out",
        "programme",
    ]
    assert tuple(found["regions"]) == REGIONS
    assert found["top_regions"] == ["calves"]
    # F = 100 * (2*4 + 2*3) / 24 = 58.3; 0.9 * F = 52.5
    calves = found["regions"]["calves"]
    assert calves["contributions"][:2] == [
        {"item": "stairs", "answer": 0, "severity": 0, "weight": 1},
        {"item": "short_sprint", "answer": 0, "severity": 0, "weight": 1},
    ]
    del calves["contributions"], calves["working"]
    assert calves == {
        "score": 52.5,
        "low": 52.5,
        "high": 52.5,
        "band": "moderate",
        "function": 58.3,
        "signs": 0.0,
        "exposure": 0,
    }
    assert set(found["exercises"][0]) == {
        "id",
        "region",
        "because",
        "sets",
        "repetitions",
        "seconds",
        "unit",
        "tempo",
        "rest_s",
        "setting_up_s",
        "effort",
        "way",
        "changes",
    }
    assert found["programme"]["weeks"] == 12
    for session in found["programme"]["sessions"]:
        assert set(session) == {"name", "minutes", "blocks"}
        assert session["minutes"] <= 30
        parts = sum(block["minutes"] for block in session["blocks"])
        assert parts == pytest.approx(session["minutes"], abs=0.05 * len(session["blocks"]) + 0.05)


def test_a_gated_client_is_a_result_not_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(json.dumps(document(dark_urine="unsure")))
    done = run("assess", "answers.json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["outcome"] == "emergency"
    assert found["flags"] == [{"id": "dark_urine", "answer": "unsure", "urgency": "emergency"}]
    assert (found["overall"], found["regions"], found["programme"]) == (None, None, None)
    assert (found["exercises"], found["left_out"]) == ([], [])


def test_json_lines_keep_their_order_and_a_bad_line_its_place(run: Run) -> None:
    lines = [
        json.dumps(document(age_years=20)),
        "{broken",
        json.dumps(document(age_years=200)),
        "x" * 3_000_000,
        json.dumps(document(dark_urine="yes")),
        "",
        json.dumps(document(told_bones=None)),
    ]
    done = run("assess", "-", stdin="\n".join(lines).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line.get("outcome") for line in found] == [
        "train",
        None,
        None,
        None,
        "emergency",
        None,
        "incomplete",
    ]
    assert [line.get("line") for line in found] == [None, 2, 3, 4, None, 6, None]
    assert "age_years: must be a whole number from 16 to 100" in found[2]["error"]
    assert "too large" in found[3]["error"]


def test_no_lines_give_no_lines(run: Run) -> None:
    done = run("assess", "-")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_every_fault_is_a_line_on_standard_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(json.dumps(document(stairs=9, chair_rize=1)))
    done = run("assess", "answers.json")
    assert (done.returncode, done.stdout) == (2, b"")
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 2
    assert all(line.startswith("answers.json: ") for line in lines)
    assert any("did you mean 'chair_rise'?" in line for line in lines)


def test_answers_of_1_0_0_are_refused_with_what_is_new(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(json.dumps(old_content().answers))
    done = run("assess", "answers.json")
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(
        f"answers.json: is of questionnaire 1.0.0, which asked less about safety than "
        f"{contract.VERSION} does: the client needs a new screening."
    )
    assert "chest_pain (" in line
    assert "foot_drop (" not in line  # asked in both


@pytest.mark.parametrize(
    ("clearance", "says"),
    [
        ({"for": ["hernia"]}, "'for' may hold flags that need a clinician; 'hernia' is no flag"),
        ({"for": ["high_bpp"]}, "found 'high_bpp' (did you mean 'high_bp'?)"),
        ({"for": ["dark_urine"]}, "'dark_urine' is emergency, which no clearance lifts"),
        ({"on": "2999-01-01"}, "may not lie after today"),
    ],
)
def test_a_clearance_that_cannot_be_is_refused(
    run: Run, tmp_path: Path, clearance: dict[str, Any], says: str
) -> None:
    given = {"by": "Dr Who", "on": "2026-11-20", "for": ["high_bp"]} | clearance
    (tmp_path / "answers.json").write_text(json.dumps(document(clearance=given)))
    done = run("assess", "answers.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("answers.json: clearance: ")
    assert says in done.stderr.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", b"is not JSON"),
        (b"[1]", b"must be an object"),
        (b"\xff\x00garbage" * 1_200_000, b"is too large"),
        (b'{"questionnaire": NaN}', b"NaN is not a JSON number"),
    ],
)
def test_what_is_no_answers_document_is_refused(
    run: Run, tmp_path: Path, content: bytes, says: bytes
) -> None:
    (tmp_path / "answers.json").write_bytes(content)
    done = run("assess", "answers.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_file_that_is_not_there_or_is_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("none.json", "folder"):
        done = run("assess", name)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(f"{name}: cannot read the file".encode())


def test_a_reader_that_goes_away_gets_no_traceback(tmp_path: Path) -> None:
    lines = (json.dumps(document()) + "\n") * 200
    (tmp_path / "lines").write_text(lines)
    command = f"{sys.executable} -m assessment assess - < lines | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, cwd=tmp_path, timeout=300, check=False
    )
    assert json.loads(done.stdout)["outcome"] == "train"
    assert b"Traceback" not in done.stderr


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.strip().endswith(VERSION.encode())
    for arguments in (["--help"], ["assess", "--help"], ["report", "-h"], ["doctor", "--help"]):
        done = run(*arguments)
        assert done.returncode == 0
        assert done.stdout.startswith(b"Usage: posterior-chain")


def test_a_command_that_is_not_there(run: Run) -> None:
    done = run("asses", "x")
    assert done.returncode == 2
    assert b"No such command 'asses'" in done.stderr


def test_broken_content_is_named_and_no_bug(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "import questions.loader as loader\n"
        "from questions.source import ContentError, Fault\n"
        "def broken(): raise ContentError([Fault('ability.toml', 7, 'stairs', 'oops')])\n"
        "loader.load_questionnaire = broken\n"
        "from assessment.cli import main\n"
        "sys.argv = ['posterior-chain', 'assess', 'x.json']\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=tmp_path, timeout=300, check=False
    )
    assert done.returncode == 2
    assert b"ability.toml:7: stairs: oops" in done.stderr


def test_a_bug_gives_a_friendly_line_and_a_log_without_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answers.json").write_text(json.dumps(document(name="Secret Name")))
    code = (
        "import sys\n"
        "import assessment.core.assess as module\n"
        "def broken(sheet, *_):\n"
        "    name = sheet.get('name')\n"
        "    raise RuntimeError(f'it is {name}')\n"
        "module.assess = broken\n"
        "from assessment.cli import main\n"
        "sys.argv = ['posterior-chain', 'assess', 'answers.json']\n"
        "sys.exit(main())\n"
    )
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=tmp_path, timeout=300, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"Sorry, something went wrong")
    assert done.stderr.count(b"\n") == 1
    logs = list(tmp_path.rglob("faults.log"))
    assert len(logs) == 1
    log = logs[0].read_text()
    assert "builtins.RuntimeError" in log
    assert "Secret" not in log
    assert logs[0].stat().st_mode & 0o077 == 0
