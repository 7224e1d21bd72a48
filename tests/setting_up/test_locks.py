"""The locks: complete, and of no particular place."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-server.lock", "requirements-dev.lock")

pytestmark = pytest.mark.skipif(
    not (ROOT / "start.py").exists(),
    reason="the locks are not beside the tests: this is the installed program",
)

ENTRY = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.+!]*)(?: ; (?P<marker>[^\\]+))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)
COMMENT = re.compile(r" *#[^\n]*\n")


def versions(lock: str) -> dict[str, str]:
    """Return the version of each part that *lock* names."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {entry["name"]: entry["version"] for entry in ENTRY.finditer(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_part_is_pinned_and_hashed_and_nothing_else_is_there(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert COMMENT.sub("", ENTRY.sub("", text)) == ""
    assert len(versions(lock)) == len(ENTRY.findall(text)) > 20


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_folder(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert re.findall(r"\b[\w-]+\.(?:com|dev|io|net|org)\b", text) == []
    assert re.findall(r"(?:^|\s)(?:[A-Z]:)?[/\\][^\n]", text) == []


def test_the_tests_run_with_the_versions_that_people_get() -> None:
    program, server, tests = map(versions, LOCKS)

    assert program.items() <= server.items()
    assert program.items() <= tests.items()


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    program, server, tests = map(versions, LOCKS)

    for names, lock in (
        (project["project"]["dependencies"], program),
        (project["project"]["optional-dependencies"]["postgres"], server),
        (project["dependency-groups"]["dev"], tests),
    ):
        for wanted in map(Requirement, names):
            assert wanted.specifier.contains(lock[wanted.name]), wanted
