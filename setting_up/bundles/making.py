"""``start.py bundle``: writes a bundle, on a computer with internet."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from setting_up.bundles import debian
from setting_up.bundles.contents import DEBIAN_PACKAGES, HOW_TO_START, Contents, hashes, write_list
from setting_up.bundles.targets import Target, markers_of
from setting_up.layout import BUNDLED, ROOT, SCRIPTS, version_in
from setting_up.note import count_parts
from setting_up.pango import DEBIANS_PANGO
from setting_up.pip import (
    counted,
    heeded_settings,
    pip_command,
    pip_environment,
    vendored_pip,
)
from setting_up.program_files import copy_file, program_files
from setting_up.steps import Step, run
from setting_up.words import SetUpError, explain_pip, say

NOT_EMPTY = "{folder} is there already. Please name a new folder, such as {example}."
NO_PLACE = "{folder} cannot be made: there is no folder {parent}."
NO_WHEEL = (
    "Not every part of posterior-chain is to be had for {target} with Python {python}. "
    "Please name another version with --python; 3.11 to 3.13 are the surest.\n{last_words}"
)
WITHOUT_PANGO = (
    "Pango does not come along in this bundle. Reports are HTML until it is installed: "
    "docs/install.md in the bundle says how."
)
TEXT = """\
posterior-chain {version}, for {target} with Python {python}

1. Copy this whole folder to the other computer's own disk.
2. Open a terminal in the copy and type:

       {start}

It needs no internet. docs/install.md says more.
"""


def make_bundle(folder: Path, target: Target, python: str, lock: Path) -> None:
    """Write a bundle of what *lock* names into *folder*, which must not be there yet.

    Raises:
        SetUpError: It cannot be made; nothing of it is left then.
    """
    folder = folder.absolute()
    check_place(folder)
    wheel = vendored_pip()
    with tempfile.TemporaryDirectory(prefix=".bundle-", dir=folder.parent) as unfinished:
        root = Path(unfinished) / "bundle"
        files = copy_program(ROOT, root)
        parts = root / BUNDLED.name
        fetch_parts(wheel, lock, target, python, parts)
        system = fetch_pango(target, parts / DEBIAN_PACKAGES)
        version = version_in(ROOT)
        start = "py start.py" if target.markers["os_name"] == "nt" else "python3 start.py"
        text = TEXT.format(version=version, target=target.name, python=python, start=start)
        (root / HOW_TO_START).write_text(text, encoding="utf-8")
        files += sorted(file.relative_to(root) for file in parts.rglob("*") if file.is_file())
        files.append(Path(HOW_TO_START))
        write_list(root, Contents(version, target.name, python, system, hashes(root, files)))
        if folder.exists():
            folder.rmdir()
        root.rename(folder)


def check_place(folder: Path) -> None:
    """See that *folder* can be made.

    Raises:
        SetUpError: Something is there, or nothing to put it into.
    """
    if not folder.parent.is_dir():
        raise SetUpError(NO_PLACE.format(folder=folder, parent=folder.parent))
    is_folder = folder.is_dir() and not folder.is_symlink()
    if os.path.lexists(folder) and not (is_folder and not any(folder.iterdir())):
        beside = folder if folder.is_dir() else folder.parent
        raise SetUpError(NOT_EMPTY.format(folder=folder, example=beside / "posterior-chain"))


def copy_program(source: Path, root: Path) -> list[Path]:
    """Copy the program's own files from *source* to *root*; return them, relative to it."""
    files = program_files(source)
    with Step("Copying the program", len(files)) as step:
        for file in files:
            copy_file(source / file, root / file)
            step.done += 1
    return files


def fetch_parts(wheel: Path, lock: Path, target: Target, python: str, folder: Path) -> None:
    """Put into *folder* what *lock* names for *target* with that *python*, by its hashes.

    Raises:
        SetUpError: pip did not manage.
    """
    with tempfile.TemporaryDirectory() as own:
        needed, fetched = Path(own) / "needed.lock", Path(own) / "parts"
        needed.write_bytes(lock_for(wheel, lock, target, python))
        here = Path(sys.executable)
        outcome = run(
            f"Fetching the parts for {target.name}",
            [
                *pip_command(here, wheel, "download"),
                *("--require-hashes", "--no-deps", "--only-binary=:all:", "--implementation=cp"),
                *("--python-version", python, "--dest", str(fetched)),
                *(f"--platform={name}" for name in target.wheels),
                *("--requirement", str(needed)),
            ],
            pip_environment(heeded_settings(here, wheel, "download")),
            counted(count_parts(needed)),
        )
        if not outcome.ok:
            if "No matching distribution" in outcome.output and not lost_the_way(outcome.output):
                last_words = outcome.output.strip().splitlines()[-1]
                raise SetUpError(
                    NO_WHEEL.format(target=target.name, python=python, last_words=last_words)
                )
            raise SetUpError(explain_pip(outcome.output))
        for part in fetched.iterdir():
            copy_file(part, folder / part.name)


def lost_the_way(output: str) -> bool:
    """Return whether pip's *output* says that the internet was the trouble."""
    return "Retrying (" in output


def lock_for(wheel: Path, lock: Path, target: Target, python: str) -> bytes:
    """Return what of *lock* the *target* needs."""
    script = str(SCRIPTS / "target_lock.py")
    markers = json.dumps(markers_of(target, python))
    command = [sys.executable, "-I", script, str(wheel), str(lock), markers]
    return subprocess.run(command, capture_output=True, check=True).stdout


def fetch_pango(target: Target, folder: Path) -> str:
    """Put Pango for *target* into *folder* where we can; return the system that it is for."""
    system = debian.system_name()
    if target.debian and system and debian.fetch_packages(DEBIANS_PANGO, target.debian, folder):
        return system
    say(WITHOUT_PANGO)
    return ""
