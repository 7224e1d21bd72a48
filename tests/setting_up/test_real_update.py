"""The real program, set up, updated to a copy of itself that calls itself newer, and removed."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import layout
from setting_up.program_files import program_files
from tests.surroundings import environment_at

PATIENCE_S = 900.0
"""Two set-ups over the internet, on the busiest computer."""

pytestmark = pytest.mark.heavy


def copy_of_the_program(folder: Path, version: str) -> Path:
    """Copy the program into *folder*, where it calls itself *version*."""
    for file in program_files(layout.ROOT):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(layout.ROOT / file, folder / file)
    for name in ("pyproject.toml", "assessment/version.py"):
        text = (folder / name).read_text(encoding="utf-8")
        now = layout.version_in(layout.ROOT)
        (folder / name).write_text(text.replace(f'"{now}"', f'"{version}"'), encoding="utf-8")
    return folder


class Gym:
    """A computer with the program on it, and a person who types commands."""

    def __init__(self, there: Path) -> None:
        self.program = copy_of_the_program(there / "Jörg's gym: a", "2.0.0")
        self.newer = copy_of_the_program(there / "newer", "2.0.1")
        self.home = there / "home"
        self.home.mkdir()

    def run(self, *command: str | Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            env=environment_at(self.home, PATH=str(self.home)),  # without a package manager
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            text=True,
            timeout=PATIENCE_S,
        )

    def start(self, *arguments: str | Path, status: int = 0) -> str:
        """Run start.py, which ends with *status*; return all that it says."""
        done = self.run(sys.executable, self.program / "start.py", *arguments)
        assert done.returncode == status, done.stderr
        return done.stdout + done.stderr


@pytest.fixture(scope="module")
def gym(tmp_path_factory: pytest.TempPathFactory) -> Gym:
    """A gym with one record."""
    gym = Gym(tmp_path_factory.mktemp("gym"))
    made = gym.run(sys.executable, gym.program / "start.py", "setup", "--icon")
    if "internet could not be reached" in made.stderr:
        pytest.skip("no internet here")
    assert made.returncode == 0, made.stderr
    gym.start("run", "records", "add", gym.program / "examples/desk-worker.json")
    return gym


def test_a_migration_that_breaks_leaves_all_as_it_was(gym: Gym) -> None:
    broken = gym.newer / "assessment/records/store/schema.py"
    whole = broken.read_text(encoding="utf-8")
    broken.write_text(f"{whole}\n\nraise SystemExit('this migration breaks')\n", encoding="utf-8")

    assert "this migration breaks" in gym.start("update", gym.newer, status=1)

    assert not (gym.program / ".update").exists()
    assert "2.0.0" in gym.start("run", "--version")
    broken.write_text(whole, encoding="utf-8")


def test_a_gym_goes_from_one_version_to_the_next_and_may_go(gym: Gym) -> None:
    assert "All 1 records open." in gym.start("update", gym.newer)

    assert "2.0.1" in gym.start("run", "--version")
    assert "2.0.1" in gym.run(gym.program / ".venv/bin/posterior-chain", "--version").stdout
    store = gym.home / ".local/share/posterior-chain/records.sqlite3"
    for file in (store, store.with_name("records.sqlite3.before-2.0.1")):
        with closing(sqlite3.connect(file)) as records:
            assert records.execute("select count(*) from records").fetchone() == (1,)
    assert "which is here already" in gym.start("update", gym.newer, status=1)

    gym.start("uninstall", "--yes")
    assert not (gym.program / ".venv").exists()
    assert not list((gym.home / ".local/share").rglob("*.desktop"))
    assert store.exists()
