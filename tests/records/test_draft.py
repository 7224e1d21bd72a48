"""The draft: nothing confirmed is lost, nothing of it is seen by others."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from assessment.records.drafts.draft import VERSION, DraftFile
from assessment.records.drafts.draft_age import age_to_resume
from questions.questionnaire import Questionnaire


@pytest.fixture
def draft(tmp_path: Path) -> DraftFile:
    return DraftFile(tmp_path / "data" / "draft.jsonl")


def test_answers_and_place_come_back(draft: DraftFile, questionnaire: Questionnaire) -> None:
    draft.append({"name": "Ana"}, "age_years")
    draft.append({"age_years": 30}, "sex")
    draft.append({"equipment": ["band"]}, "days_per_week")
    found = draft.read(questionnaire)
    assert found is not None
    assert found.sheet.given == {"name": "Ana", "age_years": 30, "equipment": ("band",)}
    assert found.page == "days_per_week"
    assert 0 <= found.age.total_seconds() < 60


def test_a_changed_answer_counts_as_changed_and_null_takes_it_away(
    draft: DraftFile, questionnaire: Questionnaire
) -> None:
    draft.append({"chair_rise": 1, "stairs": 2}, "stairs")
    draft.append({"chair_rise": 3, "stairs": None}, None)
    found = draft.read(questionnaire)
    assert found is not None
    assert found.sheet.given == {"chair_rise": 3}
    assert found.page is None


def test_nothing_to_resume(draft: DraftFile, questionnaire: Questionnaire) -> None:
    assert draft.read(questionnaire) is None
    draft.erase()
    draft.append({}, "name")
    assert draft.read(questionnaire) is None


def test_answers_to_an_earlier_version_are_told_apart(
    draft: DraftFile, questionnaire: Questionnaire
) -> None:
    assert questionnaire.version == VERSION
    draft.append({"saddle_numbness": "no"}, "chest_pain")
    now = draft.read(questionnaire)
    assert now is not None
    assert not now.is_earlier
    for line in ('{"answers": {"name": "Ana"}, "page": null}', '{"answers": {"neck_pain": "no"}}'):
        draft.path.write_text(f"{line}\n")
        draft.append({"age_years": 30}, None)
        found = draft.read(questionnaire)
        assert found is not None
        assert found.is_earlier, line
    draft.path.write_text('{"answers": {"effort_chest_pain": "no"}, "page": "safety"}\n')
    nothing_known = draft.read(questionnaire)
    assert nothing_known is not None
    assert nothing_known.is_earlier


@pytest.mark.parametrize(("hours", "is_kept"), [(23, True), (25, False)])
def test_after_a_day_it_is_erased(draft: DraftFile, hours: int, is_kept: bool) -> None:
    draft.append({"name": "Ana"}, "age_years")
    then = time.time() - 3600 * hours
    os.utime(draft.path, (then, then))
    assert (age_to_resume(draft.path) is not None) == is_kept
    draft.erase_old()
    assert draft.path.exists() == is_kept


def test_a_draft_of_tomorrow_is_new(draft: DraftFile) -> None:
    draft.append({"name": "Ana"}, "age_years")
    os.utime(draft.path, (time.time() + 90_000, time.time() + 90_000))
    assert age_to_resume(draft.path) == timedelta(0)


def test_answer_and_file_name_are_on_the_disk_before_it_returns(
    draft: DraftFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    fsync = os.fsync

    def note(descriptor: int) -> None:
        synced.append(stat.S_IFMT(os.fstat(descriptor).st_mode))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    draft.append({"name": "Ana"}, "age_years")
    assert synced == [stat.S_IFREG, stat.S_IFDIR]
    draft.append({"age_years": 30}, "sex")
    assert synced == [stat.S_IFREG, stat.S_IFDIR, stat.S_IFREG]


def test_only_the_owner_may_read_it(draft: DraftFile) -> None:
    draft.append({"name": "Ana"}, None)
    assert stat.S_IMODE(draft.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(draft.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("cut", [2, 10, 25])
def test_a_line_cut_short_loses_only_itself(
    draft: DraftFile, questionnaire: Questionnaire, cut: int
) -> None:
    draft.append({"name": "Ana"}, "age_years")
    draft.append({"age_years": 30}, "sex")
    content = draft.path.read_bytes()
    draft.path.write_bytes(content[:-cut])
    found = draft.read(questionnaire)
    assert found is not None
    assert found.sheet.given == {"name": "Ana"}


def test_after_a_cut_line_new_answers_are_still_whole(
    draft: DraftFile, questionnaire: Questionnaire
) -> None:
    draft.append({"name": "Ana"}, "age_years")
    draft.path.write_bytes(draft.path.read_bytes() + b'{"answers": {"sex"')
    draft.append({"age_years": 30}, "sex")
    found = draft.read(questionnaire)
    assert found is not None
    assert found.sheet.given == {"name": "Ana", "age_years": 30}


@pytest.mark.parametrize(
    "junk", [b"\xff\x00", b"[]", b"[" * 100_000, b'{"answers": 7}', b'{"answers": {"x": 1}}']
)
def test_junk_in_the_file_is_passed_over(
    draft: DraftFile, questionnaire: Questionnaire, junk: bytes
) -> None:
    draft.append({"name": "Ana"}, "age_years")
    draft.path.write_bytes(draft.path.read_bytes() + junk + b"\n")
    draft.append({"sex": "male", "goal": "no such goal"}, "goal")
    found = draft.read(questionnaire)
    assert found is not None
    assert found.sheet.given == {"name": "Ana", "sex": "male"}


def test_a_full_disk_leaves_what_was_there(
    draft: DraftFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft.append({"name": "Ana"}, "age_years")
    before = draft.path.read_bytes()
    write = os.write

    def half_then_full(descriptor: int, content: bytes) -> int:
        if len(content) > 10:
            return write(descriptor, content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", half_then_full)
    with pytest.raises(OSError, match="No space left"):
        draft.append({"sex": "male"}, "go")
    assert draft.path.read_bytes() == before


def test_a_second_window_is_kept_away(draft: DraftFile) -> None:
    other = (
        "import sys, pathlib\n"
        "from assessment.records.drafts.draft import DraftFile\n"
        "from assessment.records.errors import DraftInUseError\n"
        "try:\n"
        "    with DraftFile(pathlib.Path(sys.argv[1])).held(): print('held')\n"
        "except DraftInUseError: print('in use')\n"
    )

    def second_window() -> str:
        command = [sys.executable, "-c", other, str(draft.path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    with draft.held():
        assert second_window() == "in use"
    assert second_window() == "held"
