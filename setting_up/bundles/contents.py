"""What a bundle holds, as its own list says: for whom it is, and a hash of every file."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from setting_up import note
from setting_up.bundles.targets import this_computer, this_python
from setting_up.layout import BUNDLED, ROOT, START
from setting_up.steps import Step
from setting_up.words import SetUpError

LIST = "bundle.json"
HOW_TO_START = "HOW TO START.txt"
DEBIAN_PACKAGES = "debian"
"""The folder of Debian's packages, beside the list."""

DAMAGED = (
    "{name} is missing or damaged in this copy of posterior-chain, so nothing was set up. "
    "Please make the bundle again, or copy it again from where it came."
)
OTHER_COMPUTER = (
    "This copy of posterior-chain was made for {system} with Python {python}; this is {here} with "
    "Python {here_python}. On a computer with internet, please make another: "
    "{start} bundle FOLDER --for {here} --python {here_python}\n"
    "Or, where there is internet here, delete the folder {folder} and start again."
)


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of a bundle. *files* are hashes (SHA-256) by the path in the bundle.

    *debian* is the system whose packages came along, such as "debian 12"; empty if none did.
    """

    version: str
    system: str
    python: str
    debian: str
    files: dict[str, str]


def contents(root: Path = ROOT) -> Contents | None:
    """Return what the bundle in *root* holds, or None if that is no bundle.

    Raises:
        SetUpError: Its list is damaged.
    """
    try:
        found = json.loads((root / BUNDLED.name / LIST).read_text(encoding="utf-8"))
        return Contents(**found)
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        raise SetUpError(DAMAGED.format(name=f"{BUNDLED.name}/{LIST}")) from None


def check_files(root: Path, listed: Contents) -> None:
    """See that each file of the bundle in *root* is as it was made.

    Raises:
        SetUpError: One is not.
    """
    with Step("Checking what came along", len(listed.files)) as step:
        for name, digest in listed.files.items():
            file = root / name
            if not file.is_file() or note.sha256(file) != digest:
                step.ok = False
                break
            step.done += 1
    if not step.ok:
        raise SetUpError(DAMAGED.format(name=name))


def check_fits(listed: Contents) -> None:
    """See that the bundle is for this computer.

    Raises:
        SetUpError: It is for another kind.
    """
    here, python = this_computer(), this_python()
    if (listed.system, listed.python) != (here, python):
        raise SetUpError(
            OTHER_COMPUTER.format(
                system=listed.system,
                python=listed.python,
                here=here,
                here_python=python,
                start=START,
                folder=BUNDLED.name,
            )
        )


def hashes(root: Path, files: Collection[Path]) -> dict[str, str]:
    """Return the hash of each of *files*, which are relative to *root*."""
    found = {}
    with Step("Writing down what came along", len(files)) as step:
        for file in files:
            found[file.as_posix()] = note.sha256(root / file)
            step.done += 1
    return found


def write_list(root: Path, listed: Contents) -> None:
    """Put the list *listed* into the bundle in *root*."""
    text = json.dumps(asdict(listed), indent=1)
    (root / BUNDLED.name / LIST).write_text(text, encoding="utf-8")
