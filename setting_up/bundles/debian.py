"""Debian's packages of Pango: brought along in a bundle, and installed from one."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setting_up import note
from setting_up.steps import Outcome, run

APT = ("apt-get", "-o", "Debug::NoLocking=1")
OS_RELEASE = Path("/etc/os-release")
QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def system_name() -> str:
    """Return which Debian or Ubuntu this is, such as "debian 12"; empty if it is neither."""
    try:
        lines = OS_RELEASE.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    said = {name: value.strip("'\"") for name, _, value in (line.partition("=") for line in lines)}
    known = said.get("ID") in {"debian", "ubuntu"} and shutil.which("apt-get")
    return f"{said['ID']} {said.get('VERSION_ID', '')}".strip() if known else ""


def fetch_packages(names: tuple[str, ...], architecture: str, folder: Path) -> bool:
    """Put the packages *names* and all that they need into *folder*; return whether that worked.

    As if nothing were installed: what the other computer has, nobody knows. The lists of packages
    are fetched for this alone, and nothing of this computer changes.
    """
    with tempfile.TemporaryDirectory() as own:
        state, cache = Path(own, "state"), Path(own, "cache")
        for needed in (state / "lists/partial", cache / "archives/partial"):
            needed.mkdir(parents=True)
        (state / "status").touch()
        apt = [
            *APT,
            *("-o", f"Dir::State={state}", "-o", f"Dir::State::status={state / 'status'}"),
            *("-o", f"Dir::Cache={cache}", "-o", f"APT::Architecture={architecture}"),
            *("-o", f"APT::Architectures={architecture}", "-o", "APT::Sandbox::User="),
        ]
        environment = {**os.environ, **QUIET}
        run("Fetching the list of packages", [*apt, "update"], environment)
        fetch = [*apt, "install", "-y", "--no-install-recommends", "--download-only", *names]
        if not run("Fetching Pango's packages", fetch, environment).ok:
            return False
        folder.mkdir(parents=True, exist_ok=True)
        for package in (cache / "archives").glob("*.deb"):
            shutil.copyfile(package, folder / package.name)
    return True


def install_packages(names: tuple[str, ...], folder: Path) -> Outcome:
    """Install the packages *names* from *folder* and from nowhere else.

    apt takes what is missing, and never puts an older package in the place of a newer one.
    """
    with _repository(folder) as apt:
        environment = {**os.environ, **QUIET}
        outcome = run("Reading Pango's packages", [*apt, "update"], environment)
        if not outcome.ok:
            return outcome
        install = [*apt, "install", "-y", "--no-install-recommends", *names]
        return run("Installing Pango", install, environment)


@contextmanager
def _repository(folder: Path) -> Iterator[list[str]]:
    """Make the packages in *folder* a repository; yield an apt that knows no other.

    A copy, since apt cannot read from folders with every name.
    """
    with tempfile.TemporaryDirectory() as own:
        here = Path(own)
        for needed in ("lists/partial", "cache/archives/partial", "none", "packages"):
            (here / needed).mkdir(parents=True)
        entries = []
        for package in sorted(folder.glob("*.deb")):
            copy = here / "packages" / package.name.replace("%", "_")
            shutil.copyfile(package, copy)
            fields = subprocess.run(
                ["dpkg-deb", "--field", str(copy)],  # noqa: S607  # wherever the system has it
                capture_output=True,
                check=True,
                encoding="utf-8",
            ).stdout
            entries.append(
                f"{fields.strip()}\nFilename: ./{copy.name}\nSize: {copy.stat().st_size}\n"
                f"SHA256: {note.sha256(copy)}\n"
            )
        (here / "packages/Packages").write_text("\n".join(entries), encoding="utf-8")
        (here / "sources.list").write_text(f"deb [trusted=yes] file:{here}/packages ./\n")
        yield [
            *("apt-get", "-o", f"Dir::Etc::SourceList={here}/sources.list"),
            *("-o", f"Dir::Etc::SourceParts={here}/none", "-o", f"Dir::State::Lists={here}/lists"),
            *("-o", f"Dir::Cache={here}/cache"),
            *("-o", "APT::Sandbox::User=root"),  # it fetches nothing; containers may know no other
        ]
