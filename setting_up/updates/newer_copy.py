"""A newer copy of the program that a person brought, in a folder or a ZIP file: is it one?"""

import re
import shutil
import stat
import sys
import tomllib
import zipfile
from pathlib import Path, PurePosixPath, PureWindowsPath

from setting_up import note
from setting_up.bundles.contents import HOW_TO_START, LIST, check_files, check_fits, contents
from setting_up.layout import BUNDLED, VENDOR, version_in
from setting_up.program_files import NEEDED, TOP, program_files
from setting_up.steps import Step
from setting_up.words import SetUpError

MOST_BYTES = 1_000_000_000
"""No copy of the program is as large, with all its parts."""

NOT_THERE = "{source} is not there."
NO_COPY = "{source} is no copy of posterior-chain: it has no {missing}."
FOREIGN = "{source} is a copy of another program, not of posterior-chain."
NO_ZIP = "{source} is neither a folder nor a ZIP file that is whole ({why})."
TOO_LARGE = "{source} holds more than any copy of posterior-chain does, so it was left alone."
OUTSIDE = (
    "{source} holds {name}, which would be written outside its folder. That is no honest copy of "
    "posterior-chain, and nothing was changed."
)
OLDER = "{source} is posterior-chain {theirs}, which is older than {ours}. Nothing was changed."
SAME = "{source} is posterior-chain {theirs}, which is here already. Nothing was changed."
DAMAGED = "{source} is damaged: {name} is missing or not whole. Please copy it again."
OTHER_PYTHON = (
    "posterior-chain {theirs} needs Python {needed}; this is Python {here}. Please install a newer "
    "Python first. Nothing was changed."
)


def find(source: Path, unpacked: Path) -> Path:
    """Return the folder with the copy in *source*: itself, or what was in a ZIP file, *unpacked*.

    Raises:
        SetUpError: It is no folder and no ZIP file of the program.
    """
    if source.is_dir():
        return source
    if not source.exists():
        raise SetUpError(NOT_THERE.format(source=source))
    unpacked.mkdir()
    try:
        with zipfile.ZipFile(source) as archive:
            unpack(archive, source, unpacked)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise SetUpError(NO_ZIP.format(source=source, why=error)) from None
    return unpacked


def unpack(archive: zipfile.ZipFile, source: Path, folder: Path) -> None:
    """Unpack the program's own files from *archive* into *folder*, without the folder around them.

    Raises:
        SetUpError: It leads outside, is too large, or holds no copy.
    """
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise SetUpError(TOO_LARGE.format(source=source))
    for entry in entries:
        if leads_outside(entry):
            raise SetUpError(OUTSIDE.format(source=source, name=entry.filename))
    starts = [PurePosixPath(entry.filename) for entry in entries]
    tops = [path.parent for path in starts if path.name == "start.py" and len(path.parts) <= 2]
    if not tops:
        raise SetUpError(NO_COPY.format(source=source, missing="start.py"))
    top = min(tops, key=lambda one: len(one.parts))
    wanted = TOP | {BUNDLED.name, HOW_TO_START}
    with Step("Unpacking", len(entries)) as step:
        for entry, path in zip(entries, starts, strict=True):
            step.done += 1
            if path.is_relative_to(top) and path.relative_to(top).parts[0] in wanted:
                place = folder / path.relative_to(top)
                place.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(entry) as packed, place.open("wb") as file:
                    shutil.copyfileobj(packed, file)


def leads_outside(entry: zipfile.ZipInfo) -> bool:
    """Return whether *entry* is a link, or names a place outside the folder of its archive."""
    name = entry.filename
    windows = PureWindowsPath(name)
    return (
        stat.S_ISLNK(entry.external_attr >> 16)
        or name.startswith(("/", "\\"))
        or bool(windows.drive)
        or ".." in windows.parts
    )


def vet(copy: Path, source: Path, ours: str) -> str:
    """See that *copy*, which came from *source*, may follow version *ours*; return its version.

    Raises:
        SetUpError: It may not.
    """
    if missing := sorted(name for name in NEEDED if not (copy / name).exists()):
        raise SetUpError(NO_COPY.format(source=source, missing=missing[0]))
    try:
        theirs = version_in(copy)
    except (ValueError, KeyError, TypeError):
        raise SetUpError(FOREIGN.format(source=source)) from None
    if order_of(theirs) == order_of(ours):
        raise SetUpError(SAME.format(source=source, theirs=theirs))
    if order_of(theirs) < order_of(ours):
        raise SetUpError(OLDER.format(source=source, theirs=theirs, ours=ours))
    check_python(copy, theirs)
    if listed := contents(copy):
        check_fits(listed)
        check_files(copy, listed)
    check_pip(copy, source)
    return theirs


def order_of(version: str) -> tuple[tuple[int, ...], bool, str]:
    """Return what sorts versions: 2.10 after 2.9, and 3.0 after 3.0rc1."""
    found = re.match(r"(\d+(?:\.\d+)*)(.*)", version)
    if found is None:
        return (), False, version
    numbers = [int(number) for number in found[1].split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers), not found[2], found[2]


def check_python(copy: Path, theirs: str) -> None:
    """See that the program in *copy* runs with this Python.

    Raises:
        SetUpError: It needs a newer one.
    """
    project = tomllib.loads((copy / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = re.search(r">=\s*(\d+)\.(\d+)", str(project.get("requires-python", "")))
    if found and sys.version_info < (int(found[1]), int(found[2])):
        raise SetUpError(
            OTHER_PYTHON.format(
                theirs=theirs, needed=f"{found[1]}.{found[2]}", here=sys.version.split()[0]
            )
        )


def check_pip(copy: Path, source: Path) -> None:
    """See that the pip of *copy* is whole: the largest file, and the first that is run.

    Raises:
        SetUpError: It is not.
    """
    try:
        digest, name = (copy / VENDOR.name / "pip.sha256").read_text(encoding="ascii").split()
        whole = note.sha256(copy / VENDOR.name / name) == digest
    except (OSError, ValueError):
        name, whole = "pip", False
    if not whole:
        raise SetUpError(DAMAGED.format(source=source, name=f"{VENDOR.name}/{name}"))


def files_of(copy: Path) -> list[Path]:
    """Return all that comes from *copy*, relative to it: the program, and what is bundled."""
    listed = contents(copy)
    if listed is None:
        return program_files(copy)
    files = [*map(Path, listed.files), Path(BUNDLED.name, LIST)]
    wanted = TOP | {BUNDLED.name, HOW_TO_START}
    return [file for file in files if file.parts[0] in wanted and ".." not in file.parts]
