"""Drafts of somebody who is erased: what was not finished, under the same name or client."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from assessment.records.drafts.draft import DraftFile
from questions.questionnaire import Questionnaire

RETEST = "retest-{client}.jsonl"


def retest_draft(folder: Path, client: UUID) -> Path:
    """Return the draft of a re-test of *client*; never that of somebody else."""
    return folder / RETEST.format(client=client.hex)


def erase_old_retests(folder: Path) -> None:
    """Erase re-tests that nobody came back to for a day.

    Raises:
        OSError: One cannot be erased.
    """
    for path in folder.glob(RETEST.format(client="*")):
        DraftFile(path).erase_old()


def erase_drafts(paths: Iterable[Path], name: str | None, questionnaire: Questionnaire) -> None:
    """Erase those of *paths* that hold answers under *name*, keyed in or typed.

    Raises:
        OSError: One cannot be erased.
    """
    for path in paths if name else ():
        draft = DraftFile(path)
        found = draft.read(questionnaire)
        if found and str(found.sheet.get("name") or "").casefold() == str(name).casefold():
            draft.erase()
