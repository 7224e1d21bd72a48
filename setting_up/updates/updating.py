"""``start.py update``: a newer copy takes the place of this one, whole or not at all."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from setting_up.bundles.contents import HOW_TO_START
from setting_up.layout import BUNDLED, ENVIRONMENT, MISLEADING, PYTHON, ROOT, version_in
from setting_up.program_files import TOP, copy_file
from setting_up.steps import Step, run
from setting_up.updates import newer_copy, rescue
from setting_up.words import SetUpError, last_lines

NEW = "new"
PREVIOUS = "previous"
"""Where the files of the version before stay, without its parts, until the next update."""
OWN = (TOP | {BUNDLED.name, HOW_TO_START, ENVIRONMENT.name}) - {"start.py"}
"""What may change places. ``start.py`` does so by itself, in one move."""

NO_PROGRAM = "There is no posterior-chain in {folder} to be updated."
SAME_FOLDER = "{source} is the very folder that is to be updated."
NOT_SET_UP = "The newer copy could not be set up, so all stays as it was:\n{why}"
NO_BACKUP = (
    "The records in {store} could not be copied for safety ({why}), so all stays as it was. "
    "posterior-chain doctor may say more."
)
NOT_OPENED = (
    "The newer version cannot open the records, so all stays as it was. What it says:\n{why}"
)
NOT_STARTED = "The newer version does not start here, so all is as it was. What it says:\n{why}"


def update(source: Path, folder: Path = ROOT) -> "Update":
    """Put the copy in *source* in the place of the program in *folder*; return what was done.

    Raises:
        SetUpError: It cannot be done, and all is as it was.
    """
    source, folder = source.absolute(), folder.resolve()
    try:
        ours = version_in(folder)
    except (OSError, ValueError, KeyError):
        raise SetUpError(NO_PROGRAM.format(folder=folder)) from None
    rescue.settle(folder)
    if source.resolve() == folder:
        raise SetUpError(SAME_FOLDER.format(source=source))
    work = folder / rescue.WORK
    work.mkdir(mode=0o700)
    try:
        with (work / rescue.LOCK).open("a") as lock:
            os.set_inheritable(lock.fileno(), True)  # what we start holds it too, if we are killed
            rescue.take(lock.fileno())
            copy = newer_copy.find(source, work / "unpacked")
            done = Update(folder, copy, ours, newer_copy.vet(copy, source, ours))
            done.carry_out()
    except BaseException:
        rescue.go_back(folder)
        raise
    return done


@dataclass
class Update:
    """An update of *folder* to the program in *copy*, from version *ours* to *theirs*."""

    folder: Path
    copy: Path
    ours: str
    theirs: str
    records: int | None = None
    """How many records the newer version found, None if there is no file of them."""
    backup: Path | None = None
    """The store as it was."""
    _names: list[str] = field(default_factory=list)
    _store: Path | None = None

    def carry_out(self) -> None:
        """Do it. Until the end ``rescue.go_back`` undoes all of it.

        Raises:
            SetUpError: A step did not work.
        """
        self._write_plan()
        self._bring_files()
        self._set_up_new()
        self._find_store()
        if self._store:
            self._back_up(self._store)
            self._rehearse()
        self._change_places()
        self._start_once()
        if self._store:
            self._work.joinpath(rescue.TOUCHED).touch()
            self.records = self._open(self._store, self.folder)
        self._end()

    def summary(self) -> str:
        """Return what a person wants to know of it."""
        lines = [f"posterior-chain {self.theirs} is in the place of {self.ours}."]
        if self.records is not None:
            lines.append(f"All {self.records} records open. As they were before, they are in")
            lines.append(f"  {self.backup}")
            lines.append("Erasing a client does not reach that file: delete it when all is well.")
        lines.append(f"The files of {self.ours} are in {self.folder / PREVIOUS}.")
        return "\n".join(lines)

    @property
    def _work(self) -> Path:
        return self.folder / rescue.WORK

    @property
    def _new(self) -> Path:
        return self._work / NEW

    def _write_plan(self) -> None:
        """Put what is about to happen on the disk, for whoever has to undo it."""
        plan = {
            "names": self._names,
            "before": [name for name in self._names if os.path.lexists(self.folder / name)],
            "store": str(self._store or ""),
            "backup": str(self.backup or ""),
        }
        text = json.dumps(plan)
        unfinished = self._work / f"{rescue.PLAN}.part"
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        move(unfinished, self._work / rescue.PLAN)

    def _bring_files(self) -> None:
        files = newer_copy.files_of(self.copy)
        with Step(f"Copying posterior-chain {self.theirs}", len(files)) as step:
            for file in files:
                copy_file(self.copy / file, self._new / file)
                step.done += 1

    def _set_up_new(self) -> None:
        asked_for = self.folder / ENVIRONMENT.name / "asked-for.txt"
        words = asked_for.read_text(encoding="utf-8").split() if asked_for.is_file() else []
        options = {"requirements-server.lock": "--server", "requirements-dev.lock": "--tests"}
        outcome = run(
            "Setting up the newer version",
            [
                *(sys.executable, "-I", str(self._new / "start.py"), "setup"),
                *(options[word] for word in words if word in options),
            ],
        )
        if not outcome.ok:
            raise SetUpError(NOT_SET_UP.format(why=last_lines(outcome.output)))

    def _find_store(self) -> None:
        """Ask the newer version where the records are; a server is none of our business."""
        found = self._ask(self._new, "setting_up/scripts/open_store.py", on_error=NOT_STARTED)
        store = Path(found.strip()) if found.strip() else None
        self._store = store if store and store.exists() else None

    def _back_up(self, store: Path) -> None:
        """Copy *store* to a file beside it, also while another program writes to it."""
        self.backup = free_name(store.with_name(f"{store.name}.before-{self.theirs}"))
        self._write_plan()
        with Step("Backing up the records"):
            os.close(os.open(self.backup, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            try:
                with (
                    closing(sqlite3.connect(f"{store.as_uri()}?mode=rw", uri=True)) as records,
                    closing(sqlite3.connect(self.backup)) as copy,
                ):
                    records.backup(copy)
            except sqlite3.Error as error:
                raise SetUpError(NO_BACKUP.format(store=store, why=error)) from None

    def _rehearse(self) -> None:
        """Let the newer version open a copy of the store, before anything changes places."""
        assert self.backup is not None  # noqa: S101  # the step before made it
        rehearsal = self._work / "rehearsal" / "records.sqlite3"
        rehearsal.parent.mkdir(mode=0o700)
        shutil.copyfile(self.backup, rehearsal)
        self._open(rehearsal, self._new)

    def _open(self, store: Path, program: Path) -> int:
        """Let the *program* open *store* and return how many records it holds."""
        with Step("Opening the records with the newer version"):
            script = "setting_up/scripts/open_store.py"
            return int(self._ask(program, script, str(store), on_error=NOT_OPENED))

    def _change_places(self) -> None:
        """Let what is new and what is old change places, one by one."""
        Step.rich = None  # it is in the folder that goes, and may not be loaded whole
        old = self._work / rescue.OLD
        old.mkdir()
        here = {name for name in OWN if os.path.lexists(self.folder / name)}
        new = {entry.name for entry in self._new.iterdir()} - {"start.py"}
        self._names = sorted(here | new)
        self._write_plan()
        shutil.copy2(self.folder / "start.py", old / "start.py")
        guard = self._work / "guard.py"
        shutil.copy(self._new / "setting_up/updates/rescue.py", guard)
        with Step("Changing places", len(self._names)) as step:
            move(guard, self.folder / "start.py")
            for name in self._names:
                if name in here:
                    move(self.folder / name, old / name)
                if name in new:
                    move(self._new / name, self.folder / name)
                step.done += 1
            move(self._new / "start.py", self.folder / "start.py")

    def _start_once(self) -> None:
        with Step("Starting the newer version"):
            said = self._ask(
                self.folder, "setting_up/scripts/launch.py", "--version", on_error=NOT_STARTED
            )
        if self.theirs not in said:
            raise SetUpError(NOT_STARTED.format(why=last_lines(said)))

    def _ask(self, program: Path, script: str, *arguments: str, on_error: str) -> str:
        """Return what *script* of *program* prints, run by its own Python.

        Raises:
            SetUpError: It does not work; *on_error* says so around its words.
        """
        environment = {name: v for name, v in os.environ.items() if name not in MISLEADING}
        done = subprocess.run(
            [str(program / PYTHON.relative_to(ROOT)), "-P", str(program / script), *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env=environment,
        )
        if done.returncode != 0:
            raise SetUpError(on_error.format(why=last_lines(done.stdout + done.stderr)))
        return done.stdout

    def _end(self) -> None:
        """End the way back, and tidy up; whatever fails in that does not matter."""
        (self._work / rescue.PLAN).unlink()
        previous = self.folder / PREVIOUS
        shutil.rmtree(previous, ignore_errors=True)
        kept = self._work / rescue.OLD
        for name in (ENVIRONMENT.name, BUNDLED.name):
            shutil.rmtree(kept / name, ignore_errors=True)
        with suppress(OSError):
            move(kept, previous)
        shutil.rmtree(self._work, ignore_errors=True)


move: Callable[[Path, Path], None] = os.replace
"""Moves a file or folder in one step. Tests let it fail."""


def free_name(path: Path) -> Path:
    """Return *path*, or one like it that no file has."""
    names = [path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 1000))]
    return next(name for name in names if not name.exists())
